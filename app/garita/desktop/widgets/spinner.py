"""Something is being worked on, nobody knows how long. With reduced motion it stands still and says so by its form."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimerEvent
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from garita.desktop.theme import current_theme

FRAME_MS = 33
TURN_MS = 1000


class Spinner(QWidget):
    """Turns while it is visible; ``size`` grows with the text."""

    def __init__(self, name: str = "", size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._angle = 0.0
        self._timer = 0
        self.setAccessibleName(name or self.tr("Working"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self._follow)

    @property
    def turning(self) -> bool:
        """Whether it moves now."""
        return self._timer != 0

    def sizeHint(self) -> QSize:
        """A square."""
        side = current_theme().scaled(self._size)
        return QSize(side, side)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to turn."""
        super().showEvent(event)
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop: nobody looks."""
        self._stop()
        super().hideEvent(event)

    def timerEvent(self, _event: QTimerEvent) -> None:
        """A frame further."""
        self._angle = (self._angle + 360 * FRAME_MS / TURN_MS) % 360
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A faint ring and an arc on it; three dots where nothing may move."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current_theme().reduced_motion:
            self._paint_dots(painter)
            return
        thick = max(2.0, self.width() / 9)
        ring = QRectF(self.rect()).adjusted(thick, thick, -thick, -thick)
        painter.setPen(QPen(current_theme().colours.pressed, thick))
        painter.drawEllipse(ring)
        painter.setPen(QPen(current_theme().colours.accent, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring, round((90 - self._angle) * 16), -100 * 16)

    def _paint_dots(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_theme().colours.accent)
        dot = self.width() / 5
        for index in range(3):
            painter.drawEllipse(QRectF(index * 2 * dot, (self.height() - dot) / 2, dot, dot))

    def _follow(self) -> None:
        self.updateGeometry()
        self._stop()
        if self.isVisible() and not current_theme().reduced_motion:
            self._timer = self.startTimer(FRAME_MS)
        self.update()

    def _stop(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
