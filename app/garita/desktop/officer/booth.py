"""The booth itself: what stands behind the officer, and the frame, the lit sign and the glass in front.

Coordinates are the stage's.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from garita.desktop.officer import brush
from garita.desktop.officer.brush import darker, faded, fill, ink, line, mix, polygon, rounded, smooth, soft
from garita.desktop.officer.light import Light
from garita.desktop.officer.look import Appearance

POST = 452.0  # where the booth's posts stand, left and right
HEADER = (14.0, 96.0)  # the beam with the sign, top and bottom


def paint_back(painter: QPainter, light: Light) -> None:
    """The low wall behind the officer, the chair, and the glow that sets them off."""
    wall = ink(light.steel[1])
    fill(
        painter,
        rounded(-POST, 676, POST * 2, 260, 0),
        brush.down(676, 800, mix(wall, ink(light.steel[0]), 0.35), darker(wall, 0.3)),
    )
    fill(painter, rounded(-POST, 668, POST * 2, 12, 4), brush.down(668, 680, ink(light.steel[0]), wall))
    halo = QColor("#ffe8c4") if light.lamp > 0.2 else QColor("#ffffff")
    soft(painter, 0, 380, 400, 430, faded(halo, 0.2 + 0.16 * light.lamp))
    chair = smooth(
        [(-150, 930), (-166, 700), (-150, 590), (-100, 556), (100, 556), (150, 590), (166, 700), (150, 930)],
        tension=0.7,
    )
    fill(
        painter,
        chair,
        brush.across(
            (-160, 560),
            (160, 900),
            mix(ink("#3a4152"), ink(light.tint), 0.3),
            mix(ink("#1d212d"), ink(light.tint), 0.2),
        ),
    )
    edge = brush.across(
        (-170, 0), (-110, 0), faded(ink(light.rim), 0.4 * light.rim_strength), faded(ink(light.rim), 0.0)
    )
    line(painter, chair, edge, 5)


def paint_frame(painter: QPainter, light: Light, look: Appearance) -> None:
    """Posts and the beam with the sign."""
    lit, dark = ink(light.steel[0]), ink(light.steel[1])
    for side in (-1, 1):
        x = side * POST - 17
        fill(
            painter,
            rounded(x, HEADER[0] + 30, 34, 800, 4),
            brush.across((x, 0), (x + 34, 0), mix(lit, QColor("#ffffff"), 0.15), lit, dark),
        )
        fill(
            painter,
            rounded(x + (28 if side < 0 else 2), HEADER[1], 3, 740, 1),
            faded(ink(light.rim), 0.35 * light.rim_strength),
        )
    top, bottom = HEADER
    fill(painter, rounded(-POST - 44, top + 10, POST * 2 + 88, bottom - top, 18), faded(QColor("#0b1020"), 0.28))
    body = rounded(-POST - 44, top, POST * 2 + 88, bottom - top, 18)
    fill(
        painter,
        body,
        brush.down(
            top,
            bottom,
            mix(ink("#24465a"), ink(light.tint), light.tinting),
            mix(ink("#12303f"), ink(light.tint), light.tinting),
        ),
    )
    fill(painter, rounded(-POST - 30, top + 3, POST * 2 + 60, 3, 1.5), QColor(255, 255, 255, 60))
    _sign(painter, light, look)


def _sign(painter: QPainter, light: Light, look: Appearance) -> None:
    top, bottom = HEADER
    glowing = mix(QColor("#ffffff"), QColor("#ffe9bf"), 0.3 + 0.5 * light.lamp)
    soft(painter, 0, (top + bottom) / 2, 330, 70, faded(glowing, 0.1 + 0.26 * light.lamp))
    font = QFont()
    font.setFamilies(["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell", "sans-serif"])
    font.setWeight(QFont.Weight.Bold)
    font.setPixelSize(44)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 9)
    painter.setFont(font)
    painter.setPen(glowing)
    painter.drawText(QRectF(-POST, top + 4, POST * 2, bottom - top - 18), Qt.AlignmentFlag.AlignCenter, look.sign)
    colours = [mix(ink(code), ink(light.tint), light.tinting * 0.6) for code in look.bands.colours]
    brush.bands(painter, QRectF(-75, bottom - 15, 150, 6), colours, upright=True)


def paint_glass(painter: QPainter, light: Light) -> None:
    """What the pane reflects: broad streaks, a bright edge, the ring one speaks through."""
    shine = ink(light.rim)
    for x, wide, strength in [(-430, 120, 0.1), (-270, 34, 0.07), (170, 190, 0.065), (396, 30, 0.08)]:
        streak = polygon([(x + 150, HEADER[1]), (x + 150 + wide, HEADER[1]), (x - 60 + wide, 790), (x - 60, 790)])
        fill(
            painter,
            streak,
            brush.down(HEADER[1], 790, faded(shine, strength * 1.5), faded(shine, strength * 0.5), faded(shine, 0.0)),
        )
    fill(
        painter,
        rounded(-POST, HEADER[1], POST * 2, 46, 0),
        brush.down(HEADER[1], HEADER[1] + 46, faded(QColor("#0a1020"), 0.22), faded(QColor("#0a1020"), 0.0)),
    )


def paint_rail(painter: QPainter, light: Light) -> None:
    """The pane stands in two rails on the desk; between them papers are passed."""
    lit, dark = ink(light.steel[0]), ink(light.steel[1])
    for side in (-1, 1):
        start = 178.0 if side > 0 else -POST
        fill(
            painter,
            rounded(start, 884, POST - 178, 11, 4),
            brush.down(884, 895, mix(lit, QColor("#ffffff"), 0.35), lit, dark),
        )
        fill(painter, rounded(start, 893, POST - 178, 9, 4), faded(QColor("#1a0f14"), 0.25))
