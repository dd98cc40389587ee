"""The window in Spanish: every word collected and translated, nothing lost on the way, and no page speaks English."""

from __future__ import annotations

import re
import runpy
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QTabBar,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from garita import paths
from garita.desktop.app import Program
from garita.desktop.booth.page import BoothPage
from garita.desktop.context import PageName
from garita.desktop.history.debrief import DebriefPage
from garita.desktop.trips.page import TripsPage
from garita.desktop.trips.tile import TripTile
from garita.roleplay import scenario_file
from garita.settings import ModelSettings, Settings, VoiceSettings, WindowSettings
from tests.journal.many import fill

ROOT = Path(__file__).resolve().parents[2]
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
ENGLISH = re.compile(r"\b(the|you|your|of|and|is|are|with|this|here|not|to)\b", re.IGNORECASE)
READ_ALOUD = Qt.ItemDataRole.AccessibleTextRole
PAGES: tuple[PageName, ...] = ("welcome", "history", "progress", "officers", "presenter", "settings", "about")


def translations() -> list[tuple[str, str]]:
    """English and Spanish of every word."""
    tree = ET.parse(paths.assets() / "translations" / "garita_es.ts")
    return [(one.findtext("source") or "", one.findtext("translation") or "") for one in tree.iter("message")]


def test_every_word_of_the_window_has_its_spanish() -> None:
    problems = runpy.run_path(str(ROOT / "packaging" / "translations.py"))["problems"]()
    assert not problems, "run packaging/translations.py and translate:\n" + "\n".join(problems)


def test_nothing_is_lost_in_translation() -> None:
    different = [pair for pair in translations() if form(pair[0]) != form(pair[1])]
    assert not different


def form(text: str) -> tuple[list[str], str, bool]:
    """What is the same in every language: the places to fill in, how it ends, no blanks around it."""
    end = text.rstrip("»")[-1]
    return sorted(PLACEHOLDER.findall(text)), end if end in ".…:?" else "", text == text.strip()


def test_spanish_is_written_as_spanish_is() -> None:
    wrong = [
        spanish
        for _, spanish in translations()
        if set(spanish) & set("“”\"'") or "..." in spanish or unopened(spanish, "?¿") or unopened(spanish, "!¡")
    ]
    assert not wrong


def unopened(text: str, marks: str) -> bool:
    """Whether a question or a cry ends that did not begin."""
    return text.count(marks[0]) > text.count(marks[1])


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    """The whole window in Spanish, with a journal to show, on a computer that stays silent."""
    paths.ensure_home()
    fill(paths.journal(), 30)
    program = Program(
        qapp,
        Settings(
            language="es", model=ModelSettings(threads=1), voice=VoiceSettings(listens=False, aloud=False),
            window=WindowSettings(theme="light", officer=False, reduced_motion=True, welcomed=True),
        ),
    )  # fmt: skip
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.window.isVisible())
    yield program
    program.window.close()
    program.theme.withdraw()


@pytest.mark.timeout(120)
def test_no_page_speaks_english(program: Program, qtbot: QtBot) -> None:
    window = program.window
    said = {"the empty booth": words(window)}
    for page in PAGES:
        window.go(page)
        qtbot.wait(300)  # what a page asks for comes
        said[page] = words(window.page(page))
    said["a trip"] = words(open_trip(program, qtbot))
    said["the booth"] = words(hold_a_conversation(program, qtbot))
    said["the debrief"] = words(look_back(program, qtbot))
    found = {where: left for where, texts in said.items() if (left := in_english(texts))}
    assert not found
    assert {"Historial", "Sorpréndame", "Ficha de viaje", "Cerrar"} <= set().union(*said.values())


def open_trip(program: Program, qtbot: QtBot) -> QWidget:
    program.window.go("trips")
    page = program.window.page("trips")
    assert isinstance(page, TripsPage)
    qtbot.waitUntil(lambda: bool(page.findChildren(TripTile)))
    page.findChildren(TripTile)[0].click()
    return page


def hold_a_conversation(program: Program, qtbot: QtBot) -> QWidget:
    program.window.go("booth", scenario=scenario_file.load_all()[0], seed=1)
    page = program.window.page("booth")
    assert isinstance(page, BoothPage)
    qtbot.waitUntil(lambda: page.conversation.stage == "your_turn", timeout=30_000)
    return page


def look_back(program: Program, qtbot: QtBot) -> QWidget:
    program.window.go("debrief", conversation=1)
    page = program.window.page("debrief")
    assert isinstance(page, DebriefPage)
    qtbot.waitUntil(page.content.isVisible)
    return page


def words(window: QWidget) -> set[str]:
    """Everything that is written on a window, on its tool tips, and said by a screen reader."""
    found: set[str] = set()
    for widget in window.findChildren(QWidget):
        found |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        match widget:
            case QLabel() | QAbstractButton():
                found.add(widget.text())
            case QLineEdit():
                found.add(widget.placeholderText())
            case QComboBox():
                found |= {widget.itemText(index) for index in range(widget.count())}
            case QTabBar():
                found |= {widget.tabText(index) for index in range(widget.count())}
            case QTableWidget():
                items = (widget.horizontalHeaderItem(column) for column in range(widget.columnCount()))
                found |= {item.text() for item in items if item}
            case QListView() if model := widget.model():
                found |= {str(model.index(row, 0).data(READ_ALOUD)) for row in range(min(20, model.rowCount()))}
    found |= {action.text() for action in window.findChildren(QAction)}
    return {text.strip() for text in found if text.strip()}


def in_english(texts: set[str]) -> list[str]:
    """Those that the window says in English: known words untranslated, and words that nobody marked."""
    spanish = {after for _, after in translations()}
    sources = [before for before, after in translations() if before != after and before not in spanish]
    known = re.compile("|".join(as_pattern(source) for source in sources), re.DOTALL)
    ours = (text for text in texts if text != "English" and not Path(text).is_absolute())
    return sorted(text for text in ours if known.fullmatch(text) or ENGLISH.search(text))


def as_pattern(source: str) -> str:
    return "(?:" + ".+?".join(re.escape(part) for part in PLACEHOLDER.split(source)) + ")"
