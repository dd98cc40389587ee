"""A presenter: ``--demo`` plays by itself before the window, the keyboard leaves it and finds the window again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from garita.desktop.presenter.page import PresenterPage
from tests.desktop.flow.conftest import Start
from tests.desktop.flow.whole import PATIENCE, typing


def test_a_demo_plays_by_itself_and_the_keyboard_leads_back(start: Start) -> None:
    garita = start(typing(), demo=True)
    page = garita.window.page("presenter")
    assert isinstance(page, PresenterPage)
    stage = page.stage
    assert stage
    garita.qtbot.waitUntil(lambda: QApplication.activeWindow() is stage)
    garita.qtbot.waitUntil(lambda: stage.captions.who != stage.scenario.place_name, timeout=PATIENCE)
    garita.qtbot.waitUntil(lambda: len(stage.conversation.transcript.entries) >= 2, timeout=PATIENCE)
    garita.qtbot.keyClick(stage, Qt.Key.Key_Escape)
    garita.qtbot.waitUntil(garita.window.isActiveWindow)
    assert garita.window.current == "presenter"
    garita.qtbot.keyClick(garita.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    garita.qtbot.waitUntil(lambda: garita.window.current == "trips")
