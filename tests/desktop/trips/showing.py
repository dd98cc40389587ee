"""A trips page on the screen, and what tests do with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from garita.desktop.trips.detail import TripDetail
from garita.desktop.trips.page import TripsPage
from garita.desktop.trips.tile import TripTile
from tests.desktop.desk import Desk


def shown(qtbot: QtBot, desk: Desk) -> TripsPage:
    """The page with its cards; low, so that few of their pictures are painted."""
    page = TripsPage(desk.context)
    qtbot.addWidget(page)
    page.resize(760, 420)
    page.show()
    qtbot.waitUntil(lambda: len(page.browse.shown_trips()) >= 12)
    return page


def tiles(page: TripsPage) -> dict[str, TripTile]:
    """The cards that are shown, by scenario."""
    found = page.browse.findChildren(TripTile)
    return {tile.trip.scenario.id: tile for tile in found if tile.isVisibleTo(page)}


def opened(page: TripsPage) -> TripDetail:
    assert page.detail
    return page.detail


def press(qtbot: QtBot, parent: QWidget, text: str) -> None:
    (button,) = [each for each in parent.findChildren(QPushButton) if each.text() == text and each.isVisibleTo(parent)]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
