"""Hair and cap: what lies behind the head and what lies over the forehead.

Coordinates as in ``head``. Hair turns a little less than the face, so the parting seems to stand on a round skull.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from garita.desktop.officer import brush
from garita.desktop.officer.brush import Point, faded, fill, inside, kept, line, oval, smooth, soft
from garita.desktop.officer.hair_shapes import BACK, FRONT, STRANDS
from garita.desktop.officer.look import Appearance
from garita.desktop.officer.tones import Tones


def paint_back(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """Hair behind head and neck."""
    back = brush.down(-150, 230, brush.darker(tones.hair, 0.15), tones.hair_dark)
    with kept(painter):
        painter.translate(-turn[0] * 6, -turn[1] * 4)
        if look.hair == "bun" and not look.cap:
            fill(painter, oval(34, -168, 50, 42), back)
            line(painter, smooth([(2, -176), (28, -196), (62, -182)], closed=False), faded(tones.hair_light, 0.5), 4)
        if look.hair == "bun" and look.cap:
            fill(painter, oval(0, 110, 62, 40), back)
        if look.hair in BACK:
            fill(painter, smooth(brush.both_sides(BACK[look.hair])), back)


def paint_front(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """Hair over the forehead, then the cap."""
    outline = FRONT[look.hair]
    slim = 0.965 if look.gender == "woman" else 1.01
    moved = [(x * slim + turn[0] * 5, _crown(y) + turn[1] * (5 if y < -60 else 1)) for x, y in outline]
    shape = smooth(moved, tension=0.95)
    if look.hair == "curls":
        _curls(painter, look, tones, turn)
    fill(
        painter, shape, brush.across((-90, -170), (100, 20), tones.hair_light, tones.hair, tones.hair, tones.hair_dark)
    )
    with inside(painter, shape):
        for strand in STRANDS.get(look.hair, []):
            line(painter, smooth(strand, closed=False), faded(tones.hair_light, 0.4), 4)
            line(painter, smooth([(x + 5, y + 8) for x, y in strand], closed=False), faded(tones.hair_dark, 0.4), 4)
        soft(painter, -44, -140, 66, 26, faded(brush.lighter(tones.hair_light, 0.35), 0.38))
        if look.hair == "receding":
            soft(painter, 0, -128, 60, 24, faded(tones.skin, 0.55))
        edge = brush.across((-122, 0), (-101, 0), faded(tones.rim, 0.5 * tones.rim_strength), faded(tones.rim, 0))
        line(painter, shape, edge, 8)
        edge = brush.across((122, 0), (101, 0), faded(tones.rim, 0.65 * tones.rim_strength), faded(tones.rim, 0))
        line(painter, shape, edge, 10)
    if look.cap:
        _cap(painter, look, tones, turn)


def paint_forehead_shadow(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """What hair and cap throw on the face; the caller keeps it within the face."""
    slim = 0.965 if look.gender == "woman" else 1.01
    shape = smooth([(x * slim + turn[0] * 8, y + 11) for x, y in FRONT[look.hair]], tension=0.95)
    fill(painter, shape, faded(tones.skin_deep, 0.34))
    if look.cap:
        soft(painter, turn[0] * 12, -66, 120, 44, faded(tones.skin_deep, 0.75))


def _crown(y: float) -> float:
    """Hair stands a little lower over the skull than it was drawn."""
    return y if y > -128 else -128 + (y + 128) * 0.9


def _curls(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    for index, (x, y) in enumerate(
        [
            (-104, -60),
            (-106, -96),
            (-88, -130),
            (-56, -154),
            (-18, -168),
            (22, -170),
            (60, -156),
            (90, -130),
            (108, -94),
            (106, -58),
        ]
    ):
        if look.cap and y < -70:
            continue
        size = 21 + (index * 7) % 5 * 2.2
        curl = oval(x * 0.94 + turn[0] * 4, y * 0.96 + 4, size, size)
        fill(painter, curl, brush.mix(tones.hair_light, tones.hair_dark, 0.25 + 0.06 * index))
    for x, y in (
        []
        if look.cap
        else [
            (-74, -118),
            (-38, -140),
            (4, -148),
            (46, -140),
            (78, -112),
            (-58, -100),
            (28, -116),
            (62, -96),
            (-14, -114),
        ]
    ):
        curl = smooth([(x - 12, y + 5), (x - 5, y - 9), (x + 9, y - 7), (x + 11, y + 6)], closed=False)
        line(painter, curl, faded(tones.hair_light, 0.45), 3.4)


def _cap(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """A field cap from the front, a band in the country's colours on it."""
    x, y = turn[0] * 10, turn[1] * 7
    with kept(painter):
        painter.translate(x * 0.6, y)
        crown = smooth(
            [
                (-110, -78),
                (-110, -128),
                (-84, -176),
                (-30, -198),
                (30, -198),
                (84, -176),
                (110, -128),
                (110, -78),
                (60, -92),
                (0, -97),
                (-60, -92),
            ]
        )
        fill(painter, crown, brush.across((-110, -190), (110, -80), tones.cloth_light, tones.cloth, tones.cloth_dark))
        with inside(painter, crown):
            line(
                painter, smooth([(-52, -86), (-46, -150), (-14, -200)], closed=False), faded(tones.cloth_dark, 0.55), 3
            )
            line(painter, smooth([(52, -86), (46, -150), (14, -200)], closed=False), faded(tones.cloth_dark, 0.55), 3)
            edge = brush.across((112, 0), (78, 0), faded(tones.rim, 0.7 * tones.rim_strength), faded(tones.rim, 0))
            line(painter, crown, edge, 11)
        fill(painter, oval(0, -199, 9, 5), tones.cloth_dark)
        _emblem(painter, look, tones)
        visor = smooth(
            [
                (-120, -62),
                (-104, -88),
                (-54, -102),
                (0, -106),
                (54, -102),
                (104, -88),
                (120, -62),
                (70, -74),
                (0, -80),
                (-70, -74),
            ]
        )
        fill(painter, visor, brush.down(-106, -60, tones.cloth, brush.darker(tones.cloth_dark, 0.25)))
        line(
            painter,
            smooth([(-118, -63), (-70, -75), (0, -81), (70, -75), (118, -63)], closed=False),
            faded(tones.cloth_light, 0.6),
            2.5,
        )


def _emblem(painter: QPainter, look: Appearance, tones: Tones) -> None:
    plate = brush.rounded(-27, -152, 54, 36, 9)
    fill(painter, plate, brush.darker(tones.cloth_dark, 0.2))
    with inside(painter, brush.rounded(-22, -147, 44, 26, 5)):
        colours = [brush.ink(code) for code in look.bands.colours]
        brush.bands(painter, QRectF(-22, -147, 44, 26), colours, look.bands.upright)
    line(painter, plate, faded(tones.trim, 0.9), 2.4)
