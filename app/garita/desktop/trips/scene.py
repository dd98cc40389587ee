"""The picture of a scene for its card: the place in the light of an hour. A drawing by signs, until it is painted.

Safe on any thread: it paints images, no pixmaps.
"""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath

from garita.desktop.officer.light import Light, light_at
from garita.desktop.officer.look import bands_of
from garita.roleplay.scenario import Scenario

_HOURS = (7, 11, 15, 19, 22)


def picture(scenario: Scenario, size: QSize, ratio: float) -> QImage:
    """The scene, ``size`` in logical pixels."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    room = QRectF(0, 0, size.width(), size.height())
    digest = hashlib.blake2b(scenario.id.encode(), digest_size=4).digest()
    light = light_at(_HOURS[digest[0] % len(_HOURS)])
    _sky(painter, room, light)
    _hills(painter, room, light, digest[1] / 255)
    {"airport": _airport, "land_border": _road, "port": _port}[scenario.place](painter, room, light)
    _bands(painter, room, bands_of(scenario.country))
    painter.end()
    return image


def _sky(painter: QPainter, room: QRectF, light: Light) -> None:
    gradient = QLinearGradient(room.topLeft(), room.bottomLeft())
    for place, colour in zip((0.0, 0.55, 0.8), light.sky, strict=True):
        gradient.setColorAt(place, QColor(colour))
    painter.fillRect(room, gradient)
    painter.setBrush(QColor(light.sun))
    radius = room.height() * 0.09
    painter.drawEllipse(QPointF(room.width() * 0.78, room.height() * 0.3), radius, radius)


def _hills(painter: QPainter, room: QRectF, light: Light, share: float) -> None:
    for colour, height, bend in ((light.far, 0.46, 0.2), (light.near, 0.58, -0.14)):
        path = QPainterPath(QPointF(0, room.height()))
        path.lineTo(0, room.height() * (height + bend * share))
        path.cubicTo(
            room.width() * 0.3, room.height() * (height - bend), room.width() * (0.45 + share / 4),
            room.height() * (height + bend), room.width(), room.height() * (height - bend * 0.4),
        )  # fmt: skip
        path.lineTo(room.width(), room.height())
        painter.fillPath(path, QColor(colour))


def _airport(painter: QPainter, room: QRectF, light: Light) -> None:
    width, height = room.width(), room.height()
    painter.setBrush(QColor(light.ground[0]))
    painter.drawRect(QRectF(0, height * 0.74, width, height))
    painter.setBrush(QColor(light.steel[1]))
    painter.drawRect(QRectF(width * 0.12, height * 0.3, width * 0.035, height * 0.46))
    painter.drawRoundedRect(QRectF(width * 0.085, height * 0.24, width * 0.105, height * 0.1), 3, 3)
    plane = QColor(light.steel[0]).lighter(135)
    body = QPainterPath()
    body.addRoundedRect(QRectF(width * 0.34, height * 0.58, width * 0.46, height * 0.11), 12, 12)
    tail = QPainterPath(QPointF(width * 0.36, height * 0.6))
    tail.lineTo(width * 0.32, height * 0.4)
    tail.lineTo(width * 0.38, height * 0.4)
    tail.lineTo(width * 0.45, height * 0.6)
    painter.fillPath(body.united(tail), plane)
    wing = QPainterPath(QPointF(width * 0.52, height * 0.65))
    wing.lineTo(width * 0.44, height * 0.78)
    wing.lineTo(width * 0.5, height * 0.78)
    wing.lineTo(width * 0.64, height * 0.65)
    painter.fillPath(wing, plane.darker(118))


def _road(painter: QPainter, room: QRectF, light: Light) -> None:
    width, height = room.width(), room.height()
    painter.setBrush(QColor(light.ground[1]))
    road = QPainterPath(QPointF(width * 0.46, height * 0.62))
    for x, y in ((0.54, 0.62), (0.86, 1.0), (0.14, 1.0)):
        road.lineTo(width * x, height * y)
    painter.fillPath(road, QColor(light.ground[1]))
    painter.setBrush(QColor(light.cloud))
    for number in range(4):
        top = height * (0.66 + 0.09 * number)
        painter.drawRect(QRectF(width * 0.495, top, width * 0.01, height * (0.03 + 0.012 * number)))
    painter.setBrush(QColor(light.steel[1]))
    painter.drawRect(QRectF(width * 0.1, height * 0.5, width * 0.8, height * 0.06))
    for x in (0.14, 0.84):
        painter.drawRect(QRectF(width * x, height * 0.5, width * 0.025, height * 0.36))


def _port(painter: QPainter, room: QRectF, light: Light) -> None:
    width, height = room.width(), room.height()
    painter.setBrush(QColor(light.sky[0]).darker(115))
    painter.drawRect(QRectF(0, height * 0.74, width, height))
    hull = QPainterPath(QPointF(width * 0.2, height * 0.64))
    for x, y in ((0.86, 0.64), (0.78, 0.82), (0.27, 0.82)):
        hull.lineTo(width * x, height * y)
    painter.fillPath(hull, QColor(light.steel[1]))
    painter.setBrush(QColor(light.steel[0]).lighter(130))
    painter.drawRect(QRectF(width * 0.3, height * 0.5, width * 0.4, height * 0.14))
    painter.drawRect(QRectF(width * 0.36, height * 0.4, width * 0.26, height * 0.1))
    painter.setBrush(QColor(light.desk[0]))
    painter.drawRect(QRectF(width * 0.52, height * 0.27, width * 0.06, height * 0.13))


def _bands(painter: QPainter, room: QRectF, bands: tuple[str, ...]) -> None:
    """The country's colours along the lower edge."""
    height = max(4.0, room.height() * 0.03)
    for number, colour in enumerate(bands):
        painter.setBrush(QColor(colour))
        width = room.width() / len(bands)
        painter.drawRect(QRectF(number * width, room.height() - height, width + 1, height))
