"""The spoken route measured: its answers against the plain sequence, interruptions, and a long conversation.

Both sequences use the same engines, the same session with its plans and its guard, and file-backed devices; only the
order of the work differs. Numbers out, no words.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from garita.audio.echo import EchoCanceller, WithoutEcho
from garita.audio.file_devices import Clock, FileSink, FileSource
from garita.audio.pauses import PauseLearner
from garita.audio.turns import TurnEnded, TurnTaking
from garita.engines.ports import SpeechToText, TextToSpeech
from garita.messages import (
    AnswerTimes,
    Notice,
    OfficerSilent,
    OfficerSpeaks,
    SentenceFinal,
    SessionEvent,
    TentativeText,
    TurnFailed,
    TurnFinished,
    VoiceEvent,
)
from garita.roleplay.spoken import spoken
from garita.session.listening import Detector
from garita.session.session import Emit, Session
from garita.session.spoken import Manner, Route, SpokenSession
from garita.sound import RATE, Block, Samples, Speech

PAUSE = 0.7  # seconds of silence that end a turn, for both
_BEFORE = 0.3  # seconds before the student answers, or interrupts
_PATIENCE = 120.0  # seconds without any event
_AUDIBLE = 0.01  # from here on a sample is more than the hiss of a resampler
_T = TypeVar("_T")
Events = queue.SimpleQueue[SessionEvent | VoiceEvent]


@dataclass(frozen=True)
class Equipment:
    """What is measured; all of it loaded. ``begin`` makes a fresh conversation every time."""

    recogniser: SpeechToText
    voice: TextToSpeech
    detector: Detector
    begin: Callable[[Emit], Session]


class _Aloud:
    """A spoken conversation at a file-backed booth."""

    def __init__(self, equipment: Equipment, clock: Clock, *, keep: bool = True, barge_in: bool = False) -> None:
        self.clock, self.events = clock, Events()
        self.source, self.sink = FileSource(clock, keep=keep), FileSink(clock, keep=keep)
        source = WithoutEcho(self.source, EchoCanceller()) if barge_in else self.source
        pauses = PauseLearner(fixed=PAUSE)
        route = Route(source, equipment.detector, equipment.recogniser, equipment.voice, self.sink, pauses)
        self.spoken = SpokenSession(equipment.begin, route, Manner(barge_in=barge_in), self.events.put)

    def say(self, sound: Samples) -> float:
        """Let the student say it after a moment; the clock's second at which it begins."""
        return self.source.say(_after_silence(sound)) - sound.size / RATE

    def until(self, kind: type[_T]) -> _T | None:
        """Wait for such an event; None where the student was not understood, so that none will come."""
        while True:
            event = self.events.get(timeout=_PATIENCE)
            if isinstance(event, TurnFailed):
                raise event.error
            if isinstance(event, kind):
                return event
            if isinstance(event, Notice) and event.key in ("nothing_heard", "recognition_failed"):
                return None

    def close(self) -> None:
        self.source.close()
        self.spoken.close()


def answers_by_route(equipment: Equipment, said: Sequence[Samples], clock: Clock) -> Iterator[AnswerTimes]:
    """What the times of each answer are when everything begins as early as it can.

    ``clock``, here and below, is the devices'; times of a conversation mean something where it keeps real time.
    """
    with closing(_Aloud(equipment, clock)) as booth:
        booth.spoken.open()
        booth.until(OfficerSilent)
        for sound in said:
            booth.say(sound)
            if times := booth.until(AnswerTimes):
                yield times
                booth.until(OfficerSilent)


def answers_in_sequence(equipment: Equipment, said: Sequence[Samples], clock: Clock) -> Iterator[AnswerTimes]:
    """The same when each step waits for the one before: pause, all words, the whole answer, all of its sound."""
    events, sink = Events(), FileSink(clock)
    with closing(FileSource(clock)) as source, closing(equipment.begin(events.put)) as session:
        session.open()
        officer = _written(events, _Steps(0.0)).text
        _aloud(equipment.voice, sink, officer)
        for sound in said:
            sink.wait_until_silent(_PATIENCE)
            turn = _heard(source, equipment.detector, sound)
            steps = _Steps(turn.ended)
            steps.note("pause")
            transcript = equipment.recogniser.transcribe(turn.samples, before=officer)
            steps.note("recognised")
            if not transcript.text:
                continue
            session.interrupt()  # as the route does at every word of the student's: same numbers, so same seeds
            number = session.say(transcript.text, transcript)
            officer = _written(events, steps).text
            _aloud(equipment.voice, sink, officer)
            steps.note("first_sound")
            if officer:
                yield AnswerTimes(number, **steps.done)


def interruptions(equipment: Equipment, said: Sequence[Samples], clock: Clock) -> Iterator[float]:
    """Seconds from the student's first sample to the officer's last, for each time the student interrupts.

    Taken from what the loudspeaker would have played. The echo canceller is in the way as in a real room; the delay of
    a real microphone and loudspeaker would come on top.
    """
    with closing(_Aloud(equipment, clock, barge_in=True)) as booth:
        booth.spoken.open()
        for sound in said:
            if booth.until(OfficerSpeaks) is None:
                return
            begins = booth.say(sound) + _first(sound) / RATE
            silent = booth.until(OfficerSilent)
            if silent and silent.interrupted:
                played, rate = booth.sink.recording()
                yield _last(played) / rate - begins


def long_conversation(
    equipment: Equipment, said: Sequence[Samples], minutes: float, speed: float, probe: Callable[[], _T]
) -> tuple[list[_T], int]:
    """Converse for so many minutes of the devices' clock, which runs ``speed`` times as fast as the one on the wall.

    Returns what ``probe`` gave after the first answer, half-way and at the end, and how often the student spoke.
    """
    probes, turns, clock = list[_T](), 0, Clock(speed)
    quick = replace(equipment, voice=_Quick(equipment.voice, speed))
    with closing(_Aloud(quick, clock, keep=False)) as booth:
        booth.spoken.open()
        booth.until(OfficerSilent)
        for due in (0.0, 30 * minutes, 60 * minutes):
            while clock.now() < due or not turns:
                booth.say(said[turns % len(said)])
                booth.until(OfficerSilent)
                turns += 1
            probes.append(probe())
    return probes, turns


class _Quick:
    """A voice whose sound is so many times shorter: whoever speaks waits for its end by the clock on the wall."""

    def __init__(self, voice: TextToSpeech, times: float) -> None:
        self._voice, self._step = voice, max(1, round(times))
        self.name = voice.name

    def speak(self, text: str, *, speed: float = 1.0) -> Iterator[Speech]:
        for speech in self._voice.speak(text, speed=speed):
            yield Speech(speech.samples[:: self._step], speech.rate, speech.marks)

    def close(self) -> None:
        """It is not ours."""


class _Steps:
    """When what was done, from the student's last sound on."""

    def __init__(self, ended: float) -> None:
        self._ended = ended
        self.done: dict[str, float] = {}

    def note(self, step: str) -> None:
        self.done.setdefault(step, time.monotonic() - self._ended)


def _written(events: Events, steps: _Steps) -> TurnFinished:
    """Wait for the whole answer."""
    while True:
        event = events.get(timeout=_PATIENCE)
        match event:
            case TurnFailed(error=error):
                raise error
            case TentativeText():
                steps.note("first_text")
            case SentenceFinal():
                steps.note("first_text")
                steps.note("first_sentence")
            case TurnFinished():
                return event


def _heard(source: FileSource, detector: Detector, sound: Samples) -> TurnEnded:
    """Let the student say it; the turn as turn taking hears it."""
    turns = TurnTaking()
    source.drain()
    detector.reset()
    source.say(_after_silence(sound))
    while True:
        block = source.get(_PATIENCE)
        if isinstance(block, Block):
            for event in turns.hear(block, detector.probability(block), PAUSE):
                if isinstance(event, TurnEnded):
                    return event


def _aloud(voice: TextToSpeech, sink: FileSink, text: str) -> None:
    """Make all of the sound, then let it sound."""
    for speech in list(voice.speak(spoken(text))) if text else ():
        sink.play(speech)


def _after_silence(sound: Samples) -> Samples:
    return np.concatenate([np.zeros(int(_BEFORE * RATE), np.float32), sound])


def _first(sound: Samples) -> int:
    """Number of the first sample that is to be heard."""
    return int(np.argmax(np.abs(sound) > _AUDIBLE))


def _last(sound: Samples) -> int:
    """Number of the last sample that is to be heard."""
    return sound.size - int(np.argmax(np.abs(sound[::-1]) > _AUDIBLE))
