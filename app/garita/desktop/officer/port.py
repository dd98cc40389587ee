"""Behind the booth: a port, water, a ferry, cranes and containers.

Coordinates are the stage's.
"""

from __future__ import annotations

import random

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from garita.desktop.officer import brush
from garita.desktop.officer.brush import darker, faded, fill, ink, kept, line, mix, oval, polygon, rounded, smooth, soft
from garita.desktop.officer.horizon import Horizon, paint_horizon
from garita.desktop.officer.land_border import ROOF
from garita.desktop.officer.light import Light
from garita.desktop.officer.look import Bands
from garita.desktop.officer.sky import BOTTOM, HORIZON, LEFT, RIGHT, TOP, paint_sky

CONTAINERS = ("#b5493c", "#3f6f8f", "#d09a3c", "#5a7d5b", "#8a8f98", "#b5493c", "#3f6f8f", "#c7b08a", "#5a7d5b")


def paint_port(painter: QPainter, light: Light, horizon: Horizon, bands: Bands) -> None:
    """The whole place, from far to near."""
    paint_sky(painter, light)
    paint_horizon(painter, light, horizon)
    _water(painter, light)
    _cranes(painter, light)
    _ferry(painter, light, bands)
    _quay(painter, light)
    if light.name != "night":
        _gulls(painter, light)
    _shelter(painter, light, bands)


def _water(painter: QPainter, light: Light) -> None:
    deep = mix(ink(light.sky[0]), ink("#12566b"), 0.35 if light.name == "day" else 0.15)
    fill(
        painter,
        rounded(LEFT, HORIZON, RIGHT - LEFT, BOTTOM - HORIZON, 0),
        brush.down(HORIZON, 800, mix(ink(light.sky[2]), deep, 0.45), deep),
    )
    dice = random.Random(7)
    for _ in range(80):
        y = HORIZON + 4 + dice.random() ** 1.6 * 150
        wide = 12 + (y - HORIZON) * dice.uniform(0.3, 0.9)
        fill(
            painter,
            rounded(dice.uniform(-1300, 1300), y, wide, 1.6 + (y - HORIZON) * 0.012, 1),
            faded(ink(light.sky[2]), dice.uniform(0.15, 0.5)),
        )
    x = light.sun_at[0]
    for n in range(16):
        wide = 90 - n * 2 + dice.uniform(-30, 30)
        fill(
            painter,
            rounded(x - wide / 2 + dice.uniform(-14, 14), HORIZON + 5 + n * 8, wide, 2.6, 1.3),
            faded(ink(light.sun), 0.5 - n * 0.02),
        )


def _cranes(painter: QPainter, light: Light) -> None:
    """Gantry cranes at the far quay."""
    for x, size, share in [(-820, 1.05, 0.35), (-585, 1.0, 0.2), (-400, 0.86, 0.45)]:
        colour = mix(
            mix(ink(light.near), QColor("#3f7f9a"), 0.25 if light.name == "day" else 0.05),
            ink(light.sky[2]),
            share * 0.5,
        )
        with kept(painter):
            painter.translate(x, HORIZON + 8)
            painter.scale(size, size)
            for leg in (-46, 40):
                fill(painter, rounded(leg - 5, -190, 10, 200, 0), colour)
            line(painter, polygon([(-46, -20), (40, -110), (-46, -110), (40, -20)]), faded(colour, 0.7), 3)
            fill(painter, rounded(-66, -196, 130, 15, 2), colour)
            fill(painter, polygon([(-190, -206), (120, -206), (120, -194), (-190, -198)]), colour)
            fill(painter, polygon([(-22, -206), (-10, -300), (0, -300), (14, -206)]), colour)
            line(painter, polygon([(-5, -298), (-184, -204)]), colour, 3)
            line(painter, polygon([(-5, -298), (116, -204)]), colour, 3)
            fill(painter, rounded(66, -232, 42, 28, 3), darker(colour, 0.2))
            line(painter, polygon([(-130, -200), (-130, -110)]), colour, 2)
            fill(painter, rounded(-158, -110, 56, 24, 1), mix(QColor("#c8553d"), colour, 0.4))
            if light.lamp > 0.3:
                soft(painter, -5, -302, 20, 20, QColor("#ff5a4d"))
                soft(painter, -150, -186, 40, 50, faded(QColor("#fff0c4"), 0.7))
    for n, colour_code in enumerate(CONTAINERS):
        row, column = n % 3, n // 3
        box = mix(mix(ink(colour_code), ink(light.tint), light.tinting * 2.4), ink(light.sky[2]), 0.18)
        left = -500.0 + column * 78 + row * 5
        fill(
            painter,
            rounded(left, HORIZON - 18 - row * 27, 74, 26, 1),
            brush.down(HORIZON - 18 - row * 27, HORIZON + 8 - row * 27, box, darker(box, 0.2)),
        )
        for rib in range(1, 7):
            fill(painter, rounded(left + rib * 10.5, HORIZON - 15 - row * 27, 1.4, 20, 0), faded(darker(box, 0.4), 0.5))
    fill(painter, rounded(LEFT, HORIZON + 6, 1260, 12, 0), darker(ink(light.ground[1]), 0.1))


def _ferry(painter: QPainter, light: Light, bands: Bands) -> None:
    """A ferry alongside, the country's colours on its funnel."""
    white = mix(ink("#f7f8f8"), ink(light.tint), light.tinting * 2.4)
    with kept(painter):
        painter.translate(470, HORIZON + 32)
        painter.scale(1.12, 1.12)
        hull = smooth([(-292, -52), (-260, -8), (-226, 26), (330, 26), (344, -52)], tension=0.3)
        blue = mix(ink("#23426b"), ink(light.tint), light.tinting * 1.6)
        fill(painter, hull, brush.down(-52, 26, blue, darker(blue, 0.35)))
        fill(painter, polygon([(-292, -52), (344, -52), (343, -42), (-286, -42)]), white)
        window = mix(ink("#36506b"), QColor("#ffd694"), 0.9 * light.lamp)
        for deck, (left, right, top) in enumerate([(-234, 338, -84), (-206, 318, -114), (-178, 270, -142)]):
            fill(
                painter,
                rounded(left, top, right - left, 33, 5),
                brush.down(top, top + 33, white, darker(white, 0.16 + 0.04 * deck)),
            )
            for x in range(int(left) + 14, int(right) - 14, 18):
                fill(painter, rounded(x, top + 11, 10, 9, 2), window)
        fill(painter, smooth([(-176, -142), (-166, -170), (-90, -174), (-80, -142)], tension=0.4), white)
        fill(painter, rounded(-168, -164, 84, 11, 3), window)
        funnel = polygon([(120, -142), (132, -206), (196, -206), (204, -142)])
        fill(painter, funnel, white)
        with brush.inside(painter, funnel):
            colours = [mix(ink(code), ink(light.tint), light.tinting * 1.6) for code in bands.colours]
            brush.bands(painter, QRectF(122, -190, 80, 34), colours, bands.upright)
        line(painter, polygon([(-110, -174), (-110, -226)]), darker(white, 0.3), 4)
        for n in range(4):
            fill(
                painter,
                oval(176 + n * 34, -222 - n * 17, 18 + n * 9, 9 + n * 4),
                faded(ink(light.cloud), 0.35 - n * 0.07),
            )
        for n in range(7):
            wide = 560 - n * 56
            fill(
                painter,
                rounded(24 - wide / 2, 30 + n * 7, wide, 3, 1),
                faded(mix(white, blue, n / 7), 0.34 - n * 0.035),
            )


def _quay(painter: QPainter, light: Light) -> None:
    near = ink(light.ground[1])
    fill(
        painter,
        rounded(LEFT, 716, RIGHT - LEFT, BOTTOM - 716, 0),
        brush.down(716, 820, mix(ink(light.ground[0]), near, 0.4), near),
    )
    fill(painter, rounded(LEFT, 712, RIGHT - LEFT, 7, 0), faded(ink(light.rim), 0.35))
    for x in (-700, -430, 430, 700):
        fill(
            painter,
            smooth(
                [(x - 20, 716), (x - 15, 688), (x - 24, 674), (x + 24, 674), (x + 15, 688), (x + 20, 716)], tension=0.6
            ),
            darker(near, 0.45),
        )


def _gulls(painter: QPainter, light: Light) -> None:
    colour = mix(QColor("#ffffff"), ink(light.near), 0.2 if light.name == "day" else 0.5)
    for x, y, size in [(-250, 300, 1.0), (-200, 336, 0.7), (256, 330, 0.9), (300, 250, 0.6), (-700, 260, 0.8)]:
        wings = smooth(
            [
                (x - 24 * size, y - 5 * size),
                (x - 10 * size, y - 10 * size),
                (x, y),
                (x + 10 * size, y - 10 * size),
                (x + 24 * size, y - 5 * size),
            ],
            closed=False,
        )
        line(painter, wings, colour, 3.2 * size)


def _shelter(painter: QPainter, light: Light, bands: Bands) -> None:
    """The terminal's roof."""
    upper, lower = (ink(code) for code in light.ceiling)
    fill(
        painter,
        rounded(LEFT, TOP, RIGHT - LEFT, ROOF - 30 - TOP, 0),
        brush.down(-300, ROOF - 30, darker(upper, 0.16), upper, lower),
    )
    for n in range(-14, 15):
        fill(
            painter,
            polygon([(n * 86 - 2, ROOF - 30), (n * 86 + 2, ROOF - 30), (n * 240 + 8, -620), (n * 240 - 8, -620)]),
            faded(darker(upper, 0.35), 0.25),
        )
    fill(
        painter,
        rounded(LEFT, ROOF - 52, RIGHT - LEFT, 34, 0),
        brush.down(ROOF - 52, ROOF - 18, ink(light.steel[0]), ink(light.steel[1])),
    )
    colours = [mix(ink(code), ink(light.tint), light.tinting * 1.8) for code in bands.colours]
    brush.bands(painter, QRectF(LEFT, ROOF - 18, RIGHT - LEFT, 8), colours)
    for x in (-330, 330, -760, 760):
        fill(painter, rounded(x - 70, ROOF - 64, 140, 9, 4), mix(QColor("#ffffff"), QColor("#ffe2ae"), 0.4))
        soft(painter, x, ROOF - 46, 170, 110, faded(QColor("#fff1cf"), 0.1 + 0.3 * light.lamp))
    for post in (-640.0, 640.0):
        fill(
            painter,
            rounded(post - 13, ROOF - 20, 26, 640, 0),
            brush.across((post - 13, 0), (post + 13, 0), ink(light.steel[0]), ink(light.steel[1])),
        )
