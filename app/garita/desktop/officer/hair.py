"""Hair and cap: what lies behind the head and what lies over the forehead.

Coordinates as in ``head``. Hair turns a little less than the face, so the parting seems to stand on a round skull.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter

from garita.desktop.officer import brush
from garita.desktop.officer.brush import Point, faded, fill, inside, kept, line, oval, smooth, soft
from garita.desktop.officer.look import Appearance
from garita.desktop.officer.tones import Tones

Strand = list[Point]

# Outlines of what lies over the forehead: over the crown, down the right side, back along the hairline.
FRONT: dict[str, list[Point]] = {
    "side": [(-106, 8), (-113, -50), (-108, -108), (-78, -152), (-22, -170), (40, -168), (88, -144), (111, -96), (112, -44), (105, 8),
             (98, 14), (94, -34), (82, -74), (52, -92), (0, -96), (-44, -108), (-64, -92), (-86, -62), (-95, -22), (-98, 14)],
    "crew": [(-104, 2), (-109, -52), (-104, -104), (-76, -142), (-30, -156), (30, -156), (76, -142), (104, -104), (109, -52), (104, 2),
             (98, 4), (93, -42), (82, -82), (50, -98), (0, -102), (-50, -98), (-82, -82), (-93, -42), (-98, 4)],
    "curls": [(-106, -4), (-117, -52), (-114, -108), (-84, -150), (-30, -170), (30, -170), (84, -150), (114, -108), (117, -52), (106, -4),
              (98, 2), (93, -38), (80, -74), (50, -92), (0, -94), (-50, -92), (-80, -74), (-93, -38), (-98, 2)],
    "receding": [(-104, 12), (-110, -40), (-104, -88), (-84, -124), (-40, -146), (0, -150), (40, -146), (84, -124), (104, -88), (110, -40), (104, 12),
                 (98, 12), (94, -34), (84, -82), (62, -112), (44, -120), (16, -124), (-16, -124), (-44, -120), (-62, -112), (-84, -82), (-94, -34), (-98, 12)],
    "swept": [(-104, 4), (-111, -48), (-107, -104), (-86, -150), (-40, -180), (24, -188), (78, -166), (106, -118), (110, -52), (104, 4),
              (98, 8), (93, -40), (84, -84), (50, -104), (4, -108), (-44, -104), (-80, -80), (-93, -40), (-98, 8)],
    "bun": [(-98, 16), (-108, -44), (-102, -102), (-70, -146), (-20, -162), (30, -162), (76, -144), (104, -100), (108, -42), (98, 16),
            (92, 4), (90, -44), (70, -86), (30, -112), (-14, -120), (-48, -108), (-78, -80), (-90, -40), (-93, 6)],
    "bob": [(-100, 66), (-118, 10), (-120, -56), (-106, -116), (-66, -156), (-10, -168), (50, -160), (98, -124), (120, -60), (119, 8), (100, 66),
            (93, 30), (88, -28), (66, -74), (20, -104), (-30, -124), (-52, -96), (-78, -62), (-92, -18), (-94, 30)],
    "long": [(-97, 80), (-114, 16), (-117, -52), (-104, -114), (-64, -154), (-4, -166), (58, -156), (102, -116), (117, -52), (114, 16), (97, 80),
             (92, 28), (87, -30), (60, -82), (14, -120), (6, -124), (-30, -98), (-70, -66), (-90, -18), (-94, 30)],
    "waves": [(-99, 78), (-121, 30), (-114, -18), (-123, -64), (-104, -124), (-60, -162), (0, -172), (60, -160), (106, -120), (123, -62), (115, -16), (121, 32), (99, 78),
              (93, 34), (89, -22), (74, -66), (36, -98), (-6, -112), (-40, -92), (-74, -64), (-90, -20), (-94, 34)],
    "pixie": [(-99, 24), (-110, -40), (-106, -104), (-74, -150), (-18, -168), (46, -164), (92, -132), (110, -76), (108, -24), (98, 24),
              (92, -6), (88, -44), (70, -64), (40, -78), (4, -84), (-22, -98), (-46, -78), (-72, -66), (-88, -38), (-92, 0)],
}  # fmt: skip

STRANDS: dict[str, list[Strand]] = {
    "side": [[(-52, -112), (-10, -142), (50, -142), (92, -104)], [(-40, -116), (6, -128), (56, -120), (90, -80)], [(-58, -118), (-30, -150), (20, -160)]],
    "crew": [[(-70, -120), (-30, -138), (20, -140)]],
    "receding": [[(-84, -100), (-60, -126), (-20, -138)]],
    "swept": [[(-44, -108), (-34, -150), (20, -176)], [(-10, -110), (4, -146), (50, -164)], [(28, -108), (42, -134), (78, -142)]],
    "bun": [[(-74, -86), (-50, -126), (0, -150)], [(-30, -116), (0, -136), (40, -150)], [(40, -108), (66, -120), (84, -128)]],
    "bob": [[(-36, -126), (-80, -96), (-104, -40), (-100, 40)], [(-26, -128), (30, -126), (84, -84), (104, -20)], [(-20, -136), (40, -146), (92, -106), (112, -50)]],
    "long": [[(4, -130), (-50, -110), (-94, -56), (-104, 30)], [(10, -132), (62, -110), (96, -56), (104, 30)], [(14, -146), (66, -134), (104, -84)]],
    "waves": [[(-10, -120), (-60, -104), (-100, -56), (-96, -10), (-108, 40)], [(0, -122), (60, -108), (102, -54), (98, -8), (108, 40)], [(6, -144), (60, -136), (106, -90)]],
    "pixie": [[(-22, -104), (20, -130), (70, -110), (98, -60)], [(-30, -106), (0, -146), (50, -146)], [(-40, -100), (-76, -84), (-96, -40)]],
}  # fmt: skip


def paint_back(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """Hair behind head and neck."""
    shapes: dict[str, Callable[[], list[Point]]] = {
        "bob": lambda: brush.both_sides([(0, -150), (90, -126), (122, -50), (126, 30), (118, 96), (84, 118), (40, 108), (0, 104)]),
        "long": lambda: brush.both_sides([(0, -150), (88, -124), (119, -48), (124, 60), (134, 160), (128, 232), (86, 252), (50, 236), (0, 230)]),
        "waves": lambda: brush.both_sides([(0, -150), (92, -126), (126, -56), (120, 0), (138, 60), (128, 116), (138, 164), (100, 190), (56, 172), (0, 166)]),
    }  # fmt: skip
    back = brush.down(-150, 230, brush.darker(tones.hair, 0.15), tones.hair_dark)
    with kept(painter):
        painter.translate(-turn[0] * 6, -turn[1] * 4)
        if look.hair == "bun" and not look.cap:
            fill(painter, oval(34, -168, 50, 42), back)
            line(painter, smooth([(2, -176), (28, -196), (62, -182)], closed=False), faded(tones.hair_light, 0.5), 4)
        if look.hair == "bun" and look.cap:
            fill(painter, oval(0, 110, 62, 40), back)
        if look.hair in shapes:
            fill(painter, smooth(shapes[look.hair]()), back)


def paint_front(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """Hair over the forehead, then the cap."""
    outline = FRONT[look.hair]
    slim = 0.965 if look.gender == "woman" else 1.01
    moved = [(x * slim + turn[0] * 5, _crown(y) + turn[1] * (5 if y < -60 else 1)) for x, y in outline]
    shape = smooth(moved, tension=0.95)
    if look.hair == "curls":
        _curls(painter, tones, turn)
    fill(painter, shape, brush.across((-90, -170), (100, 20), tones.hair_light, tones.hair, tones.hair, tones.hair_dark))
    with inside(painter, shape):
        for strand in STRANDS.get(look.hair, []):
            line(painter, smooth(strand, closed=False), faded(tones.hair_light, 0.5), 5)
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
    return y if y > -128 else -128 + (y + 128) * 0.78


def _curls(painter: QPainter, tones: Tones, turn: Point) -> None:
    for index, (x, y) in enumerate([(-104, -60), (-106, -96), (-88, -130), (-56, -154), (-18, -168), (22, -170), (60, -156), (90, -130), (108, -94), (106, -58)]):
        curl = oval(x + turn[0] * 4, y, 25, 24)
        fill(painter, curl, brush.mix(tones.hair_light, tones.hair_dark, 0.25 + 0.06 * index))
    for x, y in [(-74, -118), (-38, -140), (4, -148), (46, -140), (78, -112), (-58, -100), (28, -116), (62, -96), (-14, -114)]:
        curl = smooth([(x - 12, y + 5), (x - 5, y - 9), (x + 9, y - 7), (x + 11, y + 6)], closed=False)
        line(painter, curl, faded(tones.hair_light, 0.45), 3.4)


def _cap(painter: QPainter, look: Appearance, tones: Tones, turn: Point) -> None:
    """A field cap from the front, a band in the country's colours on it."""
    x, y = turn[0] * 10, turn[1] * 7
    with kept(painter):
        painter.translate(x * 0.6, y)
        crown = smooth(
            [(-110, -78), (-110, -128), (-84, -176), (-30, -198), (30, -198), (84, -176), (110, -128), (110, -78), (60, -92), (0, -97), (-60, -92)]
        )
        fill(painter, crown, brush.across((-110, -190), (110, -80), tones.cloth_light, tones.cloth, tones.cloth_dark))
        with inside(painter, crown):
            line(painter, smooth([(-52, -86), (-46, -150), (-14, -200)], closed=False), faded(tones.cloth_dark, 0.55), 3)
            line(painter, smooth([(52, -86), (46, -150), (14, -200)], closed=False), faded(tones.cloth_dark, 0.55), 3)
            edge = brush.across((112, 0), (78, 0), faded(tones.rim, 0.7 * tones.rim_strength), faded(tones.rim, 0))
            line(painter, crown, edge, 11)
        fill(painter, oval(0, -199, 9, 5), tones.cloth_dark)
        _emblem(painter, look, tones)
        visor = smooth([(-120, -62), (-104, -88), (-54, -102), (0, -106), (54, -102), (104, -88), (120, -62), (70, -74), (0, -80), (-70, -74)])
        fill(painter, visor, brush.down(-106, -60, tones.cloth, brush.darker(tones.cloth_dark, 0.25)))
        line(painter, smooth([(-118, -63), (-70, -75), (0, -81), (70, -75), (118, -63)], closed=False), faded(tones.cloth_light, 0.6), 2.5)


def _emblem(painter: QPainter, look: Appearance, tones: Tones) -> None:
    plate = brush.rounded(-27, -152, 54, 36, 9)
    fill(painter, plate, brush.darker(tones.cloth_dark, 0.2))
    with inside(painter, brush.rounded(-22, -147, 44, 26, 5)):
        tall = 26 / len(look.bands)
        for index, colour in enumerate(look.bands):
            fill(painter, brush.rounded(-22, -147 + index * tall, 44, tall + 0.5, 0), brush.ink(colour))
    line(painter, plate, faded(tones.trim, 0.9), 2.4)
