"""A started program, closed when the test ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from garita.settings import Settings
from tests.desktop.flow.whole import Whole, typing


class Start(Protocol):
    """Starts the program."""

    def __call__(self, now: Settings, *, demo: bool = False) -> Whole:
        """With these settings; ``demo``: as ``garita --demo`` does."""


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program with these settings; what is still open at the end is closed."""
    started: list[Whole] = []

    def start(now: Settings, *, demo: bool = False) -> Whole:
        started.append(Whole(qapp, qtbot, now, demo=demo))
        return started[-1]

    yield start
    for one in started:
        one.close()


@pytest.fixture
def garita(start: Start) -> Whole:
    """The program of a student who types."""
    return start(typing())
