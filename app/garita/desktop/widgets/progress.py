"""How far some work has come, or that nobody knows how far; with reduced motion the latter stands still."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimerEvent
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from garita.desktop.theme import current_theme

STEPS = 1000
FRAME_MS = 33
PASS_MS = 1600  # from one end to the other
LENGTH = 0.3  # of the piece that runs along, as a share of the bar


class Progress(QProgressBar):
    """``set_fraction(0.4)``, or None while it cannot be told."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = 0.0
        self._timer = 0
        self.setRange(0, STEPS)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self._follow)

    def set_fraction(self, fraction: float | None) -> None:
        """0 to 1, or None for work whose end cannot be told."""
        self.setRange(0, STEPS if fraction is not None else 0)
        self.setValue(round(STEPS * (fraction or 0)))
        self._follow()

    @property
    def moving(self) -> bool:
        """Whether a piece runs along it now."""
        return self._timer != 0

    def sizeHint(self) -> QSize:
        """As long as there is room."""
        theme = current_theme()
        return QSize(theme.scaled(160), theme.scaled(8))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move where that is wanted."""
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop: nobody looks."""
        self._stop()
        super().hideEvent(event)

    def timerEvent(self, _event: QTimerEvent) -> None:
        """A frame further."""
        self._place = (self._place + FRAME_MS / PASS_MS) % 1
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track and what is filled of it."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.fillPath(shape, theme.colours.pressed)
        painter.setClipPath(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colours.accent if self.isEnabled() else theme.colours.disabled)
        for left, right in self._pieces():
            piece = QRectF(left * self.width(), 0, (right - left) * self.width(), self.height())
            painter.drawRoundedRect(piece, track.height() / 2, track.height() / 2)
        painter.setClipping(False)
        if theme.name == "contrast":
            painter.setPen(QPen(theme.colours.outline, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(shape)

    def _pieces(self) -> list[tuple[float, float]]:
        """What is filled, as shares of the length: one piece, or three where it may not move and nobody knows."""
        if self.maximum() > 0:
            return [(0.0, self.value() / self.maximum())]
        if current_theme().reduced_motion:
            return [(0.1, 0.2), (0.45, 0.55), (0.8, 0.9)]
        left = self._place * (1 + LENGTH) - LENGTH
        return [(left, left + LENGTH)]

    def _follow(self) -> None:
        self.updateGeometry()
        self._stop()
        if self.isVisible() and self.maximum() == 0 and not current_theme().reduced_motion:
            self._timer = self.startTimer(FRAME_MS)
        self.update()

    def _stop(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
