"""``garita --screenshot DIR``: every page in every theme as a PNG, without a screen, in a home of its own.

What is seen is real: the booth's conversation is held with the built-in officer, the history is simulated.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from garita import paths
from garita.desktop import sample
from garita.desktop.app import Program, application
from garita.desktop.booth.page import BoothPage
from garita.desktop.context import PageName
from garita.desktop.presenter import script
from garita.desktop.presenter.page import PresenterPage
from garita.errors import OutputNotWritable
from garita.messages_to_user.entry import Language
from garita.roleplay import scenario_file
from garita.settings import Settings, VoiceSettings, WindowSettings

THEMES = ("light", "dark", "contrast")
SIZE = (1360, 850)
STAGE = (1600, 900)
_PAGES: tuple[PageName, ...] = ("welcome", "trips", "history", "progress", "officers", "settings", "about")
_SETTLED = 0.8  # seconds in which a page has painted its pictures
_THINKS = 1.3  # seconds before the traveller answers
_SPOKEN = 5.0  # seconds after which the officer's mouth is closed again
_PATIENCE = 60.0
_TURNS_SEEN = 5


def take(folder: Path, language: Language = "en", themes: Sequence[str] = THEMES) -> Iterator[Path]:
    """Write ``THEME-PAGE.png`` for every page and theme, and name each as it is written.

    Raises:
        OutputNotWritable.
    """
    with _own_home():
        sample.fill(paths.journal())
        program = _program(language)
        try:
            yield from _Camera(program, folder, themes).all()
        finally:
            program.window.close()
            QCoreApplication.processEvents()


@contextmanager
def _own_home() -> Iterator[None]:
    before = os.environ.get("GARITA_HOME")
    with tempfile.TemporaryDirectory(prefix="garita-") as home:
        os.environ["GARITA_HOME"] = home
        try:
            yield
        finally:
            os.environ.pop("GARITA_HOME")
            if before is not None:
                os.environ["GARITA_HOME"] = before


def _program(language: Language) -> Program:
    still = WindowSettings(theme="light", reduced_motion=True, welcomed=True)
    silent = VoiceSettings(listens=False, aloud=False)
    program = Program(application(), Settings(language=language, window=still, voice=silent))
    program.window.resize(*SIZE)
    program.start()
    program.window.resize(*SIZE)
    return program


class _Camera:
    """Turns to pages, waits until they are still, and takes their picture in every theme."""

    def __init__(self, program: Program, folder: Path, themes: Sequence[str]) -> None:
        self._program, self._folder, self._themes = program, folder, themes

    def all(self) -> Iterator[Path]:
        """In the order in which a student meets them."""
        self._wait(lambda: not self._program.jobs.running)
        yield from self._shots("empty")
        yield from self._booth()
        for page in _PAGES:
            self._program.window.go(page)
            yield from self._shots(page)
        yield from self._stage()

    def _booth(self) -> Iterator[Path]:
        """The rehearsed conversation, half of it and all of it."""
        window = self._program.window
        booth = window.page("booth")
        assert isinstance(booth, BoothPage)
        rehearsed = script.load()
        window.go("booth", scenario=scenario_file.find(rehearsed.scenario), seed=rehearsed.seed)
        conversation = booth.conversation
        for turn in range(20):
            self._wait(lambda: conversation.stage in ("your_turn", "ended"))
            self._rest(_THINKS)
            if turn == _TURNS_SEEN:
                self._rest(_SPOKEN)
                yield from self._shots("booth")
            talk = conversation.talk
            line = script.answer(rehearsed, talk.conversation.session.last_plan) if talk else None
            if line is None or talk is None:
                break
            conversation.say(line.es)
        if talk := conversation.talk:
            self._rest(_SPOKEN)
            yield from self._shots("verdict")
            window.go("debrief", conversation=talk.number)
            yield from self._shots("debrief")
        booth.end()

    def _stage(self) -> Iterator[Path]:
        """The presenter's full screen."""
        window = self._program.window
        window.go("presenter")
        yield from self._shots("present")
        page = window.page("presenter")
        assert isinstance(page, PresenterPage)
        page.open(rehearsed=True)
        stage = page.stage
        assert stage is not None
        self._wait(lambda: stage.captions.who == stage.scenario.officer.name)
        stage.resize(*STAGE)
        yield from self._shots("stage", stage)
        stage.close()

    def _shots(self, name: str, widget: QWidget | None = None) -> Iterator[Path]:
        for theme in self._themes:
            self._program.settings.change({"window.theme": theme})
            self._rest(_SETTLED)
            yield self._save(widget or self._program.window, f"{theme}-{name}.png")

    def _save(self, widget: QWidget, name: str) -> Path:
        file = self._folder / name
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputNotWritable(path=str(file), reason=error.strerror or str(error)) from error
        if not widget.grab().save(str(file)):
            raise OutputNotWritable(path=str(file), reason="the picture could not be written")
        return file

    def _wait(self, ready: Callable[[], bool]) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not ready() and time.monotonic() < deadline:
            self._rest(0.05)

    def _rest(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            QCoreApplication.processEvents()
            time.sleep(0.005)
