"""Standard widgets as they come out on the screen: equally high, AA, with states one can tell apart."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from garita.desktop.theme import Theme, stylesheet
from garita.desktop.theme.colours import contrast_ratio
from garita.desktop.theme.icons import folder
from garita.desktop.widgets import danger, icon_button, plain, primary, quiet

NAMES = ("light", "dark", "contrast")


class Stage:
    """Shows widgets in a window and keeps it; the keyboard is on none of them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.window = QWidget()

    def show(self, *widgets: QWidget) -> None:
        self.window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self.window)
        for widget in widgets:
            layout.addWidget(widget)
        with self._qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.window.setFocus()


@pytest.fixture
def stage(theme: Theme, qtbot: QtBot) -> Stage:
    stage = Stage(qtbot)
    qtbot.addWidget(stage.window)
    return stage


def colours_of(widget: QWidget) -> dict[str, int]:
    """How often each colour appears."""
    image = widget.grab().toImage()
    counts: dict[str, int] = {}
    for x in range(image.width()):
        for y in range(image.height()):
            name = image.pixelColor(x, y).name()
            counts[name] = counts.get(name, 0) + 1
    return counts


def ground(widget: QWidget) -> QColor:
    """The colour of most of it."""
    counts = colours_of(widget)
    return QColor(max(counts, key=lambda name: counts[name]))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_open(theme: Theme, name: str) -> None:
    theme.change(name)  # type: ignore[arg-type]
    sheet = stylesheet.build(theme)
    assert "$" not in sheet
    pictures = set(re.findall(r"url\(icons:([^)]+)\)", sheet))
    assert pictures
    assert all((folder() / picture).is_file() for picture in pictures)


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.25, 1.5, 2.0])
def test_controls_in_a_row_are_equally_high_and_large_enough_to_hit(theme: Theme, stage: Stage, scale: float) -> None:
    theme.change(text_scale=scale)
    controls = [
        QLineEdit(), QComboBox(), QSpinBox(), QDoubleSpinBox(), QDateEdit(), QToolButton(), primary("Start"),
        plain("Start", "mic"), quiet("Start"), danger("Delete", "trash"), icon_button("mic", "Microphone"),
    ]  # fmt: skip
    stage.show(*controls)
    heights = {control.sizeHint().height() for control in controls}
    assert len(heights) == 1
    assert heights.pop() >= (36 if scale >= 1 else 32)


@pytest.mark.parametrize("name", NAMES)
def test_a_primary_button_is_the_accent_and_follows_the_theme(theme: Theme, stage: Stage, name: str) -> None:
    button = primary("Start", "mic")
    stage.show(button)
    theme.change(name)  # type: ignore[arg-type]
    assert ground(button) == theme.colours.accent
    assert theme.colours.on_accent.name() in colours_of(button)


def test_pressed_and_disabled_look_different(theme: Theme, stage: Stage) -> None:
    button = primary("Start")
    stage.show(button)
    button.setDown(True)
    assert ground(button) == theme.colours.accent_pressed
    button.setDown(False)
    button.setEnabled(False)
    assert ground(button) not in (theme.colours.accent, theme.colours.accent_pressed)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "make",
    [
        lambda: primary("Start"), lambda: plain("Start"), lambda: quiet("Start"), lambda: danger("Delete"),
        lambda: icon_button("mic", "Microphone"), lambda: QPushButton("Start"), QToolButton, QLineEdit, QComboBox,
        QSpinBox, lambda: QCheckBox("Keep"), lambda: QRadioButton("Keep"), lambda: QSlider(Qt.Orientation.Horizontal),
    ],
)  # fmt: skip
def test_the_focus_is_seen(theme: Theme, stage: Stage, name: str, make: type[QWidget]) -> None:
    theme.change(name)  # type: ignore[arg-type]
    widget = make()
    stage.show(widget)
    focus = theme.colours.focus.name()
    assert focus not in colours_of(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert colours_of(widget).get(focus, 0) > 30
    stage.window.setFocus()
    assert focus not in colours_of(widget)


def test_nothing_moves_when_the_focus_comes(theme: Theme, stage: Stage) -> None:
    controls = [QLineEdit("words"), QComboBox(), QSpinBox(), plain("Start"), QCheckBox("Keep"), quiet("Start")]
    stage.show(*controls)
    for control in controls:
        before = control.sizeHint()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        assert control.sizeHint() == before


@pytest.mark.parametrize("name", NAMES)
def test_what_is_chosen_in_a_list_can_be_read(theme: Theme, stage: Stage, name: str) -> None:
    theme.change(name)  # type: ignore[arg-type]
    chosen = QListWidget()
    chosen.addItems(["Madrid", "Bogotá"])
    stage.show(chosen)
    chosen.setCurrentRow(1)
    row = chosen.grab(chosen.visualItemRect(chosen.item(1)).translated(chosen.viewport().pos())).toImage()
    back = row.pixelColor(row.width() - 12, row.height() // 2)
    ratios = [contrast_ratio(row.pixelColor(x, y), back) for x in range(8, 80) for y in range(8, row.height() - 8)]
    assert max(ratios) >= 4.5
    assert back != theme.colours.surface


def test_roles_of_labels_follow_the_text_size(theme: Theme, stage: Stage) -> None:
    title = QLabel("Trips")
    title.setProperty("role", "title")
    stage.show(title)
    assert title.font().pixelSize() == theme.font("title").pixelSize()
    theme.change(text_scale=2.0)
    assert title.font().pixelSize() == theme.font("title").pixelSize()


@pytest.mark.parametrize("name", NAMES)
def test_a_placeholder_can_be_read(theme: Theme, stage: Stage, name: str) -> None:
    theme.change(name)  # type: ignore[arg-type]
    field = QLineEdit()
    field.setPlaceholderText("Search")
    stage.show(field)
    assert theme.colours.dim.name() in colours_of(field)
