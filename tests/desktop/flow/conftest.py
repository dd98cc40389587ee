"""A started program, closed when the test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from garita.settings import Settings
from tests.desktop.flow.whole import Whole, typing

Start = Callable[[Settings], Whole]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program with these settings; what is still open at the end is closed."""
    started: list[Whole] = []

    def start(now: Settings) -> Whole:
        started.append(Whole(qapp, qtbot, now))
        return started[-1]

    yield start
    for one in started:
        one.close()


@pytest.fixture
def garita(start: Start) -> Whole:
    """The program of a student who types."""
    return start(typing())
