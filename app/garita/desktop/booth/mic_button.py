"""The big round microphone: hold it to speak; a short click, Space or Enter begins, and again ends.

A ring around it shows how loud the student is and how much of the pause has passed. Knows stages, no microphone.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from garita.desktop.booth.state import Stage
from garita.desktop.theme.colours import faded, mixed
from garita.desktop.theme.theme import Theme

CLICK = 0.3  # seconds: what is shorter is a click, not holding
_QUIETEST, _LOUDEST = -60.0, -12.0  # dB at the ends of the ring


class MicButton(QAbstractButton):
    """Signals:
    held(): the student begins to speak.
    let_go(): the student has spoken.
    """

    held = Signal()
    let_go = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stage: Stage = "idle"
        self._loud = self._pause = 0.0
        self._pressed_at = 0.0
        self.speaking = False  # between held and let_go
        self.hears = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Speak"))
        theme.changed.connect(self.updateGeometry)

    @property
    def loudness(self) -> float:
        """How far the ring is out, 0 to 1."""
        return self._loud

    def show_stage(self, stage: Stage) -> None:
        """What happens at the booth now."""
        self._stage = stage
        self.update()

    def show_level(self, level: float | None, pause: float) -> None:
        """How loud it is (dB), and how much of the pause has passed (0 to 1)."""
        share = 0.0 if level is None else (level - _QUIETEST) / (_LOUDEST - _QUIETEST)
        loud = round(min(1.0, max(0.0, share)), 2)
        if (loud, pause) != (self._loud, self._pause):
            self._loud, self._pause = loud, pause
            self.update()

    def begin(self) -> None:
        """The student begins to speak."""
        if not self.speaking and self.hears:
            self.speaking = True
            self.held.emit()
            self.update()

    def end(self) -> None:
        """The student has spoken."""
        if self.speaking:
            self.speaking = False
            self.let_go.emit()
            self.update()

    def sizeHint(self) -> QSize:
        """Big enough for a thumb."""
        side = self._theme.scaled(64)
        return QSize(side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold, or end what a click began."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if not self.hears:
            self.clicked.emit()
        elif self.speaking:
            self._pressed_at = 0.0
            self.end()
        else:
            self._pressed_at = time.monotonic()
            self.begin()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go; after a click it goes on listening until the next one."""
        if self.speaking and time.monotonic() - self._pressed_at > CLICK:
            self.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter begin and end."""
        if event.key() not in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return
        elif not self.hears:
            self.clicked.emit()
        elif self.speaking:
            self.end()
        else:
            self.begin()

    def keyReleaseEvent(self, _event: QKeyEvent) -> None:
        """Nothing: a key toggles."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc, ring, icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, side = self._theme.colours, float(min(self.width(), self.height()))
        disc = QRectF(0, 0, side, side).adjusted(7, 7, -7, -7)
        ground, ink = self._colours()
        if self._stage in ("listening", "hearing"):
            self._paint_level(painter, disc)
        painter.setPen(QPen(colours.outline, 1) if ground == colours.surface else Qt.PenStyle.NoPen)
        painter.setBrush(mixed(ground, colours.text, 0.08) if self.underMouse() and self.isEnabled() else ground)
        painter.drawEllipse(disc)
        icon = self._theme.pixmap("mic" if self.hears else "mic-off", ink, 26)
        where = QRectF(0, 0, self._theme.scaled(26), self._theme.scaled(26))
        where.moveCenter(disc.center())
        painter.drawPixmap(where.toRect(), icon)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.focus, 2))
            painter.drawEllipse(QRectF(0, 0, side, side).adjusted(1, 1, -1, -1))

    def _colours(self) -> tuple[QColor, str]:
        colours = self._theme.colours
        if not self.hears or not self.isEnabled():
            return colours.hover, "disabled" if not self.isEnabled() else "dim"
        if self._stage == "hearing" or self.speaking:
            return colours.accent, "on_accent"
        return (colours.accent_soft, "accent") if self._stage == "listening" else (colours.surface, "accent")

    def _paint_level(self, painter: QPainter, disc: QRectF) -> None:
        colours = self._theme.colours
        grown = 1 + 5 * self._loud
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(colours.accent, 0.25))
        painter.drawEllipse(disc.adjusted(-grown, -grown, grown, grown))
        if self._pause:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.amber, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawArc(disc.adjusted(-4, -4, 4, 4), 90 * 16, -round(360 * 16 * self._pause))
