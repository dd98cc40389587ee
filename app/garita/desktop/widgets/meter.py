"""How loud the microphone hears, in decibels below full scale: a bar, with the part that is too loud in amber.

It is a progress bar for everything but its looks, so a screen reader can tell the level.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from garita.desktop.theme import current_theme

QUIETEST, LOUDEST = -60, 0
TOO_LOUD = -6


class LevelMeter(QProgressBar):
    """``set_level`` may be called as often as one likes: less than a decibel repaints nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(QUIETEST, LOUDEST)
        self.setValue(QUIETEST)
        self.setFormat("%v dB")
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Microphone level"))

    @property
    def level(self) -> int:
        """Decibels, -60 to 0."""
        return self.value()

    def set_level(self, decibels: float) -> None:
        """Show a level; below -60 counts as silence."""
        self.setValue(round(min(LOUDEST, max(QUIETEST, decibels))))

    def sizeHint(self) -> QSize:
        """As long as there is room."""
        theme = current_theme()
        return QSize(theme.scaled(160), theme.scaled(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, the level in it, amber where it is too loud."""
        colours = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.fillPath(shape, colours.pressed)
        painter.setClipPath(shape)
        painter.fillRect(self._part(QUIETEST, min(self.level, TOO_LOUD)), colours.accent)
        if self.level > TOO_LOUD:
            painter.fillRect(self._part(TOO_LOUD, self.level), colours.amber)
        painter.setClipping(False)
        painter.setPen(QPen(colours.outline if current_theme().name == "contrast" else colours.pressed, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _part(self, low: int, high: int) -> QRectF:
        left, right = self._share(low) * self.width(), self._share(high) * self.width()
        return QRectF(left, 0, right - left, self.height())

    @staticmethod
    def _share(decibels: int) -> float:
        return (decibels - QUIETEST) / (LOUDEST - QUIETEST)
