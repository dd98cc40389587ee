"""The loudspeaker on a real sound server: what was really heard is counted in samples of a recording."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest

from garita.audio.loudspeaker import Loudspeaker
from garita.audio.portaudio import PortAudio
from garita.audio.ports import DeviceBack, DeviceEvent, DeviceLost
from garita.errors import NoLoudspeaker
from garita.sound import Samples, Speech
from tests.audio.pulse import LOUDSPEAKER, LOUDSPEAKER_RATE, Pulse, find, noise
from tests.audio.test_microphone_real import ShiftedClock


@pytest.fixture
def loudspeaker(system: PortAudio) -> Iterator[Loudspeaker]:
    with closing(Loudspeaker(system)) as loudspeaker:
        yield loudspeaker


def pieces(samples: Samples, rate: int, length: int) -> list[Speech]:
    return [Speech(samples[at : at + length], rate) for at in range(0, samples.size, length)]


def sounding(samples: Samples) -> Samples:
    """From the first sound to the last."""
    at = np.flatnonzero(samples)
    return samples[at[0] : at[-1] + 1] if at.size else samples[:0]


def test_pieces_sound_without_gap_and_whole_also_when_closed_right_after(system: PortAudio, pulse: Pulse) -> None:
    said = noise(1.5, LOUDSPEAKER_RATE)
    with pulse.hearing() as heard:
        with closing(Loudspeaker(system)) as loudspeaker:
            for piece in pieces(said, LOUDSPEAKER_RATE, 7001):
                loudspeaker.play(piece)
            assert loudspeaker.wait_until_silent(10)
            assert loudspeaker.played_seconds() == loudspeaker.queued_seconds() == pytest.approx(1.5)
        heard.wait_for(0.3)
    assert np.array_equal(sounding(heard.samples()), said)


def test_other_rates_sound_as_long_and_as_one(loudspeaker: Loudspeaker, pulse: Pulse) -> None:
    rate = 22_050
    moments = np.arange(rate) / rate
    tone = (0.3 * np.sin(2 * np.pi * 440 * moments)).astype(np.float32)
    with pulse.hearing() as heard:
        for piece in pieces(tone, rate, 1234):
            loudspeaker.play(piece)
        assert loudspeaker.wait_until_silent(10)
        heard.wait_for(0.2)
    sound = sounding(heard.samples())
    assert abs(sound.size - LOUDSPEAKER_RATE) < 0.005 * LOUDSPEAKER_RATE
    inner = sound[1000:-1000]
    wave = 0.3 * np.exp(2j * np.pi * 440 * np.arange(inner.size) / LOUDSPEAKER_RATE)
    amount = np.vdot(wave, inner) / np.vdot(wave, wave)
    left = inner - 2 * np.real(amount * wave)
    assert abs(2 * abs(amount) - 1) < 0.01
    assert np.abs(left).max() < 0.01  # a seam would stick out


def test_stop_silences_within_30_ms_and_the_count_says_what_was_heard(loudspeaker: Loudspeaker, pulse: Pulse) -> None:
    said = noise(3, LOUDSPEAKER_RATE)
    with pulse.hearing() as heard:
        loudspeaker.play(Speech(said, LOUDSPEAKER_RATE))
        assert not loudspeaker.wait_until_silent(0.7)
        played = loudspeaker.played_seconds()
        loudspeaker.stop_now()
        assert loudspeaker.wait_until_silent(0)
        heard.wait_for(0.3)
        sound = sounding(heard.samples())
        assert np.array_equal(sound, said[: sound.size])
        stopped = loudspeaker.played_seconds()
        assert stopped == loudspeaker.queued_seconds()
        assert 0.5 < played <= stopped < played + 0.1
        assert abs(sound.size / LOUDSPEAKER_RATE - stopped) < 0.030
        again = noise(0.3, LOUDSPEAKER_RATE, seed=5)
        loudspeaker.play(Speech(again, LOUDSPEAKER_RATE))
        assert loudspeaker.wait_until_silent(5)
        heard.wait_for(0.2)
        sound = heard.samples()
        start = find(again, sound)
        assert np.array_equal(sound[start : start + again.size], again)


def test_volume(loudspeaker: Loudspeaker, pulse: Pulse) -> None:
    loudspeaker.volume = 0.25
    with pulse.hearing() as heard:
        loudspeaker.play(Speech(np.full(9600, 0.5, np.float32), LOUDSPEAKER_RATE))
        assert loudspeaker.wait_until_silent(5)
        heard.wait_for(0.2)
    assert np.allclose(sounding(heard.samples()), 0.125, atol=1e-4)


def test_a_lost_loudspeaker_comes_back_and_speaks(system: PortAudio, pulse: Pulse) -> None:
    clock, events = ShiftedClock(), list[DeviceEvent]()
    with closing(Loudspeaker(system, LOUDSPEAKER, tell=events.append, clock=clock)) as loudspeaker:
        for _ in range(10):
            loudspeaker.play(Speech(noise(5, LOUDSPEAKER_RATE), LOUDSPEAKER_RATE))
            pulse.unplug_loudspeaker()
            clock.ahead += 1
            assert loudspeaker.wait_until_silent(5)  # nobody waits for a device that is gone
            assert isinstance(events[-1], DeviceLost)
            before = loudspeaker.played_seconds()
            loudspeaker.play(Speech(noise(1), 16_000))
            assert loudspeaker.queued_seconds() == before
            pulse.plug_loudspeaker()
            clock.ahead += 1
        assert [type(event) for event in events] == [DeviceLost, *[DeviceBack, DeviceLost] * 9]
        said = noise(0.4, LOUDSPEAKER_RATE)
        with pulse.hearing() as heard:
            loudspeaker.play(Speech(said, LOUDSPEAKER_RATE))
            assert isinstance(events[-1], DeviceBack)
            assert loudspeaker.wait_until_silent(5)
            assert loudspeaker.played_seconds() == pytest.approx(before + 0.4)
            heard.wait_for(0.2)
        assert np.array_equal(sounding(heard.samples()), said)


def test_a_name_that_is_not_there_is_refused_with_what_is(system: PortAudio) -> None:
    with pytest.raises(NoLoudspeaker) as caught:
        Loudspeaker(system, "Other")
    assert "Null Output" in str(caught.value.facts["present"])
