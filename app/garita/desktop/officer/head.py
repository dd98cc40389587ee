"""The officer's head without what moves in it: neck, ears, the face's planes of light, the nose.

Coordinates have their origin between the eyes; the head is about 200 wide and 300 high. Eyes, brows and mouth are
painted by ``features``, hair by ``hair``.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPainterPath

from garita.desktop.officer import brush
from garita.desktop.officer.brush import Point, faded, fill, inside, line, oval, smooth, soft
from garita.desktop.officer.look import Appearance
from garita.desktop.officer.tones import Tones

OUTLINES: dict[str, list[Point]] = {
    "oval": [(0, -128), (56, -118), (91, -78), (100, -22), (97, 36), (84, 90), (52, 130), (22, 144), (0, 146)],
    "square": [(0, -128), (58, -118), (94, -78), (102, -22), (101, 38), (94, 90), (66, 130), (28, 146), (0, 147)],
    "round": [(0, -126), (60, -116), (96, -74), (105, -18), (103, 40), (88, 92), (54, 128), (24, 140), (0, 142)],
}
TURN_X, TURN_Y = 17.0, 13.0  # how far the face's middle goes when the head is turned all the way


def face_outline(look: Appearance, turn: Point = (0.0, 0.0)) -> QPainterPath:
    """The face from hairline to chin; ``turn`` is yaw and pitch."""
    slim = 0.95 if look.gender == "woman" else 1.02
    points = brush.scaled(brush.both_sides(OUTLINES[look.face]), slim)
    yaw, pitch = turn
    # the nearer to the chin, the more the outline follows the turn; the skull's top hardly does
    return smooth(
        [(x + yaw * TURN_X * 0.42 * (0.6 + y / 250), y + pitch * TURN_Y * 0.5 * (0.5 + y / 300)) for x, y in points]
    )


def middle(turn: Point) -> Point:
    """Where eyes, nose and mouth are moved to by a turn."""
    return turn[0] * TURN_X, turn[1] * TURN_Y


def paint_neck(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """The neck with the chin's shadow; it goes under the collar."""
    wide = 48 if look.gender == "woman" else 56
    neck = smooth(
        [
            (-wide, 70),
            (-wide + 1, 150),
            (-wide - 12, 205),
            (-60, 262),
            (60, 262),
            (wide + 12, 205),
            (wide - 1, 150),
            (wide, 70),
        ]
    )
    fill(painter, neck, brush.across((-wide, 0), (wide, 0), tones.skin, tones.skin_shade, tones.skin_shade))
    with inside(painter, neck):
        chin = face_outline(look, turn).translated(5, 34)
        fill(painter, chin, faded(tones.skin_deep, 0.62))
        soft(painter, 0, 168, wide + 20, 48, faded(tones.skin_deep, 0.35))
        line(painter, smooth([(-22, 215), (-13, 245), (-2, 262)], closed=False), faded(tones.skin_deep, 0.35), 5)
        line(painter, smooth([(24, 215), (15, 245), (4, 262)], closed=False), faded(tones.skin_deep, 0.3), 5)


def paint_ears(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """Ears stay behind when the face turns."""
    x = 98 if look.gender == "woman" else 106
    for side in (-1, 1):
        away = -turn[0] * 9
        outline = [(x - 12, -22), (x + 6, -28), (x + 17, -12), (x + 13, 16), (x + 5, 40), (x - 6, 44), (x - 14, 30)]
        points = [(side * px + away, py - turn[1] * 5) for px, py in outline]
        tone = tones.skin if side < 0 else tones.skin_shade
        fill(painter, smooth(points), tone)
        inner = [
            (side * px + away, py - turn[1] * 5) for px, py in [(x + 9, -14), (x + 2, -16), (x + 2, 2), (x + 6, 16)]
        ]
        line(painter, smooth(inner, closed=False), faded(tones.skin_deep, 0.5), 4)
        if look.earrings:
            drop = oval(side * (x + 2) + away, 47 - turn[1] * 5, 5, 5)
            fill(painter, drop, brush.lighter(tones.trim, 0.35))


def paint_face(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """The face's planes: light from the left, shade on the right, blush, nose, rim light."""
    outline = face_outline(look, turn)
    dx, dy = middle(turn)
    fill(
        painter,
        outline,
        brush.across((-110, -60), (110, 60), tones.skin_light, tones.skin, tones.skin, tones.skin_shade),
    )
    with inside(painter, outline):
        _planes(painter, look, tones, dx, dy)
        _nose(painter, look, tones, dx * 1.12, dy)
        _age(painter, look, tones, dx, dy)
        _stubble(painter, look, tones, dx, dy)
        _rim(painter, outline, tones)


def _planes(painter: QPainter, look: Appearance, tones: Tones, dx: float, dy: float) -> None:
    cheek = smooth(
        [
            (70 + dx, -140),
            (74 + dx, -60),
            (66 + dx, -8),
            (76 + dx, 42),
            (58 + dx, 96),
            (30 + dx, 128),
            (10 + dx, 170),
            (150, 170),
            (150, -140),
        ]
    )
    fill(
        painter,
        cheek,
        brush.across((40 + dx, 0), (112, 10), faded(tones.skin_shade, 0.35), faded(tones.skin_shade, 0.95)),
    )
    for side in (-1, 1):
        soft(painter, side * 42 + dx, -12 + dy, 40, 30, faded(tones.skin_shade, 0.5))
        soft(painter, side * 60 + dx, 50 + dy, 38, 30, faded(tones.blush, 0.42 if look.gender == "woman" else 0.26))
    soft(painter, -18 + dx, -84 + dy, 62, 30, faded(tones.skin_light, 0.7))
    soft(painter, -58 + dx, 30 + dy, 26, 20, faded(tones.skin_light, 0.55))
    soft(painter, dx, 122 + dy, 34, 14, faded(tones.skin_shade, 0.5))
    soft(painter, -4 + dx, 138 + dy, 24, 12, faded(tones.skin_light, 0.5))
    soft(painter, 6 + dx, 158, 90, 30, faded(tones.skin_shade, 0.8))


def _nose(painter: QPainter, look: Appearance, tones: Tones, dx: float, dy: float) -> None:
    wide = 0.84 if look.gender == "woman" else 1.04
    with brush.kept(painter):
        painter.translate(dx, dy)
        painter.scale(wide, 0.92)
        side = smooth([(7, -26), (9, 4), (16, 34), (25, 52), (20, 62), (8, 61), (9, 34), (3, 4)])
        fill(painter, side, brush.down(-26, 60, faded(tones.skin_shade, 0.15), faded(tones.skin_shade, 0.95)))
        under = smooth([(-21, 56), (-10, 62), (0, 66), (10, 62), (22, 55), (15, 66), (3, 70), (-12, 67)])
        fill(painter, under, faded(tones.skin_deep, 0.55))
        line(painter, smooth([(22, 44), (27, 54), (21, 62)], closed=False), faded(tones.skin_deep, 0.45), 3)
        line(painter, smooth([(-21, 46), (-25, 55), (-20, 61)], closed=False), faded(tones.skin_deep, 0.32), 3)
        soft(painter, -3, 46, 12, 10, faded(brush.lighter(tones.skin, 0.5), 0.75))
        soft(painter, -4, 8, 5, 30, faded(tones.skin_light, 0.8))
        soft(painter, 2, 78, 16, 10, faded(tones.skin_shade, 0.6))


def _age(painter: QPainter, look: Appearance, tones: Tones, dx: float, dy: float) -> None:
    if look.age == "young":
        return
    strength = 0.42 if look.age == "older" else 0.0 if look.gender == "woman" else 0.16
    for side in (-1, 1):
        fold = smooth([(side * 34 + dx, 60 + dy), (side * 46 + dx, 80 + dy), (side * 47 + dx, 98 + dy)], closed=False)
        line(painter, fold, faded(tones.skin_deep, strength * 0.8), 3.2)
        bag = smooth([(side * 24 + dx, 17 + dy), (side * 42 + dx, 24 + dy), (side * 58 + dx, 16 + dy)], closed=False)
        line(painter, bag, faded(tones.skin_deep, strength * 0.6), 2.6)
    if look.age == "older":
        for height in (-74, -88):
            crease = smooth(
                [(-34 + dx, height + dy + 2), (dx, height + dy - 2), (34 + dx, height + dy + 2)], closed=False
            )
            line(painter, crease, faded(tones.skin_deep, 0.28), 2.6)


def _stubble(painter: QPainter, look: Appearance, tones: Tones, dx: float, dy: float) -> None:
    if look.beard == "none":
        return
    strength = {"stubble": 0.3, "moustache": 0.14, "beard": 0.2}[look.beard]
    jaw = smooth(
        [(-112, 20), (-88, 36 + dy), (-70 + dx, 76 + dy), (-38 + dx, 78 + dy), (dx, 72 + dy), (38 + dx, 78 + dy),
         (70 + dx, 76 + dy),
         (88, 36 + dy), (112, 20), (112, 170), (-112, 170)]
    )  # fmt: skip
    fill(
        painter,
        jaw,
        brush.down(30, 150, faded(tones.hair, 0.0), faded(tones.hair, strength), faded(tones.hair, strength)),
    )


def _rim(painter: QPainter, outline: QPainterPath, tones: Tones) -> None:
    """Light from the place behind catches the edge of the cheek."""
    strong = tones.rim_strength
    line(painter, outline, brush.across((-110, 0), (-70, 0), faded(tones.rim, 0.6 * strong), faded(tones.rim, 0.0)), 9)
    line(painter, outline, brush.across((112, 0), (66, 0), faded(tones.rim, 0.75 * strong), faded(tones.rim, 0.0)), 12)
