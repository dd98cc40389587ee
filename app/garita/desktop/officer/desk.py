"""The desk and what lies on it: screen, lamp, passport, papers, the stamp.

Coordinates are the stage's. The top is seen a little from above, between ``BACK`` and ``EDGE``.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from garita.desktop.officer import brush
from garita.desktop.officer.brush import (
    Point,
    darker,
    faded,
    fill,
    ink,
    inside,
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
from garita.desktop.officer.light import Light
from garita.desktop.officer.look import Appearance
from garita.desktop.officer.sky import BOTTOM, LEFT, RIGHT

BACK, EDGE = 786.0, 892.0
PASSPORT: Point = (-30.0, 846.0)
STAMP: Point = (112.0, 872.0)


def paint_top(painter: QPainter, light: Light) -> None:
    """The surface the officer's arms lie on."""
    top, edge, _ = (ink(code) for code in light.desk)
    surface = rounded(LEFT, BACK, RIGHT - LEFT, EDGE - BACK, 0)
    fill(painter, surface, brush.down(BACK, EDGE, darker(top, 0.16), top, lighter(top, 0.1)))
    for y, strength in [(803, 0.1), (818, 0.06), (842, 0.09), (866, 0.07)]:
        grain = smooth(
            [(LEFT, y), (-500, y + 3), (-120, y - 2), (260, y + 3), (700, y - 1), (RIGHT, y + 2)], closed=False
        )
        line(painter, grain, faded(edge, strength * 2), 1.6)
    soft(painter, 0, 806, 430, 34, faded(darker(edge, 0.6), 0.34))
    warm = QColor("#ffd596")
    soft(painter, -300, 846, 260, 50, faded(warm, 0.25 + 0.5 * light.lamp))


def paint_front(painter: QPainter, light: Light, look: Appearance) -> None:
    """The edge towards us and the panel below it, with a line of light and the country's colours."""
    top, edge, front = (ink(code) for code in light.desk)
    fill(painter, rounded(LEFT, EDGE, RIGHT - LEFT, 22, 0), brush.down(EDGE, EDGE + 22, lighter(top, 0.22), edge))
    panel = rounded(LEFT, EDGE + 22, RIGHT - LEFT, BOTTOM - EDGE, 0)
    fill(painter, panel, brush.down(EDGE + 22, 1080, darker(front, 0.4), front, darker(front, 0.18)))
    glowing = mix(QColor("#fff3d6"), ink(light.rim), 0.2)
    soft(painter, 0, EDGE + 36, 620, 60, faded(glowing, 0.1 + 0.26 * light.lamp))
    fill(painter, rounded(LEFT, EDGE + 22, RIGHT - LEFT, 3.5, 0), faded(glowing, 0.25 + 0.5 * light.lamp))
    for x in (-960, -640, -320, 0, 320, 640, 960):
        fill(painter, rounded(x - 1.5, EDGE + 26, 3, BOTTOM - EDGE, 0), faded(darker(front, 0.5), 0.5))
    colours = [mix(mix(ink(code), ink(light.tint), light.tinting * 1.5), front, 0.2) for code in look.bands.colours]
    brush.bands(painter, QRectF(LEFT, 958, RIGHT - LEFT, 14), colours)


def paint_things(painter: QPainter, light: Light) -> None:
    """What stands on the desk at either side of the officer."""
    _screen(painter, light)
    _lamp(painter, light)
    _mug(painter, light)


def _shadow(painter: QPainter, x: float, y: float, wide: float, tall: float) -> None:
    soft(painter, x, y, wide, tall, faded(QColor("#1a0f14"), 0.42))


def _screen(painter: QPainter, light: Light) -> None:
    """The officer's screen, from behind and at an angle; its light falls on the desk."""
    body = mix(ink("#39414f"), ink(light.tint), light.tinting * 1.4)
    soft(painter, 330, 700, 150, 150, faded(QColor("#9fd4ff"), 0.1 + 0.22 * light.lamp))
    _shadow(painter, 392, 850, 96, 16)
    fill(painter, smooth([(352, 838), (432, 838), (446, 852), (340, 852)], tension=0.4), darker(body, 0.25))
    fill(painter, polygon([(380, 760), (408, 760), (412, 842), (376, 842)]), darker(body, 0.35))
    back = smooth(
        [(298, 656), (480, 634), (486, 644), (486, 786), (480, 794), (300, 784), (294, 776), (294, 664)], tension=0.25
    )
    fill(painter, back, brush.across((296, 650), (486, 780), lighter(body, 0.12), body, darker(body, 0.3)))
    line(painter, polygon([(296, 660), (296, 780)]), faded(QColor("#bfe4ff"), 0.4 + 0.5 * light.lamp), 4)
    fill(painter, oval(392, 712, 13, 13), faded(lighter(body, 0.3), 0.8))


def _lamp(painter: QPainter, light: Light) -> None:
    """A small desk lamp with an arm; its cone is seen when it is dark."""
    metal = mix(ink("#1f6a70"), ink(light.tint), light.tinting)
    _shadow(painter, -388, 858, 66, 13)
    if light.lamp > 0.1:
        cone = polygon([(-352, 690), (-296, 668), (-236, 866), (-430, 872)])
        warm = QColor("#ffe0a3")
        fill(painter, cone, brush.down(670, 870, faded(warm, 0.5 * light.lamp), faded(warm, 0.03)))
    fill(
        painter,
        smooth([(-432, 850), (-424, 838), (-352, 838), (-344, 850), (-352, 860), (-424, 860)], tension=0.7),
        brush.down(836, 860, lighter(metal, 0.25), darker(metal, 0.3)),
    )
    line(painter, smooth([(-388, 842), (-414, 752), (-352, 664)], closed=False, tension=0.2), darker(metal, 0.1), 8)
    line(
        painter,
        smooth([(-390, 842), (-417, 752), (-355, 664)], closed=False, tension=0.2),
        faded(lighter(metal, 0.5), 0.6),
        2,
    )
    fill(painter, oval(-414, 752, 9, 9), lighter(metal, 0.2))
    with kept(painter):
        painter.translate(-336, 668)
        painter.rotate(-24)
        fill(painter, oval(0, 22, 34, 10), mix(QColor("#fff7e4"), QColor("#ffe2a4"), light.lamp))
        shade = smooth([(-13, -26), (13, -26), (36, 22), (-36, 22)], tension=0.3)
        fill(painter, shade, brush.across((-36, 0), (36, 0), lighter(metal, 0.3), metal, darker(metal, 0.35)))
        soft(painter, 0, 24, 90, 60, faded(QColor("#ffe6b4"), 0.2 + 0.55 * light.lamp))


def _mug(painter: QPainter, light: Light) -> None:
    cup = mix(ink("#e9e2d4"), ink(light.tint), light.tinting * 1.6)
    with kept(painter):
        painter.translate(522, 852)
        _shadow(painter, 0, 14, 42, 10)
        line(painter, smooth([(22, -26), (44, -20), (40, 0), (20, 2)], closed=False), darker(cup, 0.2), 7)
        body = smooth([(-26, -36), (24, -36), (22, 8), (12, 16), (-14, 16), (-24, 8)], tension=0.3)
        fill(painter, body, brush.across((-26, 0), (26, 0), lighter(cup, 0.3), cup, darker(cup, 0.3)))
        fill(painter, oval(-1, -35, 25, 6), darker(cup, 0.15))
        fill(painter, oval(-1, -34, 21, 4.2), ink("#4b2f22"))


def paint_passport(painter: QPainter, light: Light, stamped: bool, lifted: float) -> None:
    """The student's passport, open on the desk, or held up a little to be read."""
    cover = mix(ink("#7a2531"), ink(light.tint), light.tinting)
    page = mix(ink("#f7f1e2"), ink(light.tint), light.tinting * 1.3)
    x, y = PASSPORT
    with kept(painter):
        painter.translate(x, y - lifted * 40)
        _shadow(painter, 0, 24 + lifted * 34, 104, 16)
        painter.scale(1.0, 0.62 + 0.3 * lifted)
        fill(painter, smooth([(-92, -40), (0, -34), (92, -40), (104, 40), (0, 46), (-104, 40)], tension=0.12), cover)
        for side in (-1, 1):
            leaf: list[Point] = [(0, -34), (side * 86, -42), (side * 97, 33), (0, 40)]
            shade = page if side < 0 else darker(page, 0.07)
            fill(
                painter,
                smooth(leaf, tension=0.14),
                brush.across((0, 0), (side * 94, 0), darker(shade, 0.14), shade, shade),
            )
        fill(painter, polygon([(-82, -26), (-52, -28), (-54, 10), (-87, 12)]), mix(ink("#9db4bf"), page, 0.25))
        fill(painter, oval(-68, -16, 7, 8), faded(ink("#5a6c7a"), 0.8))
        fill(painter, smooth([(-80, 8), (-76, -4), (-61, -5), (-57, 8)], tension=0.6), faded(ink("#5a6c7a"), 0.8))
        for n, wide in enumerate((34, 26, 30)):
            fill(painter, rounded(-44, -25 + n * 12, wide, 4, 2), faded(ink("#6d6a66"), 0.5))
        fill(painter, rounded(-86, 20, 78, 3, 1), faded(ink("#6d6a66"), 0.55))
        fill(painter, rounded(-87, 27, 78, 3, 1), faded(ink("#6d6a66"), 0.55))
        if stamped:
            _stamp_mark(painter)


def _stamp_mark(painter: QPainter) -> None:
    mark = faded(QColor("#1d6f63"), 0.85)
    with kept(painter):
        painter.translate(48, 2)
        painter.rotate(-14)
        line(painter, rounded(-31, -20, 62, 40, 7), mark, 4)
        line(painter, rounded(-25, -14, 50, 28, 4), faded(mark, 0.5), 1.8)
        fill(painter, rounded(-18, -9, 36, 5, 2), mark)
        fill(painter, rounded(-14, 5, 28, 4, 2), mark)
        fill(painter, rounded(-20, -2, 40, 4, 2), faded(mark, 0.7))


def paint_stamp(painter: QPainter, light: Light, x: float, y: float, pressed: float) -> None:
    """The stamp; (x, y) is the middle of its foot. ``pressed`` squeezes its spring."""
    wood = mix(ink("#8f4f30"), ink(light.tint), light.tinting)
    metal = mix(ink("#40485a"), ink(light.tint), light.tinting)
    with kept(painter):
        painter.translate(x, y)
        fill(
            painter,
            smooth([(-34, -16), (34, -16), (38, 0), (34, 5), (-34, 5), (-38, 0)], tension=0.35),
            brush.down(-16, 5, lighter(metal, 0.25), darker(metal, 0.35)),
        )
        painter.translate(0, pressed * 8)
        fill(
            painter,
            polygon([(-11, -44), (11, -44), (15, -14), (-15, -14)]),
            brush.across((-14, 0), (14, 0), lighter(metal, 0.3), metal, darker(metal, 0.3)),
        )
        knob = smooth([(-12, -42), (-21, -62), (-15, -84), (0, -90), (15, -84), (21, -62), (12, -42)], tension=0.9)
        fill(painter, knob, brush.across((-21, 0), (21, 0), lighter(wood, 0.35), wood, darker(wood, 0.4)))
        with inside(painter, knob):
            soft(painter, -8, -74, 9, 14, QColor(255, 240, 215, 130))
