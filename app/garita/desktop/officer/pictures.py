"""Stills of booth and officer: for scenario cards, the welcome, and small round portraits beside bubbles.

Nothing is kept here: keep what you show. Pixmaps are for the main thread, images may be made on any.
"""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from garita.desktop.officer import brush, person
from garita.desktop.officer.face import MOODS
from garita.desktop.officer.layers import Layers
from garita.desktop.officer.light import light_at
from garita.desktop.officer.look import Appearance, appearance
from garita.desktop.officer.pose import Pose
from garita.desktop.officer.stage import scene_of
from garita.desktop.officer.tones import tones_of
from garita.roleplay.scenario import Scenario

HOURS = (7, 12, 15, 19, 22)


def usual_hour(scenario: Scenario) -> int:
    """The hour a scenario's picture shows: always the same for one, different among many."""
    return HOURS[crc32(scenario.id.encode()) % len(HOURS)]


def resting_pose(scenario: Scenario) -> Pose:
    """How the officer of a scenario looks at you before a word is said."""
    air = MOODS[scenario.officer.manner]
    return Pose(smile=air.smile, brows=air.brows, frown=air.frown, tilt=air.tilt, lean=air.lean)


def scene_image(scenario: Scenario, size: QSize, dpr: float = 1.0, hour: int | None = None) -> QImage:
    """The booth of a scenario with its officer; ``size`` in logical pixels. On any thread."""
    look = appearance(scenario)
    light = light_at(usual_hour(scenario) if hour is None else hour)
    image = _empty(size.width(), size.height(), dpr)
    painter = QPainter(image)
    Layers(look, scene_of(scenario, look.bands), light, QSizeF(size), dpr).paint_whole(painter, resting_pose(scenario))
    painter.end()
    return image


def scene_picture(scenario: Scenario, size: QSize, dpr: float = 1.0, hour: int | None = None) -> QPixmap:
    """The same as a pixmap, on the main thread; 25 ms at the size of a card."""
    return QPixmap.fromImage(scene_image(scenario, size, dpr, hour))


def portrait(who: Scenario | Appearance, size: int, dpr: float = 1.0) -> QPixmap:
    """Head and shoulders in a disc."""
    look = appearance(who) if isinstance(who, Scenario) else who
    pose = resting_pose(who) if isinstance(who, Scenario) else Pose(smile=0.3)
    image = _empty(size, size, dpr)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    disc = QPainterPath()
    disc.addEllipse(QRectF(0, 0, size, size))
    painter.setClipPath(disc)
    brush.fill(painter, disc, brush.down(0, size, brush.ink("#cfe4e6"), brush.ink("#8fb9bf")))
    painter.scale(size / 430, size / 430)
    painter.translate(215, -150)
    person.paint_person(painter, look, tones_of(look, light_at(12)), pose)
    painter.end()
    return QPixmap.fromImage(image)


def _empty(width: int, height: int, dpr: float) -> QImage:
    size = QSize(max(1, round(width * dpr)), max(1, round(height * dpr)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    image.fill(Qt.GlobalColor.transparent)
    return image
