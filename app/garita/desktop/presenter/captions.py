"""Large captions: who speaks, the Spanish words as large as the room allows, the English below. Painted, no more."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from garita.desktop.theme.theme import Theme

_LARGEST, _SMALLEST = 0.16, 0.03  # of the height
_ENGLISH = 0.6  # of the Spanish words' size


class Captions(QWidget):
    """Two languages, one turn. Everything is drawn again when it changes; that is a few times a turn."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.who = self.spanish = self.english = ""
        self.with_english = True
        self.scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_turn(self, who: str, spanish: str, english: str) -> None:
        """Show these words; a screen reader reads them, too."""
        self.who, self.spanish, self.english = who, spanish, english
        self.setAccessibleName(f"{who}: {spanish}")
        self.setAccessibleDescription(english)
        self.update()

    def show_english(self, on: bool) -> None:
        """With the English below, or without."""
        self.with_english = on
        self.update()

    def enlarge(self, factor: float) -> None:
        """Larger or smaller words, as far as they fit."""
        self.scale = min(2.0, max(0.5, self.scale * factor))
        self.update()

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(640, 480)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words from the middle upwards and downwards."""
        painter = QPainter(self)
        colours, area = self._theme.colours, QRectF(self.rect())
        size = self._fitting(area)
        blocks = self._blocks(size)
        height = sum(self._height(text, font, area) for text, font, _ in blocks)
        y = max(0.0, (area.height() - height) / 2)
        for text, font, token in blocks:
            painter.setFont(font)
            painter.setPen(colours.token(token))
            tall = self._height(text, font, area)
            painter.drawText(QRectF(area.x(), y, area.width(), tall), _WRAPPED, text)
            y += tall

    def _blocks(self, size: float) -> list[tuple[str, QFont, str]]:
        """Text, font and colour token of what is shown, from top to bottom."""
        name, words, english = self._font(size * 0.45, 600), self._font(size, 600), self._font(size * _ENGLISH, 400)
        shown = [(self.who, name, "accent"), (self.spanish, words, "text")]
        if self.with_english and self.english:
            shown.append((self.english, english, "dim"))
        return [block for block in shown if block[0]]

    def _fitting(self, area: QRectF) -> float:
        """The largest size at which all of it has room."""
        size = area.height() * _LARGEST * self.scale
        while size > area.height() * _SMALLEST:
            if sum(self._height(text, font, area) for text, font, _ in self._blocks(size)) <= area.height():
                break
            size *= 0.94
        return size

    def _height(self, text: str, font: QFont, area: QRectF) -> float:
        bounds = QFontMetricsF(font).boundingRect(QRectF(0, 0, area.width(), 100_000), _WRAPPED, text)
        return float(bounds.height() + font.pixelSize() * 0.5)

    def _font(self, size: float, weight: int) -> QFont:
        font = QFont(self._theme.font("body"))
        font.setPixelSize(max(8, round(size)))
        font.setWeight(QFont.Weight(weight))
        return font


_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
