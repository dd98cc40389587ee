"""The officers page under real clicks, keys and drops; a hub that does what it is told stands for the network."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from garita import paths, wiring_voice
from garita.convert.random_base import TINY, random_adapter, random_base
from garita.desktop.officers.adapters_card import AdapterRow
from garita.desktop.officers.ear_card import EarCard
from garita.desktop.officers.model_card import ModelCard
from garita.desktop.officers.offer_card import OfferCard
from garita.desktop.officers.page import OfficersPage
from garita.desktop.theme import Theme
from garita.desktop.widgets import Pill
from garita.errors import DownloadFailed, ModelNotGGUF, NetworkLocked
from garita.library import shelf
from garita.library.recognisers import OnProgress, Progress
from garita.library.speeds import Speeds
from garita.messages import Timings
from tests.desktop.officers.scene import Scene, scene

WHOLE = 1_000_000


class Hub:
    """Stands for hub.fetch: sends half, waits until it may go on, then sends a model; or fails as it is told."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bool]] = []
        self.failure: Exception | None = None
        self.may_go_on = threading.Event()
        self.content = b""

    def __call__(
        self, repository: str, folder: Path, on_progress: OnProgress, *, wanted: tuple[str, ...], offline: bool
    ) -> None:
        self.asked.append((repository, offline))
        if offline:
            raise NetworkLocked(name=repository)
        if self.failure:
            raise self.failure
        (folder / f"{wanted[0]}.part").write_bytes(bytes(300))
        while not self.may_go_on.wait(0.01):
            on_progress(Progress(WHOLE // 2, WHOLE))
        (folder / f"{wanted[0]}.part").unlink()
        (folder / wanted[0]).write_bytes(self.content)
        on_progress(Progress(WHOLE, WHOLE))


@pytest.fixture
def models(home: Path) -> Path:
    folder = paths.user_models()
    folder.mkdir(parents=True)
    random_base(folder / "small.gguf", TINY, "Q4_K")
    return folder


@pytest.fixture
def stage(theme: Theme, home: Path) -> Iterator[Scene]:
    with scene(theme) as made:
        yield made


@pytest.fixture
def hub() -> Iterator[Hub]:
    hub = Hub()
    yield hub
    hub.may_go_on.set()


@pytest.fixture
def open_page(qtbot: QtBot, stage: Scene, hub: Hub) -> Callable[[], OfficersPage]:
    def opened() -> OfficersPage:
        page = OfficersPage(stage.context, hub)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        qtbot.waitUntil(lambda: page.stock is not None)
        return page

    return opened


def model_cards(page: QWidget) -> dict[str, ModelCard]:
    return {card.item.path.name: card for card in page.findChildren(ModelCard) if card.isVisibleTo(page)}


def offer(page: OfficersPage, id: str) -> OfferCard:
    return page.officer_offers.cards[f"officer/{id}"]


def click(qtbot: QtBot, button: QWidget | None) -> None:
    assert button is not None
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# --- what is here --------------------------------------------------------------------------------------------------


def test_models_are_shown_with_what_they_are_and_need(models: Path, open_page: Callable[[], OfficersPage]) -> None:
    (models / "broken.gguf").write_bytes(b"GGUF")
    Speeds().note(shelf.built_in(), Timings(tokens_generated=100, generate_seconds=2), 1)
    cards = model_cards(open_page())
    assert list(cards) == [shelf.BUILT_IN, "broken.gguf", "small.gguf"]
    assert "50 tokens/s here" in [pill.text for pill in cards[shelf.BUILT_IN].findChildren(Pill)]
    assert "has 4 bytes" in cards["broken.gguf"].problem.text()
    assert cards["broken.gguf"].use is None
    assert cards[shelf.BUILT_IN].use is None  # it is in use


def test_another_model_is_used_by_click_or_key(
    qtbot: QtBot, models: Path, stage: Scene, open_page: Callable[[], OfficersPage]
) -> None:
    page = open_page()
    use = model_cards(page)["small.gguf"].use
    assert use is not None
    use.setFocus()
    qtbot.keyClick(use, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.stock is not None and page.stock.models[0].path.name == "small.gguf")
    assert stage.settings.model.file == str(models / "small.gguf")
    click(qtbot, model_cards(page)[shelf.BUILT_IN].use)
    assert stage.settings.model.file == ""


def test_an_adapter_is_switched_on_with_its_strength_and_left_with_its_base(
    qtbot: QtBot, models: Path, stage: Scene, open_page: Callable[[], OfficersPage]
) -> None:
    adapter = random_adapter(models / "calm.gguf", TINY, rank=4)
    stage.keeper.change({"model.file": str(models / "small.gguf")})
    page = open_page()
    (row,) = page.findChildren(AdapterRow)
    row.switch.setFocus()
    qtbot.keyClick(row.switch, Qt.Key.Key_Space)
    row.scale.setFocus()
    qtbot.keyClick(row.scale, Qt.Key.Key_Down)
    assert [(one.path, one.scale) for one in stage.settings.model.adapters] == [(str(adapter), 0.9)]
    click(qtbot, model_cards(page)[shelf.BUILT_IN].use)
    assert stage.settings.model.adapters == ()
    qtbot.waitUntil(lambda: not page.findChildren(AdapterRow)[-1].switch.isEnabled())
    assert "another shape" in page.findChildren(AdapterRow)[-1].problem.text()


def test_a_removed_model_comes_back_with_undo(
    qtbot: QtBot, models: Path, stage: Scene, open_page: Callable[[], OfficersPage]
) -> None:
    stage.keeper.change({"model.file": str(models / "small.gguf")})
    page = open_page()
    click(qtbot, model_cards(page)["small.gguf"].remove)
    qtbot.waitUntil(lambda: page.undo is not None and "small.gguf" not in model_cards(page))
    assert stage.settings.model.file == ""
    assert not (models / "small.gguf").exists()
    click(qtbot, page.undo.findChild(QPushButton))  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "small.gguf" in model_cards(page))
    assert stage.settings.model.file == str(models / "small.gguf")


def test_a_model_that_vanished_while_listed_is_told(
    qtbot: QtBot, models: Path, stage: Scene, open_page: Callable[[], OfficersPage]
) -> None:
    page = open_page()
    (models / "small.gguf").unlink()
    click(qtbot, model_cards(page)["small.gguf"].remove)
    qtbot.waitUntil(lambda: len(stage.told) == 1)
    page.refresh()
    qtbot.waitUntil(lambda: "small.gguf" not in model_cards(page))


def test_recognisers_are_chosen_and_removed(qtbot: QtBot, stage: Scene, open_page: Callable[[], OfficersPage]) -> None:
    for name in ("base", "small"):
        shutil.copytree(wiring_voice.test_ear(), wiring_voice.recognisers() / name)
    page = open_page()
    other = next(card for card in page.findChildren(EarCard) if not card.item.active)
    click(qtbot, other.use)
    assert stage.settings.voice.recogniser == str(other.item.folder)
    name = other.item.name
    qtbot.waitUntil(lambda: [c.item.name for c in page.findChildren(EarCard) if c.item.active] == [name])
    click(qtbot, next(card for card in page.findChildren(EarCard) if card.item.active).remove)
    qtbot.waitUntil(lambda: page.undo is not None)
    assert stage.settings.voice.recogniser == ""
    assert not (wiring_voice.recognisers() / name).exists()


# --- downloads -----------------------------------------------------------------------------------------------------


def test_a_download_is_paused_gone_on_with_and_arrives(
    qtbot: QtBot, models: Path, hub: Hub, open_page: Callable[[], OfficersPage]
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
    qtbot: QtBot, tmp_path: Path, stage: Scene, open_page: Callable[[], OfficersPage]
) -> None:
    file = random_base(tmp_path / "Mío.GGUF", TINY, "F16")
    file = file.rename(tmp_path / "mío.gguf")
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
    page.hint.appear()
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert page.hint.isHidden()


# --- for everybody -------------------------------------------------------------------------------------------------


def test_every_control_has_a_name_for_screen_readers(models: Path, open_page: Callable[[], OfficersPage]) -> None:
    random_adapter(models / "calm.gguf", TINY, rank=4)
    page = open_page()
    for widget in page.findChildren(QWidget):
        is_part = isinstance(widget.parentWidget(), QAbstractSpinBox)  # a spin box speaks for the field in it
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page) and not is_part:
            told = QAccessible.queryAccessibleInterface(widget)
            assert told and told.text(QAccessible.Text.Name), widget


def test_it_stays_usable_at_the_smallest_window_with_the_largest_text(
    theme: Theme, models: Path, open_page: Callable[[], OfficersPage]
) -> None:
    random_adapter(models / "a-rather-long-name-of-an-adapter.gguf", TINY, rank=4)
    theme.change(text_scale=2.0)
    page = open_page()
    page.resize(824, 700)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    content = page.scroller.widget()
    assert content.width() <= page.scroller.viewport().width()
    for card in [*model_cards(page).values(), *page.officer_offers.cards.values()]:
        assert card.mapTo(page, QPoint(card.width(), 0)).x() <= page.width()
