"""How much memory a model needs of what is free, as a small bar. What it says stands beside it in words too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from garita.desktop.numerals import size
from garita.desktop.theme import current_theme


class MemoryBar(QWidget):
    """The whole bar is the machine's memory: what others hold at the left, then what the model needs.

    What does not fit any more sticks out in stripes over the end of the free part.
    """

    def __init__(self, needed: int, free: int, whole: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needed, self._free, self._whole = needed, free, max(1, whole)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Memory"))
        self.setAccessibleDescription(self.words)
        current_theme().changed.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """What the bar says."""
        return self.tr("Needs {needed} of {free} of free memory").format(
            needed=size(self._needed), free=size(self._free)
        )

    def sizeHint(self) -> QSize:
        """As long as there is room."""
        theme = current_theme()
        return QSize(theme.scaled(120), theme.scaled(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, what others hold, what is needed."""
        colours = current_theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.fillPath(shape, colours.sunken)
        painter.setClipPath(shape)
        taken = 1 - self._free / self._whole
        end = min(1.0, taken + self._needed / self._whole)
        painter.fillRect(self._part(0, taken), colours.pressed)
        fits = self._needed <= self._free
        painter.fillRect(self._part(taken, end), colours.accent if fits else colours.bad)
        if not fits:  # not by colour alone
            painter.fillRect(self._part(taken, end), self._stripes())
        painter.setClipping(False)
        painter.setPen(QPen(colours.outline, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _stripes(self) -> Qt.BrushStyle:
        return Qt.BrushStyle.BDiagPattern

    def _part(self, start: float, end: float) -> QRectF:
        least = 3.0  # a small model is still to be seen
        left = start * self.width()
        return QRectF(left, 0, max(least, (end - start) * self.width()), self.height())
