"""What each country has on its horizon: hills, a skyline, palms, sea. A hint, not a map.

Coordinates are the stage's.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Literal

from PySide6.QtGui import QColor, QPainter

from garita.desktop.officer import brush
from garita.desktop.officer.brush import Point, faded, fill, ink, line, mix, oval, polygon, rounded, smooth, soft
from garita.desktop.officer.light import Light
from garita.desktop.officer.sky import HORIZON, LEFT, RIGHT

Horizon = Literal[
    "towers", "obelisk", "andes", "volcano", "snow volcano", "green range", "palms", "sierra", "spires", "dunes",
    "mesa", "rock", "cerro",
]  # fmt: skip

HORIZONS: dict[str, Horizon] = {
    "AR": "obelisk", "CL": "andes", "CO": "green range", "CR": "volcano", "DO": "palms", "ES": "sierra",
    "MX": "snow volcano", "PE": "dunes", "UY": "cerro",
}  # fmt: skip


def paint_horizon(painter: QPainter, light: Light, horizon: Horizon) -> None:
    """What stands on the horizon."""
    _HORIZON_PAINTERS[horizon](painter, light)
    haze = brush.down(HORIZON - 120, HORIZON + 4, faded(ink(light.sky[2]), 0.0), faded(ink(light.sky[2]), 0.42))
    fill(painter, rounded(LEFT, HORIZON - 120, RIGHT - LEFT, 124, 0), haze)


def _ridge(painter: QPainter, points: list[Point], top: QColor, bottom: QColor) -> None:
    path = polygon([(LEFT, HORIZON + 10), *points, (RIGHT, HORIZON + 10)])
    fill(painter, path, brush.down(min(y for _, y in points), HORIZON, top, bottom))


def _hills(painter: QPainter, light: Light, tall: float, seed: int, colour: QColor, sharp: bool = False) -> None:
    dice = random.Random(seed)
    points: list[Point] = []
    x = LEFT
    while x <= RIGHT:
        points.append((x, HORIZON - tall * dice.uniform(0.35, 1.0)))
        x += dice.uniform(90, 170) if sharp else dice.uniform(170, 300)
    curve = smooth([(LEFT, HORIZON + 300), *points, (RIGHT, HORIZON + 300)], tension=0.35 if sharp else 1.0)
    fill(painter, curve, brush.down(HORIZON - tall, HORIZON, colour, mix(colour, ink(light.sky[2]), 0.45)))


def _buildings(painter: QPainter, light: Light, seed: int, tall: float, start: float, end: float) -> None:
    """A row of houses; some windows are lit by evening."""
    dice = random.Random(seed)
    colour = ink(light.far)
    x = start
    while x < end:
        wide, high = dice.uniform(26, 62), tall * dice.uniform(0.25, 1.0)
        face = mix(colour, ink(light.near), dice.uniform(0.0, 0.6))
        fill(
            painter,
            rounded(x, HORIZON - high, wide, high + 8, 1),
            brush.down(HORIZON - high, HORIZON, face, mix(face, ink(light.sky[2]), 0.35)),
        )
        _lit_windows(painter, light, dice, x, HORIZON - high, wide, high)
        x += wide + dice.uniform(-4, 10)


def _lit_windows(
    painter: QPainter, light: Light, dice: random.Random, x: float, y: float, wide: float, high: float
) -> None:
    column = x + 6
    while column < x + wide - 6:
        row = y + 8
        while row < y + high - 8:
            if dice.random() < light.windows_lit * 0.55:
                fill(painter, rounded(column, row, 4, 5, 0.5), QColor(255, 214, 140, dice.randint(120, 230)))
            row += 11
        column += 9


def _far(light: Light, share: float) -> QColor:
    return mix(ink(light.far), ink(light.sky[2]), share)


def _towers(painter: QPainter, light: Light) -> None:
    _hills(painter, light, 70, 3, _far(light, 0.45))
    _buildings(painter, light, 8, 110, -1200, 1200)


def _obelisk(painter: QPainter, light: Light) -> None:
    _buildings(painter, light, 21, 150, -1300, 1300)
    colour = mix(ink(light.near), ink(light.far), 0.2)
    for x in (-418.0,):
        fill(painter, polygon([(x - 13, HORIZON), (x - 8, 392), (x, 374), (x + 8, 392), (x + 13, HORIZON)]), colour)
    _buildings(painter, light, 23, 70, -1300, 1300)


def _andes(painter: QPainter, light: Light) -> None:
    peaks: list[Point] = [
        (-1200, 470), (-1010, 330), (-900, 420), (-760, 300), (-640, 400), (-500, 250), (-410, 350), (-300, 290),
        (-150, 420), (0, 360), (130, 440), (260, 300), (340, 360), (480, 214), (610, 350), (700, 310), (860, 420),
        (1010, 290), (1200, 440),
    ]  # fmt: skip
    _ridge(painter, peaks, _far(light, 0.12), _far(light, 0.6))
    snow = mix(QColor("#ffffff"), ink(light.sky[1]), 0.25 if light.name != "night" else 0.62)
    for index, (x, y) in enumerate(peaks):
        if y < 340:
            (ax, ay), (bx, by) = peaks[index - 1], peaks[index + 1]
            left = (x + (ax - x) * 0.34, y + (ay - y) * 0.34)
            right = (x + (bx - x) * 0.42, y + (by - y) * 0.42)
            zigzag = [
                (x + (right[0] - x) * 0.45, right[1] - 6),
                (x + 2, y + 40),
                (x + (left[0] - x) * 0.5, left[1] - 10),
            ]
            fill(painter, polygon([(x, y), right, *zigzag, left]), faded(snow, 0.92))
            fill(painter, polygon([(x, y), right, zigzag[0], (x + 2, y + 40)]), faded(ink(light.far), 0.2))
    _hills(painter, light, 120, 4, mix(ink(light.near), ink(light.far), 0.45), sharp=True)


def _volcano(painter: QPainter, light: Light, snowy: bool = False) -> None:
    """A cone with its smoke; green hills before it, or snow on it and a city before it."""
    cone: list[Point] = [
        (-900, HORIZON), (-650, 520), (-470, 374), (-424, 348), (-385, 353), (-350, 346), (-300, 376), (-130, 520),
        (60, 580), (300, HORIZON),
    ]  # fmt: skip
    shape = smooth([*cone, (300, 700), (-900, 700)], tension=0.6)
    fill(painter, shape, brush.down(346, HORIZON, _far(light, 0.1), _far(light, 0.55)))
    if snowy:
        snow = mix(QColor("#ffffff"), ink(light.sky[1]), 0.25 if light.name != "night" else 0.62)
        cap: list[Point] = [
            (-520, 330), (-250, 330), (-262, 408), (-292, 392), (-316, 430), (-346, 398), (-376, 440), (-410, 400),
            (-440, 432), (-470, 396), (-510, 416),
        ]  # fmt: skip
        with brush.inside(painter, shape):
            fill(painter, polygon(cap), faded(snow, 0.9))
            fill(
                painter,
                polygon([(-372, 330), (-250, 330), (-262, 412), (-346, 440), (-376, 440)]),
                faded(ink(light.far), 0.2),
            )
    for n in range(5):
        fill(
            painter, oval(-385 + n * 26, 330 - n * 20, 20 + n * 12, 12 + n * 6), faded(ink(light.cloud), 0.4 - n * 0.06)
        )
    if not snowy:
        _hills(painter, light, 110, 12, _greened(light, 0.4))
    _buildings(painter, light, 30, 60 if not snowy else 92, 180 if not snowy else -1300, 1300)


def _snow_volcano(painter: QPainter, light: Light) -> None:
    _volcano(painter, light, snowy=True)


def _green_range(painter: QPainter, light: Light) -> None:
    """Wooded mountains over a city, a white chapel on one of them."""
    _hills(
        painter, light, 290, 26, mix(_far(light, 0.35), ink("#6f9a83"), 0.3 if light.name == "day" else 0.1), sharp=True
    )
    x, y = 330.0, 372.0
    ridge = smooth(
        [(40, HORIZON + 20), (150, 500), (262, 400), (x, y), (420, 396), (560, 470), (760, 540), (940, HORIZON + 20)]
    )
    fill(
        painter, ridge, brush.down(y, HORIZON, _greened(light, 0.5), mix(_greened(light, 0.4), ink(light.sky[2]), 0.4))
    )
    white = mix(QColor("#ffffff"), ink(light.tint), light.tinting * 2)
    fill(
        painter,
        polygon(
            [
                (x - 13, y + 3),
                (x - 13, y - 9),
                (x - 5, y - 9),
                (x - 2, y - 24),
                (x + 1, y - 9),
                (x + 14, y - 9),
                (x + 14, y + 3),
            ]
        ),
        white,
    )
    if light.lamp > 0.3:
        soft(painter, x, y - 6, 34, 30, faded(QColor("#ffe2a6"), 0.7 * light.lamp))
    _buildings(painter, light, 27, 96, -1300, 1300)


def _greened(light: Light, share: float) -> QColor:
    """The colour of far things, with as much green as the light lets one see."""
    return mix(ink(light.far), ink("#4f7f63"), share if light.name == "day" else share * 0.35)


def _palms(painter: QPainter, light: Light) -> None:
    sea = mix(ink(light.sky[0]), QColor("#2fb3b0"), 0.5 if light.name == "day" else 0.16)
    fill(
        painter,
        rounded(LEFT, HORIZON - 54, RIGHT - LEFT, 70, 0),
        brush.down(HORIZON - 54, HORIZON, mix(sea, ink(light.sky[2]), 0.4), sea),
    )
    for x, y, wide in [(-700, 574, 160), (-320, 590, 220), (300, 580, 200), (760, 594, 180)]:
        fill(painter, rounded(x, y, wide, 2.5, 1), faded(ink(light.sky[2]), 0.7))
    colour = mix(ink(light.near), QColor("#2f6b50"), 0.45 if light.name == "day" else 0.15)
    for x, tall, bend in [
        (-620, 230, 34),
        (-470, 290, -26),
        (-388, 190, 30),
        (402, 260, 34),
        (500, 320, -30),
        (590, 210, 22),
        (-900, 260, 20),
        (860, 270, -24),
    ]:
        _palm(painter, x, tall, bend, colour)


def _palm(painter: QPainter, x: float, tall: float, bend: float, colour: QColor) -> None:
    top = (x + bend, HORIZON - tall)
    line(painter, smooth([(x, HORIZON + 30), (x + bend * 0.2, HORIZON - tall * 0.5), top], closed=False), colour, 9)
    for dx, dy in [(-86, 22), (-70, -24), (-34, -50), (16, -54), (58, -36), (84, 4), (58, 44), (-56, 50)]:
        tip = (top[0] + dx, top[1] + dy)
        bow = (top[0] + dx * 0.5, top[1] + dy * 0.5 - 24)
        back = (top[0] + dx * 0.5, top[1] + dy * 0.5 - 4)
        fill(painter, smooth([top, bow, tip, back], tension=0.8), brush.darker(colour, 0.1))


def _sierra(painter: QPainter, light: Light) -> None:
    _hills(painter, light, 150, 17, _far(light, 0.42))
    _hills(painter, light, 80, 19, _far(light, 0.2))
    for x, tall, wide in [(-520, 196, 40), (-462, 220, 36), (-404, 206, 42), (-346, 186, 36)]:
        face = mix(ink(light.near), ink(light.far), 0.35)
        fill(
            painter,
            rounded(x, HORIZON - tall, wide, tall, 3),
            brush.across((x, 0), (x + wide, 0), brush.lighter(face, 0.14), face),
        )
        _lit_windows(painter, light, random.Random(int(x)), x, HORIZON - tall, wide, tall)
    _buildings(painter, light, 9, 66, -1300, 1300)


def _spires(painter: QPainter, light: Light) -> None:
    sea = mix(ink(light.sky[1]), ink(light.far), 0.4)
    fill(painter, rounded(LEFT, HORIZON - 30, RIGHT - LEFT, 50, 0), sea)
    _hills(painter, light, 130, 33, _far(light, 0.35))
    _buildings(painter, light, 34, 80, -1300, 1300)
    colour = mix(ink(light.near), ink(light.far), 0.3)
    for x, tall in [(-520, 170), (-490, 214), (-458, 236), (-426, 214), (-396, 172)]:
        spire = smooth(
            [
                (x - 13, HORIZON),
                (x - 12, HORIZON - tall * 0.55),
                (x, HORIZON - tall),
                (x + 12, HORIZON - tall * 0.55),
                (x + 13, HORIZON),
            ],
            tension=0.7,
        )
        fill(painter, spire, colour)
    tower = smooth(
        [(420, HORIZON), (418, HORIZON - 130), (446, HORIZON - 206), (474, HORIZON - 130), (472, HORIZON)], tension=0.8
    )
    fill(painter, tower, brush.across((418, 0), (474, 0), brush.lighter(colour, 0.2), colour))


def _dunes(painter: QPainter, light: Light) -> None:
    sand = mix(_far(light, 0.3), QColor("#c9a27a"), 0.4 if light.name == "day" else 0.15)
    _hills(painter, light, 190, 41, sand)
    _hills(painter, light, 120, 43, mix(sand, ink(light.far), 0.45))
    _buildings(painter, light, 44, 56, -1300, 1300)


def _mesa(painter: QPainter, light: Light) -> None:
    dry = mix(_far(light, 0.25), QColor("#b98a62"), 0.45 if light.name == "day" else 0.18)
    _hills(painter, light, 170, 52, dry)
    _hills(painter, light, 90, 55, mix(dry, ink(light.near), 0.35))


def _rock(painter: QPainter, light: Light) -> None:
    rock: list[Point] = [
        (140, HORIZON),
        (260, 560),
        (330, 470),
        (396, 372),
        (440, 380),
        (500, 356),
        (556, 384),
        (640, 460),
        (760, 540),
        (900, 580),
        (1000, HORIZON),
    ]
    _hills(painter, light, 70, 61, _far(light, 0.5))
    fill(painter, polygon(rock), brush.down(356, HORIZON, _far(light, 0.05), _far(light, 0.55)))
    fill(
        painter,
        polygon([(396, 372), (440, 380), (470, 470), (430, 560), (400, HORIZON), (300, HORIZON), (330, 470)]),
        faded(ink(light.sky[2]), 0.16),
    )


def _cerro(painter: QPainter, light: Light) -> None:
    hill = smooth(
        [(-1000, 640), (-800, 580), (-600, 500), (-470, 462), (-390, 462), (-260, 510), (-60, 590), (80, 640)]
    )
    fill(painter, hill, brush.down(462, HORIZON, _far(light, 0.15), _far(light, 0.55)))
    fill(
        painter,
        polygon(
            [(-462, 466), (-462, 438), (-440, 438), (-440, 420), (-420, 420), (-420, 438), (-398, 438), (-398, 466)]
        ),
        ink(light.near),
    )
    _buildings(painter, light, 71, 96, 120, 1300)


_HORIZON_PAINTERS: dict[Horizon, Callable[[QPainter, Light], None]] = {
    "towers": _towers, "obelisk": _obelisk, "andes": _andes, "volcano": _volcano, "snow volcano": _snow_volcano,
    "green range": _green_range, "palms": _palms, "sierra": _sierra, "spires": _spires, "dunes": _dunes,
    "mesa": _mesa, "rock": _rock, "cerro": _cerro,
}  # fmt: skip
