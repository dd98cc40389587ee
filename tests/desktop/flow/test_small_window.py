"""Nothing is cut off and nothing scrolls sideways in the smallest window, with long words and large text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from garita.desktop.history.page import HistoryPage
from tests.desktop.flow.conftest import Start
from tests.desktop.flow.pages import PAGES, read
from tests.desktop.flow.whole import some_history, typing


@pytest.mark.parametrize(("language", "size"), [("es", 1.0), ("es", 1.5), ("en", 2.0)])
def test_nothing_is_cut_off_in_the_smallest_window(start: Start, language: str, size: float) -> None:
    some_history()
    now = typing()
    now.language, now.window.text_size = language, size  # type: ignore[assignment]
    garita = start(now)
    garita.window.resize(1024, 700)
    found = {}
    for name in PAGES:
        page = read(garita, name)
        garita.qtbot.wait(30)
        assert (garita.window.width(), garita.window.height()) == (1024, 700), f"{name} makes the window grow"
        if isinstance(page, HistoryPage):
            page.list.setCurrentIndex(page.model.index(0, 0))
        found[name] = [*cut_off(page), *sideways(page)]
    assert {name: each for name, each in found.items() if each} == {}


def cut_off(page: QWidget) -> list[str]:
    """Words that need more room than they have."""
    found = []
    for each in page.findChildren(QLabel):
        if each.isVisible() and each.text() and each.pixmap().isNull():
            needed = each.heightForWidth(each.width()) if each.wordWrap() else each.sizeHint().height()
            if needed > each.height() + 2 or (not each.wordWrap() and each.sizeHint().width() > each.width() + 2):
                found.append(f"{each.text()[:50]!r} {each.size().toTuple()} needs {needed}")
    for button in page.findChildren(QAbstractButton):
        hint, size = button.sizeHint(), button.size()
        if button.hasHeightForWidth():
            hint = QSize(0, button.heightForWidth(button.width()))
        if (
            button.isVisible()
            and button.text()
            and (hint.width() > size.width() + 2 or hint.height() > size.height() + 2)
        ):
            found.append(f"{button.text()[:50]!r} {size.toTuple()} needs {hint.toTuple()}")
    return found


def sideways(page: QWidget) -> list[str]:
    """Pages that have to be scrolled to the right."""
    areas = [each for each in page.findChildren(QScrollArea) if each.isVisible()]
    return [f"scrolls {each.horizontalScrollBar().maximum()} px sideways" for each in areas
            if each.horizontalScrollBar().maximum() > 0]  # fmt: skip
