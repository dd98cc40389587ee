"""The verdict as the stamp that goes into the passport: two lines in a double frame, crooked and a little worn."""

from __future__ import annotations

import random

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from garita.desktop.theme import Theme

_TILT = -5.0  # degrees
_SPECKS = 90  # where the ink did not take


class Stamp(QWidget):
    """``above`` is small (a place and a day), ``word`` large; ``tone`` is a token of the theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word, self._above, self._tone = "", "", "good"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_verdict(self, word: str, above: str, tone: str) -> None:
        """Stamp this."""
        self._word, self._above, self._tone = word.upper(), above.upper(), tone
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The frame, tilted."""
        frame = self._frame()
        return QSize(round(frame.width() + frame.height() * 0.25), round(frame.height() + frame.width() * 0.1))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame and words; then the specks in the colour of the paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.rect().center())
        painter.rotate(_TILT)
        frame = self._frame()
        frame.moveCenter(QPointF(0, 0))
        ink = self._theme.colours.token(self._tone)
        self._paint_frame(painter, frame, QPen(ink, self._theme.scaled(3)))
        self._paint_words(painter, frame)
        if self._theme.name != "contrast":
            self._paint_wear(painter, frame)

    def _paint_frame(self, painter: QPainter, frame: QRectF, pen: QPen) -> None:
        gap = pen.widthF() * 1.7
        painter.setPen(pen)
        painter.drawRoundedRect(frame.adjusted(2, 2, -2, -2), 8, 8)
        painter.setPen(QPen(pen.color(), max(1.0, pen.widthF() / 3)))
        painter.drawRoundedRect(frame.adjusted(gap + 2, gap + 2, -gap - 2, -gap - 2), 5, 5)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        small, large = self._fonts()
        inner = frame.adjusted(0, self._theme.space(3), 0, -self._theme.space(3))
        painter.setFont(small)
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter, self._above)
        painter.setFont(large)
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter, self._word)

    def _paint_wear(self, painter: QPainter, frame: QRectF) -> None:
        rng = random.Random(self._word)  # the same stamp is worn in the same places
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colours.surface)
        for _ in range(_SPECKS):
            at = QPointF(rng.uniform(frame.left(), frame.right()), rng.uniform(frame.top(), frame.bottom()))
            size = rng.uniform(0.4, 1.3)
            painter.drawEllipse(at, size, size * rng.uniform(0.5, 1.0))

    def _frame(self) -> QRectF:
        small, large = (QFontMetricsF(font) for font in self._fonts())
        width = max(small.horizontalAdvance(self._above), large.horizontalAdvance(self._word))
        space = self._theme.space
        return QRectF(0, 0, width + space(12), small.height() + large.height() + space(6))

    def _fonts(self) -> tuple[QFont, QFont]:
        small, large = self._theme.font("caption"), self._theme.font("heading")
        large.setWeight(QFont.Weight.ExtraBold)
        for font, wide in ((small, 108), (large, 106)):
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, wide)
        return small, large
