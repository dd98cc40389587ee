"""The officers page under real clicks and keys: what is here, what is in use, what is removed and comes back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from garita import wiring_voice
from garita.convert.random_base import TINY, random_adapter
from garita.desktop.officers.adapters_card import AdapterRow
from garita.desktop.officers.ear_card import EarCard
from garita.desktop.officers.page import OfficersPage
from garita.desktop.officers.stock import Stock
from garita.desktop.officers.stock import look as real_look
from garita.desktop.theme import Theme
from garita.desktop.widgets import EmptyState, Pill
from garita.errors import CatalogueInvalid
from garita.library import officers, promotion, shelf
from garita.library.officers import Figure
from garita.library.speeds import Speeds
from garita.messages import Timings
from garita.settings import Settings
from tests.desktop.officers.scene import Hub, Scene, click, model_cards

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


def test_beside_a_promoted_officer_the_built_in_one_can_still_be_chosen(
    qtbot: QtBot, models: Path, stage: Scene, open_page: Callable[[], OfficersPage]
) -> None:
    file, figures = models / "small.gguf", {"next_step": Figure(0.741, 0.7, 0.78, "share")}
    promotion.promote(file, officers.sha256_of(file), b"{}", figures)
    page = open_page()
    card = model_cards(page)["small-v1.gguf"]
    assert card.use is None  # it is in use
    assert card.accessibleName() == "small/v1"
    assert any("next step: 74.1 %" in one.text() for one in card.findChildren(QLabel))
    click(qtbot, model_cards(page)[shelf.BUILT_IN].use)
    assert stage.settings.model.file == str(shelf.built_in())
    qtbot.waitUntil(lambda: page.stock is not None and page.stock.models[0].built_in)
    click(qtbot, model_cards(page)["small-v1.gguf"].use)
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
    assert "another shape" in page.findChildren(AdapterRow)[-1].problem.toolTip()


def test_a_removed_model_comes_back_with_undo(
    qtbot: QtBot, models: Path, stage: Scene, open_page: Callable[[], OfficersPage]
) -> None:
    stage.keeper.change({"model.file": str(models / "small.gguf")})
    page = open_page()
    click(qtbot, model_cards(page)["small.gguf"].remove)
    qtbot.waitUntil(lambda: stage.help is not None and "small.gguf" not in model_cards(page))
    assert stage.settings.model.file == ""
    assert not (models / "small.gguf").exists()
    stage.help.act()
    qtbot.waitUntil(lambda: "small.gguf" in model_cards(page))
    assert stage.settings.model.file == str(models / "small.gguf")


def test_an_adapter_in_use_goes_with_its_setting_and_comes_back_with_it(
    qtbot: QtBot, models: Path, stage: Scene, open_page: Callable[[], OfficersPage]
) -> None:
    adapter = random_adapter(models / "calm.gguf", TINY, rank=4)
    in_use = [{"path": str(adapter), "scale": 0.5}]
    stage.keeper.change({"model.file": str(models / "small.gguf"), "model.adapters": in_use})
    page = open_page()
    click(qtbot, page.findChildren(AdapterRow)[-1].remove)
    qtbot.waitUntil(lambda: stage.help is not None)
    assert stage.settings.model.adapters == ()
    stage.help.act()
    qtbot.waitUntil(lambda: [one.scale for one in stage.settings.model.adapters] == [0.5])
    click(qtbot, model_cards(page)["small.gguf"].remove)
    qtbot.waitUntil(lambda: stage.settings.model == Settings().model)


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
    qtbot.waitUntil(lambda: stage.help is not None)
    assert stage.settings.voice.recogniser == ""
    assert not (wiring_voice.recognisers() / name).exists()


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


def test_where_nothing_can_be_listed_a_sentence_says_why(qtbot: QtBot, stage: Scene, hub: Hub) -> None:
    broken = [CatalogueInvalid(path="catalogue.toml", line=3, key="officer[0].file", problem="missing")]

    def look(settings: Settings, speeds: Speeds) -> Stock:
        if broken:
            raise broken.pop()
        return real_look(settings, speeds)

    page = OfficersPage(stage.context, hub, look)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.problem is not None)
    assert isinstance(page.problem, EmptyState)
    assert "line 3" in page.problem.text.text()
    click(qtbot, page.problem.button)
    qtbot.waitUntil(lambda: page.stock is not None)
    assert page.problem is None
