"""The thread of a microphone check: opens a microphone, tells its level and whether somebody speaks, gives it back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing

from garita.audio.devices import SoundSystem
from garita.audio.microphone import Microphone
from garita.audio.ports import DeviceBack, DeviceLost, Heard, OnlyZeros
from garita.audio.vad import BELIEVED, SPEECH, VoiceDetector
from garita.desktop.jobs import note
from garita.errors import GaritaError
from garita.messages import Notice
from garita.session.listening import Detector
from garita.sound import Block, decibels

_TAKE = 0.1  # seconds after which the thread looks whether it is to end
_FALL = 3.0  # dB a block by which the shown level sinks, so that the eye can follow
_QUIETEST = -60.0


class Run:
    """One listening; ``emit`` tells signal and value, until ``stop`` is set."""

    def __init__(self, stop: threading.Event, emit: Callable[[str, object], None]) -> None:
        self._stop, self._emit = stop, emit
        self._level = _QUIETEST
        self._speaking = 0

    @property
    def over(self) -> bool:
        """Nobody wants to hear more."""
        return self._stop.is_set()

    def say(self, signal: str, value: object = None) -> None:
        """Tell it unless it is over."""
        if not self.over:
            self._emit(signal, value)

    def hear(self, heard: Heard | None, detector: Detector | None) -> None:
        """Take what the microphone gave."""
        match heard:
            case Block():
                self._level = max(decibels(heard.samples), self._level - _FALL, _QUIETEST)
                self.say("level", self._level)
                self._listen_for_speech(heard, detector)
            case DeviceLost(error=error):
                self.say("told", Notice(turn=0, key="device_lost", facts={"name": str(error.facts["name"])}))
            case DeviceBack(name=name):
                self.say("told", Notice(turn=0, key="device_back", facts={"name": name}))
            case OnlyZeros(name=name):
                self.say("told", Notice(turn=0, key="microphone_silent", facts={"name": name}))

    def _listen_for_speech(self, block: Block, detector: Detector | None) -> None:
        if detector is None:
            return
        self._speaking = self._speaking + 1 if detector.probability(block) >= SPEECH else 0
        if self._speaking == BELIEVED:
            self.say("speech")


def listen(
    run: Run,
    sound: Callable[[], SoundSystem],
    make_detector: Callable[[], Detector] | None,
    name: str,
    look_again: bool,
    before: threading.Thread | None,
) -> None:
    """Open, listen until it is over, close. The listening before has its device no longer."""
    if before:
        before.join()
    try:
        system = sound()
        if look_again:
            system.refresh()
        run.say("devices", [each.name for each in system.devices() if each.direction == "input" and not each.monitor])
        with closing(Microphone(system, name)) as microphone:
            run.say("opened", microphone.name)
            detector = _detector(make_detector)
            while not run.over:
                run.hear(microphone.get(_TAKE), detector)
    except GaritaError as error:
        run.say("failed", error)
    except Exception as error:  # a bug must not leave the student waiting at a dead meter
        note(error)
        run.say("failed", error)


def _detector(make: Callable[[], Detector] | None) -> Detector | None:
    """Without one the level is still shown."""
    try:
        return make() if make else VoiceDetector()
    except GaritaError:
        return None
