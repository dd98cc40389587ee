"""The trips page under real clicks and keys: choosing, filtering, drawing by lot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from garita.desktop.trips.page import TripsPage
from garita.desktop.trips.tile import TripTile
from garita.errors import JournalUnusable
from garita.journal.journal import Journal
from garita.roleplay import scenario_file
from tests.desktop.desk import Desk
from tests.desktop.trips.showing import opened, press, shown, tiles

Words = Callable[[QWidget], str]
Write = Callable[..., Path]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> TripsPage:
    return shown(qtbot, desk)


def test_a_card_says_what_the_trip_is(page: TripsPage, words: Words) -> None:
    tile = tiles(page)["mx_tijuana_familia"]
    shown = words(tile)
    for part in ("Domingo con la abuela", "Sunday at grandma's", "B1", "Mexico · Garita El Chaparral, Tijuana",
                 "Beto Salcido · in a hurry", "about 6 min", "Food for the family"):  # fmt: skip
        assert part in shown


def test_cards_are_buttons_for_screen_readers(page: TripsPage) -> None:
    reader = QAccessible.queryAccessibleInterface(tiles(page)["es_barajas_turismo"])
    assert reader is not None
    assert reader.role() == QAccessible.Role.Button
    assert reader.text(QAccessible.Text.Name) == "Vacaciones en Madrid. A holiday in Madrid"
    assert "Carmen Ortega" in reader.text(QAccessible.Text.Description)


def test_pictures_are_painted_when_cards_are_seen(page: TripsPage, qtbot: QtBot) -> None:
    first = next(iter(tiles(page).values()))
    qtbot.waitUntil(lambda: first.picture.painted, timeout=10_000)
    assert not page.grab().isNull()


def test_a_click_opens_a_trip_and_start_leads_to_the_booth(
    page: TripsPage, desk: Desk, qtbot: QtBot, words: Words
) -> None:
    qtbot.mouseClick(tiles(page)["es_barajas_turismo"], Qt.MouseButton.LeftButton)
    shown = words(opened(page))
    assert "Llega usted a Madrid-Barajas de vacaciones." in shown
    assert "You arrive at Madrid-Barajas on holiday." in shown
    assert "Lucía Hernández Ríos" in shown
    opened(page).seed.setValue(4711)
    qtbot.mouseClick(opened(page).start_button, Qt.MouseButton.LeftButton)
    assert desk.went == [("booth", {"scenario": scenario_file.find("es_barajas_turismo"), "seed": 4711})]


def test_the_keyboard_alone_is_enough(page: TripsPage, desk: Desk, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.browse.surprise_tile.setFocus()
    qtbot.keyClick(page.browse.surprise_tile, Qt.Key.Key_Right)
    first = page.focusWidget()
    assert isinstance(first, TripTile)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert opened(page).trip == first.trip
    assert page.focusWidget() is opened(page).start_button
    qtbot.keyClick(opened(page), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.detail is None)
    assert page.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(opened(page).start_button, Qt.Key.Key_Space)
    assert desk.went[0][0] == "booth"


def test_another_traveller_is_drawn_by_the_number_and_the_same_number_brings_the_same(
    page: TripsPage, qtbot: QtBot, words: Words
) -> None:
    page.open_trip(tiles(page)["es_barajas_turismo"].trip, 12)
    detail = opened(page)
    assert detail.scenario().traveller.name == "Lucía Hernández Ríos"
    qtbot.mouseClick(detail.another, Qt.MouseButton.LeftButton)
    drawn = detail.scenario().traveller
    assert drawn.name != "Lucía Hernández Ríos"
    qtbot.waitUntil(lambda: drawn.name in words(detail))
    qtbot.mouseClick(detail.dice, Qt.MouseButton.LeftButton)
    detail.seed.setValue(12)
    assert detail.scenario().traveller == drawn


def test_surprise_me_draws_from_what_is_shown(page: TripsPage, qtbot: QtBot) -> None:
    page.browse.filters.levels["C1"].click()
    for _ in range(6):
        qtbot.mouseClick(page.browse.surprise_tile, Qt.MouseButton.LeftButton)
        assert opened(page).trip.scenario.level == "C1"
        assert opened(page).another.isChecked()
        page.show_all()


def test_filters_narrow_as_one_types_and_are_undone(page: TripsPage, qtbot: QtBot, words: Words) -> None:
    qtbot.keyClicks(page.browse.filters.text, "mexico")
    assert set(tiles(page)) == {"mx_aicm_muestras", "mx_tijuana_familia"}
    assert page.browse.count.text() == "2 of 12 trips"
    page.browse.filters.levels["B1"].click()
    assert set(tiles(page)) == {"mx_tijuana_familia"}
    country = page.browse.filters.country
    country.setCurrentIndex(country.findText("Chile"))
    assert not tiles(page)
    assert "No trip fits" in words(page.browse)
    press(qtbot, page.browse, "Show all trips")
    assert len(tiles(page)) == 12


def test_the_window_may_name_a_trip(page: TripsPage, qtbot: QtBot) -> None:
    page.shown(scenario="pe_callao_familia", seed=99)
    qtbot.waitUntil(lambda: page.detail is not None)
    assert (opened(page).trip.scenario.id, opened(page).seed.value()) == ("pe_callao_familia", 99)


def test_trips_that_cannot_be_read_leave_a_way_on(desk: Desk, qtbot: QtBot, words: Words) -> None:
    failure = JournalUnusable(path="journal.sqlite3", reason="disk full")
    broken = [True]

    def journal() -> Journal:
        if broken[0]:
            raise failure
        return desk.journal

    page = TripsPage(replace(desk.context, journal=journal))
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(desk.told))
    assert desk.told == [(failure, None)]
    assert "The trips could not be read" in words(page.browse)
    broken[0] = False
    press(qtbot, page.browse, "Try again")
    qtbot.waitUntil(lambda: len(tiles(page)) == 12)
