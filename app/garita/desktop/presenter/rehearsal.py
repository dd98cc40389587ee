"""Plays the rehearsed conversation by itself: waits for the officer, says the traveller's next line, and so on.

The officer is the real one; only the traveller is rehearsed, with a voice of its own where there is a loudspeaker.
Knows a conversation and a script, no widget.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing, suppress

from PySide6.QtCore import QObject, QTimer, Signal

from garita import wiring_voice
from garita.audio.devices import SoundSystem
from garita.desktop.booth.conversation import Conversation
from garita.desktop.context import Context
from garita.desktop.jobs import Job, Progress
from garita.desktop.presenter.script import Script, answer
from garita.engines.voices import choose
from garita.errors import Cancelled, GaritaError
from garita.roleplay.spoken import spoken
from garita.settings import Settings

_THINKS = 700  # milliseconds before the traveller answers
_READS = 0.055  # seconds a letter, where nothing sounds
_LONGEST = 30.0
_RESTS = ("your_turn", "listening")


class Rehearsal(QObject):
    """The traveller.

    Signals:
        says(Line): the traveller begins to say it.
        ended(): the officer has said good-bye.
    """

    says = Signal(object)
    ended = Signal()

    def __init__(self, conversation: Conversation, script: Script, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._conversation, self._script, self._context = conversation, script, context
        self._pace = _READS
        self._job: Job | None = None
        self.paused = False
        self._next = QTimer(self, singleShot=True, interval=_THINKS)
        self._next.timeout.connect(self._speak)
        conversation.stage_changed.connect(self._stage)
        conversation.over.connect(self._over)

    @property
    def script(self) -> Script:
        """What is rehearsed."""
        return self._script

    def pause(self, paused: bool) -> None:
        """Say nothing more until told to go on; a line that sounds is said to its end."""
        self.paused = paused
        if not paused:
            self._stage(self._conversation.stage)

    def quicken(self, pace: float) -> None:
        """Where nothing sounds, a line takes so many seconds a letter."""
        self._pace = pace

    def stop(self) -> None:
        """Be silent at once."""
        self._next.stop()
        if self._job:
            self._job.cancel()

    def _stage(self, stage: str) -> None:
        """It is the traveller's turn when the officer has said something and rests."""
        speaking = self._job is not None and not self._job.is_over
        if stage in _RESTS and self._conversation.transcript.entries and not (self.paused or speaking):
            self._next.start()

    def _over(self) -> None:
        self._next.stop()
        self.ended.emit()

    def _speak(self) -> None:
        talk = self._conversation.talk
        line = answer(self._script, talk.conversation.session.last_plan) if talk else None
        if line is None or self.paused:
            return
        self.says.emit(line)
        sound = self._context.engines.sound if talk and talk.sounds else None
        voice, now, reading = self._script.voice, self._context.settings.now, self._pace * len(line.es)
        self._job = self._context.jobs.start(
            self.tr("The rehearsed traveller speaks"),
            lambda progress: _say(progress, line.es, voice, sound, now, reading),
            lambda _: self._conversation.say(line.es),
        )


def _say(
    progress: Progress, text: str, voice: str, sound: Callable[[], SoundSystem] | None, now: Settings, reading: float
) -> None:
    """Let it sound; where that fails or nothing sounds, give people time to read it."""
    if sound is not None:
        with suppress(GaritaError):
            _sound(progress, text, voice, sound(), now)
            return
    stopped = threading.Event()
    progress.on_cancel(stopped.set)
    if stopped.wait(reading):
        raise Cancelled


def _sound(progress: Progress, text: str, voice_name: str, system: SoundSystem, now: Settings) -> None:
    with (
        closing(choose.open_voice(voice_name)) as voice,
        closing(wiring_voice.loudspeaker(system, now)) as sink,
    ):
        progress.on_cancel(sink.stop_now)
        for piece in voice.speak(spoken(text)):
            progress.check()
            sink.play(piece)
        sink.wait_until_silent(_LONGEST)
        progress.check()
