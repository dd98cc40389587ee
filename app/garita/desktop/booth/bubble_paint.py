"""Paints an entry that ``bubble_look`` has measured. Knows the theme's colours and a painter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from garita.desktop.booth.bubble_look import ICON, PORTRAIT, Measured, button_font
from garita.desktop.booth.transcript import Entry
from garita.desktop.theme.colours import faded
from garita.desktop.theme.theme import Theme

_NEAR = 5  # radius of the corner at the speaker's side


class BubblePainter:
    """``portrait`` is the officer's, round, or None."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.portrait: QPixmap | None = None

    def paint(self, painter: QPainter, found: Measured, top: int, *, chosen: bool, focused: bool, beat: int) -> None:
        """Paint an entry whose row begins at ``top``; ``beat`` moves the dots of an officer who thinks."""
        painter.save()
        painter.translate(0, top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if found.caption:
            self._paint_caption(painter, found)
        self._paint_bubble(painter, found, chosen=chosen, focused=focused)
        if found.entry.who == "officer" and not found.entry.whole:
            self._paint_dots(painter, found, beat)
        else:
            painter.setPen(self._ink(found.entry))
            found.text.draw(painter, found.text_at)
        if found.remark:
            painter.setPen(self._theme.colours.dim)
            found.remark.draw(painter, found.remark_at)
        if found.button_text:
            self._paint_button(painter, found)
        painter.restore()

    def _ink(self, entry: Entry) -> QColor:
        colours = self._theme.colours
        if entry.state == "hearing" or entry.who == "notice":
            return colours.dim
        return colours.on_student_bubble if entry.who == "student" else colours.text

    def _paint_caption(self, painter: QPainter, found: Measured) -> None:
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colours.dim)
        right = found.entry.who == "student"
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        at = found.caption_at.adjusted(4, 0, -4, 0)
        painter.drawText(at, side | Qt.AlignmentFlag.AlignVCenter, found.caption)
        if not right and self.portrait:
            side_length = self._theme.scaled(PORTRAIT)
            at_y = found.bubble.top() + min(0.0, found.bubble.height() - side_length)
            painter.drawPixmap(
                QRect(self._theme.space(4), round(max(at_y, 0)), side_length, side_length), self.portrait
            )

    def _paint_bubble(self, painter: QPainter, found: Measured, *, chosen: bool, focused: bool) -> None:
        colours, entry = self._theme.colours, found.entry
        contrast = self._theme.name == "contrast"
        edge: QPen = QPen(Qt.PenStyle.NoPen)
        if entry.state == "hearing":
            ground, edge = colours.hover, QPen(colours.outline, 1, Qt.PenStyle.DashLine)
        elif entry.who == "failure":
            ground, edge = colours.bad_soft, QPen(colours.bad, 1)
        elif entry.who == "notice":
            ground = colours.hover
        else:
            ground = colours.student_bubble if entry.who == "student" else colours.officer_bubble
            if contrast and entry.who == "officer":
                edge = QPen(colours.border, 1)
        painter.setPen(edge)
        painter.setBrush(ground)
        path = self._outline(found)
        painter.drawPath(path)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.focus if focused else faded(colours.focus, 0.5), 2))
            painter.drawRoundedRect(found.bubble.adjusted(-3, -3, 3, 3), self._radius + 3, self._radius + 3)

    @property
    def _radius(self) -> float:
        return self._theme.radius + 4.0

    def _outline(self, found: Measured) -> QPainterPath:
        """Round, but for the corner where the speaker is."""
        radius = min(self._radius, found.bubble.height() / 2)
        spoken = found.begins and found.entry.who in ("officer", "student")
        left = _NEAR if spoken and found.entry.who == "officer" else radius
        right = _NEAR if spoken and found.entry.who == "student" else radius
        return _rounded(found.bubble, left, right, radius)

    def _paint_dots(self, painter: QPainter, found: Measured, beat: int) -> None:
        size, colours = self._theme.scaled(7), self._theme.colours
        painter.setPen(Qt.PenStyle.NoPen)
        middle = found.bubble.center()
        for number in range(3):
            painter.setBrush(colours.text if beat % 3 == number else faded(colours.dim, 0.55))
            x = middle.x() + (number - 1) * size * 1.7
            painter.drawEllipse(QPointF(x, middle.y()), size / 2, size / 2)

    def _paint_button(self, painter: QPainter, found: Measured) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colours.bad, 1))
        painter.setBrush(theme.colours.surface)
        painter.drawRoundedRect(found.button, theme.control_radius, theme.control_radius)
        painter.setFont(button_font(theme))
        icon, side = theme.pixmap("retry", "bad", ICON), theme.scaled(ICON)
        at = QRect(0, 0, side, side)
        at.moveCenter(found.button.center().toPoint())
        at.moveLeft(round(found.button.left()) + theme.space(3))
        painter.drawPixmap(at, icon)
        painter.setPen(theme.colours.bad)
        words = found.button.adjusted(theme.space(5) + side, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, found.button_text)


def _rounded(rect: QRectF, top_left: float, top_right: float, below: float) -> QPainterPath:
    """A rectangle with corners of different radii."""
    path = QPainterPath(QPointF(rect.left() + top_left, rect.top()))
    path.lineTo(rect.right() - top_right, rect.top())
    path.arcTo(QRectF(rect.right() - 2 * top_right, rect.top(), 2 * top_right, 2 * top_right), 90, -90)
    path.lineTo(rect.right(), rect.bottom() - below)
    path.arcTo(QRectF(rect.right() - 2 * below, rect.bottom() - 2 * below, 2 * below, 2 * below), 0, -90)
    path.lineTo(rect.left() + below, rect.bottom())
    path.arcTo(QRectF(rect.left(), rect.bottom() - 2 * below, 2 * below, 2 * below), 270, -90)
    path.lineTo(rect.left(), rect.top() + top_left)
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * top_left, 2 * top_left), 180, -90)
    path.closeSubpath()
    return path
