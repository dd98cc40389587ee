"""For the keyboard and for screen readers: every control has a name and a way, at any size of type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from garita.desktop.booth.page import BoothPage
from garita.desktop.theme import Theme
from garita.errors import RecogniserMissing
from tests.desktop.booth.booths import Desk
from tests.session.scene import SCENE


@pytest.fixture
def desk(theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(theme, tmp_path, ["Buenos días. ¿Me da su pasaporte?"] * 9)
    yield desk
    desk.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[BoothPage]:
    desk.room.hears = desk.room.sounds = True
    desk.room.missing = (RecogniserMissing(path=""),)
    page = BoothPage(desk.context)
    qtbot.addWidget(page, before_close_func=BoothPage.leave)  # before its threads lose whom they tell
    page.resize(940, 700)
    page.show()
    page.activateWindow()
    page.begin(SCENE, 1)
    qtbot.waitUntil(lambda: page.conversation.stage == "listening")
    yield page
    page.leave()


def controls(page: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QTextEdit, QAbstractItemView)
    return [child for child in page.findChildren(QWidget) if isinstance(child, kinds) and child.isVisibleTo(page)]


def test_every_control_says_what_it_is(page: BoothPage) -> None:
    page.room.bar.accent_button.setChecked(True)
    page.room.ending.tell("admit")
    nameless = []
    for control in controls(page):
        interface = QAccessible.queryAccessibleInterface(control)
        if interface is None or not interface.text(QAccessible.Text.Name):
            nameless.append(control)
    assert nameless == []


def test_the_stage_is_said(page: BoothPage) -> None:
    interface = QAccessible.queryAccessibleInterface(page.room.bar.badge)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Listening"


def test_tab_reaches_everything_and_comes_back(page: BoothPage, qtbot: QtBot) -> None:
    room = page.room
    room.bar.edit.setFocus()
    reached: list[QWidget] = []
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in reached:
            break
        reached.append(focus)
    for control in (
        room.card_button, room.end_button, room.chat.view, room.bar.mic, room.bar.edit, room.bar.accent_button,
        room.bar.tools.hands_switch, room.bar.tools.mic_button, room.bar.tools.aloud_button,
        room.bar.tools.speed_button,
    ):  # fmt: skip
        assert control in reached, control.accessibleName()


@pytest.mark.parametrize("size", [1.0, 1.5, 2.0])
def test_everything_fits_into_the_smallest_window(page: BoothPage, theme: Theme, qtbot: QtBot, size: float) -> None:
    theme.change(text_scale=size)
    page.room.bar.accent_button.setChecked(True)
    page.room.bar.edit.insertPlainText("una respuesta larga " * 12)
    page.resize(860, 640)  # what the rail and a notice leave of 1024 x 700
    qtbot.wait(30)
    assert (page.width(), page.height()) == (860, 640)
    bar = page.room.bar
    for part in (bar.mic, bar.edit, bar.send_button, bar.badge, bar.tools.speed_button, bar.accents.buttons[-1]):
        corner = part.mapTo(page, part.rect().bottomRight())
        assert corner.x() < 860, part.accessibleName()
        assert corner.y() < 640, part.accessibleName()
        assert part.height() >= min(part.minimumSizeHint().height(), part.sizeHint().height()) - 4, (
            part.accessibleName()
        )  # the focus ring's edge
    assert page.room.chat.view.viewport().height() > 40


def test_sizes_are_remembered(page: BoothPage, desk: Desk, qtbot: QtBot) -> None:
    desk.settings.change({"window.officer": True})
    page.resize(1280, 760)
    splitter = page.room.splitter
    handle = splitter.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(4, 100))
    QTest.mouseMove(handle, QPoint(-60, 100))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(-60, 100))
    wanted = splitter.sizes()
    other = BoothPage(desk.context)
    qtbot.addWidget(other, before_close_func=BoothPage.leave)
    other.resize(1280, 760)
    other.show()
    other.begin(SCENE, 1)
    qtbot.waitUntil(lambda: other.conversation.stage == "listening")
    sizes = other.room.splitter.sizes()
    other.leave()
    assert sizes[0] < 350
    assert (sizes[0], sizes[2]) == pytest.approx((wanted[0], wanted[2]), abs=3)
