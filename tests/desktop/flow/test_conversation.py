"""A conversation from the first word to its place in the history, typed, with the built-in officer."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from garita.desktop.history.debrief import DebriefPage
from garita.desktop.history.page import HistoryPage
from tests.desktop.flow.whole import Whole, buttons, words


def history(garita: Whole) -> HistoryPage:
    """The history, read."""
    page = garita.page("history", HistoryPage)
    garita.qtbot.waitUntil(lambda: not page._states["loading"].isVisible())
    return page


def test_to_the_verdict_looked_back_on_saved_and_found_again(garita: Whole, tmp_path: Path) -> None:
    garita.begin()
    for _ in range(20):
        if garita.stage == "ended":
            break
        garita.say(garita.answer())
    assert garita.stage == "ended", [entry.whole for entry in garita.entries]
    said = [entry.whole for entry in garita.entries]
    assert [turn.text for turn in garita.turns(1)] == said
    garita.click_on("See how it went")
    page = garita.window.page("debrief")
    assert isinstance(page, DebriefPage)
    garita.qtbot.waitUntil(page.content.isVisible)
    assert "words you said" in words(page)
    for ending, holds in ((".html", "<html"), (".md", said[1]), (".json", said[1])):
        path = saved(garita, page, tmp_path / f"gespräch ñ{ending}", ending)
        assert holds in path.read_text(encoding="utf-8")
    assert json.loads((tmp_path / "gespräch ñ.json").read_text(encoding="utf-8"))
    found = history(garita)
    needle = max(said[1].split(), key=len).strip(".,¿?¡!")
    garita.qtbot.keyClicks(found.field, needle.upper())
    garita.qtbot.waitUntil(lambda: len(found.model.rows) == 1 and found.model.rows[0].found is not None)
    garita.qtbot.keyClicks(found.field, "xyz")
    garita.qtbot.waitUntil(lambda: "Nothing found" in words(found))
    garita.qtbot.keyClick(found.field, Qt.Key.Key_Escape)
    garita.qtbot.waitUntil(lambda: len(found.model.rows) == 1 and found.list.isVisible())


def saved(garita: Whole, page: DebriefPage, path: Path, ending: str) -> Path:
    """Choose it in the menu, and the place in the dialog."""
    texts = {".html": "Web page, to read or print", ".md": "Text", ".json": "Everything, for programs"}
    action = next(one for one in page.export.menu().actions() if one.text() == texts[ending])
    action.trigger()
    dialog = page.export.dialog
    assert isinstance(dialog, QFileDialog)
    garita.qtbot.waitUntil(dialog.isVisible)
    dialog.selectFile(str(path))
    dialog.accept()
    garita.qtbot.waitUntil(lambda: path.name in words(garita.window.notices))
    garita.window.notices.clear()
    return path


def test_what_was_left_is_gone_on_with_deleted_and_brought_back(garita: Whole) -> None:
    garita.begin()
    garita.say("Aquí tiene mi pasaporte.")
    before = [entry.whole for entry in garita.entries]
    garita.click_on("End")
    assert not garita.booth.conversation.running
    page = history(garita)
    choose_first(garita, page)
    garita.click_on("Go on", page)
    garita.qtbot.waitUntil(lambda: garita.window.current == "booth")
    garita.until_your_turn()
    assert [entry.whole for entry in garita.entries] == before
    garita.say("Vengo de México.")
    after = [entry.whole for entry in garita.entries][len(before) :]
    assert [turn.text for turn in garita.turns(1)] == before + after
    garita.click_on("End")
    page = history(garita)
    choose_first(garita, page)
    garita.qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    garita.qtbot.waitUntil(lambda: bool(buttons(garita.window, "Undo")))
    garita.qtbot.waitUntil(lambda: "No conversations yet" in words(page))
    garita.click_on("Undo")
    garita.qtbot.waitUntil(lambda: len(page.model.rows) == 1 and page.list.isVisible())
    assert [turn.text for turn in garita.turns(1)] == before + after


def choose_first(garita: Whole, page: HistoryPage) -> None:
    """Click the first line."""
    garita.qtbot.waitUntil(lambda: bool(page.model.rows) and page.list.isVisible())
    where = page.list.visualRect(page.model.index(0, 0)).center()
    garita.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert len(page.list.chosen_rows()) == 1


def test_an_export_that_cannot_be_written_is_a_sentence(garita: Whole, tmp_path: Path) -> None:
    garita.begin()
    garita.say("Aquí tiene mi pasaporte.")
    garita.window.go("debrief", conversation=1)
    page = garita.window.page("debrief")
    assert isinstance(page, DebriefPage)
    garita.qtbot.waitUntil(page.content.isVisible)
    page.export.save(str(tmp_path / "nowhere" / "a.html"))
    garita.qtbot.waitUntil(lambda: "a.html" in words(garita.window.notices))


def test_looking_back_on_what_is_not_there(garita: Whole) -> None:
    garita.window.go("debrief", conversation=7)
    garita.qtbot.waitUntil(lambda: "Nothing to look back on" in words(garita.window))
