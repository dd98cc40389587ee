"""The officer's voice: sentences in, sound out, and at any moment what of it has really been heard.

One thread ("speak") reads sentences aloud as they come, the first clause early where a sentence is long. It never runs
far ahead of the loudspeaker, so what it says about the sound is true when it says it. Knows a voice and a loudspeaker
by their Protocols, no model and no microphone.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from garita.audio.booth import Booth
from garita.audio.ports import SoundSink
from garita.audio.stretch import stretched
from garita.engines.ports import TextToSpeech
from garita.errors import GaritaError
from garita.messages import Notice, OfficerSilent, OfficerSpeaks
from garita.roleplay.spoken import clauses, heard_part, spoken
from garita.sound import Speech

log = logging.getLogger(__name__)

# The next clause is made when so many seconds of the one before are left: time enough for a slow voice.
_AHEAD = 0.6
_EXACT = 0.002  # seconds: nearer the loudspeaker's count need not come
Emit = Callable[[OfficerSpeaks | OfficerSilent | Notice], None]


class _Sentence(NamedTuple):
    turn: int
    text: str


class _End(NamedTuple):
    """No more sentences will come for the turn."""

    turn: int


class _Again(NamedTuple):
    """The last turn once more, from the sound that was made for it."""

    speed: float
    turn: int = 0  # of no turn: nothing is said that was not said before


class _Sounded(NamedTuple):
    """A clause, and from which second of the loudspeaker to which it sounds."""

    text: str
    start: float
    end: float


class Speaking:
    """Reads the officer's sentences aloud.

    Args:
        voice: makes the sound.
        sink: the loudspeaker; it is not closed here.
        emit: gets OfficerSpeaks when a clause begins to sound and OfficerSilent when a turn has been heard.
        speed: of the voice; 1 is its own.
        booth: what the place does to the sound.
    """

    def __init__(
        self, voice: TextToSpeech, sink: SoundSink, emit: Emit, *, speed: float = 1.0, booth: Booth | None = None
    ) -> None:
        self._voice, self._sink, self._emit = voice, sink, emit
        self.speed = speed
        self._booth = booth or Booth()
        self._lock = threading.Lock()
        self._stop = threading.Event()  # set when what was queued under it is no longer wanted
        self._turn = 0
        self._sounded: list[_Sounded] = []
        self._made: list[Speech] = []  # the last turn's sound
        self._inbox: queue.SimpleQueue[tuple[threading.Event, _Sentence | _End | _Again] | None] = queue.SimpleQueue()
        # a daemon: Ctrl-C before anybody holds this object must not keep the program from ending
        self._thread = threading.Thread(target=self._loop, name="speak", daemon=True)
        self._thread.start()

    def say(self, turn: int, sentence: str) -> None:
        """Read a sentence of the officer's turn aloud, after those before it."""
        self._inbox.put((self._stop, _Sentence(turn, sentence)))

    def finish(self, turn: int) -> None:
        """The turn has no more sentences: OfficerSilent follows when all has sounded."""
        self._inbox.put((self._stop, _End(turn)))

    def again(self, speed: float) -> None:
        """The last turn once more; ``speed`` below 1 is slower, at the same pitch. OfficerSilent of turn 0 follows."""
        self._inbox.put((self._stop, _Again(speed)))

    def stop(self, *, was_read: bool = False) -> None:
        """Be silent at once; what was really heard of the turn is told by OfficerSilent.

        ``was_read``: the words stood on a screen and were read there, so nobody was interrupted.
        """
        with self._lock:
            self._stop.set()
            self._stop = threading.Event()
            self._sink.stop_now()
            heard, turn = self._heard(self._sink.played_seconds()), self._turn
            self._sounded, self._turn = [], 0
        if turn:
            self._emit(OfficerSilent(turn, heard, interrupted=not was_read))

    def close(self) -> None:
        """Be silent and end the thread. Safe to call twice."""
        self.stop()
        self._inbox.put(None)
        self._thread.join()

    # --- the speak thread -------------------------------------------------------------------------------------------

    def _loop(self) -> None:
        while (item := self._inbox.get()) is not None:
            stop, command = item
            if stop.is_set():
                continue
            try:
                self._perform(stop, command)
            except GaritaError as error:  # the words are on the screen; the conversation goes on without the voice
                if stop.is_set():
                    continue
                log.warning("the voice failed: %s", error)
                self._emit(Notice(turn=command.turn, key="voice_failed", facts={"name": self._voice.name}))
                self._over(stop, command.turn)

    def _perform(self, stop: threading.Event, command: _Sentence | _End | _Again) -> None:
        if isinstance(command, _Again):
            self._repeat(stop, command.speed)
            return
        with self._lock:
            if stop.is_set():
                return
            if self._turn != command.turn:
                self._booth.forget()  # the echo of a voice that was interrupted
                self._made = []
            self._turn = command.turn
        if isinstance(command, _Sentence):
            for clause in clauses(command.text):
                self._read(stop, command.turn, clause)
        else:
            self._over(stop, command.turn)

    def _read(self, stop: threading.Event, turn: int, clause: str) -> None:
        """Make a clause's sound, queue it shortly before it is due, and tell when it begins."""
        made = [self._booth.through(speech) for speech in self._voice.speak(spoken(clause), speed=self.speed)]
        if not self._wait(stop, self._sink.queued_seconds() - _AHEAD):
            return
        with self._lock:
            if stop.is_set():
                return
            start = self._sink.queued_seconds()
            self._made += made
            for speech in made:
                self._sink.play(speech)
            end = self._sink.queued_seconds()
            self._sounded.append(_Sounded(clause, start, end))
        if self._wait(stop, start):
            marks = tuple((mark.seconds, mark.phoneme) for speech in made for mark in speech.marks)
            self._emit(OfficerSpeaks(turn, clause, end - start, marks))

    def _repeat(self, stop: threading.Event, speed: float) -> None:
        if self._made and not stop.is_set():
            # as one piece: stretched apart, the joints would be heard
            whole = Speech(np.concatenate([speech.samples for speech in self._made]), self._made[0].rate)
            self._sink.play(stretched(whole, speed))
        self._over(stop, 0)

    def _over(self, stop: threading.Event, turn: int) -> None:
        if ending := self._booth.ending():
            self._sink.play(ending)
        if not self._wait(stop, self._sink.queued_seconds()):
            return
        with self._lock:
            if stop.is_set():
                return
            heard = self._heard(float("inf"))
            self._sounded, self._turn = [], 0
        self._emit(OfficerSilent(turn, heard))

    def _wait(self, stop: threading.Event, second: float) -> bool:
        """Until the loudspeaker has come to ``second`` of what it played; False when stopped before."""
        while (left := min(second, self._sink.queued_seconds()) - self._sink.played_seconds()) > _EXACT:
            if stop.wait(left):
                return False
        return not stop.is_set()

    def _heard(self, played: float) -> str:
        """The text that had sounded by the loudspeaker's second ``played``."""
        heard = []
        for text, start, end in self._sounded:
            if played > start:
                heard.append(heard_part(text, (played - start) / max(end - start, 1e-3)))
        return " ".join(part for part in heard if part)
