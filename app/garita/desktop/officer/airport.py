"""Behind the booth: an airport hall, its windows, the apron and a departure board.

Coordinates are the stage's.
"""

from __future__ import annotations

import random

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from garita.desktop.officer import brush
from garita.desktop.officer.brush import (
    darker,
    faded,
    fill,
    ink,
    kept,
    lighter,
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

CEILING = 118.0


def paint_airport(painter: QPainter, light: Light, horizon: Horizon, bands: Bands) -> None:
    """The whole place, from far to near."""
    paint_sky(painter, light)
    _climbing_plane(painter, light)
    paint_horizon(painter, light, horizon)
    _apron(painter, light)
    _jet(painter, light, bands)
    _glass(painter, light)
    _ceiling(painter, light)
    _board(painter, light)
    _gate(painter, light)


def _apron(painter: QPainter, light: Light) -> None:
    far, near = (ink(code) for code in light.ground)
    fill(painter, rounded(LEFT, HORIZON, RIGHT - LEFT, BOTTOM - HORIZON, 0), brush.down(HORIZON, 820, far, near))
    paint = faded(ink("#f3d27a"), 0.5)
    fill(painter, polygon([(-90, HORIZON + 14), (-84, HORIZON + 14), (-330, 830), (-352, 830)]), paint)
    fill(painter, polygon([(80, HORIZON + 14), (86, HORIZON + 14), (420, 830), (396, 830)]), paint)
    dice = random.Random(2)
    for _ in range(26):
        x, y = dice.uniform(-1200, 1200), dice.uniform(HORIZON + 6, 690)
        colour = QColor("#ffcf87") if dice.random() < 0.7 else QColor("#7fb4ff")
        if light.lamp > 0.3:
            fill(painter, oval(x, y, 2.6, 2.0), faded(colour, 0.9 * light.lamp))
            soft(painter, x, y, 15, 9, faded(colour, 0.5 * light.lamp))


def _climbing_plane(painter: QPainter, light: Light) -> None:
    """Departure: a small plane with its trail."""
    with kept(painter):
        painter.translate(296, 330)
        painter.rotate(-17)
        painter.scale(0.8, 0.8)
        trail = polygon([(-320, 5), (-20, 0), (-20, 4), (-320, 10)])
        fill(
            painter,
            trail,
            brush.across((-320, 0), (-20, 0), faded(ink(light.cloud), 0.0), faded(ink(light.cloud), 0.75)),
        )
        body = mix(ink("#f4f6f8"), ink(light.near), 0.35 if light.name != "day" else 0.15)
        fill(painter, smooth([(-34, -2), (20, -7), (40, -2), (44, 2), (36, 6), (-30, 5)], tension=0.8), body)
        fill(painter, polygon([(-34, 0), (-46, -20), (-34, -20), (-20, -3)]), body)
        fill(painter, polygon([(6, 3), (-18, 22), (-8, 22), (22, 4)]), darker(body, 0.25))
        if light.lamp > 0.3:
            soft(painter, -20, 20, 9, 9, QColor("#ff5a4d"))


def _jet(painter: QPainter, light: Light, bands: Bands) -> None:
    """An airliner at its stand, the country's colours on its fin."""
    white = mix(ink("#f6f8fa"), ink(light.tint), light.tinting * 2.4)
    with kept(painter):
        painter.translate(478, 604)
        painter.scale(-1.05, 1.05)  # the fin stands beside the officer's shoulder
        soft(painter, 10, 62, 330, 18, faded(ink("#0c1220"), 0.4))
        fin = polygon([(196, -22), (262, -122), (308, -122), (284, -14)])
        fill(painter, fin, darker(white, 0.1))
        with brush.inside(painter, fin):
            colours = [mix(ink(code), ink(light.tint), light.tinting * 1.6) for code in bands.colours]
            # seen from its other side, so that upright stripes come in their order
            brush.bands(
                painter, QRectF(190, -124, 120, 108), colours[::-1] if bands.upright else colours, bands.upright
            )
        hull = smooth(
            [
                (-318, 8),
                (-296, -14),
                (-250, -30),
                (-60, -32),
                (200, -30),
                (296, -20),
                (322, -12),
                (300, 0),
                (220, 26),
                (-60, 34),
                (-262, 34),
                (-306, 24),
            ],
            tension=0.7,
        )
        fill(painter, hull, brush.down(-32, 34, white, white, darker(white, 0.34)))
        fill(painter, polygon([(-300, -12), (-270, -22), (-262, -12), (-292, -6)]), darker(white, 0.75))
        window = mix(ink("#2b3c54"), QColor("#ffd694"), 0.85 * light.lamp)
        for x in range(-232, 206, 17):
            fill(painter, rounded(x, -10, 8, 11, 3.5), window)
        wing = polygon([(-50, 20), (60, 20), (196, 66), (168, 70), (-10, 42)])
        fill(painter, wing, brush.down(20, 70, darker(white, 0.16), darker(white, 0.4)))
        fill(
            painter,
            smooth([(-40, 36), (-24, 30), (34, 32), (44, 44), (30, 58), (-30, 58), (-44, 48)], tension=0.8),
            brush.down(30, 58, darker(white, 0.1), darker(white, 0.5)),
        )
        fill(painter, oval(-38, 45, 6, 12), darker(white, 0.7))


def _glass(painter: QPainter, light: Light) -> None:
    """Mullions of the window front, and the light they let fall in."""
    lit, dark = (ink(code) for code in light.steel)
    for x in (-1180, -900, -620, -340, 340, 620, 900, 1180):
        fill(painter, rounded(x - 9, CEILING, 18, 620, 0), brush.across((x - 9, 0), (x + 9, 0), lit, dark))
        fill(painter, rounded(x - 9, CEILING, 3, 620, 0), faded(ink(light.rim), 0.45 * light.rim_strength))
    fill(painter, rounded(LEFT, 226, RIGHT - LEFT, 9, 0), brush.down(226, 235, lit, dark))
    for x in (-560, -180, 120, 520):
        ray = polygon([(x, CEILING), (x + 120, CEILING), (x - 80, 700), (x - 250, 700)])
        fill(
            painter,
            ray,
            brush.down(CEILING, 700, faded(ink(light.rim), 0.13 * light.rim_strength), faded(ink(light.rim), 0.0)),
        )


def _ceiling(painter: QPainter, light: Light) -> None:
    """A slatted ceiling with lines of light running away from us."""
    upper, lower = (ink(code) for code in light.ceiling)
    fill(
        painter,
        rounded(LEFT, TOP, RIGHT - LEFT, CEILING - TOP, 0),
        brush.down(-420, CEILING, darker(upper, 0.12), upper, lower),
    )
    for n in range(-16, 17):
        far, near = n * 62.0, n * 215.0
        fill(
            painter,
            polygon([(far - 2, CEILING), (far + 2, CEILING), (near + 9, -640), (near - 9, -640)]),
            faded(darker(upper, 0.3), 0.22),
        )
    glowing = mix(QColor("#ffffff"), QColor("#ffe2ae"), 0.35 + 0.5 * light.lamp)
    for place in (-5.5, -2.5, 2.5, 5.5):
        far, near = place * 62.0, place * 215.0
        strip = polygon([(far - 6, CEILING - 6), (far + 6, CEILING - 6), (near + 34, -640), (near - 34, -640)])
        fill(painter, strip, faded(glowing, 0.9 if light.lamp > 0.2 else 0.75))
        soft(painter, far + (near - far) * 0.12, CEILING - 92, 120, 120, faded(glowing, 0.16 + 0.26 * light.lamp))
    fill(
        painter,
        rounded(LEFT, CEILING - 8, RIGHT - LEFT, 14, 0),
        brush.down(CEILING - 8, CEILING + 6, ink(light.steel[0]), ink(light.steel[1])),
    )


def _board(painter: QPainter, light: Light) -> None:
    """Departures: rows of light, nothing to read."""
    wide, high = 250.0, 172.0
    amber, white, green = QColor("#ffbf5a"), QColor("#dfe8ee"), QColor("#6fd3a0")
    with kept(painter):
        painter.translate(-338, CEILING + 20)
        painter.scale(0.8, 0.8)  # so that a narrow view still shows all of it
        for hanger in (50.0, wide - 50):
            fill(painter, rounded(hanger, -26, 5, 30, 0), ink(light.steel[1]))
        fill(painter, rounded(4, 8, wide, high, 9), faded(QColor("#0a0f1c"), 0.3))
        fill(painter, rounded(0, 0, wide, high, 9), brush.down(0, high, ink("#1d2536"), ink("#121827")))
        fill(painter, rounded(38, 19, 96, 9, 3), amber)
        dice = random.Random(11)
        for row in range(6):
            top = 46.0 + row * 20
            fill(painter, rounded(14, top, 40, 8, 2), faded(amber, 0.9))
            fill(painter, rounded(64, top, dice.uniform(50, 96), 8, 2), faded(white, 0.82))
            fill(painter, rounded(172, top, 22, 8, 2), faded(white, 0.55))
            fill(painter, rounded(206, top, 30, 8, 2), faded(green if row % 3 else amber, 0.85))
        painter.translate(18, 24)
        painter.rotate(-30)
        fill(painter, smooth([(-9, 0), (8, -3), (13, 0), (8, 3)]), amber)
        fill(painter, polygon([(-2, 0), (-7, -11), (-2, -11), (5, 0), (-2, 11), (-7, 11)]), amber)


def _gate(painter: QPainter, light: Light) -> None:
    """A lit sign that says which way."""
    x, y = 164.0, 142.0
    for hanger in (x + 26, x + 140):
        fill(painter, rounded(hanger, CEILING, 5, y - CEILING + 4, 0), ink(light.steel[1]))
    fill(painter, rounded(x, y, 172, 56, 8), brush.down(y, y + 56, ink("#f5c35b"), ink("#e3a63c")))
    dark = QColor("#2a2416")
    line(painter, polygon([(x + 24, y + 28), (x + 58, y + 28)]), dark, 6)
    line(painter, smooth([(x + 44, y + 14), (x + 59, y + 28), (x + 44, y + 42)], closed=False, tension=0.1), dark, 6)
    fill(painter, rounded(x + 80, y + 14, 28, 28, 6), dark)
    fill(painter, oval(x + 94, y + 28, 7, 7), lighter(QColor("#f5c35b"), 0.3))
    for n in range(2):
        fill(painter, rounded(x + 118, y + 17 + n * 14, 40 - n * 12, 8, 3), dark)
    soft(painter, x + 93, y + 40, 190, 90, faded(QColor("#ffcf70"), 0.06 + 0.1 * light.lamp))
