"""A context for the officers page, without a window: real settings and jobs, and a note of what it told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from garita.desktop.context import Context, Help
from garita.desktop.jobs import Jobs
from garita.desktop.officers.model_card import ModelCard
from garita.desktop.officers.offer_card import OfferCard
from garita.desktop.officers.page import OfficersPage
from garita.desktop.settings_keeper import SettingsKeeper
from garita.desktop.theme import Theme
from garita.engine_room import EngineRoom
from garita.errors import NetworkLocked
from garita.journal.journal import Journal
from garita.library.recognisers import OnProgress, Progress
from garita.messages_to_user.entry import Language
from garita.settings import Settings

WHOLE = 1_000_000


class Hub:
    """Stands for hub.fetch: sends half, waits until it may go on, then sends a model; or fails as it is told."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bool]] = []
        self.failure: Exception | None = None
        self.may_go_on = threading.Event()
        self.content = b""

    def __call__(
        self, repository: str, folder: Path, on_progress: OnProgress, *, wanted: tuple[str, ...], offline: bool
    ) -> None:
        self.asked.append((repository, offline))
        if offline:
            raise NetworkLocked(name=repository)
        if self.failure:
            raise self.failure
        (folder / f"{wanted[0]}.part").write_bytes(bytes(300))
        while not self.may_go_on.wait(0.01):
            on_progress(Progress(WHOLE // 2, WHOLE))
        (folder / f"{wanted[0]}.part").unlink()
        (folder / wanted[0]).write_bytes(self.content)
        on_progress(Progress(WHOLE, WHOLE))


class Scene:
    """What the page did to the rest of the window. The page loads no engine and opens no journal."""

    def __init__(self, theme: Theme, language: Language) -> None:
        self.jobs = Jobs()
        self.keeper = SettingsKeeper(Settings(), self.jobs)
        self.told: list[BaseException | str] = []
        self.help: Help | None = None
        self.jobs.unhandled.connect(self.told.append)
        engines = cast(EngineRoom, None)
        self.context = Context(theme, self.keeper, self.jobs, engines, self._no_journal, language, self._go, self._tell)

    @property
    def settings(self) -> Settings:
        return self.keeper.now

    def _no_journal(self) -> Journal:
        raise AssertionError("the officers page needs no journal")

    def _go(self, page: str, **what: Any) -> None:
        raise AssertionError(f"it leads nowhere: {page} {what}")

    def _tell(self, what: BaseException | str, help: Help | None = None) -> None:
        self.told.append(what)
        self.help = help


@contextmanager
def scene(theme: Theme, language: Language = "en") -> Iterator[Scene]:
    made = Scene(theme, language)
    try:
        yield made
    finally:
        made.keeper.flush()
        made.jobs.close()


def model_cards(page: QWidget) -> dict[str, ModelCard]:
    return {card.item.path.name: card for card in page.findChildren(ModelCard) if card.isVisibleTo(page)}


def offer(page: OfficersPage, id: str) -> OfferCard:
    return page.officer_offers.cards[f"officer/{id}"]


def click(qtbot: QtBot, button: QWidget | None) -> None:
    assert button is not None
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
