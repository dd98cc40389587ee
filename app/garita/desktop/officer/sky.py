"""The sky of a light: sun or moon, clouds or stars.

Coordinates are the stage's; the horizon is at ``HORIZON``.
"""

from __future__ import annotations

import random

from PySide6.QtGui import QColor, QPainter, QPainterPath

from garita.desktop.officer import brush
from garita.desktop.officer.brush import faded, fill, ink, mix, oval, rounded
from garita.desktop.officer.light import Light

HORIZON = 612.0
LEFT, RIGHT, TOP, BOTTOM = -1500.0, 1500.0, -1300.0, 1700.0  # where scenery ends


def paint_sky(painter: QPainter, light: Light) -> None:
    """Sky with sun or moon, clouds or stars."""
    top, middle, low = (ink(code) for code in light.sky)
    area = rounded(LEFT, TOP, RIGHT - LEFT, HORIZON - TOP + 40, 0)
    fill(painter, area, brush.down(-120, HORIZON, top, mix(top, middle, 0.55), middle, low))
    if light.name == "night":
        _stars(painter)
    _sun(painter, light)
    _clouds(painter, light)


def _stars(painter: QPainter) -> None:
    dice = random.Random(5)
    for _ in range(130):
        x, y, size = dice.uniform(-1000, 1000), dice.uniform(-150, 480), dice.uniform(0.7, 2.1)
        fill(painter, oval(x, y, size, size), QColor(255, 255, 255, dice.randint(60, 190)))


def _sun(painter: QPainter, light: Light) -> None:
    x, y = light.sun_at
    sun = ink(light.sun)
    halo = {"dawn": 420.0, "day": 300.0, "dusk": 430.0, "night": 190.0}[light.name]
    fill(painter, oval(x, y, halo, halo), brush.glow(x, y, halo, faded(sun, 0.6), faded(sun, 0.16), faded(sun, 0.0)))
    if light.name == "night":
        fill(painter, oval(x, y, 26, 26).subtracted(oval(x + 11, y - 7, 23, 23)), faded(sun, 0.95))
    else:
        fill(painter, oval(x, y, 40, 40), faded(sun, 0.95))


def _clouds(painter: QPainter, light: Light) -> None:
    cloud = ink(light.cloud)
    for x, y, wide, strength in [
        (-560, 250, 190, 0.5), (-210, 330, 130, 0.4), (250, 250, 170, 0.5), (560, 360, 220, 0.42),
        (-820, 400, 210, 0.4),
        (900, 230, 190, 0.45), (60, 440, 210, 0.3),
    ]:  # fmt: skip
        shape = QPainterPath()
        for dx, dy, w, h in [
            (0, 0, 1, 0.13),
            (-0.42, -0.07, 0.34, 0.14),
            (0.08, -0.13, 0.4, 0.18),
            (0.5, -0.05, 0.3, 0.12),
        ]:
            shape = shape.united(oval(x + dx * wide, y + dy * wide, w * wide, h * wide))
        fill(
            painter,
            shape,
            brush.down(y - wide * 0.3, y + wide * 0.16, faded(cloud, strength), faded(cloud, strength * 0.15)),
        )
