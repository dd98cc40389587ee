"""Three small pictures of how the booth works: the officer asks, the student answers, the papers lie at hand.

Painted in the theme's colours; knows no text and no conversation.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from garita.desktop.theme import Theme
from garita.desktop.theme.colours import mixed

Subject = Literal["ask", "answer", "papers"]
_WIDTH, _HEIGHT = 240.0, 132.0


class Illustration(QWidget):
    """One of the pictures; the words under it say the same."""

    def __init__(self, theme: Theme, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._subject = theme, subject
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Always the same proportion."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return round(width * _HEIGHT / _WIDTH)

    def sizeHint(self) -> QSize:
        """As drawn."""
        return QSize(round(_WIDTH), round(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The soft ground and the subject on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / _WIDTH, self.height() / _HEIGHT)
        colours = self._theme.colours
        painter.setPen(QPen(colours.border if self._theme.name == "contrast" else colours.accent_soft, 1))
        painter.setBrush(colours.accent_soft)
        radius = self._theme.control_radius
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.translate((self.width() - _WIDTH * scale) / 2, (self.height() - _HEIGHT * scale) / 2)
        painter.scale(scale, scale)
        {"ask": self._ask, "answer": self._answer, "papers": self._papers}[self._subject](painter)

    def _ask(self, painter: QPainter) -> None:
        """The booth with the officer in it, and what is asked."""
        colours = self._theme.colours
        line = _line(colours.accent, 3)
        painter.setPen(line)
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(QRectF(26, 22, 96, 92), 8, 8)
        painter.setBrush(colours.accent)
        painter.drawRoundedRect(QRectF(20, 18, 108, 14), 5, 5)
        painter.drawRoundedRect(QRectF(20, 100, 108, 14), 4, 4)
        painter.setBrush(mixed(colours.surface, colours.amber, 0.55))
        painter.drawEllipse(QPointF(74, 62), 13, 14)
        shoulders = QPainterPath(QPointF(48, 100))
        shoulders.cubicTo(50, 82, 98, 82, 100, 100)
        painter.drawPath(shoulders)
        cap = QPainterPath(QPointF(58, 55))
        cap.cubicTo(60, 40, 88, 40, 90, 55)
        cap.closeSubpath()
        painter.fillPath(cap, colours.accent)
        self._bubble(painter, QRectF(140, 26, 80, 44), left=True)
        for number, width in enumerate((54, 36)):
            painter.drawLine(QPointF(153, 42 + 12 * number), QPointF(153 + width, 42 + 12 * number))

    def _answer(self, painter: QPainter) -> None:
        """A microphone, the voice as a wave, and a key."""
        colours = self._theme.colours
        painter.setPen(_line(colours.accent, 3))
        painter.setBrush(mixed(colours.surface, colours.amber, 0.55))
        painter.drawRoundedRect(QRectF(42, 24, 26, 46), 13, 13)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        stand = QPainterPath(QPointF(33, 54))
        stand.cubicTo(33, 90, 77, 90, 77, 54)
        painter.drawPath(stand)
        painter.drawLine(QPointF(55, 82), QPointF(55, 96))
        painter.drawLine(QPointF(42, 97), QPointF(68, 97))
        for number, height in enumerate((10, 24, 40, 28, 46, 30, 16, 34, 20, 8)):
            x = 102 + number * 12.0
            painter.setPen(_line(colours.amber if number % 3 == 2 else colours.accent, 4))
            painter.drawLine(QPointF(x, 50 - height / 2), QPointF(x, 50 + height / 2))
        painter.setPen(_line(colours.accent, 2.5))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(QRectF(100, 88, 112, 24), 6, 6)
        painter.drawPolyline([QPointF(136, 98), QPointF(136, 103), QPointF(176, 103), QPointF(176, 98)])

    def _papers(self, painter: QPainter) -> None:
        """Passport, suitcase, and goals being ticked off."""
        colours = self._theme.colours
        painter.setPen(_line(colours.accent, 3))
        painter.setBrush(colours.accent)
        painter.save()
        painter.translate(64, 66)
        painter.rotate(-7)
        painter.drawRoundedRect(QRectF(-32, -42, 64, 84), 7, 7)
        painter.setPen(_line(colours.on_accent, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(0, -8), 15, 15)
        painter.drawEllipse(QPointF(0, -8), 6, 15)
        painter.drawLine(QPointF(-15, -8), QPointF(15, -8))
        painter.drawLine(QPointF(-14, 24), QPointF(14, 24))
        painter.restore()
        painter.setPen(_line(colours.accent, 3))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(QRectF(122, 24, 92, 84), 7, 7)
        for number in range(3):
            y = 44.0 + 22 * number
            painter.setPen(_line(colours.good if number < 2 else colours.outline, 3))
            if number < 2:
                painter.drawPolyline([QPointF(134, y), QPointF(139, y + 5), QPointF(148, y - 6)])
            else:
                painter.drawEllipse(QPointF(141, y), 6, 6)
            painter.setPen(_line(colours.accent, 3))
            painter.drawLine(QPointF(160, y), QPointF(202 - 10 * number, y))

    def _bubble(self, painter: QPainter, room: QRectF, *, left: bool) -> None:
        colours = self._theme.colours
        bubble = QPainterPath()
        bubble.addRoundedRect(room, 12, 12)
        x = room.left() + 14 if left else room.right() - 14
        tail = QPainterPath(QPointF(x, room.bottom() - 4))
        tail.lineTo(x - 12, room.bottom() + 12)
        tail.lineTo(x + 12, room.bottom() - 4)
        painter.setPen(_line(colours.accent, 3))
        painter.setBrush(colours.surface)
        painter.drawPath(bubble.united(tail))


def _line(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
