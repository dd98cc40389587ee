"""The line icons in assets/icons, tinted and drawn at any size. Knows colours as values, not the theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from garita import paths


def folder() -> Path:
    """Where the icons lie."""
    return paths.assets() / "icons"


class Icons:
    """Reads each drawing once and keeps each picture it made."""

    def __init__(self) -> None:
        self._drawings: dict[str, str] = {}
        self._pictures: dict[tuple[str, int, int, float, int], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float, gap: int = 0) -> QPixmap:
        """``size`` and the empty ``gap`` at the right are logical pixels, ``ratio`` the screen's for each of them."""
        key = (name, colour.rgba(), size, ratio, gap)
        if key not in self._pictures:
            self._pictures[key] = self._painted(name, colour, size, ratio, gap)
        return self._pictures[key]

    def _painted(self, name: str, colour: QColor, size: int, ratio: float, gap: int) -> QPixmap:
        side = round(size * ratio)
        picture = QPixmap(side + round(gap * ratio), side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing = self._drawing(name).replace("currentColor", colour.name())
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _drawing(self, name: str) -> str:
        if name not in self._drawings:
            self._drawings[name] = (folder() / f"{name}.svg").read_text(encoding="utf-8")
        return self._drawings[name]
