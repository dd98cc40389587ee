"""A switch is a check box for mouse, keys and screen reader, and shows its state without colour too."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from garita.desktop.theme import Theme
from garita.desktop.widgets import Switch


def switch(qtbot: QtBot, text: str = "Keep my recordings") -> Switch:
    made = Switch(text)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_click_anywhere_on_it_turns_it_on(theme: Theme, qtbot: QtBot) -> None:
    made = switch(qtbot)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(6, made.height() // 2))
    assert made.isChecked()
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(made.width() - 10, made.height() // 2))
    assert not made.isChecked()


def test_space_turns_it(theme: Theme, qtbot: QtBot) -> None:
    made = switch(qtbot)
    made.setFocus()
    with qtbot.waitSignal(made.toggled):
        qtbot.keyClick(made, Qt.Key.Key_Space)
    assert made.isChecked()


def test_a_screen_reader_meets_a_check_box(theme: Theme, qtbot: QtBot) -> None:
    made = switch(qtbot)
    heard = QAccessible.queryAccessibleInterface(made)
    assert heard.role() == QAccessible.Role.CheckBox
    assert heard.text(QAccessible.Text.Name) == "Keep my recordings"
    assert not heard.state().checked
    made.setChecked(True)
    assert heard.state().checked
    assert isinstance(made, QCheckBox)


def test_the_knob_lies_left_when_off_and_right_when_on(theme: Theme, qtbot: QtBot) -> None:
    made = switch(qtbot, "")
    image = made.grab().toImage()
    middle = image.height() // 2
    third = image.width() // 3
    assert image.pixelColor(third, middle).name() == theme.colours.outline.name()
    made.setChecked(True)
    image = made.grab().toImage()
    assert image.pixelColor(2 * third, middle).name() == theme.colours.on_accent.name()
    assert image.pixelColor(third // 2 + 4, middle).name() == theme.colours.accent.name()


def test_it_slides_only_where_movement_is_welcome(theme: Theme, qtbot: QtBot) -> None:
    made = switch(qtbot)
    made.setChecked(True)
    assert made.place == 1.0
    theme.change(reduced_motion=False)
    made.setChecked(False)
    assert made.place == 1.0
    qtbot.waitUntil(lambda: made.place == 0.0)


def test_hidden_in_mid_slide_it_is_where_it_belongs(theme: Theme, qtbot: QtBot) -> None:
    theme.change(reduced_motion=False)
    made = switch(qtbot)
    made.setChecked(True)
    made.hide()
    assert made.place == 1.0


def test_it_is_large_enough_to_hit_and_grows(theme: Theme, qtbot: QtBot) -> None:
    made = switch(qtbot)
    before = made.sizeHint()
    assert before.height() >= 36
    theme.change(text_scale=2.0)
    assert made.sizeHint().width() > 1.7 * before.width()


def test_disabled_it_does_not_turn(theme: Theme, qtbot: QtBot) -> None:
    made = switch(qtbot)
    made.setEnabled(False)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert not made.isChecked()
