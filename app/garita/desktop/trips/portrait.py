"""Paints a traveller's passport photograph from their looks. Knows no dossier and no widget."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from garita.desktop.trips.looks import Looks

WIDTH, HEIGHT = 70.0, 90.0  # the units everything here is in; 35 by 45 mm, as photographs in passports are
_GROUND = ("#dfe7ea", "#b9c8cf")


def paint(painter: QPainter, room: QRectF, looks: Looks, radius: float = 6.0) -> None:
    """Draw the photograph into ``room``, cut off at its round corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(room, radius, radius)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.translate(room.topLeft())
    painter.scale(room.width() / WIDTH, room.height() / HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    _ground(painter)
    if looks.woman:
        _hair_behind(painter, looks)
    _body(painter, looks)
    _head(painter, looks)
    _hair(painter, looks)
    _face(painter, looks)
    painter.restore()


def _ground(painter: QPainter) -> None:
    gradient = QLinearGradient(0, 0, 0, HEIGHT)
    for place, colour in enumerate(_GROUND):
        gradient.setColorAt(place, QColor(colour))
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), gradient)


def _hair_behind(painter: QPainter, looks: Looks) -> None:
    colour = QColor(looks.hair_colour).darker(118)
    if looks.hair == "long":
        painter.fillPath(_round(16.5, 20, 37, 52, 17), colour)
    elif looks.hair == "bob":
        painter.fillPath(_round(16.5, 19, 37, 36, 15), colour)
    elif looks.hair == "tied":
        painter.fillPath(_oval(35, 15.5, 8, 7), colour)


def _body(painter: QPainter, looks: Looks) -> None:
    clothes = QColor(looks.clothes)
    shoulders = QPainterPath(QPointF(5, 92))
    shoulders.cubicTo(6, 74, 17, 69.5, 28, 66)
    shoulders.lineTo(42, 66)
    shoulders.cubicTo(53, 69.5, 64, 74, 65, 92)
    painter.fillPath(shoulders, clothes)
    neck = _round(28.5, 50, 13, 21, 6)
    painter.fillPath(neck, QColor(looks.skin.shade))
    collar = QPainterPath(QPointF(28, 66))
    collar.quadTo(35, 80, 42, 66)
    painter.fillPath(collar, QColor(looks.skin.shade))
    painter.strokePath(collar, QPen(clothes.lighter(125), 2.2))


def _head(painter: QPainter, looks: Looks) -> None:
    skin = QColor(looks.skin.base)
    for x in (19.8, 50.2):
        painter.fillPath(_oval(x, 41, 3.2, 5), QColor(looks.skin.shade))
    face = QPainterPath(QPointF(20, 34))
    face.cubicTo(20, 17, 50, 17, 50, 34)
    face.cubicTo(50, 47, 45, 59, 35, 59)
    face.cubicTo(25, 59, 20, 47, 20, 34)
    painter.fillPath(face, skin)
    if looks.beard:
        _beard(painter, face, looks)
    for x in (26.5, 43.5):
        painter.setOpacity(0.35)
        painter.fillPath(_oval(x, 46, 3.4, 2.4), QColor(looks.skin.blush))
    painter.setOpacity(1)


def _beard(painter: QPainter, face: QPainterPath, looks: Looks) -> None:
    lower = QPainterPath()
    lower.addRect(QRectF(18, 44, 34, 20))
    cheeks = QPainterPath(QPointF(24, 42))
    cheeks.cubicTo(25, 50, 29, 48.5, 35, 48)
    cheeks.cubicTo(41, 48.5, 45, 50, 46, 42)
    painter.fillPath(face.intersected(lower).subtracted(cheeks), QColor(looks.hair_colour))


def _hair(painter: QPainter, looks: Looks) -> None:
    colour = QColor(looks.hair_colour)
    if looks.hair == "bald":
        for x in (19.5, 50.5):
            painter.fillPath(_oval(x, 34.5, 1.8, 4.5), colour)
        return
    if looks.hair == "curly":
        for x, y, size in ((21, 30, 5), (24, 24, 6), (31, 20, 6.5), (39, 20, 6.5), (46, 24, 6), (49, 30, 5)):
            painter.fillPath(_oval(x, y, size, size), colour)
        return
    painter.fillPath(_fringe(looks), colour)


def _fringe(looks: Looks) -> QPainterPath:
    """The hair over the forehead, by style."""
    path = QPainterPath(QPointF(18.5, 38))
    path.cubicTo(16, 10, 54, 10, 51.5, 38)
    if looks.hair == "short":
        path.cubicTo(50, 28, 46, 27, 35, 27)
        path.cubicTo(24, 27, 20, 28, 18.5, 38)
    elif looks.hair == "side":
        path.cubicTo(50, 31, 47, 26, 42, 25)
        path.cubicTo(35, 30, 25, 29, 22, 29)
        path.cubicTo(20, 31, 19.5, 34, 18.5, 38)
    elif looks.hair == "bob":
        path.cubicTo(50, 32, 48, 30, 45, 30.5)
        path.lineTo(24, 30.5)
        path.cubicTo(21, 31, 20, 33, 18.5, 38)
    else:
        path.cubicTo(50, 31, 45, 24, 35, 22.5)
        path.cubicTo(27, 26, 21, 30, 18.5, 38)
    path.closeSubpath()
    return path


def _face(painter: QPainter, looks: Looks) -> None:
    dark = QColor("#2b2220")
    brow = QPen(QColor(looks.hair_colour).darker(115), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    for x in (28.5, 41.5):
        painter.fillPath(_oval(x, 40, 1.6, 1.9), dark)
        painter.strokePath(_arc(x - 3, 36, x, 34.6, x + 3, 36), brow)
    painter.strokePath(_arc(34.6, 41, 36.8, 46.4, 34, 46.6), _line(looks.skin.deep, 1.1))
    painter.strokePath(_arc(30.5, 51, 35, 54, 39.5, 51), _line(looks.skin.lips, 1.8))
    if looks.glasses:
        frame = _line("#2e333a", 1.2)
        for x in (28.5, 41.5):
            painter.strokePath(_round(x - 5, 36.4, 10, 7.6, 3.4), frame)
        painter.strokePath(_arc(33.5, 39.3, 35, 38.6, 36.5, 39.3), frame)


def _line(colour: str, width: float) -> QPen:
    return QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _arc(x: float, y: float, over_x: float, over_y: float, end_x: float, end_y: float) -> QPainterPath:
    path = QPainterPath(QPointF(x, y))
    path.quadTo(over_x, over_y, end_x, end_y)
    return path


def _round(x: float, y: float, width: float, height: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def _oval(x: float, y: float, half_width: float, half_height: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), half_width, half_height)
    return path
