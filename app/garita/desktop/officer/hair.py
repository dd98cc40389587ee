"""Hair and cap: what lies behind the head and what lies over the forehead.

Coordinates as in ``head``. Hair turns a little less than the face, so the parting seems to stand on a round skull.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from garita.desktop.officer import brush
from garita.desktop.officer.brush import Point, faded, fill, inside, kept, line, oval, smooth, soft
from garita.desktop.officer.hair_shapes import BACK, CURLS, FRONT, INNER_CURLS, STRANDS
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
            shape = smooth(brush.both_sides(BACK[look.hair]))
            fill(painter, shape, back)
            _falling_locks(painter, tones, shape)


def paint_front(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """Hair over the forehead, then the cap."""
    outline = FRONT[look.hair]
    slim = 0.965 if look.gender == "woman" else 1.01
    moved = [(x * slim + turn[0] * 5, _crown(y) + turn[1] * (5 if y < -60 else 1)) for x, y in outline]
    shape = smooth(moved, tension=0.95)
    if look.hair == "curls" and not look.cap:
        _curls(painter, tones, turn)
    fill(
        painter, shape, brush.across((-90, -170), (100, 20), tones.hair_light, tones.hair, tones.hair, tones.hair_dark)
    )
    with inside(painter, shape):
        _locks(painter, look, tones)
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


def _curls(painter: QPainter, tones: Tones, turn: Point) -> None:
    """The outer curls, behind the mass of the hair."""
    for index, (x, y) in enumerate(CURLS):
        size = (20, 25, 28, 25, 29, 26, 26, 20)[index]
        curl = oval(x * 0.94 + turn[0] * 4, y * 0.96 + 4, size, size)
        fill(painter, curl, brush.mix(tones.hair_light, tones.hair_dark, 0.2 + 0.07 * index))


def _locks(painter: QPainter, look: Appearance, tones: Tones) -> None:
    """What shows that hair is many hairs: locks that catch the light, each with its shadow, or many small curls."""
    for strand in STRANDS.get(look.hair, []):
        line(painter, smooth(strand, closed=False), faded(tones.hair_light, 0.4), 4)
        line(painter, smooth([(x + 5, y + 8) for x, y in strand], closed=False), faded(tones.hair_dark, 0.28), 4)
    if look.hair != "curls":
        return
    for x, y in INNER_CURLS:
        curl = [(x - 12, y + 5), (x - 5, y - 9), (x + 9, y - 7), (x + 11, y + 6), (x + 1, y + 8)]
        line(painter, smooth([(cx + 2, cy + 4) for cx, cy in curl], closed=False), faded(tones.hair_dark, 0.3), 4)
        line(painter, smooth(curl, closed=False), faded(tones.hair_light, 0.34), 3.4)


def _falling_locks(painter: QPainter, tones: Tones, shape: QPainterPath) -> None:
    """Light on hair that hangs at both sides of the neck."""
    with inside(painter, shape):
        for side in (-1, 1):
            for x, strength in ((100, 0.3), (116, 0.42), (86, 0.2)):
                lock = [(side * (x - 8), -40), (side * x, 60), (side * (x - 4), 140), (side * (x + 6), 240)]
                line(painter, smooth(lock, closed=False), faded(tones.hair_light, strength), 4)
        strength = tones.rim_strength
        edge = brush.across((-138, 0), (-112, 0), faded(tones.rim, 0.4 * strength), faded(tones.rim, 0))
        line(painter, shape, edge, 8)
        edge = brush.across((138, 0), (112, 0), faded(tones.rim, 0.55 * strength), faded(tones.rim, 0))
        line(painter, shape, edge, 9)


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
