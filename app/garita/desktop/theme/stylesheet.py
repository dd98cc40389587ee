"""The application's one stylesheet: every standard widget in the theme's colours, type and space.

Knows Qt's selectors and the theme's tokens; knows no widget class of ours except by the properties they set
(``kind`` of buttons, ``role`` and ``tone`` of labels, ``card``).
"""

from __future__ import annotations

from string import Template
from typing import Protocol

from PySide6.QtGui import QColor, QFont

from garita.desktop.theme.colours import Colours, mixed


class Measures(Protocol):
    """What the stylesheet asks of a theme."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def colours(self) -> Colours: ...  # noqa: D102
    @property
    def radius(self) -> int: ...  # noqa: D102
    @property
    def control_radius(self) -> int: ...  # noqa: D102
    def space(self, steps: float) -> int: ...  # noqa: D102
    def scaled(self, pixels: float) -> int: ...  # noqa: D102
    def font(self, role: str = "body") -> QFont: ...  # noqa: D102


ROLES = ("title", "heading", "body", "small", "caption", "mono")
TONES = ("text", "dim", "accent", "good", "warn", "bad")

_GROUND = """
QWidget { color: $text; selection-background-color: $accent; selection-color: $on_accent; }
QMainWindow, QDialog, QWidget#page, QStackedWidget#pages { background: $background; }
QWidget:disabled { color: $disabled; }
QLabel { background: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QFrame[card="true"] { background: $surface; border: 1px solid $border; border-radius: $radius; }
QFrame[card="raised"] { background: $raised; border: 1px solid $border; border-radius: $radius; }
QToolTip { background: $raised; color: $text; border: 1px solid $outline; border-radius: 6px; padding: $s1 $s2; }
QFrame[line="true"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
"""

_BUTTONS = """
QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $outline; border-radius: $control_radius;
    padding: $s1 $s4; min-height: $control; font-weight: 500;
}
QToolButton { padding: $spin $s4 $spin_focus $s4; min-height: $control; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:checked, QToolButton:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $faint; background: transparent; }
QPushButton:focus { border: 2px solid $focus; padding: $s1_focus $s4_focus; }
QToolButton:focus { border: 2px solid $focus; padding: $spin_focus $s4_focus $spin_less $s4_focus; }

QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="primary"]:disabled { background: $pressed; color: $disabled; border-color: $pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $focus; }

QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    background: transparent; color: $accent; border-color: transparent;
}
QPushButton[kind="quiet"] { padding: $s1 $s3; }
QPushButton[kind="quiet"]:focus { padding: $s1_focus $s3_focus; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed, QToolButton[kind="quiet"]:pressed { background: $pressed; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled { color: $disabled; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid $focus; }

QPushButton[kind="danger"] { background: transparent; color: $bad; border-color: $bad; }
QPushButton[kind="danger"]:hover { background: $bad_soft; }
QPushButton[kind="danger"]:pressed { background: $bad; color: $on_bad; }
QPushButton[kind="danger"]:disabled { color: $disabled; border-color: $faint; }
QPushButton[kind="danger"]:focus { border: 2px solid $focus; }

QToolButton[kind="icon"] {
    background: transparent; border: 2px solid transparent; padding: 0px;
    min-width: $control_wide; min-height: $control_wide;
}
QToolButton[kind="icon"]:hover { background: $hover; }
QToolButton[kind="icon"]:pressed { background: $pressed; }
QToolButton[kind="icon"]:checked { background: $accent_soft; }
QToolButton[kind="icon"]:focus { border: 2px solid $focus; padding: 0px; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator {
    image: url($icons/down.svg); width: $s3; height: $s3;
    subcontrol-origin: padding; subcontrol-position: center right;
}
"""

_FIELDS = """
QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QDateEdit {
    background: $sunken; border: 1px solid $outline; border-radius: $control_radius; padding: $s1 $s3; color: $text;
    placeholder-text-color: $dim;
}
/* Qt adds pixels of its own inside these, taken off here so that all are equally high and their words line up. */
QLineEdit { padding: $s1 $line; }
QTextEdit, QPlainTextEdit { padding: $s1 $s2; }
QAbstractSpinBox { padding: $spin $s3 $spin_focus $s3; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: $control; }
QLineEdit:hover, QTextEdit:hover, QPlainTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $dim; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
    border: 2px solid $focus; padding: $s1_focus $s3_focus;
}
QLineEdit:focus { padding: $s1_focus $line_focus; }
QTextEdit:focus, QPlainTextEdit:focus { padding: $s1_focus $s2_focus; }
QAbstractSpinBox:focus { padding: $spin_focus $s3_focus $spin_less $s3_focus; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: $disabled; border-color: $faint; background: transparent;
}
QLineEdit[problem="true"], QTextEdit[problem="true"], QPlainTextEdit[problem="true"] { border-color: $bad; }
QTextEdit[bare="true"], QTextBrowser[bare="true"], QLineEdit[bare="true"] { background: transparent; border: none; }

QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    background: transparent; border: none; padding: 0px; min-height: 0px;
}
QComboBox::drop-down { border: none; width: $s8; }
QComboBox::down-arrow { image: url($icons/down.svg); width: $s4; height: $s4; }
QComboBox { combobox-popup: 0; }
QComboBoxPrivateContainer { background: $raised; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {
    background: $raised; border: 1px solid $outline; border-radius: 0px; padding: $s1; outline: none;
    selection-background-color: $chosen; selection-color: $on_chosen;
}
QComboBox QAbstractItemView::item { min-height: $control; padding: $s1 $s2; border-radius: 6px; }
/* Less at the left, more at the right: targets as high as the control, and the number between them. */
QAbstractSpinBox { qproperty-alignment: AlignCenter; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; border: none; background: transparent; width: $control_high; height: $control_high;
}
QAbstractSpinBox::up-button { subcontrol-position: center right; }
QAbstractSpinBox::down-button { subcontrol-position: center left; }
QAbstractSpinBox::up-arrow { image: url($icons/plus.svg); width: $s4; height: $s4; }
QAbstractSpinBox::down-arrow { image: url($icons/minus.svg); width: $s4; height: $s4; }
QAbstractSpinBox::up-arrow:hover { image: url($icons/plus-hover.svg); }
QAbstractSpinBox::down-arrow:hover { image: url($icons/minus-hover.svg); }
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::up-arrow:disabled { image: url($icons/plus-off.svg); }
QAbstractSpinBox::down-arrow:off, QAbstractSpinBox::down-arrow:disabled { image: url($icons/minus-off.svg); }
QDateTimeEdit { qproperty-alignment: AlignLeft; }
QDateTimeEdit::drop-down { border: none; width: $s8; }
QDateTimeEdit::down-arrow { image: url($icons/down.svg); width: $s4; height: $s4; }
"""

_CHOICES = """
QCheckBox, QRadioButton { spacing: $s2; background: transparent; border-radius: 6px; padding: $s1; min-height: $s6; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator, QAbstractItemView::indicator {
    width: $box; height: $box; border: 2px solid $outline; background: $sunken; border-radius: 5px;
}
QRadioButton::indicator { border-radius: $box_half; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url($icons/check.svg);
}
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url($icons/dash.svg); }
QRadioButton::indicator:checked {
    border-color: $accent;
    background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
        stop:0 $accent, stop:0.52 $accent, stop:0.6 $sunken, stop:1 $sunken);
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $faint; background: transparent; }
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
QCheckBox, QRadioButton { border: 2px solid transparent; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }

QSlider:horizontal { min-height: $control; background: transparent; }
QSlider:vertical { min-width: $control; background: transparent; }
QSlider::groove { border-radius: 3px; background: $pressed; border: 1px solid $track_edge; }
QSlider::groove:horizontal { height: 4px; }
QSlider::sub-page:horizontal { height: 6px; border-radius: 3px; background: $accent; }
QSlider::groove:vertical { width: 4px; }
QSlider::add-page:vertical { width: 6px; border-radius: 3px; background: $accent; }
QSlider::handle {
    width: $knob; height: $knob; border-radius: $knob_radius; background: $surface; border: 2px solid $accent;
}
QSlider::handle:horizontal { margin: -$knob_out 0px; }
QSlider::handle:vertical { margin: 0px -$knob_out; }
QSlider::handle:hover { background: $accent_soft; }
QSlider::handle:focus { border: 2px solid $focus; background: $focus; }
QSlider::sub-page:disabled, QSlider::add-page:disabled { background: $disabled; }
QSlider::handle:disabled { border-color: $disabled; }

QProgressBar {
    border: 1px solid $track_edge; border-radius: 4px; background: $pressed; min-height: 8px; max-height: 8px;
    color: transparent; text-align: center;
}
QProgressBar::chunk { border-radius: 4px; background: $accent; }
QProgressBar[tone="bad"]::chunk { background: $bad; }
QProgressBar[tone="good"]::chunk { background: $good; }
"""

_BARS = """
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 2px; }
QScrollBar:horizontal { height: 12px; margin: 2px; }
QScrollBar::handle { background: $scroll; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QScrollArea[ring="true"] { border: 2px solid transparent; border-radius: $control_radius; }
QScrollArea[ring="true"]:focus { border-color: $focus; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $dim; border: 2px solid transparent; border-radius: $control_radius;
    padding: $s2 $s4; margin: 0px $s1 $s2 0px; font-weight: 500;
}
QTabBar::tab:hover { background: $hover; color: $text; }
QTabBar::tab:selected { background: $accent_soft; color: $accent; border-color: $chosen_edge; }
QTabBar::tab:focus { border-color: $focus; }
QTabBar::tab:disabled { color: $disabled; }

QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 9px; }
QSplitter::handle:vertical { height: 9px; }
QSplitter::handle:hover { background: $border; border-radius: 4px; }
QStatusBar { background: $background; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QToolBar { background: transparent; border: none; spacing: $s1; }

QMenuBar { background: $background; }
QMenuBar::item { padding: $s1 $s3; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; border: 1px solid $outline; border-radius: $control_radius; padding: $s1; }
QMenu::item { padding: $s2 $s8 $s2 $s3; border-radius: 6px; border: 2px solid transparent; }
QMenu::item:selected { background: $chosen; color: $on_chosen; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: $s2; }
QMenu::separator { height: 1px; background: $border; margin: $s1 $s2; }
QMenu::right-arrow { image: url($icons/right.svg); width: $s3; height: $s3; }
QMenu::indicator { width: $s4; height: $s4; padding-left: $s1; }
QMenu::indicator:checked { image: url($icons/tick.svg); }
"""

_VIEWS = """
QAbstractItemView {
    background: $surface; border: 1px solid $border; border-radius: $control_radius; outline: none;
    alternate-background-color: $sunken; gridline-color: $border;
}
QListView, QTreeView { padding: $s1; }
QAbstractItemView[bare="true"] { background: transparent; border: none; padding: 0px; }
QListView::item, QTreeView::item { padding: $s2; border-radius: 6px; border: 2px solid transparent; color: $text; }
QTableView::item { padding: $s1 $s2; border: 2px solid transparent; color: $text; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: $chosen; color: $on_chosen;
}
QListView::item:focus, QTableView::item:focus, QTreeView::item:focus { border-color: $focus; }
QAbstractItemView:focus { border-color: $focus; }
QHeaderView { background: transparent; border: none; qproperty-defaultAlignment: "AlignLeft | AlignVCenter"; }
QHeaderView::section {
    background: transparent; color: $dim; border: none; border-bottom: 1px solid $border;
    padding: $s2 $s2 $s2 $cell; font-size: $small; font-weight: 600;
}
QHeaderView::section:hover { color: $text; background: $hover; }
QTableCornerButton::section { background: transparent; border: none; }
QTreeView::branch:selected { background: $chosen; }
QTreeView::branch:has-children:closed { image: url($icons/right.svg); }
QTreeView::branch:has-children:open { image: url($icons/down.svg); }
QGroupBox {
    background: transparent; border: 1px solid $border; border-radius: $radius;
    margin-top: $s6; padding: $s4; font-weight: 600;
}
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0px $s1; color: $text; }
"""


def build(theme: Measures) -> str:
    """The whole sheet for a theme as it is now."""
    values = _values(theme)
    fixed = "".join((_GROUND, _BUTTONS, _FIELDS, _CHOICES, _BARS, _VIEWS))
    return Template(fixed).substitute(values) + _roles(theme) + _tones(theme)


def _values(theme: Measures) -> dict[str, str]:
    colours = theme.colours
    high = theme.scaled(26) + 2 * theme.space(1) + 2  # a control with its edge: 36 at text size 1
    plain = theme.name == "contrast"  # soft grounds would not be seen there: edges and full colours say it
    values = {name: _css(colour) for name, colour in colours.named()}
    values |= {f"s{step}": f"{theme.space(step)}px" for step in (1, 2, 3, 4, 5, 6, 8)}
    # A focus ring is one pixel wider than the edge it replaces: the padding gives that pixel, so nothing moves.
    values |= {f"s{step}_focus": f"{theme.space(step) - 1}px" for step in (1, 2, 3, 4)}
    return values | {
        "icons": f"icons:controls/{theme.name}",
        "faint": _css(mixed(colours.outline, colours.surface, 0.55)),
        "scroll": _css(mixed(colours.outline, colours.background, 0.45)),
        "chosen": _css(colours.accent if plain else colours.accent_soft),
        "on_chosen": _css(colours.on_accent if plain else colours.text),
        "chosen_edge": _css(colours.accent if plain else colours.accent_soft),
        "track_edge": _css(colours.outline if plain else colours.pressed),
        "radius": f"{theme.radius}px",
        "control_radius": f"{theme.control_radius}px",
        "body": f"{theme.font('body').pixelSize()}px",
        "small": f"{theme.font('small').pixelSize()}px",
        "control": f"{theme.scaled(26)}px",
        "spin": f"{theme.space(1) - 1}px",
        "spin_focus": f"{theme.space(1) - 2}px",
        "spin_less": f"{theme.space(1) - 3}px",
        "line": f"{theme.space(3) - 2}px",
        "line_focus": f"{theme.space(3) - 3}px",
        "cell": f"{theme.space(2) + 4}px",  # a header's words stand above the cells' words
        "control_high": f"{high - 2}px",
        "control_wide": f"{high - 4 - 3}px",  # less its ring and what Qt adds
        # A slider's handle is as thick as its groove (4) and what stands out of it on both sides.
        "knob": f"{2 * theme.scaled(8)}px",
        "knob_out": f"{theme.scaled(8)}px",
        "knob_radius": f"{theme.scaled(8) + 2}px",
        "box": f"{theme.scaled(16)}px",
        "box_half": f"{theme.scaled(16) // 2 + 2}px",
    }


def _roles(theme: Measures) -> str:
    """Type by role, so that labels follow text size without being told."""
    rules = []
    for role in ROLES:
        font = theme.font(role)
        families = ", ".join(f'"{family}"' for family in font.families())
        rules.append(
            f'QLabel[role="{role}"] {{ font-size: {font.pixelSize()}px; font-weight: {int(font.weight())};'
            f" font-family: {families}; }}"
        )
    return "\n".join(rules)


def _tones(theme: Measures) -> str:
    colours = theme.colours
    rules = [f'QLabel[tone="{tone}"] {{ color: {_css(colours.token(tone))}; }}' for tone in TONES]
    for tone, ground in (
        ("accent", colours.accent_soft), ("good", colours.good_soft),
        ("warn", colours.warn_soft), ("bad", colours.bad_soft),
    ):  # fmt: skip
        edge = colours.token(tone) if theme.name == "contrast" else ground
        rules.append(
            f'QFrame[banner="{tone}"] {{ background: {_css(ground)}; border: 1px solid {_css(edge)};'
            f" border-radius: {theme.radius}px; }}"
        )
    return "\n".join(rules)


def _css(colour: QColor) -> str:
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
