"""What is worn on a uniform: epaulettes, a badge, the name, the country's colours on the sleeve. All made up.

Coordinates are the stage's.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath

from garita.desktop.officer import brush
from garita.desktop.officer.brush import Point, faded, fill, inside, kept, line, polygon, rounded, smooth
from garita.desktop.officer.look import Appearance, surname_plate
from garita.desktop.officer.tones import Tones


def slimness(look: Appearance) -> float:
    """How much narrower a chest is than it is drawn."""
    return 0.82 if look.gender == "woman" else 0.93


def paint_epaulettes(painter: QPainter, look: Appearance, tones: Tones) -> None:
    """Three bars on each shoulder; a vest has none."""
    if look.uniform.cut == "vest":
        return
    slim = slimness(look)
    drop = 8 if look.gender == "woman" else 0
    for side in (-1, 1):
        points: list[Point] = [
            (120 * slim, 560 + drop),
            (232 * slim, 588 + drop),
            (250 * slim, 606 + drop),
            (240 * slim, 616 + drop),
            (116 * slim, 584 + drop),
        ]
        shape = smooth([(side * x, y) for x, y in points], tension=0.3)
        fill(painter, shape, brush.down(560, 620, brush.darker(tones.tie, 0.05), brush.darker(tones.tie, 0.3)))
        line(painter, shape, faded(tones.trim, 0.85), 2.2)
        for x in (178, 198, 218):
            y = 560 + drop + (x - 120) * 0.25
            line(painter, polygon([(side * x * slim, y + 3), (side * (x - 4) * slim, y + 21)]), tones.trim, 5)


def paint_badge(painter: QPainter, look: Appearance, tones: Tones) -> None:
    """A plain star in a ring: nobody's badge."""
    with kept(painter):
        painter.translate(132 * slimness(look), 676 if look.uniform.cut != "jacket" else 694)
        ring = brush.oval(0, 0, 27, 27)
        fill(painter, brush.oval(2, 4, 27, 27), faded(tones.cloth_dark, 0.6))
        fill(
            painter,
            ring,
            brush.across(
                (-20, -24), (20, 24), brush.lighter(tones.trim, 0.55), tones.trim, brush.darker(tones.trim, 0.3)
            ),
        )
        line(painter, brush.oval(0, 0, 21, 21), faded(brush.darker(tones.trim, 0.45), 0.6), 2)
        star = [
            (
                math.sin(n * math.pi / 5) * (15 if n % 2 == 0 else 6.5),
                -math.cos(n * math.pi / 5) * (15 if n % 2 == 0 else 6.5),
            )
            for n in range(10)
        ]
        fill(painter, polygon(star), brush.lighter(tones.trim, 0.75))


def paint_plate(painter: QPainter, look: Appearance, tones: Tones) -> None:
    """The name, engraved."""
    y = 664 if look.uniform.cut != "jacket" else 688
    area = QRectF(-134 * slimness(look) - 56, y, 112, 30)
    fill(painter, rounded(area.x() + 2, area.y() + 4, 112, 30, 6), faded(tones.cloth_dark, 0.6))
    fill(
        painter,
        rounded(area.x(), area.y(), 112, 30, 6),
        brush.down(y, y + 30, brush.ink("#2b2f3d"), brush.ink("#191c27")),
    )
    line(painter, rounded(area.x(), area.y(), 112, 30, 6), faded(tones.trim, 0.95), 2)
    text = surname_plate(look.name)
    font = QFont()
    font.setFamilies(["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "sans-serif"])
    font.setWeight(QFont.Weight.DemiBold)
    font.setPixelSize(max(6, min(17, round(156 / len(text)))))
    painter.setFont(font)
    painter.setPen(brush.lighter(tones.trim, 0.65))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def paint_patch(painter: QPainter, look: Appearance, tones: Tones, body: QPainterPath) -> None:
    """The country's colours on the sleeve."""
    slim = slimness(look)
    with inside(painter, body), kept(painter):
        painter.translate(-262 * slim, 716)
        painter.rotate(10)
        shield = smooth([(-24, -28), (24, -28), (24, 8), (0, 32), (-24, 8)], tension=0.4)
        with inside(painter, shield):
            colours = [brush.mix(brush.ink(code), tones.cloth, 0.12) for code in look.bands.colours]
            brush.bands(painter, QRectF(-25, -29, 50, 62), colours, look.bands.upright)
        line(painter, shield, faded(tones.trim, 0.9), 3)
