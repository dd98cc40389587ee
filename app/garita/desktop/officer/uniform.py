"""The officer's body from the neck to the desk: shoulders, uniform, insignia, name plate.

Coordinates are the stage's: x = 0 is the middle of the booth, the shoulders are near y = 600. The insignia are made up.
"""

from __future__ import annotations

from PySide6.QtGui import QBrush, QPainter, QPainterPath

from garita.desktop.officer import brush, insignia
from garita.desktop.officer.brush import (
    Point,
    faded,
    fill,
    inside,
    line,
    mirrored,
    polygon,
    rounded,
    smooth,
    soft,
)
from garita.desktop.officer.insignia import slimness
from garita.desktop.officer.look import Appearance
from garita.desktop.officer.tones import Tones

SHOULDERS: dict[str, list[Point]] = {
    "man": [
        (0, 590),
        (30, 566),
        (62, 534),
        (110, 556),
        (178, 574),
        (232, 600),
        (270, 652),
        (292, 742),
        (300, 920),
        (0, 920),
    ],
    "woman": [
        (0, 592),
        (28, 568),
        (54, 540),
        (96, 564),
        (152, 584),
        (198, 608),
        (232, 660),
        (252, 746),
        (260, 920),
        (0, 920),
    ],
}


def body_outline(look: Appearance) -> QPainterPath:
    """Shoulders, upper arms and chest."""
    return smooth(brush.both_sides(SHOULDERS[look.gender]), tension=0.9)


def paint_body(painter: QPainter, look: Appearance, tones: Tones) -> None:
    """All of the uniform."""
    body = body_outline(look)
    fill(painter, body, body_brush(tones))
    with inside(painter, body):
        _folds(painter, look, tones)
        {"shirt": _shirt, "jacket": _jacket, "vest": _vest}[look.uniform.cut](painter, look, tones)
        for side in (-1, 1):
            soft(painter, side * 80, 566, 90, 34, faded(brush.darker(tones.cloth_dark, 0.4), 0.5))
        _rim(painter, body, tones)
    _collar(painter, look, tones)
    insignia.paint_epaulettes(painter, look, tones)
    insignia.paint_badge(painter, look, tones)
    insignia.paint_plate(painter, look, tones)
    insignia.paint_patch(painter, look, tones, body)


def body_brush(tones: Tones) -> QBrush:
    """Light falls on the body from the left."""
    return brush.across((-300, 540), (300, 800), tones.cloth_light, tones.cloth, tones.cloth, tones.cloth_dark)


def _folds(painter: QPainter, look: Appearance, tones: Tones) -> None:
    """Sleeve seams, the shade between arm and chest, a few creases."""
    slim = slimness(look)
    for side in (-1, 1):
        gap = smooth(
            [
                (side * 208 * slim, 668),
                (side * 222 * slim, 760),
                (side * 214 * slim, 930),
                (side * 236 * slim, 930),
                (side * 234 * slim, 760),
            ]
        )
        fill(painter, gap, faded(brush.darker(tones.cloth_dark, 0.3), 0.7))
        seam = smooth([(side * 214 * slim, 588), (side * 220 * slim, 628), (side * 212 * slim, 690)], closed=False)
        line(painter, seam, faded(tones.cloth_dark, 0.75), 3.5)
        crease = smooth([(side * 226 * slim, 700), (side * 262 * slim, 716), (side * 290 * slim, 712)], closed=False)
        line(painter, crease, faded(tones.cloth_dark, 0.45), 4)
    shade = smooth([(60, 560), (140, 640), (150, 760), (120, 930), (230, 930), (230, 700), (200, 600)])
    fill(painter, shade, brush.across((60, 0), (230, 0), faded(tones.cloth_dark, 0.0), faded(tones.cloth_dark, 0.55)))
    soft(painter, -120, 640, 110, 80, faded(tones.cloth_light, 0.6))


def _shirt(painter: QPainter, look: Appearance, tones: Tones) -> None:
    """A service shirt: placket, two pockets, a tie."""
    line(painter, polygon([(24, 600), (24, 930)]), faded(tones.cloth_dark, 0.4), 3)
    for side in (-1, 1):
        _pocket(painter, tones, side * 122 * slimness(look), 716, 92 * slimness(look))
    _tie(painter, tones, 576, 930)


def _jacket(painter: QPainter, look: Appearance, tones: Tones) -> None:
    """A uniform jacket with lapels over shirt and tie."""
    slim = slimness(look)
    opening = polygon([(-74 * slim, 528), (74 * slim, 528), (6, 806), (-6, 806)])
    fill(painter, opening, brush.across((-70, 0), (70, 0), tones.under, tones.under, tones.under_dark))
    with inside(painter, opening):
        soft(painter, 10, 600, 60, 34, faded(tones.under_dark, 0.8))
        _tie(painter, tones, 580, 930)
    for side in (-1, 1):
        lapel: list[Point] = [
            (70 * slim, 534),
            (112 * slim, 572),
            (126 * slim, 640),
            (100 * slim, 648),
            (112 * slim, 672),
            (8, 812),
            (4, 790),
        ]
        shape = polygon(lapel if side > 0 else mirrored(lapel))
        shade = tones.cloth_dark if side > 0 else tones.cloth
        fill(painter, shape, brush.down(540, 810, brush.lighter(shade, 0.13), shade))
        line(painter, shape, faded(brush.darker(tones.cloth_dark, 0.3), 0.5), 2)
        _pocket(painter, tones, side * 150 * slim, 742, 84 * slim)
    line(painter, polygon([(4, 812), (4, 930)]), faded(brush.darker(tones.cloth_dark, 0.3), 0.7), 3)
    for y in (842, 892):
        fill(painter, brush.oval(22, y, 8, 8), tones.trim)


def _vest(painter: QPainter, look: Appearance, tones: Tones) -> None:
    """A dark vest with a light stripe over a shirt; the sleeves are the shirt's."""
    slim = slimness(look)
    for side in (-1, 1):
        sleeve = smooth(
            [
                (side * 168 * slim, 560),
                (side * 196 * slim, 640),
                (side * 214 * slim, 740),
                (side * 210 * slim, 940),
                (side * 380, 940),
                (side * 350, 640),
            ]
        )
        under = tones.under if side < 0 else tones.under_dark
        fill(painter, sleeve, brush.down(580, 900, under, brush.darker(under, 0.16)))
        line(
            painter,
            smooth(
                [
                    (side * 168 * slim, 560),
                    (side * 196 * slim, 640),
                    (side * 214 * slim, 740),
                    (side * 210 * slim, 940),
                ],
                closed=False,
            ),
            faded(tones.cloth_dark, 0.8),
            5,
        )
        crease = smooth([(side * 232 * slim, 694), (side * 262 * slim, 716), (side * 296 * slim, 706)], closed=False)
        line(painter, crease, faded(tones.under_dark, 0.9), 4)
        _pocket(painter, tones, side * 116 * slim, 744, 92 * slim)
    opening = polygon([(-66 * slim, 528), (66 * slim, 528), (0, 672)])
    fill(painter, opening, brush.across((-60, 0), (60, 0), tones.under, tones.under_dark))
    line(painter, polygon([(0, 672), (0, 930)]), faded(brush.darker(tones.cloth_dark, 0.4), 0.9), 4)
    stripe = polygon([(-204 * slim, 800), (204 * slim, 800), (206 * slim, 826), (-206 * slim, 826)])
    fill(painter, stripe, faded(brush.lighter(tones.trim, 0.55), 0.85))
    _lanyard(painter, look, tones)


def _lanyard(painter: QPainter, look: Appearance, tones: Tones) -> None:
    for side in (-1, 1):
        band = smooth([(side * 58, 540), (side * 40, 620), (side * 4, 716)], closed=False)
        line(
            painter, band, tones.tie if look.uniform.tie != look.uniform.cloth else brush.lighter(tones.cloth, 0.35), 8
        )
    card = rounded(-30, 716, 60, 76, 7)
    fill(painter, card, brush.lighter(tones.under, 0.2))
    fill(painter, rounded(-30, 716, 60, 20, 6), tones.trim)
    fill(painter, rounded(-19, 744, 22, 28, 4), faded(tones.cloth, 0.55))
    for y in (748, 758, 768):
        fill(painter, rounded(8, y, 16, 4, 2), faded(tones.cloth_dark, 0.45))


def _tie(painter: QPainter, tones: Tones, top: float, bottom: float) -> None:
    knot = smooth([(-17, top - 6), (17, top - 6), (11, top + 26), (-11, top + 26)], tension=0.5)
    blade = polygon([(-10, top + 22), (10, top + 22), (27, top + 170), (27, bottom), (-27, bottom), (-27, top + 170)])
    fill(
        painter,
        blade,
        brush.across((-27, 0), (27, 0), brush.lighter(tones.tie, 0.14), tones.tie, brush.darker(tones.tie, 0.3)),
    )
    fill(painter, knot, brush.down(top - 6, top + 26, brush.lighter(tones.tie, 0.2), tones.tie))
    line(painter, polygon([(-10, top + 25), (10, top + 25)]), faded(brush.darker(tones.tie, 0.5), 0.6), 3)
    fill(painter, rounded(-24, top + 112, 48, 6, 3), tones.trim)


def _pocket(painter: QPainter, tones: Tones, x: float, y: float, wide: float) -> None:
    dark = faded(brush.darker(tones.cloth_dark, 0.2), 0.5)
    line(painter, rounded(x - wide / 2, y, wide, 130, 8), dark, 2.6)
    flap = polygon(
        [(x - wide / 2, y - 6), (x + wide / 2, y - 6), (x + wide / 2, y + 20), (x, y + 34), (x - wide / 2, y + 20)]
    )
    fill(painter, flap, brush.down(y - 6, y + 34, brush.lighter(tones.cloth, 0.1), tones.cloth))
    line(painter, flap, dark, 2.4)
    fill(painter, brush.oval(x, y + 20, 5, 5), tones.trim)


def _collar(painter: QPainter, look: Appearance, tones: Tones) -> None:
    """Two points lying on the chest, with a shadow below."""
    is_shirt = look.uniform.cut == "shirt"
    tone, dark = (tones.cloth, tones.cloth_dark) if is_shirt else (tones.under, tones.under_dark)
    slim = slimness(look)
    for side in (-1, 1):
        points: list[Point] = [
            (64 * slim, 506),
            (76 * slim, 540),
            (66 * slim, 604),
            (12, 572),
            (22, 556),
            (50 * slim, 534),
        ]
        right = [(side * x, y) for x, y in points]
        fill(painter, polygon([(x + 3, y + 9) for x, y in right]), faded(dark, 0.6))
        shade = brush.mix(tone, dark, 0.45) if side > 0 else brush.lighter(tone, 0.12)
        fill(painter, smooth(right, tension=0.35), brush.down(506, 604, brush.lighter(shade, 0.1), shade))
        line(painter, smooth(right, tension=0.35), faded(dark, 0.7), 2)


def _rim(painter: QPainter, body: QPainterPath, tones: Tones) -> None:
    strength = tones.rim_strength
    line(
        painter,
        body,
        brush.across((-330, 0), (-190, 0), faded(tones.rim, 0.6 * strength), faded(tones.rim, 0.1 * strength)),
        9,
    )
    line(
        painter,
        body,
        brush.across((330, 0), (190, 0), faded(tones.rim, 0.75 * strength), faded(tones.rim, 0.1 * strength)),
        11,
    )
