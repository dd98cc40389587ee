"""The whole program in this process, without a screen: the real window, jobs, journal and the built-in officer."""

from __future__ import annotations

from contextlib import closing
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from garita import paths
from garita.desktop.app import Program
from garita.desktop.booth.page import BoothPage
from garita.desktop.booth.transcript import Entry
from garita.desktop.context import PageName
from garita.desktop.presenter import script
from garita.journal.journal import Journal, Turn, Who
from garita.roleplay import scenario_file
from garita.settings import ModelSettings, Settings, VoiceSettings, WindowSettings
from tests.session.scene import SCENE

PATIENCE = 25_000  # milliseconds for the officer on a busy machine
W = TypeVar("W", bound=QWidget)


def typing() -> Settings:
    """A student who types, has seen the welcome and does not look at the officer, whose painting takes time."""
    return Settings(
        model=ModelSettings(threads=1), voice=VoiceSettings(listens=False, aloud=False),
        window=WindowSettings(theme="light", officer=False, reduced_motion=True, welcomed=True),
    )  # fmt: skip


class Whole:
    """A started program and what a user does with it."""

    def __init__(self, app: QApplication, qtbot: QtBot, now: Settings, *, demo: bool = False) -> None:
        paths.ensure_home()
        self.qtbot = qtbot
        self.program = Program(app, now)
        self.window = self.program.window
        self.clicks = 0
        self._open = True
        self.window.resize(1280, 820)
        self.program.start(demo=demo)
        if not demo:
            qtbot.waitUntil(self._active)

    def _active(self) -> bool:
        self.window.activateWindow()
        return self.window.isActiveWindow()

    def close(self) -> None:
        """Close the window as its user does, and be rid of it; safe to call twice."""
        if self._open:
            self._open = False
            self.window.close()
            self.window.deleteLater()  # a window that goes later takes the keyboard from the next one
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.program.theme.withdraw()
            QApplication.processEvents()

    # --- what the user does -----------------------------------------------------------------------------------------

    def page(self, name: PageName, kind: type[W]) -> W:
        """Turn to a page by its button or its key."""
        self.window.go(name)
        page = self.window.page(name)
        assert isinstance(page, kind)
        return page

    def click(self, button: QWidget) -> None:
        """Click what can be seen."""
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        self.clicks += 1
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def click_on(self, text: str, where: QWidget | None = None) -> None:
        """Click the button of that text or name, when there is one."""
        found = self.qtbot_until(lambda: buttons(where or self.window, text))
        self.click(found[0])

    def qtbot_until(self, found: Any, timeout: int = 10_000) -> Any:
        """Wait until ``found()`` gives something, and give it."""
        self.qtbot.waitUntil(lambda: bool(found()), timeout=timeout)
        return found()

    # --- at the booth -----------------------------------------------------------------------------------------------

    @property
    def booth(self) -> BoothPage:
        page = self.window.page("booth")
        assert isinstance(page, BoothPage)
        return page

    @property
    def stage(self) -> str:
        return self.booth.conversation.stage

    @property
    def entries(self) -> list[Entry]:
        return list(self.booth.transcript.entries)

    def until_your_turn(self) -> None:
        """Wait until the officer has said what there is to say."""
        self.qtbot.waitUntil(lambda: self.stage in ("your_turn", "ended"), timeout=PATIENCE)

    def begin(self) -> None:
        """The rehearsed trip, in the same words each time."""
        rehearsed = script.load()
        self.window.go("booth", scenario=scenario_file.find(rehearsed.scenario), seed=rehearsed.seed)
        self.until_your_turn()

    def say(self, text: str, *, wait: bool = True) -> None:
        """Type it and press Enter."""
        edit = self.booth.room.bar.edit
        edit.setFocus()
        edit.insertPlainText(text)
        self.qtbot.keyClick(edit, Qt.Key.Key_Return)
        if wait:
            self.until_your_turn()

    def answer(self) -> str:
        """What the rehearsed traveller says now."""
        talk = self.booth.conversation.talk
        assert talk
        line = script.answer(script.load(), talk.conversation.session.last_plan)
        assert line, [entry.whole for entry in self.entries]
        return line.es

    def turns(self, number: int) -> list[Turn]:
        """What the journal kept of a conversation."""
        return list(self.program.context().journal().conversation(number)[1])


def some_history() -> None:
    """Two conversations of another day: one that came to its verdict, one that was left."""
    paths.ensure_home()
    with closing(Journal(paths.journal())) as journal:
        for verdict in ("admit", ""):
            number = journal.begin(SCENE.id, msgspec.json.encode(SCENE).decode(), "oficial-garita.gguf", 1)
            for index in range(6):
                who: Who = "student" if index % 2 else "officer"
                text = f"Vengo de México, digo por {index}ª vez." if index % 2 else "¿De dónde viene usted?"
                row = journal.add_turn(number, who, text, number=index)
                if who == "officer":
                    journal.update_turn(row, text, complete=True, verdict=verdict if index == 4 else "", replaced=0)


def buttons(where: QWidget, text: str) -> list[QAbstractButton]:
    """The buttons one can see that say so, or are called so."""
    found = where.findChildren(QAbstractButton)
    return [one for one in found if one.isVisible() and text in (one.text().replace("&", ""), one.accessibleName())]


def words(where: QWidget) -> str:
    """Everything that can be read on a widget."""
    return "\n".join(each.text() for each in where.findChildren(QLabel) if each.isVisible())
