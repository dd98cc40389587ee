"""The microphone on a real sound server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest

from garita.audio.microphone import Microphone
from garita.audio.portaudio import PortAudio
from garita.audio.ports import Heard, OnlyZeros
from garita.errors import NoMicrophone
from garita.sound import BLOCK, RATE, Block, Samples
from tests.audio.pulse import Pulse, find, noise


class ShiftedClock:
    """The real clock, set forward by the test."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


def heard(microphone: Microphone, seconds: float) -> list[Block]:
    """The blocks of the next seconds, counted in samples."""
    blocks: list[Block] = []
    while len(blocks) * BLOCK < seconds * RATE:
        one = microphone.get(2)
        assert isinstance(one, Block | OnlyZeros), one
        if isinstance(one, Block):
            blocks.append(one)
    return blocks


def joined(blocks: list[Block]) -> Samples:
    return np.concatenate([block.samples for block in blocks])


def event(microphone: Microphone, kind: type) -> Heard:
    """The next event of that kind; blocks before it are skipped."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        one = microphone.get(0.1)
        if isinstance(one, kind):
            return one
    raise AssertionError(f"no {kind.__name__}")


@pytest.fixture
def microphone(system: PortAudio) -> Iterator[Microphone]:
    with closing(Microphone(system)) as microphone:
        yield microphone


def test_what_is_said_arrives_bit_for_bit(microphone: Microphone, pulse: Pulse) -> None:
    said = noise(2)
    with pulse.speaking(said, ahead=1000):
        blocks = heard(microphone, 4)
    sound = joined(blocks)
    start = find(said, sound)
    assert np.array_equal(sound[start : start + said.size], said)
    assert all(block.samples.shape == (BLOCK,) and block.samples.dtype == np.float32 for block in blocks)


def test_block_times_rise_with_the_samples(microphone: Microphone) -> None:
    before = time.monotonic()
    times = [block.time for block in heard(microphone, 1)]
    steps = np.diff(times)
    assert np.all(steps >= 0)
    assert abs(np.median(steps) - BLOCK / RATE) < 0.01
    assert before - 0.1 < times[0] < times[-1] <= time.monotonic()


def test_draining_forgets_what_was_said_before(microphone: Microphone, pulse: Pulse) -> None:
    pulse.speak(noise(0.5))
    time.sleep(0.2)
    microphone.drain()
    assert not joined(heard(microphone, 0.3)).any()


def test_a_name_that_is_not_there_is_refused_with_what_is(system: PortAudio) -> None:
    with pytest.raises(NoMicrophone) as caught:
        Microphone(system, "Headset of somebody else")
    assert "Remapped" in str(caught.value.facts["present"])
