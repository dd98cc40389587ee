"""Files of one's own on the trips page: opened, dropped, told line by line what is wrong, removed and brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from garita.desktop.trips.page import TripsPage
from garita.roleplay import own_scenarios, scenario_file
from tests.desktop.desk import Desk
from tests.desktop.trips.showing import opened, press, shown, tiles

Words = Callable[[QWidget], str]
Write = Callable[..., Path]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> TripsPage:
    return shown(qtbot, desk)


def test_the_dialog_does_not_wait(page: TripsPage, qtbot: QtBot, own_file: Write) -> None:
    path = own_file("mi_viaje", ("Vacaciones en Madrid", "Mi primer viaje"))
    press(qtbot, page.browse, "Open a file…")
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.filesSelected.emit([str(path)])
    dialog.reject()
    qtbot.waitUntil(lambda: page.detail is not None)
    assert opened(page).trip.scenario.title == "Mi primer viaje"
    page.show_all()
    assert tiles(page)["mi_viaje"].trip.own


def test_a_file_can_be_dropped(page: TripsPage, qtbot: QtBot, own_file: Write) -> None:
    mime, place, copy = QMimeData(), QPointF(9, 9), Qt.DropAction.CopyAction
    mime.setUrls([QUrl.fromLocalFile(str(own_file())), QUrl.fromLocalFile("/tmp/picture.png")])
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, QDragEnterEvent(place.toPoint(), copy, mime, *held))
    assert page.hint.isVisible()
    QApplication.sendEvent(page, QDropEvent(place, copy, mime, *held))
    assert not page.hint.isVisible()
    qtbot.waitUntil(lambda: page.detail is not None)
    assert opened(page).trip.scenario.id == "mi_viaje"


def test_other_files_cannot_be_dropped(page: TripsPage) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/picture.png")])
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, mime, *held)
    event.ignore()
    QApplication.sendEvent(page, event)
    assert not event.isAccepted()
    assert not page.hint.isVisible()


def test_mistakes_are_listed_by_line_and_mended_ones_taken_in(
    page: TripsPage, qtbot: QtBot, own_file: Write, words: Words
) -> None:
    path = own_file("mi_viaje", ("stay_days = 14", "stay_days = 0"), ('country = "ES"', 'country = "SP"'))
    page.take_files([str(path)])
    qtbot.waitUntil(lambda: bool(page.browse.problems.rows))
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [(lines[line - 1], key, said) for _, line, key, said in page.browse.problems.rows]
    assert rows == [
        ('country = "SP"', "country", "'SP' is no ISO 3166 country code"),
        ("stay_days = 0", "traveller.stay_days", "must be between 1 and 3650"),
    ]
    shown = words(page.browse)
    assert "mi_viaje.toml" in shown
    assert f"Line {lines.index('stay_days = 0') + 1}" in shown
    own_file("mi_viaje")
    press(qtbot, page.browse, "Read them again")
    qtbot.waitUntil(lambda: page.browse.problems.isHidden() and page.detail is not None)
    assert opened(page).trip.own


def test_a_broken_file_in_the_home_is_told_and_the_others_work(desk: Desk, qtbot: QtBot, own_file: Write) -> None:
    own_scenarios.add(own_file())
    (scenario_file.own_folder() / "roto.toml").write_text("id = \n", encoding="utf-8")
    page = TripsPage(desk.context)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(page.browse.problems.rows))
    assert "mi_viaje" in tiles(page)
    assert page.browse.problems.rows[0][1] == 1


def test_an_own_trip_is_removed_and_brought_back(page: TripsPage, desk: Desk, qtbot: QtBot, own_file: Write) -> None:
    page.take_files([str(own_file())])
    qtbot.waitUntil(lambda: page.detail is not None)
    press(qtbot, opened(page), "Remove this trip")
    qtbot.waitUntil(lambda: "mi_viaje" not in tiles(page) and bool(desk.told))
    said, undo = desk.told[-1]
    assert "Vacaciones en Madrid" in str(said)
    assert undo is not None
    undo.act()
    qtbot.waitUntil(lambda: "mi_viaje" in tiles(page))
