"""PortAudio: missing, without devices, started over; its list without a sound server."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import numpy as np
import pytest

from garita.audio.devices import Device, choose
from garita.audio.loudspeaker import Loudspeaker
from garita.audio.microphone import Microphone
from garita.audio.portaudio import PortAudio
from garita.audio.ports import DeviceBack, DeviceLost
from garita.audio.pulse_server import PulseServer
from garita.errors import DeviceFailed, ExtraMissing, NoMicrophone, SoundSystemMissing
from garita.sound import RATE, Block, Speech
from tests.audio.pulse import LOUDSPEAKER_RATE, Pulse, noise
from tests.audio.test_microphone_real import ShiftedClock, event


def no_server(*_: str) -> bytes:
    return b""


class FakeSoundDevice:
    """The lists of sounddevice on a Windows computer; opens nothing."""

    class PortAudioError(Exception):
        pass

    def query_hostapis(self) -> list[dict[str, Any]]:
        return [
            {"name": "MME", "default_input_device": 0, "default_output_device": -1},
            {"name": "Windows WASAPI", "default_input_device": 2, "default_output_device": 4},
        ]

    def query_devices(self) -> list[dict[str, Any]]:
        names = ["Microphone (USB Audio Devi", "USB Microphone", "USB Microphone", "Boxes [Loopback]", "Boxes"]
        return [
            {
                "name": name, "index": n, "hostapi": int(n > 0), "max_input_channels": 2 * (n < 4),
                "max_output_channels": 2 * (n == 4), "default_samplerate": 48000.0,
            }
            for n, name in enumerate(names)
        ]  # fmt: skip

    def InputStream(self, **options: Any) -> Any:
        raise self.PortAudioError("Error opening InputStream: Device unavailable [PaErrorCode -9985]")


def test_a_missing_library_is_one_error() -> None:
    def without_library() -> Any:
        raise OSError("PortAudio library not found")

    def without_package() -> Any:
        raise ModuleNotFoundError("No module named 'sounddevice'")

    with pytest.raises(SoundSystemMissing, match="PortAudio library not found"):
        PortAudio(load=without_library)
    with pytest.raises(ExtraMissing):
        PortAudio(load=without_package)


def test_one_host_api_with_whole_names_twins_numbered_and_loopbacks_marked() -> None:
    system = PortAudio(PulseServer(no_server), FakeSoundDevice)
    assert [(one.name, one.direction, one.monitor, one.default) for one in system.devices()] == [
        ("USB Microphone", "input", False, False),
        ("USB Microphone (2)", "input", False, True),
        ("Boxes [Loopback]", "input", True, False),
        ("Boxes", "output", False, True),
    ]


def test_a_device_in_use_is_one_error_in_portaudios_words() -> None:
    system = PortAudio(PulseServer(no_server), FakeSoundDevice)
    with pytest.raises(DeviceFailed) as caught:
        system.open_input(system.devices()[0], 16_000, 1, lambda *_: None, lambda: None)
    assert caught.value.facts == {"name": "USB Microphone", "reason": "Device unavailable"}


def test_a_library_that_does_not_start_again_has_no_devices_until_it_does() -> None:
    class Stuck(FakeSoundDevice):
        running = True
        may_start = False

        def _terminate(self) -> None:
            if not self.running:
                raise self.PortAudioError("PortAudio not initialized")
            self.running = False

        def _initialize(self) -> None:
            if not self.may_start:
                raise self.PortAudioError("Unanticipated host error")
            self.running = True

        def query_devices(self) -> list[dict[str, Any]]:
            if not self.running:
                raise self.PortAudioError("PortAudio not initialized")
            return super().query_devices()

    sound = Stuck()
    system = PortAudio(PulseServer(no_server), lambda: sound)
    for _ in range(3):
        assert system.refresh()
        assert system.devices() == []
    sound.may_start = True
    assert system.refresh()
    assert system.devices()


def test_a_server_that_went_away_leaves_no_device_to_take_by_mistake(system: PortAudio) -> None:
    answers = [b"{}", b"[]", b"[]"]
    portaudio = PortAudio(PulseServer(lambda *_: answers.pop(0) if answers else b""))
    assert portaudio.devices() == []
    assert portaudio.devices() == []
    with pytest.raises(NoMicrophone):
        choose(portaudio.devices(), "input")


def test_a_servers_list_needs_no_starting_over(system: PortAudio) -> None:
    with closing(Microphone(system)) as microphone:
        assert system.refresh()
        assert all(isinstance(microphone.get(2), Block) for _ in range(20))


def test_starting_over_waits_for_speech_and_its_streams_come_back(pulse: Pulse) -> None:
    system = PortAudio(PulseServer(no_server))
    system.refresh()
    with closing(Microphone(system)) as microphone, closing(Loudspeaker(system)) as loudspeaker:
        loudspeaker.play(Speech(noise(0.4, LOUDSPEAKER_RATE), LOUDSPEAKER_RATE))
        assert not system.refresh()
        assert loudspeaker.wait_until_silent(5)
        assert system.refresh()
        kinds = [type(microphone.get(2)) for _ in range(40)]
        assert [kind for kind in kinds if kind is not Block] == [DeviceLost, DeviceBack]
        assert kinds[-1] is Block
        with pulse.hearing() as heard:
            loudspeaker.play(Speech(noise(0.2, LOUDSPEAKER_RATE), LOUDSPEAKER_RATE))
            assert loudspeaker.wait_until_silent(5)
            heard.wait_for(0.1)
        assert heard.samples().any()


def test_a_name_the_server_does_not_know_is_refused(system: PortAudio) -> None:
    gone = Device("Gone", "input", choose(system.devices(), "input").index, 48_000, 1, address="gone")
    with pytest.raises(DeviceFailed):
        system.open_input(gone, 16_000, 1, lambda *_: None, lambda: None)


def test_a_stream_stays_where_the_user_moves_it_unless_it_is_a_monitor(system: PortAudio, pulse: Pulse) -> None:
    clock = ShiftedClock()
    with (
        closing(Microphone(system, clock=clock)) as microphone,
        closing(Loudspeaker(system, clock=clock)) as loudspeaker,
    ):
        pulse.pactl("move-sink-input", pulse.streams("sink-inputs")[0], "mic")
        said = noise(0.4, RATE)
        loudspeaker.play(Speech(said, RATE))
        clock.ahead += 1
        assert loudspeaker.wait_until_silent(5)
        assert loudspeaker.played_seconds() == pytest.approx(0.4)  # it was not given up
        blocks = [one.samples for one in iter(lambda: microphone.get(0), None) if isinstance(one, Block)]
        assert np.concatenate(blocks).any()  # what we said into the microphone's own sink
        pulse.pactl("move-source-output", pulse.streams("source-outputs")[0], "spk.monitor")
        clock.ahead += 1
        assert isinstance(event(microphone, DeviceLost), DeviceLost)
