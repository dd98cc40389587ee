"""Small helpers for painting with vectors: smooth paths through points, colours mixed, soft gradients.

Knows QPainter and nothing of what is painted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient

Point = tuple[float, float]


def ink(code: str, alpha: float = 1.0) -> QColor:
    """The colour of "#rrggbb", as opaque as asked."""
    colour = QColor(code)
    colour.setAlphaF(alpha)
    return colour


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """``share`` (0 to 1) of the way from one colour to another; opacity goes with it."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        one.redF() * keep + other.redF() * share,
        one.greenF() * keep + other.greenF() * share,
        one.blueF() * keep + other.blueF() * share,
        one.alphaF() * keep + other.alphaF() * share,
    )


def faded(colour: QColor, alpha: float) -> QColor:
    """The same colour with another opacity."""
    copy = QColor(colour)
    copy.setAlphaF(alpha)
    return copy


def darker(colour: QColor, share: float) -> QColor:
    """Towards a deep blue rather than black, so that shadows stay coloured."""
    return mix(colour, faded(QColor("#141a33"), colour.alphaF()), share)


def lighter(colour: QColor, share: float) -> QColor:
    """Towards a warm white."""
    return mix(colour, faded(QColor("#fff8ec"), colour.alphaF()), share)


def smooth(points: Sequence[Point], closed: bool = True, tension: float = 1.0) -> QPainterPath:
    """A curve through all points (Catmull-Rom)."""
    before, after = (points[-1], points[:2]) if closed else (points[0], points[-1:])
    chain = [before, *points, *after]
    reach = tension / 6.0
    path = QPainterPath(QPointF(*points[0]))
    for index in range(1, len(chain) - 2):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = chain[index - 1 : index + 3]
        path.cubicTo(
            bx + (cx - ax) * reach, by + (cy - ay) * reach, cx - (dx - bx) * reach, cy - (dy - by) * reach, cx, cy
        )  # fmt: skip
    if closed:
        path.closeSubpath()
    return path


def polygon(points: Sequence[Point]) -> QPainterPath:
    """A closed path of straight lines."""
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    return path


def both_sides(right: Sequence[Point]) -> list[Point]:
    """Points of a right half, from top to bottom -> the whole outline; points on the axis stand once."""
    return [*right, *((-x, y) for x, y in reversed(right) if x != 0)]


def mirrored(points: Iterable[Point]) -> list[Point]:
    """The same points on the other side of x = 0."""
    return [(-x, y) for x, y in points]


def scaled(points: Iterable[Point], x: float, y: float = 1.0) -> list[Point]:
    """Points further from or nearer to the axes."""
    return [(px * x, py * y) for px, py in points]


def rounded(x: float, y: float, width: float, height: float, radius: float) -> QPainterPath:
    """A rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def oval(x: float, y: float, width: float, height: float) -> QPainterPath:
    """An ellipse around a centre, by its half width and half height."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), width, height)
    return path


def down(top: float, bottom: float, *colours: QColor) -> QBrush:
    """A gradient from top to bottom with evenly spaced colours."""
    return _linear(QLinearGradient(0, top, 0, bottom), colours)


def across(start: Point, end: Point, *colours: QColor) -> QBrush:
    """A gradient from one point to another."""
    return _linear(QLinearGradient(QPointF(*start), QPointF(*end)), colours)


def glow(x: float, y: float, radius: float, *colours: QColor) -> QBrush:
    """A gradient from a centre outwards."""
    gradient = QRadialGradient(QPointF(x, y), radius)
    for index, colour in enumerate(colours):
        gradient.setColorAt(index / (len(colours) - 1), colour)
    return QBrush(gradient)


def _linear(gradient: QLinearGradient, colours: Sequence[QColor]) -> QBrush:
    for index, colour in enumerate(colours):
        gradient.setColorAt(index / (len(colours) - 1), colour)
    return QBrush(gradient)


def fill(painter: QPainter, path: QPainterPath, brush: QBrush | QColor) -> None:
    """Fill a path, no outline."""
    painter.fillPath(path, brush if isinstance(brush, QBrush) else QBrush(brush))


def line(painter: QPainter, path: QPainterPath, colour: QColor | QBrush, width: float) -> None:
    """Draw a path with round ends."""
    brush = colour if isinstance(colour, QBrush) else QBrush(colour)
    pen = QPen(brush, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def bands(painter: QPainter, area: QRectF, colours: Sequence[QColor], upright: bool = False) -> None:
    """Stripes of equal width that fill a rectangle: one above the other, or side by side."""
    wide, tall = area.width() / len(colours), area.height() / len(colours)
    for index, colour in enumerate(colours):
        if upright:
            fill(painter, rounded(area.x() + index * wide, area.y(), wide + 0.5, area.height(), 0), colour)
        else:
            fill(painter, rounded(area.x(), area.y() + index * tall, area.width(), tall + 0.5, 0), colour)


def soft(painter: QPainter, x: float, y: float, width: float, height: float, colour: QColor) -> None:
    """A soft spot of light or shadow: full in the middle, nothing at the ellipse's edge."""
    with kept(painter):
        painter.translate(x, y)
        painter.scale(width, height)
        middle = faded(colour, colour.alphaF() * 0.55)
        fill(painter, oval(0, 0, 1, 1), glow(0, 0, 1, colour, middle, faded(colour, 0.0)))


@contextmanager
def kept(painter: QPainter) -> Iterator[None]:
    """Whatever is set on the painter inside is undone after."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


@contextmanager
def inside(painter: QPainter, path: QPainterPath) -> Iterator[None]:
    """Only what lies within the path is painted."""
    with kept(painter):
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        yield
