"""Buttons: weights, icons that follow the theme, names for screen readers, keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from garita.desktop.theme import Theme
from garita.desktop.widgets import danger, icon_button, keep_icon, plain, primary, quiet


def ink(button: QAbstractButton) -> set[str]:
    """The solid colours of a button's icon."""
    image = button.icon().pixmap(button.iconSize()).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {QColor(pixel).name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize(
    ("make", "token"), [(primary, "on_accent"), (plain, "text"), (quiet, "accent"), (danger, "bad")]
)
def test_an_icon_has_the_colour_of_the_words_in_every_theme(
    theme: Theme, qtbot: QtBot, make: type[QPushButton], token: str
) -> None:
    button = make("Start", "stop")
    qtbot.addWidget(button)
    assert ink(button) == {theme.colours.token(token).name()}
    theme.change("dark")
    assert ink(button) == {theme.colours.token(token).name()}


def test_the_words_are_what_was_given(theme: Theme, qtbot: QtBot) -> None:
    button = primary("Start", "mic")
    qtbot.addWidget(button)
    assert button.text() == "Start"
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name) == "Start"


def test_an_icon_button_says_its_name(theme: Theme, qtbot: QtBot) -> None:
    button = icon_button("mic", "Microphone")
    qtbot.addWidget(button)
    heard = QAccessible.queryAccessibleInterface(button)
    assert heard.role() in (QAccessible.Role.Button, QAccessible.Role.ButtonMenu)
    assert heard.text(QAccessible.Text.Name) == "Microphone"
    assert button.toolTip() == "Microphone"


def test_an_icon_button_is_pressed_with_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    button = icon_button("mic", "Microphone")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_another_icon_takes_the_place_of_the_first_and_stays(theme: Theme, qtbot: QtBot) -> None:
    button = icon_button("stop", "Listen")
    qtbot.addWidget(button)
    keep_icon(button, "stop", "bad")
    assert ink(button) == {theme.colours.bad.name()}
    theme.change("dark")
    assert ink(button) == {theme.colours.bad.name()}


def test_icons_grow_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    button = icon_button("mic", "Microphone", size=20)
    qtbot.addWidget(button)
    assert button.iconSize().height() == 20
    theme.change(text_scale=2.0)
    assert button.iconSize().height() == 40


def test_a_button_that_is_gone_no_longer_follows(theme: Theme, qtbot: QtBot) -> None:
    button = primary("Start", "mic")
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()
    theme.change("dark")
