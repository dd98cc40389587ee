"""How loud the microphone hears, in decibels below full scale, drawn as a bar with the threshold of speech in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from garita.desktop.theme import current_theme

QUIETEST, LOUDEST = -60.0, 0.0
TOO_LOUD = -6.0


class LevelMeter(QWidget):
    """``set_level`` may be called as often as one likes; it repaints only when the picture differs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = QUIETEST
        self._shown = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Microphone level"))

    @property
    def level(self) -> float:
        """Decibels, -60 to 0."""
        return self._level

    def set_level(self, decibels: float) -> None:
        """Show a level; below -60 counts as silence."""
        self._level = min(LOUDEST, max(QUIETEST, decibels))
        pixels = round(self._share(self._level) * self.width())
        if pixels != self._shown:
            self._shown = pixels
            self.update()

    def sizeHint(self) -> QSize:
        """As long as there is room, as high as a slider's groove is visible."""
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
        painter.fillRect(self._part(QUIETEST, min(self._level, TOO_LOUD)), colours.accent)
        if self._level > TOO_LOUD:
            painter.fillRect(self._part(TOO_LOUD, self._level), colours.amber)
        painter.setClipping(False)
        painter.setPen(QPen(colours.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _part(self, low: float, high: float) -> QRectF:
        left, right = self._share(low) * self.width(), self._share(high) * self.width()
        return QRectF(left, 0, right - left, self.height())

    @staticmethod
    def _share(decibels: float) -> float:
        return (decibels - QUIETEST) / (LOUDEST - QUIETEST)
