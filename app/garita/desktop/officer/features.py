"""What moves in a face: eyes, brows, mouth, moustache and beard, glasses. Painted afresh with every pose.

Coordinates as in ``head``: origin between the eyes.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from garita.desktop.officer import brush
from garita.desktop.officer.brush import faded, fill, inside, kept, line, oval, smooth
from garita.desktop.officer.head import middle
from garita.desktop.officer.look import Appearance
from garita.desktop.officer.pose import Pose
from garita.desktop.officer.tones import Tones

EYE_X, BROW_Y, MOUTH_Y = 43.5, -36.0, 93.0


def paint_features(painter: QPainter, look: Appearance, tones: Tones, pose: Pose) -> None:
    """Everything that moves, in order."""
    dx, dy = middle((pose.yaw, pose.pitch))
    with kept(painter):
        painter.translate(dx, dy)
        for side in (-1, 1):
            with kept(painter):
                # the eye that turns away is seen narrower
                painter.translate(side * EYE_X, 0)
                painter.scale(1.0 - 0.1 * max(0.0, side * pose.yaw), 1.0)
                _eye(painter, look, tones, pose, side)
                _brow(painter, look, tones, pose, side)
        with kept(painter):
            painter.translate(0, MOUTH_Y)
            _beard(painter, look, tones, pose)
            _mouth(painter, look, tones, pose)
            _moustache(painter, look, tones, pose)
        if look.glasses:
            _glasses(painter, look, tones)


# --- eyes ----------------------------------------------------------------------------------------------------------


def _lid(height: float, side: int, half: float) -> list[tuple[float, float]]:
    """Upper lid from the inner to the outer corner; the outer corner stands a little higher."""
    return [(-side * half, 3), (-side * half * 0.45, -height * 0.86), (side * half * 0.25, -height), (side * half, -2)]


def _eye(painter: QPainter, look: Appearance, tones: Tones, pose: Pose, side: int) -> None:
    woman = look.gender == "woman"
    half, tall = (24.0, 13.2) if woman else (22.5, 11.4)
    squint = max(0.0, pose.smile) * 2.2 + pose.frown * 1.5
    height = (tall - squint * 0.4) * pose.lids - (1 - min(1.0, pose.lids)) * 5
    upper = _lid(height, side, half)
    lower = [(side * half * 0.3, 8.5 - squint), (-side * half * 0.4, 9 - squint)]
    ball = smooth([*upper, *lower])
    if pose.lids > 0.12:
        fill(painter, ball, brush.down(-14, 10, brush.darker(tones.eye_white, 0.16), tones.eye_white, tones.eye_white))
        with inside(painter, ball):
            _iris(painter, tones, pose.gaze_x * 9.0, pose.gaze_y * 6.0 - 2.6)
            shade = smooth(_lid(height, side, half), closed=False)
            line(painter, shade, faded(tones.skin_deep, 0.35), 9)
    crease = smooth([(x, y - 5.5 - 2 * pose.lids) for x, y in _lid(tall * 0.86, side, half * 0.92)], closed=False)
    line(painter, crease, faded(tones.skin_deep, 0.42), 2.4)
    lash = brush.darker(tones.hair_dark, 0.35)
    line(painter, smooth(upper, closed=False), lash, 5.2 if woman else 4.2)
    if woman:
        tip = [(side * half * 0.6, upper[2][1] * 0.62 - 1), (side * (half + 3.5), -6.5 - 2 * pose.lids)]
        line(painter, smooth(tip, closed=False), lash, 3.6)
    line(painter, smooth([upper[-1], *lower, upper[0]], closed=False), faded(tones.skin_deep, 0.5), 2.0)


def _iris(painter: QPainter, tones: Tones, x: float, y: float) -> None:
    fill(painter, oval(x, y, 12.6, 12.6), brush.darker(tones.iris, 0.45))
    fill(
        painter,
        oval(x, y, 11.2, 11.2),
        brush.down(y - 11, y + 11, brush.darker(tones.iris, 0.4), brush.mix(tones.iris, brush.ink("#b0713a"), 0.35)),
    )
    fill(painter, oval(x, y, 5.8, 5.8), QColor("#15100f"))
    fill(painter, oval(x - 3.6, y - 4.2, 3.1, 3.1), QColor(255, 255, 255, 235))
    fill(painter, oval(x + 4, y + 4.2, 1.5, 1.5), QColor(255, 255, 255, 120))


def _brow(painter: QPainter, look: Appearance, tones: Tones, pose: Pose, side: int) -> None:
    woman = look.gender == "woman"
    thick = 6.6 if woman else 9.6
    raised = -pose.brows * 9 - (pose.quizzical * 10 if side > 0 else 0)
    inner_y = BROW_Y + raised + pose.frown * 13 - max(0.0, pose.brows) * 3 - 2
    outer_y = BROW_Y + raised * 0.7 + 5 - pose.frown * 2
    inner_x = -side * (24 + pose.frown * 4)
    arch = BROW_Y + raised - (7 if woman else 5) + pose.frown * 3
    top = [(inner_x, inner_y - thick * 0.5), (side * 4, arch - thick * 0.5), (side * 30, outer_y)]
    low = [(side * 6, arch + thick * 0.55), (inner_x + side * 1, inner_y + thick * 0.55)]
    fill(painter, smooth([*top, *low], tension=0.9), faded(brush.darker(tones.hair, 0.12), 0.94))


# --- mouth ---------------------------------------------------------------------------------------------------------


def _lips(look: Appearance, pose: Pose) -> tuple[float, float, float, float]:
    """Half width, gap above and below the line between the lips, height of the corners."""
    mouth = pose.mouth
    half = (35.0 if look.gender == "woman" else 37.0) * (1 + 0.2 * mouth.width - 0.24 * mouth.round + 0.12 * pose.smile)
    return half, mouth.open * 6.0, mouth.open * 21.0, -pose.smile * 8.0 - 1.6 + mouth.open * (3 + 6 * mouth.round)


def _mouth(painter: QPainter, look: Appearance, tones: Tones, pose: Pose) -> None:
    half, above, below, corner = _lips(look, pose)
    woman = look.gender == "woman"
    full = 1.0 + 0.25 * pose.mouth.round
    up, low = (9.4 * full, 13.0 * full) if woman else (6.6 * full, 10.0 * full)
    press = pose.frown * 2.0
    bend = pose.smile * 3.2  # a smile bends the line between the lips
    inner_up = [
        (-half, corner),
        (-half * 0.45, -above + bend * 0.7),
        (0, -above + bend + 1),
        (half * 0.45, -above + bend * 0.7),
        (half, corner),
    ]
    inner_low = [(half * 0.5, below + bend * 0.8), (0, below + bend + 1), (-half * 0.5, below + bend * 0.8)]
    outer_up = [
        (-half, corner), (-half * 0.5, -above - up * 0.62 + bend * 0.5), (-7, -above - up + press),
        (0, -above - up * 0.74 + press),
        (7, -above - up + press), (half * 0.5, -above - up * 0.62 + bend * 0.5), (half, corner),
    ]  # fmt: skip
    outer_low = [
        (half * 0.55, below + low * 0.78 + bend * 0.7),
        (0, below + low + bend - press),
        (-half * 0.55, below + low * 0.78 + bend * 0.7),
    ]
    lips = tones.lips if woman else brush.mix(tones.lips, tones.skin_shade, 0.5)
    fill(
        painter,
        smooth([*outer_up, *outer_low], tension=0.95),
        brush.down(-up - above, below + low, brush.darker(lips, 0.14), lips, brush.lighter(lips, 0.12)),
    )
    if pose.mouth.open > 0.04:
        _inside_mouth(painter, tones, pose, smooth([*inner_up, *inner_low]), above, below)
    seam = smooth(inner_up, closed=False)
    line(painter, seam, faded(brush.darker(tones.skin_deep, 0.35), 0.85), 2.8)
    fill(painter, oval(-4, below + bend + low * 0.52, half * 0.3, low * 0.16), faded(brush.lighter(lips, 0.6), 0.4))
    for side in (-1, 1):
        dimple = smooth(
            [(side * (half + 1), corner - 4), (side * (half + 4.5), corner), (side * (half + 2), corner + 4)],
            closed=False,
        )
        line(painter, dimple, faded(tones.skin_deep, 0.1 + 0.4 * abs(pose.smile)), 2.4)


def _inside_mouth(painter: QPainter, tones: Tones, pose: Pose, gap: QPainterPath, above: float, below: float) -> None:
    fill(painter, gap, QColor("#43191d"))
    with inside(painter, gap):
        fill(painter, oval(0, below + 6, 22, 9 + 5 * pose.mouth.open), QColor("#b8545a"))
        if pose.mouth.teeth > 0.05:
            tall = 4.0 + 5.5 * pose.mouth.teeth
            fill(
                painter,
                brush.rounded(-40, -above - 8, 80, tall + 8 + pose.smile * 2, 5),
                brush.darker(tones.eye_white, 0.04),
            )


def _moustache(painter: QPainter, look: Appearance, tones: Tones, pose: Pose) -> None:
    if look.beard not in ("moustache", "beard"):
        return
    half, above, _, corner = _lips(look, pose)
    y = -above - 5
    right = [
        (0, y - 12),
        (18, y - 13),
        (half * 0.9, y + 1),
        (half + 8, corner + 6),
        (half * 0.7, y + 6),
        (12, y + 2),
        (0, y),
    ]
    shape = smooth(brush.both_sides(right), tension=0.9)
    fill(painter, shape, brush.down(y - 14, y + 8, tones.hair_light, tones.hair))
    for x in (-20, -9, 9, 20):
        strand = smooth([(x * 0.7, y - 10), (x * 1.2, y - 3), (x * 1.6, y + 3)], closed=False)
        line(painter, strand, faded(tones.hair_dark, 0.4), 1.8)


def _beard(painter: QPainter, look: Appearance, tones: Tones, pose: Pose) -> None:
    """A short full beard; it goes down with the jaw."""
    if look.beard != "beard":
        return
    drop = pose.mouth.open * 7
    wide = {"square": 1.06, "round": 1.08}.get(look.face, 1.0)
    right = [
        (0, 20 + drop * 2.4),
        (26, 22 + drop),
        (44, 4),
        (60, -24),
        (96 * wide, -84),
        (99 * wide, -60),
        (90 * wide, -4),
        (62, 38 + drop),
        (26, 54 + drop),
        (0, 57 + drop),
    ]
    fill(
        painter,
        smooth(brush.both_sides(right), tension=0.85),
        brush.down(-80, 50, faded(tones.hair, 0.85), tones.hair, tones.hair_dark),
    )


# --- glasses -------------------------------------------------------------------------------------------------------


def _glasses(painter: QPainter, look: Appearance, tones: Tones) -> None:
    frame = brush.darker(tones.hair_dark, 0.2) if look.gender == "man" else brush.darker(tones.lips, 0.35)
    for side in (-1, 1):
        lens = brush.rounded(side * EYE_X - 31, -21, 62, 45, 19 if look.face != "round" else 14)
        fill(
            painter,
            lens,
            brush.across(
                (side * EYE_X - 30, -20), (side * EYE_X + 30, 24), QColor(255, 255, 255, 46), QColor(255, 255, 255, 6)
            ),
        )
        line(painter, lens, frame, 4.2)
        glint = QPainterPath(QPointF(side * EYE_X - 18, 12))
        glint.lineTo(side * EYE_X - 4, -12)
        line(painter, glint, QColor(255, 255, 255, 62), 5)
        arm = QPainterPath(QPointF(side * (EYE_X + 31), -8))
        arm.lineTo(side * 98, -13)
        line(painter, arm, frame, 4.2)
    line(painter, smooth([(-12, -4), (0, -9), (12, -4)], closed=False), frame, 4.2)
