"""Stills of booth and officer: for scenario cards, the welcome, and small round portraits beside bubbles.

Nothing is kept here; call on the main thread (they are pixmaps) and keep what you show.
"""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

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


def scene_picture(scenario: Scenario, size: QSize, dpr: float = 1.0, hour: int | None = None) -> QPixmap:
    """The booth of a scenario with its officer; ``size`` in logical pixels."""
    look = appearance(scenario)
    light = light_at(usual_hour(scenario) if hour is None else hour)
    picture = _empty(size.width(), size.height(), dpr)
    painter = QPainter(picture)
    Layers(look, scene_of(scenario, look.bands), light, QSizeF(size), dpr).paint_whole(painter, resting_pose(scenario))
    painter.end()
    return picture


def portrait(who: Scenario | Appearance, size: int, dpr: float = 1.0) -> QPixmap:
    """Head and shoulders in a disc."""
    look = appearance(who) if isinstance(who, Scenario) else who
    pose = resting_pose(who) if isinstance(who, Scenario) else Pose(smile=0.3)
    picture = _empty(size, size, dpr)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    disc = QPainterPath()
    disc.addEllipse(QRectF(0, 0, size, size))
    painter.setClipPath(disc)
    brush.fill(painter, disc, brush.down(0, size, brush.ink("#cfe4e6"), brush.ink("#8fb9bf")))
    painter.scale(size / 430, size / 430)
    painter.translate(215, -150)
    person.paint_person(painter, look, tones_of(look, light_at(12)), pose)
    painter.end()
    return picture


def _empty(width: int, height: int, dpr: float) -> QPixmap:
    picture = QPixmap(max(1, round(width * dpr)), max(1, round(height * dpr)))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
