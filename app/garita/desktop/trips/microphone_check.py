"""Listens to a microphone so that the student sees it work: its level, and whether speech is heard.

A thread of its own takes the sound and ends when it is told to; the signals arrive on the main thread. Knows no widget
and keeps no sound.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from garita.audio.devices import SoundSystem
    from garita.session.listening import Detector


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
        detector: Callable[[], Detector] | None = None,
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
        tell = partial(self._arrived.emit, self._number)
        args = (self._stop, tell, self._sound, self._make_detector, name, look_again, before)
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


def _listen(
    stop: threading.Event,
    tell: Callable[[str, object], None],
    sound: Callable[[], SoundSystem],
    detector: Callable[[], Detector] | None,
    name: str,
    look_again: bool,
    before: threading.Thread | None,
) -> None:
    """On the thread: what listens is imported there, because that takes longer than the window to be drawn."""
    from garita.desktop.trips.microphone_thread import Run, listen

    listen(Run(stop, tell), sound, detector, name, look_again, before)
