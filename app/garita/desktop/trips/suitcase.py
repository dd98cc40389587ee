"""The open suitcase: a painted case with the things in it, each with its picture, its worth, and whether to declare it.

Receives items ready to be shown and knows no scenario.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from garita.desktop.theme import Theme
from garita.desktop.theme.colours import mixed
from garita.desktop.trips import pictures
from garita.desktop.trips.things import Item, Picture
from garita.desktop.widgets import FlowLayout, Pill, label

_TILE, _TILE_COMPACT = 44, 28
_COLUMN = 212


class ThingPicture(QWidget):
    """The picture of one thing; only decorates, the words beside it say what it is."""

    def __init__(self, theme: Theme, what: Picture, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._what, self._side = theme, what, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = self._theme.scaled(self._side)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The drawing on its tile."""
        pictures.paint(QPainter(self), QRectF(self.rect()), self._what, self._theme)


class ThingRow(QWidget):
    """One thing: picture, words, worth, and the mark where it must be declared."""

    def __init__(self, theme: Theme, item: Item, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        must = self.tr("must be declared")
        self.setAccessibleName(", ".join(part for part in (item.words, item.value, must * item.must_declare) if part))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(3))
        picture = ThingPicture(theme, item.picture, _TILE_COMPACT if compact else _TILE)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.space(0.5))
        words.addWidget(label(item.words, "small" if compact else "body", tone="text"))
        if item.value and not compact:
            words.addWidget(label(item.value, "caption"))
        if item.must_declare:
            words.addWidget(Pill(must, "warn", "stamp"), 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row.addLayout(words, 1)

    def sizeHint(self) -> QSize:
        """As wide as a column, so that things stand in columns."""
        return QSize(self._theme.scaled(_COLUMN), super().sizeHint().height())


class Suitcase(QWidget):
    """The case with everything in it."""

    def __init__(
        self, theme: Theme, items: Sequence[Item], title: str, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._compact = theme, compact
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._title = label(title, "caption", tone="text")
        self._column.addWidget(self._title)
        self._inside = QWidget()
        self._flow = FlowLayout(self._inside, fill=True)
        for item in items:
            self._flow.addWidget(ThingRow(theme, item, compact=compact))
        self._column.addWidget(self._inside, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Handle, shell, seam and lining."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        shell = QRectF(self.rect()).adjusted(1, self._handle_height(), -1, -1)
        edge = QPen(theme.colours.border if theme.name == "contrast" else self._leather().darker(118), 1)
        self._paint_handle(painter, shell, edge.color())
        painter.setPen(edge)
        painter.setBrush(self._leather())
        painter.drawRoundedRect(shell, theme.radius + 2, theme.radius + 2)
        self._paint_lining(painter, shell, edge)

    def _paint_handle(self, painter: QPainter, shell: QRectF, colour: QColor) -> None:
        theme = self._theme
        width, height = theme.scaled(64), self._handle_height()
        arc = QPainterPath()
        arc.addRoundedRect(QRectF(shell.center().x() - width / 2, 3, width, height * 2), 10, 10)
        painter.strokePath(arc, QPen(colour, theme.scaled(5)))

    def _paint_lining(self, painter: QPainter, shell: QRectF, edge: QPen) -> None:
        theme = self._theme
        stitch = QPen(theme.colours.dim if theme.name == "contrast" else self._leather().darker(112), 1)
        stitch.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(stitch)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shell.adjusted(4, 4, -4, -4), theme.radius, theme.radius)
        lining = QRectF(self._inside.geometry()).adjusted(*_around(theme.space(3)))
        painter.setPen(edge)
        painter.setBrush(theme.colours.surface)
        painter.drawRoundedRect(lining, theme.control_radius, theme.control_radius)
        for share in (0.2, 0.8):  # clasps
            clasp = QRectF(0, 0, theme.scaled(18), theme.scaled(8))
            clasp.moveCenter(lining.topLeft() + (lining.topRight() - lining.topLeft()) * share)
            painter.setBrush(mixed(theme.colours.surface, theme.colours.amber, 0.8))
            painter.drawRoundedRect(clasp, 3, 3)

    def _leather(self) -> QColor:
        colours = self._theme.colours
        return mixed(colours.surface, colours.amber, 0.0 if self._theme.name == "contrast" else 0.28)

    def _handle_height(self) -> int:
        return self._theme.scaled(12)

    def _dress(self) -> None:
        theme = self._theme
        side = theme.space(6 if not self._compact else 5)
        self._column.setContentsMargins(side, self._handle_height() + theme.space(3), side, side)
        self._column.setSpacing(theme.space(6))
        self._flow.setSpacing(theme.space(3 if not self._compact else 2))
        self.update()


def _around(pixels: int) -> tuple[int, int, int, int]:
    """For ``adjusted``: larger on every side."""
    return -pixels, -pixels, pixels, pixels
