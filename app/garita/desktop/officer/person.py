"""The officer put together: body, then head, then what moves in the face.

Coordinates are the stage's. Knows no widget and keeps nothing: whoever paints often keeps pictures of the parts.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter

from garita.desktop.officer import features, hair, head, uniform
from garita.desktop.officer.brush import Point, inside, kept
from garita.desktop.officer.look import Appearance
from garita.desktop.officer.pose import Pose
from garita.desktop.officer.tones import Tones

HEAD = (0.0, 352.0)  # between the eyes
PIVOT = (0.0, 150.0)  # the neck, about which a head tilts, from HEAD


def head_at(pose: Pose) -> Point:
    """Where the head stands: breathing and leaning move it."""
    return HEAD[0] + pose.tilt * 6 + pose.yaw * 5, HEAD[1] - pose.breath * 3.4 + pose.lean * 7 + pose.pitch * 7


def body_at(pose: Pose) -> Point:
    """How far the body is moved."""
    return 0.0, -pose.breath * 4.0 + pose.lean * 4


def place_head(painter: QPainter, pose: Pose) -> None:
    """Move the painter to the head's own coordinates."""
    painter.translate(*head_at(pose))
    painter.translate(*PIVOT)
    painter.rotate(pose.tilt * 6.0)
    painter.translate(-PIVOT[0], -PIVOT[1])
    painter.scale(1.0 + pose.lean * 0.015, 1.0 + pose.lean * 0.015)


def paint_behind(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """What of the head lies behind the collar: hair at the back, the neck."""
    hair.paint_back(painter, look, tones, turn)
    head.paint_neck(painter, look, tones, turn)


def paint_head(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """The head without the features that move."""
    head.paint_ears(painter, look, tones, turn)
    head.paint_face(painter, look, tones, turn)
    with inside(painter, head.face_outline(look, turn)):
        hair.paint_forehead_shadow(painter, look, tones, turn)
    hair.paint_front(painter, look, tones, turn)


def paint_person(painter: QPainter, look: Appearance, tones: Tones, pose: Pose) -> None:
    """Everything, for a still."""
    turn = (pose.yaw, pose.pitch)
    with kept(painter):
        place_head(painter, pose)
        paint_behind(painter, look, tones, turn)
    with kept(painter):
        painter.translate(*body_at(pose))
        uniform.paint_body(painter, look, tones)
    with kept(painter):
        place_head(painter, pose)
        paint_head(painter, look, tones, turn)
        features.paint_features(painter, look, tones, pose)
