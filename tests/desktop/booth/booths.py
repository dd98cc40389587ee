"""A booth to test: conversations are real, the officer says what the test hands in, sound passes in silence."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np

from garita.audio.file_devices import Clock, FileSink, FileSource
from garita.audio.pauses import PauseLearner
from garita.audio.vad import VoiceDetector
from garita.desktop.context import Context, Help
from garita.desktop.jobs import Jobs
from garita.desktop.settings_keeper import SettingsKeeper
from garita.desktop.theme.theme import Theme
from garita.engine_room import Talk
from garita.engines.ports import SpeechToText
from garita.errors import Cancelled, GaritaError
from garita.journal.journal import Journal
from garita.messages import AnswerEvent, ModelFacts, Sampling
from garita.roleplay.guard import Guard
from garita.roleplay.scenario import Scenario
from garita.session.session import Session
from garita.session.spoken import Emit, Manner, Route, SpokenSession
from garita.settings import Settings, WindowSettings
from garita.sound import Mark, Speech
from tests.fakes import FakeEar, FakeModel

SPEED = 8.0  # times as fast as a real loudspeaker


class FakeVoice:
    """Says every text in a tenth of a second, with one mark."""

    name = "fake"

    def speak(self, text: str, *, speed: float = 1.0) -> Iterator[Speech]:
        yield Speech(np.zeros(2400, np.float32), 24_000, (Mark(0.0, "a"),))

    def close(self) -> None:
        pass


class FakeRoom:
    """An engine room whose officer says the ``answers``, one a turn.

    Attributes:
        begun: (scenario, seed, resume) of every conversation.
        gate: when cleared, loading waits for it.
    """

    def __init__(self, journal: Journal, answers: Sequence[str | BaseException | AnswerEvent]) -> None:
        self._journal = journal
        self.model = FakeModel(answers)
        self.ear: SpeechToText = FakeEar([], [])
        self.hears = False
        self.sounds = False
        self.hands_free = True
        self.missing: tuple[GaritaError, ...] = ()
        self.broken: BaseException | None = None
        self.begun: list[tuple[str, int, int | None]] = []
        self.closed = 0
        self.gate = threading.Event()
        self.gate.set()
        self.stopped = threading.Event()
        self.source: FileSource | None = None

    def warm(self, on_load: Callable[[float], None] = lambda _: None) -> ModelFacts:
        on_load(0.5)
        while not self.gate.wait(0.005):
            if self.stopped.is_set():
                raise Cancelled
        if self.broken:
            raise self.broken
        return ModelFacts("m", "llama", "", 0, 0, 0, 0, "", "model", 1, 0, "", "")

    def stop_loading(self) -> None:
        self.stopped.set()

    def begin(self, scenario: Scenario, seed: int, emit: Emit, resume: int | None = None) -> Talk:
        self.begun.append((scenario.id, seed, resume))
        clock = Clock(SPEED)
        self.source = source = FileSource(clock)
        route = Route(source, VoiceDetector(), self.ear, FakeVoice(), FileSink(clock), PauseLearner(fixed=0.5))
        spoken = SpokenSession(
            lambda to: Session(
                self.model, Guard(), scenario, self._journal, Sampling(), seed=seed, model_name="m", emit=to,
                resume=resume,
            ),
            route, Manner(hands_free=self.hands_free, audible=self.sounds), emit,
        )  # fmt: skip
        stack = ExitStack()
        stack.callback(self._note_closed)
        stack.callback(spoken.close)
        stack.callback(source.close)
        return Talk(spoken, scenario, seed, self.hears, self.sounds, self.missing, stack)

    def close(self) -> None:
        pass

    def _note_closed(self) -> None:
        self.closed += 1


class Desk:
    """What a booth page stands on; ``close`` ends all of it."""

    def __init__(
        self,
        theme: Theme,
        folder: Path,
        answers: Sequence[str | BaseException | AnswerEvent],
        now: Settings | None = None,
    ) -> None:
        self.jobs = Jobs()
        undrawn = Settings(window=WindowSettings(officer=False))  # painting takes longer than all the rest
        self.settings = SettingsKeeper(now or undrawn, self.jobs)
        self.journal = Journal(folder / "journal.sqlite3")
        self.room = FakeRoom(self.journal, answers)
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.told: list[Any] = []
        self.context = Context(
            theme=theme, settings=self.settings, jobs=self.jobs, engines=self.room,  # type: ignore[arg-type]
            journal=lambda: self.journal, language="en", go=lambda page, **what: self.went.append((page, what)),
            tell=self._tell,
        )  # fmt: skip

    def close(self) -> None:
        self.jobs.close()
        self.journal.close()

    def _tell(self, what: BaseException | str, help: Help | None = None) -> None:
        self.told.append(what)
