"""The microphone check listens only while it is asked to, tells what it hears, and gives the device back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from garita.audio.vad import BELIEVED
from garita.desktop.trips.microphone_check import MicrophoneCheck
from garita.errors import DeviceFailed, ExtraMissing, GaritaError, NoMicrophone, SoundSystemMissing
from garita.messages import Notice
from garita.session.listening import Detector
from garita.sound import BLOCK, RATE, Block
from tests.audio.fake_system import CAMERA, HEADSET, MONITOR, SPEAKERS, FakeStream, FakeSystem

LOUD = np.full(BLOCK, 0.1, np.float32)  # -20 dB
Make = Callable[..., MicrophoneCheck]


class LoudIsSpeech:
    """A detector that takes everything loud for speech."""

    def reset(self) -> None: ...

    def probability(self, block: Block) -> float:
        return float(np.abs(block.samples).max() > 0.05)


@pytest.fixture
def system() -> FakeSystem:
    return FakeSystem(HEADSET, CAMERA, MONITOR, SPEAKERS)


@pytest.fixture
def check(system: FakeSystem, qtbot: QtBot) -> Iterator[MicrophoneCheck]:
    check = MicrophoneCheck(lambda: system, LoudIsSpeech)
    yield check
    check.close()


def open_stream(qtbot: QtBot, check: MicrophoneCheck, system: FakeSystem, name: str = "") -> FakeStream:
    with qtbot.waitSignal(check.opened):
        check.start(name)
    return system.streams[-1]


def give(stream: FakeStream, blocks: int, level: float = 1.0) -> None:
    """So much sound, at the rate the stream runs at."""
    whole = np.tile(LOUD * level, blocks)
    stream.give(whole if stream.rate == RATE else np.repeat(whole, stream.rate // RATE), 1.0)


def test_microphones_are_listed_without_monitors(check: MicrophoneCheck, qtbot: QtBot) -> None:
    with qtbot.waitSignal(check.devices) as told:
        check.start()
    assert told.args == [["Headset", "Camera"]]


def test_the_chosen_one_is_listened_to(check: MicrophoneCheck, system: FakeSystem, qtbot: QtBot) -> None:
    with qtbot.waitSignal(check.opened) as told:
        check.start("Camera")
    assert told.args == ["Camera"]
    assert system.streams[-1].device == CAMERA
    assert check.listening


def test_the_level_rises_with_the_voice_and_sinks_slowly(
    check: MicrophoneCheck, system: FakeSystem, qtbot: QtBot
) -> None:
    stream = open_stream(qtbot, check, system)
    levels: list[float] = []
    check.level.connect(levels.append)
    give(stream, 1)
    qtbot.waitUntil(lambda: len(levels) == 1)
    give(stream, 3, level=0.0001)
    qtbot.waitUntil(lambda: len(levels) == 4)
    assert levels[0] == pytest.approx(-20, abs=0.1)
    assert levels[1:] == pytest.approx([-23, -26, -29], abs=0.1)


def test_speech_is_told_when_it_is_believed(check: MicrophoneCheck, system: FakeSystem, qtbot: QtBot) -> None:
    stream = open_stream(qtbot, check, system)
    told: list[None] = []
    check.speech.connect(lambda: told.append(None))
    give(stream, BELIEVED - 1)
    give(stream, 1, level=0.0001)
    with qtbot.waitSignal(check.speech):
        give(stream, BELIEVED)
    assert len(told) == 1


def test_stopping_gives_the_device_back_and_nothing_more_is_told(
    check: MicrophoneCheck, system: FakeSystem, qtbot: QtBot
) -> None:
    stream = open_stream(qtbot, check, system)
    levels: list[float] = []
    check.level.connect(levels.append)
    check.stop()
    assert not check.listening
    qtbot.waitUntil(lambda: stream.closed)
    assert not levels


def test_a_new_choice_closes_the_device_before(check: MicrophoneCheck, system: FakeSystem, qtbot: QtBot) -> None:
    first = open_stream(qtbot, check, system)
    second = open_stream(qtbot, check, system, "Camera")
    assert (first.closed, second.closed) == (True, False)
    assert sum(thread.name == "microphone check" for thread in threading.enumerate()) == 1


def test_looking_again_finds_what_was_plugged_in(check: MicrophoneCheck, system: FakeSystem, qtbot: QtBot) -> None:
    system.present = [SPEAKERS]
    with qtbot.waitSignal(check.failed) as told:
        check.start()
    assert isinstance(told.args[0], NoMicrophone)
    system.present = [HEADSET, SPEAKERS]
    before = system.refreshes
    with qtbot.waitSignal(check.opened):
        check.start(look_again=True)
    assert system.refreshes == before + 1


def test_a_lost_device_is_told(check: MicrophoneCheck, system: FakeSystem, qtbot: QtBot) -> None:
    stream = open_stream(qtbot, check, system)
    with qtbot.waitSignal(check.told) as told:
        stream.on_end()
    notice = told.args[0]
    assert isinstance(notice, Notice)
    assert (notice.key, notice.facts) == ("device_lost", {"name": "Headset"})


@pytest.mark.parametrize(
    "error", [SoundSystemMissing(reason="no PortAudio"), DeviceFailed(name="Headset", reason="busy")]
)
def test_no_sound_is_a_failure_that_is_told(qtbot: QtBot, error: GaritaError) -> None:
    def broken() -> FakeSystem:
        raise error

    check = MicrophoneCheck(broken, LoudIsSpeech)
    with qtbot.waitSignal(check.failed) as told:
        check.start()
    assert told.args == [error]
    check.close()


def test_without_a_detector_the_level_is_still_shown(system: FakeSystem, qtbot: QtBot) -> None:
    def missing() -> Detector:
        raise ExtraMissing(extra="voice", package="onnxruntime")

    check = MicrophoneCheck(lambda: system, missing)
    stream = open_stream(qtbot, check, system)
    with qtbot.waitSignal(check.level):
        give(stream, BELIEVED + 1)
    check.close()
