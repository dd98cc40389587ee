"""Lets a recording sound on a thread of its own; asked for another it stops the one before.

Knows sound files and a loudspeaker, nothing of what was said.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from garita.audio.files import read
from garita.audio.ports import SoundSink
from garita.desktop.jobs import note
from garita.sound import RATE, Speech

_LOOK = 0.1  # seconds between two looks whether to stop


class Player(QObject):
    """``speaker`` opens a loudspeaker, which is closed when the recording has sounded.

    Signals:
        ended(int): the recording of this number has sounded, was stopped or failed.
        failed(object): why it could not be heard.
    """

    ended = Signal(int)
    failed = Signal(object)

    def __init__(self, speaker: Callable[[], SoundSink], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self.playing: int | None = None
        self.ended.connect(self._note_end)

    def play(self, number: int, file: Path) -> None:
        """Let it sound."""
        self.stop()
        self._stop = threading.Event()
        self.playing = number
        self._thread = threading.Thread(target=self._sound, args=(number, file, self._stop), name="replay")
        self._thread.start()

    def stop(self) -> None:
        """Be silent; returns when it is."""
        self._stop.set()
        thread, self._thread = self._thread, None
        if thread:
            thread.join()
        self.playing = None

    def _sound(self, number: int, file: Path, stop: threading.Event) -> None:
        try:
            samples = read(file)
            speaker = self._speaker()
            try:
                speaker.play(Speech(samples, RATE))
                while not stop.is_set() and not speaker.wait_until_silent(_LOOK):
                    pass
                speaker.stop_now()
            finally:
                speaker.close()
        except BaseException as error:
            note(error)
            self.failed.emit(error)
        self.ended.emit(number)

    def _note_end(self, number: int) -> None:
        if number == self.playing:
            self.playing = None
