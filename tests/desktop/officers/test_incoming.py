"""What comes to the officers page: downloads that are paused and gone on with, and files that are dropped on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from garita.desktop.officers.page import OfficersPage
from garita.errors import DownloadFailed, ModelNotGGUF
from tests.desktop.officers.scene import Hub, Scene, click, model_cards, offer

# --- downloads -----------------------------------------------------------------------------------------------------


def test_a_download_is_paused_gone_on_with_and_arrives(
    qtbot: QtBot, models: Path, stage: Scene, hub: Hub, open_page: Callable[[], OfficersPage]
) -> None:
    page = open_page()
    card = offer(page, "qwen3-4b-2507")
    click(qtbot, card.go)
    qtbot.waitUntil(lambda: card.bar.value() == 500)
    assert card.text.text().startswith("500 kB of 1 MB")
    assert page.busy
    card.stop.setFocus()
    qtbot.keyClick(card.stop, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: offer(page, "qwen3-4b-2507").text.text().startswith("Paused at 300 bytes"))
    assert card.go.text() == "Go on"
    assert not page.busy
    hub.content = (models / "small.gguf").read_bytes()
    hub.may_go_on.set()
    click(qtbot, offer(page, "qwen3-4b-2507").go)
    name = card.offer.entry.file  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: name in model_cards(page))
    assert "officer/qwen3-4b-2507" not in page.officer_offers.cards
    assert (models / name).read_bytes() == hub.content
    assert stage.told == ["Qwen 3 4B (2507) is here now."]
    assert stage.help is not None
    stage.help.act()
    assert stage.settings.model.file == str(models / name)


def test_what_has_come_is_thrown_away(
    qtbot: QtBot, models: Path, hub: Hub, open_page: Callable[[], OfficersPage]
) -> None:
    page = open_page()
    click(qtbot, offer(page, "phi-4-mini").go)
    qtbot.waitUntil(lambda: offer(page, "phi-4-mini").bar.value() == 500)
    click(qtbot, offer(page, "phi-4-mini").stop)
    qtbot.waitUntil(lambda: offer(page, "phi-4-mini").drop.isVisible())
    click(qtbot, offer(page, "phi-4-mini").drop)
    qtbot.waitUntil(lambda: offer(page, "phi-4-mini").go.text() == "Download")
    assert [path.name for path in models.iterdir()] == ["small.gguf"]


@pytest.mark.parametrize("offline", [False, True])
def test_a_failure_is_a_sentence_on_the_card_and_can_be_tried_again(
    qtbot: QtBot, stage: Scene, hub: Hub, open_page: Callable[[], OfficersPage], offline: bool
) -> None:
    stage.keeper.change({"network.offline": offline})
    hub.failure = DownloadFailed(name="x", reason="no route to host")
    page = open_page()
    card = offer(page, "phi-4-mini")
    click(qtbot, card.go)
    said = "never to use the network" if offline else "no route to host"
    qtbot.waitUntil(lambda: said in card.text.text())
    assert hub.asked == [("bartowski/microsoft_Phi-4-mini-instruct-GGUF", offline)]
    assert stage.told == []
    qtbot.waitUntil(card.go.isVisible)
    click(qtbot, card.go)
    qtbot.waitUntil(lambda: len(hub.asked) == 2 and not stage.jobs.running)


def test_the_whole_catalogue_is_shown_on_demand(qtbot: QtBot, open_page: Callable[[], OfficersPage]) -> None:
    page = open_page()
    before = len(page.officer_offers.cards)
    page.officer_offers.more.setFocus()
    qtbot.keyClick(page.officer_offers.more, Qt.Key.Key_Space)
    assert len(page.officer_offers.cards) == 19 > before
    assert page.officer_offers.more.text() == "Show fewer"


# --- files ---------------------------------------------------------------------------------------------------------


def dropped(page: OfficersPage, *files: Path) -> bool:
    """Drag files onto the page and let go; whether the page took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), action, data, button, key)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    if not enter.isAccepted():
        return False
    assert page.hint.isVisible()
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), action, data, button, key))
    return True


def test_a_dropped_model_is_copied_and_listed(
    qtbot: QtBot, tmp_path: Path, small_model: Path, stage: Scene, open_page: Callable[[], OfficersPage]
) -> None:
    file = Path(shutil.copy(small_model, tmp_path / "mío.gguf"))
    page = open_page()
    assert dropped(page, file)
    assert page.hint.isHidden()
    qtbot.waitUntil(lambda: "mío.gguf" in model_cards(page))
    assert stage.told == ["mío.gguf is among your models now."]


def test_what_is_no_model_is_not_taken_or_told(
    qtbot: QtBot, tmp_path: Path, stage: Scene, open_page: Callable[[], OfficersPage]
) -> None:
    page = open_page()
    assert not dropped(page, tmp_path / "notes.txt")
    (tmp_path / "page.gguf").write_text("<html>")
    assert dropped(page, tmp_path / "page.gguf")
    qtbot.waitUntil(lambda: [type(told) for told in stage.told] == [ModelNotGGUF])


def test_a_file_that_is_carried_away_again_leaves_no_hint(
    tmp_path: Path, open_page: Callable[[], OfficersPage]
) -> None:
    page = open_page()
    page.hint.cover()
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert page.hint.isHidden()
