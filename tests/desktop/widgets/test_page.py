"""Pages, cards and what stands in them: headings, widths, free room, text that wraps, empty states, pills."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from garita.desktop.theme import Theme
from garita.desktop.widgets import Card, EmptyState, Page, Pill, icon_label, label, primary, set_tone
from garita.desktop.widgets.page import WIDEST

LONG = "Elija dónde cruza la frontera, o deje que decidan los dados; cada viaje es una historia pequeña. " * 4


def page(qtbot: QtBot, width: int, height: int = 700) -> Page:
    made = Page("Trips", LONG)
    qtbot.addWidget(made)
    made.resize(width, height)
    return made


def show(qtbot: QtBot, made: Page) -> None:
    with qtbot.waitExposed(made):
        made.show()


def test_a_page_is_named_for_screen_readers(theme: Theme, qtbot: QtBot) -> None:
    made = page(qtbot, 900)
    assert made.accessibleName() == "Trips"
    made.set_heading("Viajes")
    assert made.accessibleName() == "Viajes"
    assert made.subtitle.isHidden()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_page_never_scrolls_sideways_in_the_smallest_window(theme: Theme, qtbot: QtBot, scale: float) -> None:
    theme.change(text_scale=scale)
    made = page(qtbot, 900)
    made.head.addWidget(primary("Un viaje nuevo", "plus"))
    card = Card("Madrid")
    card.body.addWidget(label(LONG))
    made.add(card)
    show(qtbot, made)
    assert made.scroller.horizontalScrollBar().maximum() == 0


def test_what_stands_beside_the_heading_moves_under_it_where_it_is_narrow(theme: Theme, qtbot: QtBot) -> None:
    made = page(qtbot, 900)
    button = primary("Un viaje nuevo", "plus")
    made.head.addWidget(button)
    show(qtbot, made)
    assert button.mapTo(made, button.rect().topLeft()).x() > 500
    made.resize(480, 700)
    qtbot.waitUntil(lambda: button.mapTo(made, button.rect().topLeft()).x() == theme.space(8))
    assert button.mapTo(made, button.rect().topLeft()).y() > made.title.mapTo(made, made.title.rect().bottomLeft()).y()


def test_content_is_no_wider_than_is_good_to_read_and_in_the_middle(theme: Theme, qtbot: QtBot) -> None:
    made = page(qtbot, 1900)
    card = Card("Madrid")
    made.add(card)
    show(qtbot, made)
    left = card.mapTo(made, card.rect().topLeft()).x()
    right = made.width() - card.mapTo(made, card.rect().topRight()).x()
    assert card.width() <= WIDEST
    assert left == pytest.approx(right, abs=16)


def test_cards_keep_their_heights_in_a_high_window(theme: Theme, qtbot: QtBot) -> None:
    made = page(qtbot, 900, 1600)
    card = Card("Madrid")
    card.body.addWidget(label("Short."))
    made.add(card)
    show(qtbot, made)
    assert card.height() <= card.sizeHint().height()


def test_what_expands_fills_the_page(theme: Theme, qtbot: QtBot) -> None:
    made = page(qtbot, 900, 1200)
    rows = QListWidget()
    made.add(rows)
    show(qtbot, made)
    assert rows.height() > 800


def test_the_keyboard_scrolls_a_page_of_nothing_but_text(theme: Theme, qtbot: QtBot) -> None:
    made = page(qtbot, 600, 300)
    for _ in range(10):
        made.add(label(LONG))
    show(qtbot, made)
    made.activateWindow()
    made.setFocus()
    qtbot.keyClick(made.scroller, Qt.Key.Key_PageDown)
    assert made.scroller.verticalScrollBar().value() > 0


def test_a_card_without_a_title_leaves_no_room_for_one(theme: Theme, qtbot: QtBot) -> None:
    titled, bare = Card("Madrid"), Card()
    for card in (titled, bare):
        qtbot.addWidget(card)
        card.body.addWidget(label("Words"))
        card.show()
    assert bare.sizeHint().height() < titled.sizeHint().height() - 15
    bare.set_title("Bogotá")
    assert bare.sizeHint().height() == titled.sizeHint().height()


def test_space_in_a_card_follows_the_text_size(theme: Theme, qtbot: QtBot) -> None:
    card = Card("Madrid")
    qtbot.addWidget(card)
    theme.change(text_scale=2.0)
    assert card.body.contentsMargins().left() == theme.space(5) == 30


def test_labels_wrap_can_be_copied_from_and_take_no_markup(theme: Theme, qtbot: QtBot) -> None:
    words = label("<b>5 < 6</b>")
    qtbot.addWidget(words)
    assert words.wordWrap()
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def colour_of(words: QLabel) -> QColor:
    words.ensurePolished()
    return words.palette().color(words.foregroundRole())


def test_small_words_are_dim_unless_said_otherwise(theme: Theme, qtbot: QtBot) -> None:
    small, body, bad = label("a", "small"), label("a"), label("a", "small", tone="bad")
    for words in (small, body, bad):
        qtbot.addWidget(words)
        words.show()
    assert (colour_of(small), colour_of(body), colour_of(bad)) == (
        theme.colours.dim, theme.colours.text, theme.colours.bad,
    )  # fmt: skip
    set_tone(body, "good")
    assert colour_of(body) == theme.colours.good


def test_an_empty_state_says_what_to_do_and_does_it(theme: Theme, qtbot: QtBot) -> None:
    button = primary("Choose a trip")
    empty = EmptyState("suitcase", "No trips yet", "Pick one and stand at the booth.", button)
    qtbot.addWidget(empty)
    empty.resize(700, 500)
    with qtbot.waitExposed(empty):
        empty.show()
    assert empty.title.text() == "No trips yet"
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert abs(button.geometry().center().x() - empty.rect().center().x()) <= 1


def test_an_empty_state_wraps_in_a_narrow_place(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState("suitcase", "No trips yet", LONG)
    qtbot.addWidget(empty)
    empty.resize(260, 700)
    with qtbot.waitExposed(empty):
        empty.show()
    assert empty.width() == 260
    assert empty.text.height() >= empty.text.heightForWidth(empty.text.width())


def test_a_pill_changes_its_words_and_meaning(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill("Missing", "bad", "error")
    qtbot.addWidget(pill)
    pill.show()
    before = pill.grab().toImage().pixelColor(pill.width() // 2, 2)
    pill.set_text("Installed")
    pill.set_tone("good")
    assert pill.text == "Installed"
    assert before == theme.colours.bad_soft
    assert pill.grab().toImage().pixelColor(pill.width() // 2, 2) == theme.colours.good_soft


def test_an_icon_label_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    icon = icon_label("stop", "accent", 20)
    qtbot.addWidget(icon)
    first = icon.pixmap().cacheKey()
    theme.change("dark", text_scale=2.0)
    assert icon.pixmap().cacheKey() != first
    assert icon.pixmap().deviceIndependentSize().width() == 40
