"""The officer's forearms and hands on the desk; the right one can take the stamp to the passport.

Coordinates are the stage's. A hand is drawn once, pointing to the right, and placed by its wrist.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QBrush, QColor, QPainter

from garita.desktop.officer import brush
from garita.desktop.officer.brush import Point, faded, fill, inside, kept, lighter, line, mix, smooth, soft
from garita.desktop.officer.desk import BACK, PASSPORT, STAMP, paint_stamp
from garita.desktop.officer.light import Light
from garita.desktop.officer.look import Appearance
from garita.desktop.officer.pose import Pose
from garita.desktop.officer.tones import Tones
from garita.desktop.officer.uniform import body_brush

ELBOW: Point = (262.0, 836.0)
RESTING: Point = (172.0, 840.0)  # a wrist on the desk
LIFT = 96.0


@dataclass(frozen=True)
class Stroke:
    """Where the stamp's foot is, how hard it is pressed (0 to 1), and how much the hand holds it (0 to 1)."""

    x: float
    y: float
    pressed: float
    held: float


def stroke(phase: float) -> Stroke:
    """One stroke of the stamp, ``phase`` from 0 to 1: reach for it, up and over, a moment in the air, down, back."""
    goal = (PASSPORT[0] + 48, PASSPORT[1] + 4)
    if phase <= 0.0 or phase >= 1.0:
        return Stroke(*STAMP, 0.0, 0.0)
    if phase < 0.14:
        return Stroke(*STAMP, 0.0, _ease(phase / 0.14))
    if phase < 0.42:
        share = _ease((phase - 0.14) / 0.28)
        return Stroke(*_between(STAMP, goal, share, LIFT * share), 0.0, 1.0)
    if phase < 0.52:
        share = ((phase - 0.42) / 0.1) ** 3
        return Stroke(goal[0], goal[1] - LIFT * (1 - share), 0.0, 1.0)
    if phase < 0.64:
        return Stroke(*goal, math.sin((phase - 0.52) / 0.12 * math.pi), 1.0)
    if phase < 0.88:
        share = _ease((phase - 0.64) / 0.24)
        return Stroke(*_between(goal, STAMP, share, LIFT * 0.6 * math.sin(share * math.pi)), 0.0, 1.0)
    return Stroke(*STAMP, 0.0, 1.0 - _ease((phase - 0.88) / 0.12))


def paint_arms(painter: QPainter, look: Appearance, tones: Tones, light: Light, pose: Pose) -> None:
    """Both forearms with their hands, and the stamp in or beside the right one."""
    for side in (-1, 1):
        _elbow(painter, look, tones, side)
    left = (-RESTING[0] + pose.passport * 6, RESTING[1] - pose.passport * 26)
    _forearm(painter, look, tones, left, -1)
    _lying_hand(painter, look, tones, left, -1, -10 - pose.passport * 14)
    now = stroke(pose.stamp)
    grip = (now.x + 22, now.y - 58 + now.pressed * 8)
    wrist = _between(RESTING, (grip[0] + 54, grip[1] + 14), now.held, 0.0)
    _forearm(painter, look, tones, wrist, 1)
    if now.held > 0.0:
        paint_stamp(painter, light, now.x, now.y, now.pressed)
    if now.held > 0.5:
        _holding_hand(painter, look, tones, wrist)
    else:
        _lying_hand(painter, look, tones, wrist, 1, -10)
    if now.held <= 0.0:
        paint_stamp(painter, light, now.x, now.y, 0.0)


def _elbow(painter: QPainter, look: Appearance, tones: Tones, side: int) -> None:
    """The upper arm goes on over the desk's edge to the elbow, painted with the body's own colours."""
    outer, inner = (256.0, 180.0) if look.gender == "woman" else (296.0, 204.0)
    soft(painter, side * (outer - 50), 880, 110, 16, faded(QColor("#170d12"), 0.45))
    right = [
        (outer - 6, 744), (outer + 3, 800), (outer + 1, 850), (outer - 26, 880), (outer - 66, 884), (inner - 6, 850),
        (inner, 800), (inner + 8, 744),
    ]  # fmt: skip
    shape = smooth([(side * x, y) for x, y in right], tension=0.9)
    with inside(painter, brush.rounded(-400, BACK - 1, 800, 200, 0)):
        fill(painter, shape, sleeve_brush(look, tones))
        edge = brush.across(
            (side * outer, 0), (side * (outer - 40), 0), faded(tones.rim, 0.6 * tones.rim_strength), faded(tones.rim, 0)
        )
        with inside(painter, shape):
            soft(painter, side * inner, 810, 34, 60, faded(tones.cloth_dark, 0.7))
            line(painter, shape, edge, 10)


def sleeve_brush(look: Appearance, tones: Tones) -> QBrush:
    """Sleeves are the jacket's, or under a vest the shirt's."""
    if look.uniform.cut == "vest":
        return brush.across((-300, 540), (300, 800), tones.under, tones.under, tones.under_dark)
    return body_brush(tones)


def _forearm(painter: QPainter, look: Appearance, tones: Tones, wrist: Point, side: int) -> None:
    """A sleeve from the elbow, which stays, to the wrist, which moves; then its cuff."""
    vest = look.uniform.cut == "vest"
    cloth, dark = (tones.under, tones.under_dark) if vest else (tones.cloth, tones.cloth_dark)
    ex, ey = side * (ELBOW[0] - (40 if look.gender == "woman" else 0)), ELBOW[1]
    wx, wy = wrist
    length = math.hypot(wx - ex, wy - ey)
    with kept(painter):
        painter.translate(ex, ey)
        painter.rotate(math.degrees(math.atan2(wy - ey, wx - ex)))
        flip = 1 if side > 0 else -1  # which side of the sleeve is up
        soft(painter, length * 0.52, -flip * 26, length * 0.62, 26, faded(QColor("#170d12"), 0.4))
        sleeve = smooth(
            [
                (-30, -38),
                (length * 0.3, -42),
                (length - 20, -31),
                (length - 4, -28),
                (length - 4, 28),
                (length - 20, 31),
                (length * 0.3, 41),
                (-24, 42),
                (-42, 6),
            ],
            tension=0.8,
        )
        fill(painter, sleeve, brush.across((0, flip * 44), (0, -flip * 42), lighter(cloth, 0.14), cloth, dark))
        for x in (0.22, 0.4, 0.62):
            fold = smooth(
                [(length * x, flip * 30), (length * (x + 0.06), flip * 4), (length * (x + 0.02), -flip * 14)],
                closed=False,
            )
            line(painter, fold, faded(dark, 0.5), 4)
        cuff = smooth([(length - 16, -32), (length + 12, -30), (length + 12, 30), (length - 16, 32)], tension=0.3)
        fill(
            painter,
            cuff,
            brush.across((0, flip * 32), (0, -flip * 32), lighter(tones.under, 0.2), tones.under, tones.under_dark),
        )
        fill(painter, brush.oval(length - 2, flip * 12, 3.6, 3.6), tones.trim)


def _lying_hand(painter: QPainter, look: Appearance, tones: Tones, wrist: Point, side: int, turn: float) -> None:
    """A hand lying flat, fingers towards the middle."""
    with kept(painter):
        painter.translate(*wrist)
        painter.scale(-side, 1.0)
        size = 0.9 if look.gender == "woman" else 1.02
        painter.scale(size, size)
        painter.rotate(turn)
        soft(painter, 52, 24, 74, 17, faded(QColor("#170d12"), 0.45))
        _fingers(painter, tones)
        back = smooth(
            [(-10, -24), (22, -29), (50, -24), (66, -14), (68, 10), (52, 24), (22, 27), (-10, 24)], tension=0.9
        )
        fill(painter, back, brush.down(-29, 27, tones.skin_light, tones.skin, mix(tones.skin, tones.skin_shade, 0.7)))
        for x, y in [(56, -10), (60, 1), (56, 12)]:
            soft(painter, x, y, 9, 5, faded(tones.skin_shade, 0.6))
        thumb = smooth([(4, -22), (22, -36), (46, -42), (60, -38), (60, -29), (44, -26), (28, -14)], tension=0.9)
        fill(painter, thumb, brush.down(-42, -12, tones.skin_light, tones.skin))
        line(painter, smooth([(60, -29), (44, -26), (28, -14)], closed=False), faded(tones.skin_shade, 0.8), 2.4)
        fill(painter, brush.oval(56, -36, 5, 3.2), faded(lighter(tones.skin, 0.5), 0.75))


def _fingers(painter: QPainter, tones: Tones) -> None:
    for y, reach, low in [(17, 94, 8), (8, 108, 4), (-4, 112, 0), (-15, 103, -3)]:
        finger = smooth(
            [
                (44, y - 8),
                (reach - 8, y - 8 + low),
                (reach, y - 2 + low),
                (reach - 2, y + 5 + low),
                (reach - 10, y + 8 + low),
                (44, y + 8),
            ],
            tension=0.8,
        )
        fill(painter, finger, brush.down(y - 8, y + 14, tones.skin, mix(tones.skin, tones.skin_shade, 0.65)))
        line(painter, finger, faded(tones.skin_shade, 0.75), 1.8)
        fill(painter, brush.oval(reach - 6, y + low - 1, 4.6, 3.4), faded(lighter(tones.skin, 0.5), 0.7))


def _holding_hand(painter: QPainter, look: Appearance, tones: Tones, wrist: Point) -> None:
    """A fist around the stamp's handle, seen from the front; the handle is at its left."""
    with kept(painter):
        painter.translate(*wrist)
        size = 0.92 if look.gender == "woman" else 1.04
        painter.scale(size, size)
        back = smooth(
            [(12, -24), (-18, -36), (-52, -38), (-74, -26), (-80, -4), (-70, 18), (-40, 26), (-10, 24), (12, 22)],
            tension=0.9,
        )
        fill(painter, back, brush.down(-38, 26, tones.skin_light, tones.skin, tones.skin_shade))
        for y, reach in [(-24, -84), (-9, -90), (6, -86), (19, -74)]:
            finger = smooth(
                [(-40, y - 8), (reach + 6, y - 8), (reach, y), (reach + 6, y + 8), (-40, y + 8)], tension=0.8
            )
            fill(painter, finger, brush.across((-40, 0), (reach, 0), tones.skin, tones.skin_light))
            line(painter, finger, faded(tones.skin_shade, 0.8), 2)
        thumb = smooth([(-20, -32), (-44, -50), (-66, -52), (-70, -42), (-52, -34), (-36, -18)], tension=0.9)
        fill(painter, thumb, brush.down(-52, -20, tones.skin_light, tones.skin))


def _between(one: Point, other: Point, share: float, lift: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share - lift


def _ease(share: float) -> float:
    return share * share * (3 - 2 * share)
