"""Looking back on a conversation: verdict in two languages, goals, figures, every word, own voice, a file of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from garita.audio.files import write_flac
from garita.desktop.context import Context
from garita.desktop.history.beside import Beside
from garita.desktop.history.debrief import DebriefPage
from garita.journal import own_voice
from garita.journal.journal import Journal
from tests.coaching.talk import ANSWERS, MADRID, MADRID_JSON, heard, keep
from tests.desktop.history.conftest import Window

Show = Callable[[int | None], DebriefPage]
CHEESE = (*ANSWERS[:7], "Llevo ropa y un queso.", "Sí, lo siento.", ANSWERS[8])


@pytest.fixture
def show(qtbot: QtBot, context: Context) -> Show:
    def make(number: int | None) -> DebriefPage:
        page = DebriefPage(context)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        page.shown(conversation=number)
        qtbot.waitUntil(lambda: not page.waiting.isVisible())
        return page

    return make


def spoken(journal: Journal, *, recorded: bool) -> int:
    """A conversation with one spoken turn, a word of it doubtful."""
    number = journal.begin(MADRID.id, MADRID_JSON, "m", 1)
    journal.add_turn(number, "officer", "¿De dónde viene?", number=1)
    text = "Vengo de <Lima>, sí."
    journal.add_turn(number, "student", text, transcript=heard(text, "<Lima>"), number=2)
    if recorded:
        write_flac(own_voice.file(journal.recordings, number, 2), np.zeros(1600, np.float32))
    return number


def test_the_verdict_is_stamped_and_explained_in_both_languages(show: Show, journal: Journal) -> None:
    page = show(keep(journal, CHEESE, "hold"))
    assert page.verdict.stamp.isVisible()
    assert page.verdict.stamp.accessibleName() == "Retenido"
    assert page.verdict.spanish.text() == "Puede pasar, pero la aduana retiene algo"
    assert page.verdict.reasons.text() == "Alimentos que no pueden entrar: un queso."
    assert page.verdict.translated.text() == "You may pass, but customs keep something"
    assert page.verdict.reasons_translated.text() == "Food that may not be brought in: un queso."


def test_spanish_speakers_read_it_once(qtbot: QtBot, context: Context, journal: Journal) -> None:
    number = keep(journal, CHEESE, "hold")
    page = DebriefPage(replace(context, language="es"))
    qtbot.addWidget(page)
    page.show()
    page.shown(conversation=number)
    qtbot.waitUntil(lambda: page.content.isVisible())
    assert page.title.text() == MADRID.title
    assert page.verdict.reasons.isVisible()
    assert not page.verdict.translated.isVisible()


def test_no_reasons_are_given_where_the_rules_say_otherwise_than_the_officer(show: Show, journal: Journal) -> None:
    page = show(keep(journal, ANSWERS, "refuse"))
    assert page.verdict.spanish.text() == "No puede entrar"
    assert not page.verdict.reasons.isVisible()


def test_goals_figures_and_times_are_there(show: Show, journal: Journal) -> None:
    page = show(keep(journal, CHEESE, "hold"))
    assert page.goals.count == "9 of 9"
    tiles = {tile.name.text(): tile.value.text() for tile in page.tiles.tiles}
    assert tiles["in Spanish"] == "100%"
    assert int(tiles["words you said"]) > int(tiles["different words"]) > 20
    assert page.times.isVisible()
    assert len(page.times.accessibleDescription().split(",")) == len(CHEESE)
    assert "words you said: " in next(t for t in page.tiles.tiles if t.name.text() == "words you said").accessibleName()


def test_an_open_conversation_can_be_gone_on_with(qtbot: QtBot, show: Show, journal: Journal, window: Window) -> None:
    number = keep(journal, ANSWERS[:3])
    page = show(number)
    assert not page.verdict.stamp.isVisible()
    assert page.on.text() == "Go on"
    qtbot.mouseClick(page.on, Qt.MouseButton.LeftButton)
    assert window.went == [("booth", {"scenario": MADRID, "seed": 1, "resume": number})]


def test_without_a_number_it_is_the_newest(show: Show, journal: Journal) -> None:
    keep(journal, ANSWERS[:1])
    keep(journal, ANSWERS[:4])
    assert show(None).goals.count == "4 of 9"


@pytest.mark.parametrize("number", [None, 77])
def test_nothing_to_look_back_on(qtbot: QtBot, show: Show, window: Window, number: int | None) -> None:
    page = show(number)
    assert page.empty.isVisible()
    assert not page.on.isVisible()
    assert page.empty.button is not None
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert window.went == [("trips", {})]


def test_a_scene_of_another_version_still_shows_the_words(show: Show, journal: Journal) -> None:
    number = journal.begin("old", "{}", "m", 0)
    journal.add_turn(number, "student", "Hola, buenos días.")
    page = show(number)
    assert page.title.text() == "old"
    assert not page.goals.isVisible()
    assert len(page.transcript.views) == 1


def test_doubtful_words_are_marked_and_all_can_be_copied(show: Show, journal: Journal) -> None:
    page = show(spoken(journal, recorded=False))
    view = list(page.transcript.views.values())[1]
    assert view.accessibleName() == "You: Vengo de <Lima>, sí."
    assert view.accessibleDescription() == "Perhaps heard wrongly: <Lima>,"
    assert [view.turn.text[start:end] for start, end in view.doubts] == ["<Lima>,"]
    view.actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == "Vengo de <Lima>, sí."
    assert page.legend.isVisible()
    assert view.button is None
    assert not page.export.voice.isEnabled()


def test_ones_own_voice_has_a_button(qtbot: QtBot, show: Show, journal: Journal) -> None:
    page = show(spoken(journal, recorded=True))
    view = list(page.transcript.views.values())[1]
    assert view.button is not None
    assert view.button.accessibleName() == "Hear yourself"
    wanted: list[int] = []
    page.transcript.play.disconnect()
    page.transcript.play.connect(wanted.append)
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert wanted == [view.turn.id]
    page.transcript.show_playing(view.turn.id)
    assert view.button.accessibleName() == "Stop"
    assert page.export.voice.isEnabled()


@pytest.mark.parametrize("ending", [".html", ".md", ".json", ".flac"])
def test_it_is_saved_as_a_file(
    qtbot: QtBot, show: Show, journal: Journal, window: Window, tmp_path: Path, ending: str
) -> None:
    page = show(spoken(journal, recorded=True))
    page.export.save(str(tmp_path / f"talk{ending}"))
    qtbot.waitUntil(lambda: bool(window.told))
    assert window.told == [f"Saved as talk{ending}."]
    if ending == ".html":
        assert "words you said" in (tmp_path / "talk.html").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_told(
    qtbot: QtBot, show: Show, journal: Journal, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    page = show(spoken(journal, recorded=False))
    page.export.save(str(tmp_path / "file" / "talk.html"))
    qtbot.waitUntil(lambda: bool(window.told))
    assert type(window.told[0]).__name__ == "OutputNotWritable"


def test_the_place_of_the_file_is_asked_for_without_waiting(qtbot: QtBot, show: Show, journal: Journal) -> None:
    page = show(spoken(journal, recorded=False))
    page.export.ask_where(".html")
    assert page.export.dialog is not None
    assert page.export.dialog.selectedFiles()[0].endswith(".html")
    page.export.dialog.reject()


def test_a_very_long_conversation_is_shown_little_by_little(qtbot: QtBot, show: Show, journal: Journal) -> None:
    number = journal.begin(MADRID.id, MADRID_JSON, "m", 1)
    for index in range(150):
        journal.add_turn(number, "officer" if index % 2 else "student", f"Frase {index}.")
    page = show(number)
    assert len(page.transcript.views) < 60  # the rest comes between two looks at the keyboard
    qtbot.waitUntil(lambda: page.transcript.more.isVisible())
    assert len(page.transcript.views) == 120
    qtbot.mouseClick(page.transcript.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.transcript.views) == 150)
    assert not page.transcript.more.isVisible()
    tops = [(view.y(), view.y() + view.height()) for view in page.transcript.views.values()]
    assert all(above[1] < below[0] for above, below in pairwise(tops))


def test_another_conversation_replaces_the_one_before(qtbot: QtBot, show: Show, journal: Journal) -> None:
    first, second = keep(journal, ANSWERS[:2]), keep(journal, ANSWERS[:5])
    page = show(first)
    page.shown(conversation=second)
    qtbot.waitUntil(lambda: page.goals.count == "5 of 9")
    qtbot.waitUntil(lambda: len(page.transcript.views) == 10)


def test_the_way_back(qtbot: QtBot, show: Show, journal: Journal, window: Window) -> None:
    page = show(keep(journal, ANSWERS[:1]))
    back = next(each for each in page.findChildren(QPushButton) if each.text() == "All conversations")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.went == [("history", {})]


def test_it_fits_the_smallest_window_at_the_largest_text(
    qtbot: QtBot, show: Show, journal: Journal, context: Context
) -> None:
    page = show(keep(journal, CHEESE, "hold"))
    parts = page.findChildren(Beside)
    qtbot.waitUntil(lambda: not any(part.stacked for part in parts))
    context.theme.change(text_scale=2.0)
    page.resize(880, 640)
    qtbot.waitUntil(lambda: all(part.stacked for part in parts))
    assert page.scroller.horizontalScrollBar().maximum() == 0
