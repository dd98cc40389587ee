"""Stands where the officer's picture will be: a booth's icon on a quiet ground."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from garita.desktop.theme.theme import Theme
from garita.roleplay.scenario import Scenario


class PlainOfficer(QWidget):
    """Takes every call of the picture and shows a name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, ""

    def show_scenario(self, scenario: Scenario, hour: int) -> None:  # noqa: ARG002
        """The name."""
        self._name = f"{scenario.officer.name}\n{scenario.officer.service}"
        self.update()

    def set_state(self, state: str) -> None:
        """Nothing to see."""

    def speak(self, marks: Sequence[tuple[float, str]], seconds: float) -> None:
        """Nothing to see."""

    def stop_speaking(self) -> None:
        """Nothing to see."""

    def look_at_passport(self) -> None:
        """Nothing to see."""

    def stamp(self) -> None:
        """Nothing to see."""

    def set_mood(self, mood: str) -> None:
        """Nothing to see."""

    def sizeHint(self) -> QSize:
        """Tall."""
        return QSize(320, 420)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet ground."""
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.border)
        painter.setBrush(colours.accent_soft)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._theme.radius, self._theme.radius)
        painter.setPen(colours.text)
        painter.drawText(self.rect(), 0x84, self._name)
