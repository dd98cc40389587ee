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
* { font-size: $body; }
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
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $pressed; }
QPushButton:checked, QToolButton:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $faint; background: transparent; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: $s1_focus $s4_focus; }

QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[kind="primary"]:disabled { background: $pressed; color: $disabled; border-color: $pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid $focus; }

QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    background: transparent; color: $accent; border-color: transparent; padding: $s1 $s3;
}
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
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: $control; }
QLineEdit:hover, QTextEdit:hover, QPlainTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $dim; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QComboBox:on {
    border: 2px solid $focus; padding: $s1_focus $s3_focus;
}
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    color: $disabled; border-color: $faint; background: transparent;
}
QLineEdit[problem="true"], QTextEdit[problem="true"], QPlainTextEdit[problem="true"] { border-color: $bad; }
QTextEdit[bare="true"], QTextBrowser[bare="true"], QLineEdit[bare="true"] { background: transparent; border: none; }

QComboBox::drop-down { border: none; width: $s8; }
QComboBox::down-arrow { image: url($icons/down.svg); width: $s4; height: $s4; }
QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $outline; border-radius: $control_radius; padding: $s1; outline: none;
}
QComboBox QAbstractItemView::item { min-height: $control; padding: 0px $s2; border-radius: 6px; }

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: $s8; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-button { subcontrol-position: top right; border-top-right-radius: $control_radius; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; border-bottom-right-radius: $control_radius; }
QAbstractSpinBox::up-arrow { image: url($icons/up.svg); width: $s3; height: $s3; }
QAbstractSpinBox::down-arrow { image: url($icons/down.svg); width: $s3; height: $s3; }
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
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; padding: $s1_focus; }

QSlider { min-height: $control; background: transparent; }
QSlider::groove:horizontal { height: 6px; border-radius: 3px; background: $pressed; }
QSlider::sub-page:horizontal { height: 6px; border-radius: 3px; background: $accent; }
QSlider::groove:vertical { width: 6px; border-radius: 3px; background: $pressed; }
QSlider::add-page:vertical { width: 6px; border-radius: 3px; background: $accent; }
QSlider::handle {
    width: 16px; height: 16px; border-radius: 10px; background: $surface; border: 2px solid $accent;
}
QSlider::handle:horizontal { margin: -7px 0px; }
QSlider::handle:vertical { margin: 0px -7px; }
QSlider::handle:hover { background: $accent_soft; }
QSlider::handle:focus, QSlider:focus::handle { border: 3px solid $focus; background: $surface; }
QSlider:focus::handle:horizontal { width: 18px; height: 18px; border-radius: 12px; margin: -9px 0px; }
QSlider::sub-page:disabled, QSlider::add-page:disabled { background: $disabled; }
QSlider::handle:disabled { border-color: $disabled; }

QProgressBar {
    border: none; border-radius: 4px; background: $pressed; min-height: 8px; max-height: 8px;
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
QAbstractScrollArea::corner { background: transparent; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $dim; border: 2px solid transparent; border-radius: $control_radius;
    padding: $s2 $s4; margin: 0px $s1 $s2 0px; font-weight: 500;
}
QTabBar::tab:hover { background: $hover; color: $text; }
QTabBar::tab:selected { background: $accent_soft; color: $accent; }
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
QMenu::item:selected { background: $accent_soft; color: $text; border-color: $menu_edge; }
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
QAbstractItemView[bare="true"] { background: transparent; border: none; }
QListView::item, QTreeView::item { padding: $s2; border-radius: 6px; border: 2px solid transparent; color: $text; }
QTableView::item { padding: $s1 $s2; border: 2px solid transparent; color: $text; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: $accent_soft; color: $text; border-color: $menu_edge;
}
QListView::item:focus, QTableView::item:focus, QTreeView::item:focus { border-color: $focus; }
QAbstractItemView:focus { border-color: $focus; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: transparent; color: $dim; border: none; border-bottom: 1px solid $border;
    padding: $s2; font-size: $small; font-weight: 600;
}
QHeaderView::section:hover { color: $text; background: $hover; }
QTableCornerButton::section { background: transparent; border: none; }
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
    values = {name: _css(colour) for name, colour in colours.named()}
    values |= {f"s{step}": f"{theme.space(step)}px" for step in (1, 2, 3, 4, 5, 6, 8)}
    # A focus ring is one pixel wider than the edge it replaces: the padding gives that pixel, so nothing moves.
    values |= {f"s{step}_focus": f"{theme.space(step) - 1}px" for step in (1, 3, 4)}
    return values | {
        "icons": f"icons:controls/{theme.name}",
        "faint": _css(mixed(colours.outline, colours.surface, 0.55)),
        "scroll": _css(mixed(colours.outline, colours.background, 0.45)),
        "menu_edge": _css(colours.accent if theme.name == "contrast" else colours.accent_soft),
        "radius": f"{theme.radius}px",
        "control_radius": f"{theme.control_radius}px",
        "body": f"{theme.font('body').pixelSize()}px",
        "small": f"{theme.font('small').pixelSize()}px",
        "control": f"{theme.scaled(26)}px",
        "control_wide": f"{theme.scaled(32)}px",
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
        ("dim", colours.hover), ("accent", colours.accent_soft), ("good", colours.good_soft),
        ("warn", colours.warn_soft), ("bad", colours.bad_soft),
    ):  # fmt: skip
        edge = colours.token(tone) if theme.name == "contrast" else ground
        rules.append(
            f'QFrame[pill="{tone}"], QFrame[banner="{tone}"] {{ background: {_css(ground)};'
            f" border: 1px solid {_css(edge)}; }}"
        )
    rules.append(f"QFrame[pill] {{ border-radius: {theme.scaled(12)}px; }}")
    rules.append(f"QFrame[banner] {{ border-radius: {theme.radius}px; }}")
    return "\n".join(rules)


def _css(colour: QColor) -> str:
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
