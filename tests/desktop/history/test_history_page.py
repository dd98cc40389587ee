"""The history as a student uses it: listed by day, searched, opened, gone on with, deleted, brought back."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from garita.desktop.context import Context
from garita.desktop.history.model import DAY, ROW
from garita.desktop.history.page import HistoryPage
from garita.desktop.widgets import Banner
from garita.journal.journal import Journal
from tests.coaching.talk import ANSWERS, MADRID, keep
from tests.desktop.history.conftest import Window
from tests.journal.many import fill

Show = Callable[[], HistoryPage]


@pytest.fixture
def show(qtbot: QtBot, context: Context) -> Show:
    def make() -> HistoryPage:
        page = HistoryPage(context)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        page.activateWindow()
        return page

    return make


def titles(page: HistoryPage) -> list[str]:
    return [row.title for row in page.model.rows]


def wait_for(qtbot: QtBot, page: HistoryPage, count: int) -> None:
    qtbot.waitUntil(lambda: len(page.model.rows) == count)


def test_conversations_stand_by_day_with_what_matters(qtbot: QtBot, show: Show, journal: Journal) -> None:
    keep(journal, ANSWERS[:2])
    keep(journal, ANSWERS, "admit")
    page = show()
    wait_for(qtbot, page, 2)
    assert page.subtitle.text() == "2 conversations"
    first, second = (page.model.index(place) for place in (0, 1))
    assert (first.data(DAY), second.data(DAY)) == ("Today", "")
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    for part in (MADRID.title_en, MADRID.place_name, MADRID.level, "Today", "Admitted", "words"):
        assert part in spoken
    assert "Left open" in second.data(Qt.ItemDataRole.AccessibleTextRole)


def test_an_empty_journal_shows_the_way_on(qtbot: QtBot, show: Show, window: Window) -> None:
    page = show()
    button = page.findChild(QPushButton, "", Qt.FindChildOption.FindChildrenRecursively)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(QPushButton)))
    button = next(each for each in page.findChildren(QPushButton) if each.isVisible())
    assert button.text() == "Choose a trip"
    assert not page.field.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.went == [("trips", {})]


def test_typing_searches_and_marks_what_was_found(qtbot: QtBot, show: Show, journal: Journal) -> None:
    keep(journal, ["Vengo de Bogotá."])
    keep(journal, ["Vengo de Asunción."])
    page = show()
    wait_for(qtbot, page, 2)
    page.field.setFocus()
    qtbot.keyClicks(page.field, "vengo bog")
    wait_for(qtbot, page, 1)
    found = page.model.index(0).data(ROW).found
    assert [found.text[start:end] for start, end in found.marks] == ["Vengo", "Bogotá"]
    assert "You: Vengo de Bogotá." in page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClicks(page.field, "xyz")
    wait_for(qtbot, page, 0)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(QPushButton)))
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    wait_for(qtbot, page, 2)


def test_only_the_last_of_hasty_searches_counts(qtbot: QtBot, show: Show, journal: Journal) -> None:
    keep(journal, ["Vengo de Bogotá."])
    keep(journal, ["Vengo de Asunción."])
    page = show()
    wait_for(qtbot, page, 2)
    for text in ("bog", "zz", "asu"):
        page.field.setText(text)
        qtbot.keyClick(page.field, Qt.Key.Key_Return)  # does not wait for the pause
    wait_for(qtbot, page, 1)
    qtbot.wait(50)
    assert page.model.rows[0].found is not None
    assert "Asunción" in page.model.rows[0].found.text


def test_the_keyboard_opens_goes_on_and_deletes(qtbot: QtBot, show: Show, journal: Journal, window: Window) -> None:
    number = keep(journal, ANSWERS[:2])
    done = keep(journal, ANSWERS, "admit")
    page = show()
    wait_for(qtbot, page, 2)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert window.went == [("debrief", {"conversation": done})]
    assert page.bar.go_on.text() == "Once more"
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.bar.go_on.text() == "Go on"
    qtbot.mouseClick(page.bar.go_on, Qt.MouseButton.LeftButton)
    assert window.went[1] == ("booth", {"scenario": MADRID, "seed": 1, "resume": number})
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    wait_for(qtbot, page, 1)
    qtbot.waitUntil(lambda: journal.count() == 1)
    assert page.model.rows[0].head.id == done


def test_once_more_begins_the_same_trip_anew(qtbot: QtBot, show: Show, journal: Journal, window: Window) -> None:
    keep(journal, ANSWERS, "admit")
    page = show()
    wait_for(qtbot, page, 1)
    page.list.selectAll()
    qtbot.mouseClick(page.bar.go_on, Qt.MouseButton.LeftButton)
    assert window.went == [("booth", {"scenario": MADRID})]


def test_a_trip_of_another_version_cannot_be_held_and_says_so(
    qtbot: QtBot, show: Show, journal: Journal, window: Window
) -> None:
    number = journal.begin("old", '{"title": "Vieja"}', "m", 0)
    journal.add_turn(number, "student", "Hola.")
    page = show()
    wait_for(qtbot, page, 1)
    assert titles(page) == ["Vieja"]
    page.list.selectAll()
    qtbot.mouseClick(page.bar.go_on, Qt.MouseButton.LeftButton)
    assert window.went == []
    assert len(window.told) == 1


def test_several_are_deleted_at_once_and_undone(qtbot: QtBot, show: Show, journal: Journal) -> None:
    for _ in range(4):
        keep(journal, ANSWERS[:1])
    page = show()
    wait_for(qtbot, page, 4)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.bar.count.text() == "3 conversations"
    assert not page.bar.open.isVisible()
    qtbot.mouseClick(page.bar.delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.findChildren(Banner)))
    (banner,) = page.findChildren(Banner)
    assert banner.sentence.text() == "3 conversations were deleted."
    wait_for(qtbot, page, 1)
    undo = next(each for each in banner.findChildren(QPushButton) if each.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    wait_for(qtbot, page, 4)
    assert journal.count() == 4


def test_the_last_one_deleted_leaves_the_empty_state_and_the_undo(qtbot: QtBot, show: Show, journal: Journal) -> None:
    keep(journal, ANSWERS[:1])
    page = show()
    wait_for(qtbot, page, 1)
    page.list.selectAll()
    page.delete()
    qtbot.waitUntil(lambda: not page.list.isVisible())
    qtbot.waitUntil(lambda: bool(page.findChildren(Banner)))
    page.undo()
    wait_for(qtbot, page, 1)
    assert page.list.isVisible()


def test_the_menu_offers_the_same(qtbot: QtBot, show: Show, journal: Journal, window: Window) -> None:
    keep(journal, ANSWERS[:1])
    page = show()
    wait_for(qtbot, page, 1)
    page.list.selectAll()
    page.list.menu_wanted.emit(page.list.mapToGlobal(page.list.rect().center()))
    menu = page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if action.text()] == ["Look back", "Go on", "Delete"]
    menu.actions()[0].trigger()
    assert window.went[0][0] == "debrief"
    menu.close()


def test_a_new_conversation_is_there_when_the_page_is_shown_again(qtbot: QtBot, show: Show, journal: Journal) -> None:
    keep(journal, ANSWERS[:1])
    page = show()
    wait_for(qtbot, page, 1)
    page.hide()
    keep(journal, ANSWERS[:1])
    page.show()
    wait_for(qtbot, page, 2)


def test_a_journal_that_cannot_be_read_is_told_with_a_way_on(
    qtbot: QtBot, show: Show, journal: Journal, window: Window
) -> None:
    journal.close()
    page = show()
    qtbot.waitUntil(lambda: bool(window.told))
    again = next(each for each in page.findChildren(QPushButton) if each.isVisible())
    assert again.text() == "Try again"


def test_many_are_fetched_as_one_scrolls_and_none_waits(
    qtbot: QtBot, show: Show, journal: Journal, tmp_path: Path
) -> None:
    fill(tmp_path / "journal.sqlite3", 350)
    start = time.perf_counter()
    page = show()
    wait_for(qtbot, page, 100)
    assert time.perf_counter() - start < 2
    seen = 100
    while seen < 350:
        page.list.scrollToBottom()
        qtbot.waitUntil(lambda seen=seen: len(page.model.rows) > seen)
        seen = len(page.model.rows)
    numbers = [row.head.id for row in page.model.rows]
    assert numbers == sorted(numbers, reverse=True)
    days = [page.model.index(place).data(DAY) for place in range(350)]
    assert len([day for day in days if day]) == len({row.day for row in page.model.rows})


def test_what_is_found_first_is_shown_before_the_rest(
    qtbot: QtBot, show: Show, journal: Journal, tmp_path: Path
) -> None:
    fill(tmp_path / "journal.sqlite3", 120)
    page = show()
    wait_for(qtbot, page, 100)
    shown: list[int] = []
    page.model.modelReset.connect(lambda: shown.append(len(page.model.rows)))
    qtbot.keyClicks(page.field, "pasaporte")
    wait_for(qtbot, page, 120)
    assert shown == [50]
    numbers = [row.head.id for row in page.model.rows]
    assert numbers == sorted(set(numbers), reverse=True)


def test_screen_readers_know_the_list_and_the_field(qtbot: QtBot, show: Show, journal: Journal) -> None:
    keep(journal, ANSWERS[:1])
    page = show()
    wait_for(qtbot, page, 1)
    assert page.list.accessibleName() == "Conversations"
    interface = QAccessible.queryAccessibleInterface(page.list)
    assert interface.role() == QAccessible.Role.List
    assert page.field.accessibleName()


def test_it_is_painted_in_every_theme_and_size(qtbot: QtBot, show: Show, journal: Journal, context: Context) -> None:
    keep(journal, ["Llevo dos botellas de vino."], "hold")
    page = show()
    wait_for(qtbot, page, 1)
    page.list.selectAll()
    heights = []
    for name, scale in (("light", 1.0), ("dark", 1.0), ("contrast", 2.0)):
        context.theme.change(name, scale)  # type: ignore[arg-type]
        picture = page.list.viewport().grab().toImage()
        colours = {picture.pixelColor(x, y).rgb() for x in range(0, 400, 3) for y in range(0, 120, 3)}
        assert len(colours) > 5
        heights.append(page.list.sizeHintForRow(0))
    assert heights[2] > heights[0] * 1.5
