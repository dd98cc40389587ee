"""Behind the booth: a land border, its lanes under a roof, a barrier, cars and the hills beyond.

Coordinates are the stage's.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from garita.desktop.officer import brush
from garita.desktop.officer.brush import (
    darker,
    faded,
    fill,
    ink,
    inside,
    kept,
    line,
    mix,
    oval,
    polygon,
    rounded,
    smooth,
    soft,
)
from garita.desktop.officer.horizon import Horizon, paint_horizon
from garita.desktop.officer.light import Light
from garita.desktop.officer.look import Bands
from garita.desktop.officer.sky import BOTTOM, HORIZON, LEFT, RIGHT, TOP, paint_sky

ROOF = 150.0


def paint_land_border(painter: QPainter, light: Light, horizon: Horizon, bands: Bands) -> None:
    """The whole place, from far to near."""
    paint_sky(painter, light)
    paint_horizon(painter, light, horizon)
    _road(painter, light)
    _lamp_posts(painter, light)
    for x, y, size, colour in [(-250, 640, 0.5, "#a9b4bd"), (-372, 676, 0.85, "#b5493c"), (262, 650, 0.6, "#3f6f8f")]:
        _car(painter, light, x, y, size, colour)
    _barrier(painter, light)
    _roof(painter, light, bands)


def _road(painter: QPainter, light: Light) -> None:
    far, near = (ink(code) for code in light.ground)
    earth = mix(far, QColor("#b08d62"), 0.4 if light.name == "day" else 0.12)
    fill(
        painter,
        rounded(LEFT, HORIZON, RIGHT - LEFT, BOTTOM - HORIZON, 0),
        brush.down(HORIZON, 800, earth, darker(earth, 0.25)),
    )
    for start, end in [((-70, 70), (-1150, 1150))]:
        asphalt = polygon([(start[0], HORIZON + 2), (start[1], HORIZON + 2), (end[1], 880), (end[0], 880)])
        fill(painter, asphalt, brush.down(HORIZON, 820, mix(far, near, 0.4), near))
    stripe = faded(mix(QColor("#ffffff"), ink(light.tint), light.tinting * 2), 0.75)
    for lane in (-0.62, -0.2, 0.2, 0.62):
        for n in range(7):
            a, b = (n / 7) ** 1.7, ((n + 0.5) / 7) ** 1.7
            ya, yb = HORIZON + 6 + a * 260, HORIZON + 6 + b * 260
            xa, xb = lane * (70 + a * 1080), lane * (70 + b * 1080)
            fill(
                painter,
                polygon([(xa - 1 - a * 5, ya), (xa + 1 + a * 5, ya), (xb + 1 + b * 6, yb), (xb - 1 - b * 6, yb)]),
                stripe,
            )


def _lamp_posts(painter: QPainter, light: Light) -> None:
    steel = ink(light.steel[1])
    for side in (-1, 1):
        for n, x in enumerate((150, 250, 430, 760)):
            tall = (90, 130, 210, 330)[n]
            base = HORIZON + 16 + n * 14
            line(
                painter,
                smooth(
                    [(side * x, base), (side * x, base - tall), (side * (x - tall * 0.18), base - tall - 10)],
                    closed=False,
                    tension=0.6,
                ),
                steel,
                2 + n * 1.4,
            )
            head = (side * (x - tall * 0.2), base - tall - 8)
            fill(painter, oval(*head, 5 + n * 2, 2.5 + n), mix(steel, QColor("#ffe6b0"), light.lamp))
            if light.lamp > 0.2:
                soft(
                    painter, head[0], head[1] + 8, 40 + n * 22, 40 + n * 22, faded(QColor("#ffdd9a"), 0.6 * light.lamp)
                )


def _car(painter: QPainter, light: Light, x: float, y: float, size: float, colour: str) -> None:
    """A car waiting, seen from the front."""
    paint = mix(ink(colour), ink(light.tint), light.tinting * 2.2)
    with kept(painter):
        painter.translate(x, y)
        painter.scale(size, size)
        soft(painter, 0, 50, 104, 14, faded(QColor("#0a0f1c"), 0.5))
        fill(painter, rounded(-70, 30, 26, 24, 6), QColor("#191b22"))
        fill(painter, rounded(44, 30, 26, 24, 6), QColor("#191b22"))
        cabin = smooth([(-56, -18), (-42, -58), (0, -66), (42, -58), (56, -18)], tension=0.6)
        fill(painter, cabin, darker(paint, 0.12))
        fill(
            painter,
            smooth([(-46, -18), (-36, -50), (0, -56), (36, -50), (46, -18)], tension=0.55),
            mix(ink("#33475a"), ink(light.sky[1]), 0.35),
        )
        hull = smooth([(-82, 6), (-70, -18), (0, -26), (70, -18), (82, 6), (78, 42), (-78, 42)], tension=0.5)
        fill(painter, hull, brush.down(-26, 42, brush.lighter(paint, 0.18), paint, darker(paint, 0.3)))
        fill(painter, rounded(-34, 8, 68, 16, 6), darker(paint, 0.6))
        fill(painter, rounded(-20, 28, 40, 11, 2), ink("#eef0ea"))
        for side in (-1, 1):
            fill(painter, oval(side * 60, 8, 13, 9), mix(QColor("#f4f7f7"), QColor("#fff0c4"), light.lamp))
            soft(painter, side * 60, 8, 70, 46, faded(QColor("#fff0c4"), 0.75 * light.lamp))


def _roof(painter: QPainter, light: Light, bands: Bands) -> None:
    """The steel roof over the lanes, with the lanes' signs."""
    upper, lower = (ink(code) for code in light.ceiling)
    fill(
        painter,
        rounded(LEFT, TOP, RIGHT - LEFT, ROOF - TOP, 0),
        brush.down(-300, ROOF, darker(upper, 0.16), upper, lower),
    )
    for n in range(-14, 15):
        fill(
            painter,
            polygon([(n * 86 - 2, ROOF), (n * 86 + 2, ROOF), (n * 240 + 8, -620), (n * 240 - 8, -620)]),
            faded(darker(upper, 0.35), 0.22),
        )
    for x in (-620.0, 620.0):
        fill(
            painter,
            rounded(x - 20, ROOF, 40, 640, 0),
            brush.across((x - 20, 0), (x + 20, 0), ink(light.steel[0]), ink(light.steel[1])),
        )
    beam = rounded(LEFT, ROOF - 34, RIGHT - LEFT, 58, 0)
    fill(painter, beam, brush.down(ROOF - 34, ROOF + 24, ink(light.steel[0]), ink(light.steel[1])))
    colours = [mix(ink(code), ink(light.tint), light.tinting * 1.8) for code in bands.colours]
    brush.bands(painter, QRectF(LEFT, ROOF + 24, RIGHT - LEFT, 10), colours)
    for x, green in [(-330, False), (-222, True), (236, True), (344, True), (-760, True), (760, False)]:
        _lane_sign(painter, x, ROOF + 8, green)
        soft(painter, x, ROOF + 4, 150, 90, faded(QColor("#fff1cf"), 0.1 + 0.2 * light.lamp))


def _lane_sign(painter: QPainter, x: float, y: float, green: bool) -> None:
    fill(painter, rounded(x - 34, y - 24, 68, 62, 8), brush.ink("#161b27"))
    colour = QColor("#59d694") if green else QColor("#f0604f")
    soft(painter, x, y + 7, 54, 48, faded(colour, 0.5))
    if green:
        line(painter, polygon([(x, y - 10), (x, y + 22)]), colour, 6)
        line(painter, smooth([(x - 14, y + 8), (x, y + 24), (x + 14, y + 8)], closed=False, tension=0.1), colour, 6)
    else:
        line(painter, polygon([(x - 14, y - 6), (x + 14, y + 20)]), colour, 6)
        line(painter, polygon([(x + 14, y - 6), (x - 14, y + 20)]), colour, 6)


def _barrier(painter: QPainter, light: Light) -> None:
    """A barrier at the left, its arm half up."""
    lamp = QColor("#f0604f")

    def toned(code: str, more: float = 1.0) -> QColor:
        return mix(ink(code), ink(light.tint), light.tinting * more)

    with kept(painter):
        painter.translate(-548, 716)
        soft(painter, 0, 84, 70, 14, faded(QColor("#0a0f1c"), 0.5))
        fill(
            painter, rounded(-31, -70, 62, 156, 10), brush.across((-30, 0), (32, 0), toned("#e9b23f"), toned("#a87420"))
        )
        fill(painter, rounded(-31, -20, 62, 12, 0), toned("#3a3026"))
        fill(painter, oval(0, -84, 12, 14), lamp)
        soft(painter, 0, -84, 60, 60, faded(lamp, 0.15 + 0.45 * light.lamp))
        painter.translate(0, -44)
        painter.rotate(-37)
        arm = rounded(-60, -10, 452, 20, 8)
        fill(painter, arm, toned("#f6f4ef", 1.6))
        with inside(painter, arm):
            for n in range(5):
                x = -10 + n * 92
                fill(painter, polygon([(x + 12, -12), (x + 56, -12), (x + 44, 12), (x, 12)]), toned("#cf3b36"))
        fill(painter, oval(0, 0, 15, 15), toned("#4b4f5c"))
        fill(painter, oval(386, 0, 7, 7), lamp)
        soft(painter, 386, 0, 34, 34, faded(lamp, 0.2 + 0.5 * light.lamp))
