"""Plots over time in the theme's look: bars for how much, a line for how well. Few ticks, no frame, nothing moves.

Knows pyqtgraph and numbers, nothing of conversations.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainterPath, QWheelEvent
from PySide6.QtWidgets import QGraphicsPathItem, QSizePolicy, QToolTip, QWidget

from garita.desktop.numerals import percent, short
from garita.desktop.theme import Theme
from garita.desktop.theme.colours import faded

_LABELS = 6  # at most so many words below a plot
_TALLEST = 1.12  # room above the highest value


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """``show_values`` takes one value a day or week, None where there is none; ``share`` plots 0 to 100 %."""

    def __init__(self, theme: Theme, *, share: bool = False, parent: QWidget | None = None) -> None:
        self._theme, self._share = theme, share
        self._values: list[float | None] = []
        self._names: list[str] = []
        self._texts: list[str] = []
        super().__init__(parent)
        self.setAntialiasing(True)
        self.setMenuEnabled(False)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._draw)
        self._draw()

    def show_values(
        self, name: str, values: Sequence[float | None], names: Sequence[str], texts: Sequence[str]
    ) -> None:
        """``names`` stand below, ``texts`` say a value in words (for the pointer, and for who cannot see the plot)."""
        self._values, self._names, self._texts = list(values), list(names), list(texts)
        self.setAccessibleName(name)
        said = [text for text, value in zip(texts, values, strict=True) if value]
        self.setAccessibleDescription("; ".join(said[-12:]))
        self._draw()

    def sizeHint(self) -> QSize:
        """Two fit beside each other in the smallest window."""
        return QSize(self._theme.scaled(340), self._theme.scaled(200))

    def minimumSizeHint(self) -> QSize:
        """It may be narrower, not lower."""
        return QSize(self._theme.scaled(200), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the plot."""
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """The value under the pointer in words."""
        if event.type() == QEvent.Type.ToolTip:
            at = self.plotItem.vb.mapSceneToView(QPointF(event.pos()))  # type: ignore[attr-defined]
            place = round(at.x())
            if 0 <= place < len(self._texts):
                QToolTip.showText(event.globalPos(), self._texts[place], self)  # type: ignore[attr-defined]
            return True
        return bool(super().viewportEvent(event))

    # --- drawing ----------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        colours = self._theme.colours
        self.updateGeometry()
        self.setBackground(colours.surface)
        self.plotItem.clear()
        top = 1.0 if self._share else nice_top(max((value or 0 for value in self._values), default=0))
        self._draw_axes(top)
        if self._share:
            self._draw_line(colours.accent)
        else:
            self._draw_bars(colours.accent)
        self.setXRange(-0.6, max(len(self._values), 1) - 0.4, padding=0)
        self.setYRange(0, top * _TALLEST, padding=0)

    def _draw_axes(self, top: float) -> None:
        theme, colours = self._theme, self._theme.colours
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setStyle(tickFont=theme.font("caption"), tickLength=0, tickTextOffset=theme.space(2))
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(colours.dim)
        marks = [(value, _number(value, share=self._share)) for value in (0.0, top / 2, top)]
        self.getAxis("left").setTicks([marks])
        metrics_width = max(len(text) for _, text in marks) * theme.font("caption").pixelSize() * 0.75
        self.getAxis("left").setWidth(round(metrics_width) + theme.space(3))
        self.getAxis("bottom").setHeight(theme.font("caption").pixelSize() + theme.space(4))
        self.getAxis("bottom").setTicks([self._labels()])
        for value, _ in marks:
            pen = pg.mkPen(colours.border if theme.name != "contrast" else faded(colours.border, 0.5), width=1)
            self.addItem(pg.InfiniteLine(value, angle=0, pen=pen))

    def _labels(self) -> list[tuple[int, str]]:
        step = max(1, -(-len(self._names) // _LABELS))
        middle = step // 2  # a word at the very edge would be left out
        return [(place, name) for place, name in enumerate(self._names) if place % step == middle]

    def _draw_bars(self, colour: QColor) -> None:
        path, width = QPainterPath(), min(0.62, 0.2 + len(self._values) * 0.03)
        for place, value in enumerate(self._values):
            if value:
                path.addRect(place - width / 2, 0, width, value)
        item = QGraphicsPathItem(path)
        item.setPen(pg.mkPen(None))
        item.setBrush(colour)
        self.addItem(item)

    def _draw_line(self, colour: QColor) -> None:
        """Points where there is a value, joined over the gaps."""
        known = [(place, value) for place, value in enumerate(self._values) if value is not None]
        if not known:
            return
        places, values = np.array(known, dtype=float).T
        soft = pg.mkBrush(faded(colour, 0.12))
        line = pg.mkPen(colour, width=2.5 * self._theme.text_scale)
        self.addItem(
            pg.PlotDataItem(
                places, values, pen=line, fillLevel=0, brush=soft, symbol="o" if len(known) < 40 else None,
                symbolSize=self._theme.scaled(7), symbolBrush=colour, symbolPen=pg.mkPen(None),
            )
        )  # fmt: skip


def nice_top(highest: float) -> float:
    """The end of an axis: a round number not below the highest value."""
    if highest <= 0:
        return 10.0
    size = 10 ** np.floor(np.log10(highest))
    return float(next(step * size for step in (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10) if step * size >= highest))


def _number(value: float, *, share: bool) -> str:
    return percent(value) if share else short(value)
