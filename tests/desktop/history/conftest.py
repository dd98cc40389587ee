"""A context for pages of the history: a real journal, real worker threads, and a window that only notes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from garita.desktop.context import Context
from garita.desktop.jobs import Jobs
from garita.desktop.settings_keeper import SettingsKeeper
from garita.desktop.theme import Theme
from garita.engine_room import EngineRoom
from garita.journal.journal import Journal
from garita.settings import Settings


class Window:
    """Where a page leads and what it says."""

    def __init__(self) -> None:
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.told: list[Any] = []

    def go(self, page: str, **what: Any) -> None:
        self.went.append((page, what))

    def tell(self, what: Any, help: Any = None) -> None:
        self.told.append(what)


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal(tmp_path / "journal.sqlite3")) as journal:
        yield journal


@pytest.fixture
def context(qtbot: QtBot, theme: Theme, journal: Journal, window: Window) -> Iterator[Context]:
    jobs = Jobs()
    jobs.unhandled.connect(window.told.append)
    yield Context(
        theme=theme, settings=SettingsKeeper(Settings(), jobs, jobs), jobs=jobs, engines=cast(EngineRoom, None),
        journal=lambda: journal, language="en", go=cast(Any, window.go), tell=cast(Any, window.tell),
    )  # fmt: skip
    jobs.close()
