"""A microphone that is unplugged and plugged in again, on a real sound server."""

from __future__ import annotations

from contextlib import closing

import numpy as np
import pytest

from garita.audio.microphone import Microphone
from garita.audio.portaudio import PortAudio
from garita.audio.ports import DeviceBack, DeviceLost
from tests.audio.pulse import MICROPHONE, Pulse, find, noise
from tests.audio.test_microphone_real import ShiftedClock, event, heard, joined


@pytest.mark.parametrize(("name", "times"), [(MICROPHONE, 50), ("", 5)])
def test_a_lost_microphone_comes_back_every_time(system: PortAudio, pulse: Pulse, name: str, times: int) -> None:
    clock = ShiftedClock()
    with closing(Microphone(system, name, clock=clock)) as microphone:
        for _ in range(times):
            heard(microphone, 0.03)
            pulse.unplug_microphone()
            clock.ahead += 1
            lost = event(microphone, DeviceLost)
            assert isinstance(lost, DeviceLost)
            assert lost.error.facts["name"] == microphone.name
            assert microphone.get(0) is None  # and nothing from a loudspeaker's monitor
            pulse.plug_microphone()
            clock.ahead += 1
            event(microphone, DeviceBack)
        said = noise(0.5)
        with pulse.speaking(said):
            sound = joined(heard(microphone, 1.2))
        start = find(said, sound)
        assert np.array_equal(sound[start : start + said.size], said)
