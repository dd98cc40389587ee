"""A spoken conversation: the session with ears before it and a voice behind it. The whole route on one screen:

    source → Listener [listen] → Recognition [recognise] → Session [answer] → Speaking [speak] → sink

While the officer speaks the microphone is deaf (half duplex), or, with an echo canceller in the source, the student may
interrupt. What an interrupted officer said is what was heard of it. Knows everybody on the route by Protocol.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from garita.audio.booth import Booth
from garita.audio.pauses import PauseLearner
from garita.audio.ports import SoundSink, SoundSource
from garita.engines.ports import SpeechToText, TextToSpeech
from garita.errors import GaritaError
from garita.messages import (
    AnswerTimes,
    Notice,
    OfficerSilent,
    OfficerSpeaks,
    PartialHeard,
    SentenceFinal,
    SessionEvent,
    StudentSaid,
    TentativeText,
    Transcript,
    TurnFailed,
    TurnFinished,
    TurnStarted,
    VoiceEvent,
)
from garita.session.listening import Detector, Listener
from garita.session.recognition import Recognition
from garita.session.session import Emit as EmitSession
from garita.session.session import Session
from garita.session.speaking import Speaking
from garita.sound import Samples

log = logging.getLogger(__name__)

Emit = Callable[[SessionEvent | VoiceEvent], None]
Keep = Callable[[int, Samples], None]


@dataclass(frozen=True)
class Route:
    """What a spoken conversation runs through. Nothing of it is closed by the conversation."""

    source: SoundSource
    detector: Detector
    recogniser: SpeechToText
    voice: TextToSpeech
    sink: SoundSink
    pauses: PauseLearner


@dataclass(frozen=True)
class Manner:
    """How it is run: see settings.VoiceSettings. ``audible``: there is a loudspeaker, else all of it is read."""

    hands_free: bool = True
    barge_in: bool = False
    speed: float = 1.0
    booth: Booth | None = None
    hot_words: str = ""
    audible: bool = True


class SpokenSession:
    """A conversation aloud, which may be typed at any time, too.

    Args:
        begin: makes the session with the ``emit`` it is given.
        emit: gets all events; they come from four threads.
        keep: gets the number and the sound of each turn of the student's, for those who want recordings.
    """

    def __init__(
        self,
        begin: Callable[[EmitSession], Session],
        route: Route,
        manner: Manner,
        emit: Emit,
        keep: Keep | None = None,
    ) -> None:
        self._emit, self._keep, self._barge_in = emit, keep, manner.barge_in
        self._times = _Clock()
        self._samples: Samples | None = None
        self._listens, self._audible = True, manner.audible
        self._speaking = Speaking(route.voice, route.sink, self._from_voice, speed=manner.speed, booth=manner.booth)
        self._session = begin(self._from_session)
        self._recognition = Recognition(
            route.recogniser, hot_words=manner.hot_words, on_partial=self._on_partial, on_turn=self._on_turn,
            on_failure=self._on_failure,
        )  # fmt: skip
        self._listener = Listener(
            route.source, route.detector, self._recognition, pauses=route.pauses, hands_free=manner.hands_free,
            emit=emit, on_speech=self._on_speech, on_end=self._on_end,
        )  # fmt: skip

    @property
    def session(self) -> Session:
        """The conversation itself, for what is not sound: turns, taking back, typing."""
        return self._session

    def open(self) -> int:
        """Let the officer speak first; returns the turn's number."""
        return self._session.open()

    def say(self, text: str) -> int:
        """The student types something and has read what the officer said; returns the turn's number."""
        self._hush()
        return self._session.say(text)

    def regenerate(self) -> int:
        """Let the officer answer the last words again, differently; returns the turn's number."""
        self._hush()
        return self._session.regenerate()

    def take_back(self) -> int:
        """Take back the student's last words and what the officer answered; returns the turn's number."""
        self._hush()
        return self._session.take_back()

    def edit(self, text: str) -> int:
        """The student said ``text`` instead of the last words; returns the turn's number."""
        self.take_back()
        return self._session.say(text)

    def listen(self, on: bool) -> None:
        """Hear the student, or be deaf until told otherwise."""
        self._listens = on
        if on:
            self._listener.unmute()
        else:
            self._listener.mute()

    @property
    def speed(self) -> float:
        """Of the officer's voice, from the next sentence on; 1 is its own."""
        return self._speaking.speed

    @speed.setter
    def speed(self, speed: float) -> None:
        self._speaking.speed = speed

    def press(self) -> None:
        """The student holds the button to speak; an officer who speaks stops."""
        self.interrupt()
        self._listener.unmute()
        self._listener.press()

    def release(self) -> None:
        """The student lets the button go."""
        self._listener.release()

    def interrupt(self) -> None:
        """Stop the officer; what was heard stands."""
        self._session.interrupt()
        self._speaking.stop(was_read=not self._audible)

    def _hush(self) -> None:
        """Stop the officer whose words were read on the screen: all of them have been said, heard or not."""
        self._session.interrupt()
        self._speaking.stop(was_read=True)

    def again(self, speed: float = 1.0) -> None:
        """Let the officer's last turn sound once more, slower where ``speed`` is below 1."""
        self.interrupt()
        self._listener.mute()
        self._speaking.again(speed)

    def close(self) -> None:
        """Stop in order: microphone, recogniser, officer, voice. Safe to call twice."""
        self._listener.close()
        self._recognition.close()
        self.interrupt()  # while the session can still note what was heard
        self._session.close()
        self._speaking.close()

    # --- from the microphone ----------------------------------------------------------------------------------------

    def _on_speech(self) -> None:
        self.interrupt()

    def _on_end(self, ended: float, samples: Samples) -> None:
        self._times.ended(ended)
        self._samples = samples
        self._deaf()

    def _on_partial(self, partial: PartialHeard) -> None:
        self._listener.partial = partial.text
        self._emit(partial)
        self._session.read_ahead(partial.text, may_be_all=self._listener.pausing)

    def _on_turn(self, transcript: Transcript) -> None:
        self._listener.partial = ""
        self._times.recognised()
        if not transcript.text:
            self._emit(Notice(turn=0, key="nothing_heard"))
            self._hear_again()
            return
        turn = self._session.say(transcript.text, transcript)
        self._emit(StudentSaid(turn, transcript))
        if self._keep and self._samples is not None:
            self._keep(turn, self._samples)

    def _on_failure(self, error: GaritaError) -> None:
        log.warning("recognition failed: %s", error)
        self._emit(Notice(turn=0, key="recognition_failed"))
        self._hear_again()

    def _hear_again(self) -> None:
        if self._listens:
            self._listener.unmute()

    def _deaf(self) -> None:
        """Half duplex: nothing is heard until the officer has spoken."""
        if not self._barge_in:
            self._listener.mute()

    # --- from the officer -------------------------------------------------------------------------------------------

    def _from_session(self, event: SessionEvent) -> None:
        self._emit(event)
        match event:
            case TurnStarted():
                self._deaf()
                self._times.answering()
            case TentativeText():
                self._times.first_text()
            case SentenceFinal(turn=turn, text=text):
                self._times.first_text()
                self._times.first_sentence()
                self._speaking.say(turn, text)
            case TurnFinished(turn=turn, text=text) if event.finish_reason != "cancelled":
                self._recognition.before = text
                self._speaking.finish(turn)
            case TurnFinished() | TurnFailed():
                self._hear_again()

    def _from_voice(self, event: OfficerSpeaks | OfficerSilent | Notice) -> None:
        self._emit(event)
        if isinstance(event, OfficerSpeaks) and (times := self._times.first_sound(event.turn)):
            self._emit(times)
        if isinstance(event, OfficerSilent):
            if event.interrupted:
                self._session.heard_only(event.heard)
            elif event.turn:
                self._session.heard_all()
            self._hear_again()


class _Clock:
    """When the steps of an answer were done, from the student's last sound on. May be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._end: float | None = None
        self._steps: dict[str, float] = {}

    def ended(self, second: float) -> None:
        """The turn is taken for over; its last sound was at the monotonic ``second``."""
        with self._lock:
            self._end, self._steps = second, {}
        self._note("pause")

    def recognised(self) -> None:
        """Its words are known."""
        self._note("recognised")

    def answering(self) -> None:
        """The officer begins; times of a turn that nobody spoke are not kept."""
        with self._lock:
            if "recognised" not in self._steps:
                self._end = None

    def first_text(self) -> None:
        """The officer's first letters."""
        self._note("first_text")

    def first_sentence(self) -> None:
        """The officer's first sentence is final."""
        self._note("first_sentence")

    def first_sound(self, turn: int) -> AnswerTimes | None:
        """The officer is to be heard: all times, once a turn."""
        self._note("first_sound")
        with self._lock:
            steps, end, self._end = self._steps, self._end, None
        return AnswerTimes(turn, **steps) if end is not None and len(steps) == 5 else None

    def _note(self, step: str) -> None:
        with self._lock:
            if self._end is not None:
                self._steps.setdefault(step, time.monotonic() - self._end)
