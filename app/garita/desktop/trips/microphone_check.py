"""Listens to a microphone so that the student sees it work: its level, and whether speech is heard.

A thread of its own takes the sound and ends when it is told to; the signals arrive on the main thread. Knows no widget
and keeps no sound.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QObject, Signal

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


class MicrophoneCheck(QObject):
    """One microphone at a time.

    Signals:
        devices(list[str]): the microphones there are, without loudspeakers' monitors.
        opened(str): this one is listened to.
        level(float): dB below full scale, about thirty times a second.
        speech(): somebody speaks.
        failed(GaritaError): there is none, or it cannot be opened.
        told(Notice): it is lost, is back, or gives nothing but zeros.
    """

    devices = Signal(list)
    opened = Signal(str)
    level = Signal(float)
    speech = Signal()
    failed = Signal(object)
    told = Signal(object)
    _arrived = Signal(int, object, object)

    def __init__(
        self,
        sound: Callable[[], SoundSystem],
        detector: Callable[[], Detector] = VoiceDetector,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sound, self._make_detector = sound, detector
        self._number = 0  # of the present listening; what an older one still says is not passed on
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._arrived.connect(self._pass_on)

    @property
    def listening(self) -> bool:
        """Whether a microphone is being listened to."""
        return self._thread is not None and not self._stop.is_set()

    def start(self, name: str = "", *, look_again: bool = False) -> None:
        """Listen to the microphone of this name, the system's without one; ``look_again``: to what is plugged in."""
        self.stop()
        before, self._stop = self._thread, threading.Event()
        self._number += 1
        run = _Run(self._number, self._stop, self._arrived.emit)
        args = (run, self._sound, self._make_detector, name, look_again, before)
        self._thread = threading.Thread(target=_listen, args=args, name="microphone check")
        self._thread.start()

    def stop(self) -> None:
        """Give the microphone back; returns at once."""
        self._stop.set()

    def close(self) -> None:
        """Give the microphone back and wait until that is done."""
        self.stop()
        if self._thread:
            self._thread.join()
            self._thread = None

    def _pass_on(self, number: int, signal: str, value: object) -> None:
        if number == self._number and not self._stop.is_set():
            emitter = getattr(self, signal)
            emitter.emit() if value is None else emitter.emit(value)


class _Run:
    """One listening, as its thread sees it."""

    def __init__(self, number: int, stop: threading.Event, emit: Callable[[int, str, object], None]) -> None:
        self._number, self._stop, self._emit = number, stop, emit
        self._level = _QUIETEST
        self._speaking = 0

    @property
    def over(self) -> bool:
        return self._stop.is_set()

    def say(self, signal: str, value: object = None) -> None:
        if not self.over:
            self._emit(self._number, signal, value)

    def hear(self, heard: Heard | None, detector: Detector | None) -> None:
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


def _listen(
    run: _Run,
    sound: Callable[[], SoundSystem],
    make_detector: Callable[[], Detector],
    name: str,
    look_again: bool,
    before: threading.Thread | None,
) -> None:
    """On the thread: open, listen until it is over, close. The listening before has its device no longer."""
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


def _detector(make: Callable[[], Detector]) -> Detector | None:
    """Without one the level is still shown."""
    try:
        return make()
    except GaritaError:
        return None
