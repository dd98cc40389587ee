"""``garita demo``: a synthetic traveller speaks a scenario through the whole route, and leaves both sides to listen to.

The traveller is the training simulator's, with an espeak-ng voice; it is heard by the synthetic-voice test ear and
answered by the officer, as a student would be. For machines without a microphone, and to see what takes how long.
"""

from __future__ import annotations

import queue
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import msgspec
import numpy as np
import soxr
from rich.console import Console
from rich.table import Table
from rich.text import Text

from garita import wiring, wiring_voice
from garita.audio.file_devices import Clock, FileSink, FileSource
from garita.audio.files import write_wav
from garita.audio.pauses import PauseLearner
from garita.audio.vad import VoiceDetector
from garita.engines.voices.espeak import synthesize
from garita.errors import OutputNotWritable
from garita.files import write_beside
from garita.journal import export
from garita.messages import (
    AnswerTimes,
    OfficerSilent,
    OfficerSpeaks,
    SessionEvent,
    StudentSaid,
    TurnFailed,
    VoiceEvent,
)
from garita.messages_to_user.entry import Language
from garita.roleplay.scenario import Scenario
from garita.roleplay.spoken import spoken
from garita.session.session import Emit, Session
from garita.session.spoken import Manner, Route, SpokenSession
from garita.settings import Settings
from garita.sound import RATE
from garita.terminal import timeline
from garita.terminal.words import word
from garita.training.simulator.learner import Style
from garita.training.simulator.traveller import Traveller

VOICES = (("es", "f2"), ("es-419", "m3"), ("es-419", "f4"), ("es", "m1"))  # the traveller's, by seed
_PAUSE = 0.7  # seconds: the traveller never stops within a turn
_THINKS = 0.4  # seconds before the traveller answers
_MOST_TURNS = 24
_PATIENCE = 60.0  # seconds without any event
# Somebody who speaks clearly and seldom leaves the road.
_STYLE = Style(
    level="B1", mood="calm", spoken=False, accents=True, capitals=True, punctuation=True, inverted=True,
    wordiness=0.6, slips=0.0, hesitations=0.0, english=0.0, digits=0.0, distractions=0.0,
)  # fmt: skip


class Exchange(msgspec.Struct):
    """One turn of the traveller's: what was said, what was heard, and how long the answer took."""

    said: str
    heard: str
    times: AnswerTimes | None = None


class Bar(msgspec.Struct, frozen=True):
    """Something that sounded, in the demo's seconds."""

    who: str
    start: float
    end: float
    text: str


@dataclass
class Played:
    """What a demo leaves behind."""

    exchanges: list[Exchange] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)


def run(scenario: Scenario, folder: Path, seed: int, settings: Settings, console: Console, language: Language) -> None:
    """Let the traveller go through a scenario, in real time, and write the results into ``folder``.

    Raises:
        OutputNotWritable: before anything is begun.
        GaritaError: whatever keeps the conversation from going on.
    """
    _prepare(folder)
    file = wiring.checked(wiring.model_path(None, settings), settings)
    cores = wiring_voice.ear_cores()
    model = wiring.start_model(file, settings, lambda _: None, keep_cores_free=cores)
    ear = wiring_voice.start_recogniser(wiring_voice.test_ear(), cores)
    voice = wiring_voice.officer_voice(scenario, settings)
    with closing(wiring.open_journal()) as journal, closing(model), closing(ear), closing(voice):
        guard = wiring.guard(file)
        guard.load()
        ear.load()
        model.load()
        clock = Clock()
        source, sink = FileSource(clock), FileSink(clock)
        route = Route(source, VoiceDetector(), ear, voice, sink, PauseLearner(fixed=_PAUSE))
        manner = Manner(hot_words="", booth=wiring_voice.booth(settings), speed=settings.voice.speed)

        def begin(emit: Emit) -> Session:
            return Session(
                model, guard, scenario, journal, wiring.sampling(settings),
                seed=seed, model_name=str(file.path), emit=emit,
            )  # fmt: skip

        events: queue.SimpleQueue[SessionEvent | VoiceEvent] = queue.SimpleQueue()
        conversation = SpokenSession(begin, route, manner, events.put)
        demo = _Demo(conversation, scenario, seed, clock, source, events, console, language)
        try:
            played = demo.play()
        finally:
            source.close()
            conversation.close()
        _write(folder, source, sink, played)
        export.write(folder / "transcript.md", *journal.conversation(conversation.session.conversation))
    console.print(_table(played, language))
    console.print(Text(word("demo_done", language, folder=folder)))


class _Demo:
    """One conversation between the traveller and the officer."""

    def __init__(
        self, conversation: SpokenSession, scenario: Scenario, seed: int, clock: Clock, source: FileSource,
        events: queue.SimpleQueue[SessionEvent | VoiceEvent], console: Console, language: Language,
    ) -> None:  # fmt: skip
        self._conversation, self._clock, self._source, self._events = conversation, clock, source, events
        self._console, self._language = console, language
        self._traveller = Traveller(scenario, Random(seed), style=_STYLE)
        self._voice, self._variant = VOICES[seed % len(VOICES)]
        self._played = Played()

    def play(self) -> Played:
        """From the greeting to the farewell."""
        self._conversation.open()
        for _ in range(_MOST_TURNS):
            text = self._officer()
            plan = self._conversation.session.last_plan
            if plan is None or plan.main.kind == "farewell":
                break
            self._say(self._traveller.answer(plan, text).text)
        return self._played

    def _say(self, text: str) -> None:
        """The traveller answers after a moment; somebody who has nothing to say hesitates aloud."""
        text = text.strip(" .") or "Eh"
        sound = synthesize(spoken(text), self._voice, self._variant)
        thinking = np.zeros(int(_THINKS * RATE), np.float32)
        end = self._source.say(np.concatenate([thinking, sound]))
        self._played.exchanges.append(Exchange(text, ""))
        self._played.bars.append(Bar("student", end - len(sound) / RATE, end, text))
        self._show("you", text)

    def _officer(self) -> str:
        """Wait until the officer has spoken; what was said."""
        while True:
            event = self._events.get(timeout=_PATIENCE)
            match event:
                case TurnFailed(error=error):
                    raise error
                case StudentSaid(transcript=transcript):
                    self._played.exchanges[-1].heard = transcript.text
                    self._show("heard", transcript.text)
                case OfficerSpeaks(text=text, seconds=seconds):
                    now = self._clock.now()
                    self._played.bars.append(Bar("officer", now, now + seconds, text))
                case AnswerTimes():
                    self._played.exchanges[-1].times = event
                case OfficerSilent(heard=heard):
                    self._show("officer", heard)
                    return heard

    def _show(self, who: str, text: str) -> None:
        style = {"officer": "bold green", "you": "bold cyan", "heard": "dim"}[who]
        self._console.print(Text.assemble((f"{word(who, self._language)}: ", style), (text, "dim" * (who == "heard"))))


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_beside(folder / "timing.json", b"[]")
    except OSError as error:
        raise OutputNotWritable(path=str(folder), reason=error.strerror or str(error)) from error


def _write(folder: Path, source: FileSource, sink: FileSink, played: Played) -> None:
    student = source.recording()
    recorded, rate = sink.recording()
    officer = soxr.resample(recorded, rate, RATE)
    length = max(len(student), len(officer))
    both = np.zeros(length, np.float32)
    both[: len(student)] += student
    both[: len(officer)] += officer
    write_wav(folder / "student.wav", student)
    write_wav(folder / "officer.wav", officer)
    write_wav(folder / "both.wav", both)
    write_beside(folder / "timing.json", msgspec.json.format(msgspec.json.encode(played.exchanges), indent=1))
    bars = [(bar.who, bar.start, bar.end, bar.text) for bar in played.bars]
    waits = [exchange.times for exchange in played.exchanges]
    write_beside(folder / "timeline.svg", timeline.drawn(bars, waits).encode())


def _table(played: Played, language: Language) -> Table:
    """Milliseconds from the end of the traveller's speech to each step, and what was misheard."""
    table = Table(title=word("demo_times", language))
    for name in ("turn", "pause", "recognised", "first_text", "first_sentence", "first_sound"):
        table.add_column(word(f"demo_{name}", language), justify="right")
    for number, exchange in enumerate(played.exchanges, start=1):
        if times := exchange.times:
            steps = (times.pause, times.recognised, times.first_text, times.first_sentence, times.first_sound)
            table.add_row(str(number), *(f"{1000 * step:.0f} ms" for step in steps))
    return table
