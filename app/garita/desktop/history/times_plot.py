"""The time of each answer as a row of bars: small, to be read at a glance, with the middle one as a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from garita.desktop.numerals import decimal, short
from garita.desktop.theme import Theme

_MOST = 60  # bars; of a longer conversation the last ones are shown


class TimesPlot(QWidget):
    """Bars from left to right in the order of the answers; the pointer on one says what it is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seconds: list[float] = []
        self._texts: list[str] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_times(self, times: Sequence[tuple[float, str]]) -> None:
        """(seconds, what was said) of each answer."""
        shown = list(times)[-_MOST:]
        self._seconds, self._texts = [seconds for seconds, _ in shown], [text for _, text in shown]
        if shown:
            self.setAccessibleName(self.tr("Seconds until each answer"))
            self.setAccessibleDescription(", ".join(f"{seconds:.0f}" for seconds in self._seconds))
        self.setVisible(bool(shown))
        self.update()

    def sizeHint(self) -> QSize:
        """A strip."""
        return QSize(self._theme.scaled(280), self._theme.scaled(132))

    def event(self, event: QEvent) -> bool:
        """The words of the bar under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._seconds:
            place = int((event.pos().x() - self._area().left()) // self._step())
            if 0 <= place < len(self._seconds):
                text = self.tr("{seconds} s: {words}").format(
                    seconds=decimal(self._seconds[place]), words=self._texts[place]
                )
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two lines to read heights by, the bars, the middle."""
        if not self._seconds:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        area, top = self._area(), _round_up(max(self._seconds))
        self._paint_scale(painter, area, top)
        self._paint_bars(painter, area, top)
        self._paint_middle(painter, area, top)

    def _paint_scale(self, painter: QPainter, area: QRectF, top: float) -> None:
        colours = self._theme.colours
        for seconds in (0.0, top / 2, top):
            y = area.bottom() - area.height() * seconds / top
            painter.setPen(QPen(colours.border, 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(colours.dim)
            place = QRectF(0, y - 20, area.left() - self._theme.space(2), 40)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, align, f"{short(seconds)} s")

    def _paint_bars(self, painter: QPainter, area: QRectF, top: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.accent)
        step = self._step()
        width = min(step * 0.62, self._theme.scaled(28))
        for place, seconds in enumerate(self._seconds):
            height = max(2.0, area.height() * seconds / top)
            left = area.left() + step * place + (step - width) / 2
            painter.drawRoundedRect(QRectF(left, area.bottom() - height, width, height), 3, 3)

    def _paint_middle(self, painter: QPainter, area: QRectF, top: float) -> None:
        middle = sorted(self._seconds)[len(self._seconds) // 2]
        y = area.bottom() - area.height() * middle / top
        painter.setPen(QPen(self._theme.colours.amber, 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _area(self) -> QRectF:
        metrics = QFontMetricsF(self._theme.font("caption"))
        left = metrics.horizontalAdvance("120 s") + self._theme.space(2)
        half = metrics.height() / 2
        return QRectF(self.rect()).adjusted(left, half, -1, -half)

    def _step(self) -> float:
        return min(self._area().width() / len(self._seconds), self._theme.scaled(56))


def _round_up(seconds: float) -> float:
    return next(top for top in (4, 6, 10, 20, 30, 60, 120) if seconds <= top or top == 120)
