"""The microphone against a driver played by the test: rates refused, devices that fail in every way, zeros."""

from __future__ import annotations

import threading
from contextlib import closing

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from garita.audio.microphone import Microphone
from garita.audio.ports import DeviceBack, DeviceLost, Heard, OnlyZeros
from garita.errors import DeviceFailed, NoMicrophone
from garita.sound import BLOCK, RATE, Block, Samples
from tests.audio.fake_system import CAMERA, HEADSET, MONITOR, FakeClock, FakeSystem
from tests.audio.pulse import noise


def everything(microphone: Microphone) -> list[Heard]:
    found = []
    while (heard := microphone.get(0)) is not None:
        found.append(heard)
    return found


def sound(heard: list[Heard]) -> Samples:
    blocks = [one.samples for one in heard if isinstance(one, Block)]
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def tone(rate: int, seconds: float) -> Samples:
    return (0.5 * np.sin(2 * np.pi * 300 * np.arange(round(rate * seconds)) / rate)).astype(np.float32)


@settings(max_examples=30, deadline=None)
@given(lengths=st.lists(st.integers(1, 2000), min_size=1, max_size=10))
def test_whatever_the_driver_brings_is_cut_into_blocks_in_order(lengths: list[int]) -> None:
    system, clock, said = FakeSystem(HEADSET), FakeClock(), noise(2)
    with closing(Microphone(system, clock=clock)) as microphone:
        at = 0
        for length in lengths:
            at += length
            system.streams[0].give(said[at - length : at], 100 + at / RATE)
        heard = everything(microphone)
    assert np.array_equal(sound(heard), said[: at // BLOCK * BLOCK])
    times = [one.time for one in heard if isinstance(one, Block)]
    assert times == pytest.approx([100 + (n + 1) * BLOCK / RATE for n in range(len(times))])


@settings(max_examples=30, deadline=None)
@given(late=st.lists(st.floats(0, 0.3), min_size=1, max_size=20))
def test_times_never_run_backwards_however_late_they_are_told(late: list[float]) -> None:
    system, said = FakeSystem(HEADSET), noise(1)[:BLOCK]
    with closing(Microphone(system, clock=FakeClock())) as microphone:
        for number, delay in enumerate(late, 1):
            system.streams[0].give(said, 100 + number * BLOCK / RATE + delay)
        times = [one.time for one in everything(microphone) if isinstance(one, Block)]
    assert times == sorted(times)
    assert len(times) == len(late)
    assert all(time >= 100 + number * BLOCK / RATE - 1e-6 for number, time in enumerate(times, 1))


@pytest.mark.parametrize(("accepted", "way"), [((48_000, 1), (48_000, 1)), ((48_000, 2), (48_000, 2))])
def test_a_device_that_refuses_our_rate_is_resampled(accepted: tuple[int, int], way: tuple[int, int]) -> None:
    system, clock = FakeSystem(HEADSET), FakeClock()
    system.refuses = lambda _, rate, channels: (rate, channels) != accepted
    with closing(Microphone(system, clock=clock)) as microphone:
        stream = system.streams[0]
        assert (stream.rate, stream.channels) == way
        said = tone(48_000, 1)
        for at in range(0, said.size, 1536):
            stream.give(said[at : at + 1536], 100 + min(at + 1536, said.size) / 48_000)
        heard = everything(microphone)
    samples = sound(heard)
    assert samples.size > 0.9 * RATE
    assert np.abs(samples[500:] - tone(RATE, 1)[500 : samples.size]).max() < 1e-3
    last = [one for one in heard if isinstance(one, Block)][-1]
    assert last.time == pytest.approx(100 + samples.size / RATE, abs=0.002)  # the resampler's delay is taken off


def test_a_device_that_refuses_everything_is_an_error_after_a_fresh_look() -> None:
    system = FakeSystem(HEADSET)
    system.refuses = lambda *_: True
    with pytest.raises(DeviceFailed):
        Microphone(system)
    assert system.refreshes == 1


def test_a_monitor_is_taken_only_by_name() -> None:
    with pytest.raises(NoMicrophone):
        Microphone(FakeSystem(MONITOR))
    with closing(Microphone(FakeSystem(HEADSET, MONITOR), "monitor of speakers")) as microphone:
        assert microphone.name == MONITOR.name


def test_a_device_that_ends_in_mid_block_is_told_and_comes_back() -> None:
    system, clock = FakeSystem(HEADSET, CAMERA), FakeClock()
    with closing(Microphone(system, "Headset", clock=clock)) as microphone:
        for _ in range(50):
            stream = system.streams[-1]
            stream.give(noise(1)[:700], clock.now)
            system.present.remove(HEADSET)
            stream.on_end()
            stream.give(noise(1)[:700], clock.now)  # too late: what a lost device still brings is not heard
            block, lost = everything(microphone)
            assert isinstance(block, Block)
            assert isinstance(lost, DeviceLost)
            assert lost.error.facts == {"name": "Headset", "reason": "it stopped"}
            assert stream.closed
            clock.now += 1
            assert everything(microphone) == []  # the camera was not chosen
            system.present.append(HEADSET)
            clock.now += 1
            assert everything(microphone) == [DeviceBack("Headset")]
        system.streams[-1].give(noise(1)[:BLOCK], clock.now)  # no half block of before is glued to it
        assert np.array_equal(sound(everything(microphone)), noise(1)[:BLOCK])


def test_without_a_choice_another_microphone_takes_over_but_no_monitor() -> None:
    system, clock = FakeSystem(HEADSET, MONITOR), FakeClock()
    with closing(Microphone(system, clock=clock)) as microphone:
        system.present.remove(HEADSET)
        system.streams[0].is_moved = True  # the sound server has put us on the monitor
        clock.now += 1
        assert isinstance(microphone.get(0), DeviceLost)
        clock.now += 5
        assert microphone.get(0) is None
        system.present.append(CAMERA)
        clock.now += 1
        assert microphone.get(0) == DeviceBack("Camera")


def test_a_device_that_falls_silent_is_given_up_and_one_that_is_heard_late_is_not() -> None:
    system, clock = FakeSystem(HEADSET), FakeClock()
    with closing(Microphone(system, clock=clock)) as microphone:
        clock.now += 1.5
        assert microphone.get(0) is None
        system.streams[0].give(noise(1)[:BLOCK], clock.now)
        clock.now += 5  # nobody listened for a while, but the block was there
        assert isinstance(microphone.get(0), Block)
        assert isinstance(microphone.get(0), DeviceLost)
        assert microphone.get(0) == DeviceBack("Headset")


def test_only_zeros_are_told_once_and_not_where_there_was_sound() -> None:
    system, clock = FakeSystem(HEADSET), FakeClock()
    silence = np.zeros(RATE, np.float32)
    with closing(Microphone(system, clock=clock)) as microphone:
        for second in range(8):
            system.streams[0].give(silence, clock.now + second)
        events = [one for one in everything(microphone) if not isinstance(one, Block)]
        assert events == [OnlyZeros("Headset", 3.0)]
    with closing(Microphone(system, clock=clock)) as microphone:
        system.streams[-1].give(noise(1)[:10], clock.now)
        for second in range(8):
            system.streams[-1].give(silence, clock.now + second)
        assert all(isinstance(one, Block) for one in everything(microphone))


def test_draining_keeps_events_and_forgets_half_blocks() -> None:
    system, clock = FakeSystem(HEADSET), FakeClock()
    with closing(Microphone(system, clock=clock)) as microphone:
        system.streams[0].give(noise(1)[:700], clock.now)
        system.streams[0].on_end()
        microphone.drain()
        assert [type(one) for one in everything(microphone)] == [DeviceLost, DeviceBack]
        system.streams[-1].give(noise(1)[:700], clock.now)
        microphone.drain()
        system.streams[-1].give(noise(1, seed=4)[:BLOCK], clock.now)
        assert np.array_equal(sound(everything(microphone)), noise(1, seed=4)[:BLOCK])


def test_closing_wakes_who_waits() -> None:
    microphone = Microphone(FakeSystem(HEADSET))
    answers: list[Heard | None] = []
    waiting = threading.Thread(target=lambda: answers.append(microphone.get(30)))
    waiting.start()
    microphone.close()
    waiting.join(1)
    assert answers == [None]
    microphone.close()
    assert microphone.get(0) is None
