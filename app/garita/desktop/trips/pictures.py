"""The small pictures of things: drawings of two colours from assets/things, in the theme's, sharp at any size.

Knows the theme and the names of the drawings, nothing of suitcases.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from garita import paths
from garita.desktop.theme import Theme
from garita.desktop.theme.colours import mixed
from garita.desktop.trips.things import Picture

_LINE, _FILL = "#000000", "#ffffff"  # as the drawings have them


def paint(painter: QPainter, room: QRectF, what: Picture, theme: Theme) -> None:
    """Draw a thing on a soft tile that fills ``room``."""
    colours = theme.colours
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colours.border if theme.name == "contrast" else colours.accent_soft)
    painter.setBrush(colours.accent_soft)
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), room.width() / 4, room.width() / 4)
    inset = room.width() * 0.12
    fill = mixed(colours.surface, colours.amber, 0.0 if theme.name == "contrast" else 0.55)
    _drawing(what, colours.accent, fill).render(painter, room.adjusted(inset, inset, -inset, -inset))


def _drawing(what: Picture, line: QColor, fill: QColor) -> QSvgRenderer:
    text = _source(what).replace(_LINE, line.name()).replace(_FILL, fill.name())
    return QSvgRenderer(QByteArray(text.encode()))


@cache
def _source(what: Picture) -> str:
    return (paths.assets() / "things" / f"{what}.svg").read_text(encoding="utf-8")
