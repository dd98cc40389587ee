"""The loudspeaker against a driver played by the test: counting, stopping, devices that fail."""

from __future__ import annotations

from contextlib import closing

import numpy as np
import pytest

from garita.audio.loudspeaker import Loudspeaker
from garita.audio.ports import DeviceBack, DeviceEvent, DeviceLost
from garita.errors import DeviceFailed, NoLoudspeaker
from garita.sound import Speech
from tests.audio.fake_system import HEADSET, SPEAKERS, FakeClock, FakeSystem
from tests.audio.pulse import noise

RATE = SPEAKERS.rate


def test_what_has_sounded_is_counted_when_it_reaches_the_air() -> None:
    system, clock = FakeSystem(SPEAKERS), FakeClock()
    said = noise(1, RATE)
    with closing(Loudspeaker(system, clock=clock)) as loudspeaker:
        loudspeaker.play(Speech(said, RATE))
        assert (loudspeaker.queued_seconds(), loudspeaker.played_seconds()) == (1, 0)
        stream = system.streams[0]
        assert np.array_equal(stream.take(4800, 100.05), said[:4800])
        assert np.array_equal(stream.take(4800, 100.15), said[4800:9600])
        clock.now = 100.04
        assert loudspeaker.played_seconds() == 0
        clock.now = 100.10
        assert loudspeaker.played_seconds() == pytest.approx(0.05)
        clock.now = 100.20
        assert loudspeaker.played_seconds() == pytest.approx(0.15)
        clock.now = 101.0  # the driver asked for no more
        assert loudspeaker.played_seconds() == pytest.approx(0.2)
        assert not loudspeaker.wait_until_silent(0)


def test_a_gap_between_speeches_is_silence_and_not_counted() -> None:
    system, clock = FakeSystem(SPEAKERS), FakeClock()
    said = noise(1, RATE)
    with closing(Loudspeaker(system, clock=clock)) as loudspeaker:
        stream = system.streams[0]
        loudspeaker.play(Speech(said[:1000], RATE))
        taken = stream.take(4800, 100.0)
        assert np.array_equal(taken[:1000], said[:1000])
        assert not taken[1000:].any()
        assert not stream.take(4800, 100.1).any()
        loudspeaker.play(Speech(said[1000:1500], RATE))
        assert np.array_equal(stream.take(500, 100.2), said[1000:1500])
        clock.now = 100.15
        assert loudspeaker.played_seconds() == pytest.approx(1000 / RATE)
        clock.now = 100.3
        assert loudspeaker.wait_until_silent(0)
        assert loudspeaker.played_seconds() == loudspeaker.queued_seconds() == 1500 / RATE


def test_stop_drops_here_and_in_the_device_and_settles_the_count() -> None:
    system, clock = FakeSystem(SPEAKERS), FakeClock()
    with closing(Loudspeaker(system, clock=clock)) as loudspeaker:
        stream = system.streams[0]
        loudspeaker.stop_now()
        assert stream.restarts == 0  # nothing to stop
        loudspeaker.play(Speech(noise(1, 16_000), 16_000))
        stream.take(9600, 100.05)
        clock.now = 100.15
        loudspeaker.stop_now()
        assert stream.restarts == 1
        assert loudspeaker.played_seconds() == loudspeaker.queued_seconds() == pytest.approx(0.1)
        assert loudspeaker.wait_until_silent(0)
        assert not stream.take(9600, 100.2).any()
        clock.now = 110
        assert loudspeaker.played_seconds() == pytest.approx(0.1)


def test_resampled_speech_is_whole_when_silence_is_waited_for() -> None:
    system, clock = FakeSystem(SPEAKERS), FakeClock()
    with closing(Loudspeaker(system, clock=clock)) as loudspeaker:
        for rate in (22_050, 16_000, 22_050):
            loudspeaker.play(Speech(np.full(rate // 10, 0.5, np.float32), rate))
        assert not loudspeaker.wait_until_silent(0)
        taken = system.streams[0].take(RATE, 100.0)
        assert abs(np.flatnonzero(np.abs(taken) > 0.1).size - 0.3 * RATE) < 300
        clock.now = 101
        loudspeaker.play(Speech(np.zeros(0, np.float32), RATE))
        assert loudspeaker.wait_until_silent(0)
        assert loudspeaker.played_seconds() == pytest.approx(0.3)


def test_whoever_only_counts_gets_the_whole_speech_too() -> None:
    system, clock = FakeSystem(SPEAKERS), FakeClock()
    with closing(Loudspeaker(system, clock=clock)) as loudspeaker:
        for _ in range(4):
            loudspeaker.play(Speech(np.full(5512, 0.5, np.float32), 22_050))
        taken = 0
        while loudspeaker.played_seconds() < loudspeaker.queued_seconds():
            taken += np.count_nonzero(np.abs(system.streams[0].take(480, clock.now + 0.05)) > 0.1)
            clock.now += 0.01
            assert clock.now < 102
        assert abs(taken - 4 * 5512 / 22_050 * RATE) < 300


def test_whoever_only_counts_is_not_kept_waiting_by_a_lost_device() -> None:
    system, clock = FakeSystem(SPEAKERS), FakeClock()
    with closing(Loudspeaker(system, clock=clock)) as loudspeaker:
        loudspeaker.play(Speech(noise(1, RATE), RATE))
        system.present.clear()
        system.streams[0].on_end()
        assert loudspeaker.played_seconds() == loudspeaker.queued_seconds() == 0


def test_volume_holds_at_once_and_over_a_new_device() -> None:
    system, clock = FakeSystem(SPEAKERS), FakeClock()
    with closing(Loudspeaker(system, clock=clock)) as loudspeaker:
        loudspeaker.play(Speech(np.ones(100, np.float32), RATE))
        loudspeaker.volume = 0.5
        assert system.streams[0].take(50, 100)[0] == 0.5
        system.streams[0].on_end()
        loudspeaker.play(Speech(np.ones(100, np.float32), RATE))
        assert system.streams[1].take(50, 100)[0] == 0.5
        assert loudspeaker.volume == 0.5


@pytest.mark.parametrize("way", ["ended", "still", "moved"])
def test_a_device_that_fails_is_told_and_speech_goes_on_when_it_is_back(way: str) -> None:
    system, clock, events = FakeSystem(SPEAKERS), FakeClock(), list[DeviceEvent]()
    with closing(Loudspeaker(system, "Speakers", tell=events.append, clock=clock)) as loudspeaker:
        loudspeaker.play(Speech(noise(1, RATE), RATE))
        system.streams[0].take(4800, 100.0)
        clock.now = 101.5
        system.present.clear()
        if way == "ended":
            system.streams[0].on_end()
        elif way == "still":
            clock.now += 3
        else:
            system.streams[0].is_moved = True
        assert loudspeaker.wait_until_silent(0)
        (lost,) = events
        assert isinstance(lost, DeviceLost)
        assert loudspeaker.played_seconds() == loudspeaker.queued_seconds() == pytest.approx(0.1)
        loudspeaker.play(Speech(noise(1, RATE), RATE))  # dropped
        assert loudspeaker.queued_seconds() == pytest.approx(0.1)
        system.present.append(SPEAKERS)
        clock.now += 1
        loudspeaker.play(Speech(noise(1, RATE)[:4800], RATE))
        assert events[1:] == [DeviceBack("Speakers")]
        system.streams[-1].take(4800, clock.now)
        clock.now += 1
        assert loudspeaker.wait_until_silent(0)
        assert loudspeaker.played_seconds() == pytest.approx(0.2)


def test_where_no_device_was_chosen_the_system_may_move_us() -> None:
    system, clock = FakeSystem(SPEAKERS), FakeClock()
    with closing(Loudspeaker(system, clock=clock)) as loudspeaker:
        loudspeaker.play(Speech(noise(1, RATE), RATE))
        system.streams[0].is_moved = True
        system.streams[0].take(480, 100.0)
        clock.now += 1.5
        assert loudspeaker.played_seconds() == pytest.approx(0.01)
        assert loudspeaker.queued_seconds() == 1


def test_without_a_device_there_is_one_error() -> None:
    with pytest.raises(NoLoudspeaker):
        Loudspeaker(FakeSystem(HEADSET))
    system = FakeSystem(SPEAKERS)
    system.refuses = lambda *_: True
    with pytest.raises(DeviceFailed):
        Loudspeaker(system)


def test_after_closing_everything_is_quiet() -> None:
    system, clock = FakeSystem(SPEAKERS), FakeClock()
    loudspeaker = Loudspeaker(system, clock=clock)
    loudspeaker.play(Speech(noise(1, RATE), RATE))
    loudspeaker.close()
    loudspeaker.close()
    assert system.streams[0].closed
    loudspeaker.play(Speech(noise(1, RATE), RATE))
    assert loudspeaker.wait_until_silent(0)
    loudspeaker.stop_now()
