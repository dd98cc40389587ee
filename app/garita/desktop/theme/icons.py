"""The line icons in assets/icons, tinted and drawn at any size. Knows colours as values, not the theme."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from garita import paths

_Shape = tuple[str, int, float, int]  # name, size, ratio, gap


def folder() -> Path:
    """Where the icons lie."""
    return paths.assets() / "icons"


class Icons:
    """Reads each drawing once, draws each shape once, and keeps each tinted picture."""

    def __init__(self) -> None:
        self._drawings: dict[str, QSvgRenderer] = {}
        self._shapes: dict[_Shape, QPixmap] = {}
        self._pictures: dict[tuple[_Shape, int], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float, gap: int = 0) -> QPixmap:
        """``size`` and the empty ``gap`` at the right are logical pixels, ``ratio`` the screen's for each of them.

        Raises:
            KeyError: there is no icon of that name.
        """
        shape = (name, size, ratio, gap)
        key = (shape, colour.rgba())
        if key not in self._pictures:
            self._pictures[key] = self._tinted(shape, colour)
        return self._pictures[key]

    def _tinted(self, shape: _Shape, colour: QColor) -> QPixmap:
        if shape not in self._shapes:
            self._shapes[shape] = self._drawn(shape)
        picture = QPixmap(self._shapes[shape])
        painter = QPainter(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(picture.rect(), colour)
        painter.end()
        picture.setDevicePixelRatio(shape[2])
        return picture

    def _drawn(self, shape: _Shape) -> QPixmap:
        name, size, ratio, gap = shape
        drawing = self._drawing(name)
        side = round(size * ratio)
        picture = QPixmap(side + round(gap * ratio), side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter, QRectF(0, 0, side, side))
        painter.end()
        return picture

    def _drawing(self, name: str) -> QSvgRenderer:
        if name not in self._drawings:
            path = folder() / f"{name}.svg"
            if not path.is_file():
                raise KeyError(name)
            self._drawings[name] = QSvgRenderer(str(path))
        return self._drawings[name]
