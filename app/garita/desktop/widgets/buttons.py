"""Buttons by weight: one primary a view, plain beside it, quiet in passing, danger where something gets lost."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from garita.desktop.theme import current_theme


def primary(text: str, icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """What one most likely wants to do here."""
    return _button(text, "primary", icon, "on_accent", parent)


def plain(text: str, icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """An ordinary button with an edge."""
    return _button(text, "plain", icon, "text", parent)


def quiet(text: str, icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button without an edge."""
    return _button(text, "quiet", icon, "accent", parent)


def danger(text: str, icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button after which something is gone."""
    return _button(text, "danger", icon, "bad", parent)


def icon_button(icon: str, name: str, parent: QWidget | None = None, *, size: int = 20) -> QToolButton:
    """A button of an icon alone; ``name`` is its tool tip and what a screen reader says."""
    button = QToolButton(parent)
    button.setProperty("kind", "icon")
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    keep_icon(button, icon, "text", size)
    return button


def keep_icon(button: QPushButton | QToolButton, icon: str, token: str = "text", size: int = 18) -> None:
    """Give a button an icon that follows the theme; called again it replaces the icon."""
    keeper = button.findChild(_IconKeeper, options=Qt.FindChildOption.FindDirectChildrenOnly) or _IconKeeper(button)
    keeper.keep(icon, token, size)


def _button(text: str, kind: str, icon: str, token: str, parent: QWidget | None) -> QPushButton:
    button = _Primary(text, parent) if kind == "primary" else QPushButton(text, parent)
    button.setProperty("kind", kind)
    button.setAutoDefault(True)  # Enter presses the button that has the keyboard, as Space does
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        keep_icon(button, icon, token)
    return button


class _Primary(QPushButton):
    """With the keyboard's focus it shows a second ring inside the first, for no one colour is clear on both grounds."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            theme = current_theme()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colours.on_accent, 1.5))
            radius = theme.control_radius - 3
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), radius, radius)


class _IconKeeper(QObject):
    """Tints a button's icon again whenever the theme changes; lives and dies with the button."""

    def __init__(self, button: QPushButton | QToolButton) -> None:
        super().__init__(button)
        self._button = button
        self._what = ("", "", 0)
        current_theme().changed.connect(self._draw)

    def keep(self, icon: str, token: str, size: int) -> None:
        """From now on this one."""
        self._what = (icon, token, size)
        self._draw()

    def _draw(self) -> None:
        theme = current_theme()
        size = theme.scaled(self._what[2])
        gap = theme.space(1) if self._button.text() else 0
        self._button.setIcon(theme.icon(*self._what, gap=gap))
        self._button.setIconSize(QSize(size + gap, size))
