"""The painted ground of a passport's page: tinted paper with the fine lines that make forging hard, and a rosette.

Knows the theme and a size; what is written on the page is ``passport``'s.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from garita.desktop.theme import Theme
from garita.desktop.theme.colours import faded, mixed

_WAVES = 22
_PETALS = 12
_TURNS = 7


def paper_colour(theme: Theme) -> QColor:
    """What the page is tinted with; text keeps its contrast on it."""
    return mixed(theme.colours.surface, theme.colours.accent_soft, 0.45)


def picture(theme: Theme, size: QSize, ratio: float) -> QPixmap:
    """The page, edges included, ``ratio`` screen pixels to each logical one."""
    result = QPixmap(size * ratio)
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    shape = QPainterPath()
    shape.addRoundedRect(room, theme.radius, theme.radius)
    painter.fillPath(shape, paper_colour(theme))
    if theme.name != "contrast":
        painter.setClipPath(shape)
        _pattern(painter, room, theme.colours.accent, 0.13 if theme.name == "light" else 0.1)
        painter.setClipping(False)
    painter.setPen(QPen(mixed(theme.colours.border, theme.colours.accent, 0.2), 1))
    painter.drawPath(shape)
    painter.end()
    return result


def _pattern(painter: QPainter, room: QRectF, colour: QColor, strength: float) -> None:
    painter.setPen(QPen(faded(colour, strength), 0.8))
    for number in range(_WAVES):
        painter.drawPath(_wave(room, number / _WAVES))
    painter.setPen(QPen(faded(colour, strength * 0.7), 0.7))
    radius = min(room.width(), room.height()) * 0.42
    middle = QPointF(room.right() - radius * 0.75, room.center().y())
    for turn in range(_TURNS):
        painter.drawPath(_rosette(middle, radius * (0.45 + 0.55 * turn / (_TURNS - 1)), turn * math.pi / 40))


def _wave(room: QRectF, share: float) -> QPainterPath:
    """One of the lines across the page; together they braid."""
    path = QPainterPath()
    height, steps = room.height() * 0.07, max(24, round(room.width() / 8))
    base = room.top() + room.height() * (0.1 + 0.8 * share)
    for step in range(steps + 1):
        along = step / steps
        bend = math.sin(along * 5 * math.pi + share * 9) * math.cos(along * math.pi * 1.5 + share * 3)
        point = QPointF(room.left() + along * room.width(), base + bend * height)
        path.lineTo(point) if step else path.moveTo(point)
    return path


def _rosette(middle: QPointF, radius: float, turned: float) -> QPainterPath:
    path = QPainterPath()
    steps = _PETALS * 16
    for step in range(steps + 1):
        angle = 2 * math.pi * step / steps
        reach = radius * (0.78 + 0.22 * math.cos(_PETALS * angle + turned * 9))
        point = middle + QPointF(reach * math.cos(angle + turned), reach * math.sin(angle + turned))
        path.lineTo(point) if step else path.moveTo(point)
    return path
