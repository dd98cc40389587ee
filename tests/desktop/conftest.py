"""Qt without a screen; a Qt message of level warning or above fails the test; a theme to build widgets in."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before the first import of Qt

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from garita.desktop.theme import Theme

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's warnings fail the test that caused them, but for what the screenless platform says of itself."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def numbers_in_english() -> None:
    """Numbers and days as English writes them, wherever the tests run."""
    QLocale.setDefault(QLocale("en"))


@pytest.fixture(autouse=True, scope="module")
def collected_here() -> Iterator[None]:
    """As in the program (desktop/collector.py): no cycle with a widget in it is destroyed on another thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def theme(qapp: QApplication, qtbot: QtBot) -> Iterator[Theme]:
    """The light theme on the application, without movement; gone when the test ends."""
    theme = Theme("light", reduced_motion=True)
    theme.apply(qapp)
    yield theme
    # what the test's widgets left to be deleted would all be dressed again by the next test's theme
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.withdraw()
    theme.deleteLater()
