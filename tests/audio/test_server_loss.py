"""The whole sound server goes away and comes back."""

from __future__ import annotations

from contextlib import closing

import numpy as np
import pytest

from garita.audio.loudspeaker import Loudspeaker
from garita.audio.microphone import Microphone
from garita.audio.portaudio import PortAudio
from garita.audio.ports import DeviceBack, DeviceEvent, DeviceLost
from garita.errors import NoLoudspeaker, NoMicrophone
from garita.sound import Speech
from tests.audio import pulse as server
from tests.audio.pulse import LOUDSPEAKER_RATE, find, noise
from tests.audio.test_microphone_real import ShiftedClock, event, heard, joined


def test_both_devices_come_back_with_the_server() -> None:
    clock, events = ShiftedClock(), list[DeviceEvent]()
    with server.running() as pulse:
        system = PortAudio()
        system.refresh()
        with (
            closing(Microphone(system, clock=clock)) as microphone,
            closing(Loudspeaker(system, tell=events.append, clock=clock)) as loudspeaker,
        ):
            for _ in range(3):
                heard(microphone, 0.1)
                pulse.stop()
                clock.ahead += 1
                lost = event(microphone, DeviceLost)
                assert isinstance(lost, DeviceLost)
                loudspeaker.play(Speech(noise(1, LOUDSPEAKER_RATE), LOUDSPEAKER_RATE))
                clock.ahead += 3
                assert loudspeaker.wait_until_silent(5)
                assert isinstance(events[-1], DeviceLost)
                pulse.start()
                clock.ahead += 1
                assert microphone.get(0) is None  # PortAudio is started over first
                clock.ahead += 1
                event(microphone, DeviceBack)
                loudspeaker.play(Speech(noise(0.1, LOUDSPEAKER_RATE), LOUDSPEAKER_RATE))
                clock.ahead += 1
            said = noise(0.5)
            with pulse.speaking(said):
                sound = joined(heard(microphone, 1.2))
            start = find(said, sound)
            assert np.array_equal(sound[start : start + said.size], said)
            loudspeaker.play(Speech(noise(0.1, LOUDSPEAKER_RATE), LOUDSPEAKER_RATE))
            assert isinstance(events[-1], DeviceBack)


def test_a_computer_without_any_device_is_one_error() -> None:
    with server.running() as pulse:
        pulse.stop()
        system = PortAudio()
        with pytest.raises(NoMicrophone):
            Microphone(system)
        with pytest.raises(NoLoudspeaker):
            Loudspeaker(system)
