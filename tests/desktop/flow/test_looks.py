"""Another language, theme and text size while each page is seen; nothing is cut off in the smallest window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from garita.desktop.history.page import HistoryPage
from garita.desktop.theme.theme import current_theme
from tests.desktop.flow.conftest import Start
from tests.desktop.flow.pages import PAGES, read
from tests.desktop.flow.whole import Whole, buttons, some_history, typing, words


def test_another_language_on_every_page(start: Start) -> None:
    some_history()
    garita = start(typing())
    for name in PAGES:
        read(garita, name)
        for language in ("es", "en"):
            garita.program.settings.change({"language": language})
            garita.qtbot.wait(20)
            assert garita.window.current == name
            read(garita, name)
    assert not garita.window.notices.isVisible(), words(garita.window.notices)


def test_spanish_is_spanish(start: Start) -> None:
    garita = start(typing())
    garita.program.settings.change({"language": "es"})
    garita.qtbot.waitUntil(lambda: bool(buttons(garita.window.rail, "Ajustes")))
    page = read(garita, "settings")
    assert "Tamaño del texto" in words(page)
    garita.program.settings.change({"language": "en"})
    garita.qtbot.waitUntil(lambda: bool(buttons(garita.window.rail, "Settings")))


def test_a_conversation_survives_another_language(garita: Whole) -> None:
    garita.begin()
    before = [entry.whole for entry in garita.entries]
    garita.program.settings.change({"language": "es"})
    garita.qtbot.wait(50)
    assert [entry.whole for entry in garita.entries] == before
    garita.say("Aquí tiene mi pasaporte.")
    assert len(garita.entries) == 3


def test_another_theme_and_larger_text_on_every_page(start: Start) -> None:
    some_history()
    garita = start(typing())
    for number, name in enumerate(PAGES):
        garita.program.settings.change({"language": "es" if number % 2 else "en"})  # which also drops the other pages
        garita.qtbot.wait(20)
        read(garita, name)
        theme = ("dark", "contrast", "light")[number % 3]
        before = garita.window.grab().toImage()
        garita.program.settings.change({"window.theme": theme})
        assert current_theme().name == theme
        assert garita.window.grab().toImage() != before, name
        garita.program.settings.change({"window.text_size": 1.5 if number % 2 else 1.0})
        garita.qtbot.waitUntil(
            lambda size=garita.program.settings.now.window.text_size: current_theme().text_scale == size
        )  # type: ignore[misc]
        garita.qtbot.wait(20)
        assert garita.window.current == name


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
