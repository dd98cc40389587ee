"""Small parts of the trip card: a field (what it is, what it says), the photograph, the machine readable lines."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from garita.desktop.theme import Theme
from garita.desktop.trips import portrait
from garita.desktop.trips.looks import Looks
from garita.desktop.widgets import label

_COLUMN = 144  # pixels at text size 1 from which a field has a column of its own
_SPREAD = 0.25  # of a sign's height: how far apart the machine readable signs may be set to fill the page
_PHOTO = (84, 108)
_PHOTO_COMPACT = (56, 72)


class Field(QWidget):
    """A caption over its value."""

    def __init__(
        self, theme: Theme, caption: str, value: str, role: str = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(f"{caption}: {value}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(label(caption, "caption"))
        column.addWidget(label(value, role))
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """As wide as a column, so that fields stand in columns."""
        return QSize(self._theme.scaled(_COLUMN), super().sizeHint().height())


class Photo(QWidget):
    """The traveller's photograph."""

    def __init__(self, theme: Theme, looks: Looks, name: str, *, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._looks, self._size = theme, looks, _PHOTO_COMPACT if compact else _PHOTO
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """In the proportions of passport photographs; grows a little with the text."""
        growth = 1 + (self._theme.text_scale - 1) / 2
        return QSize(round(self._size[0] * growth), round(self._size[1] * growth))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The portrait, edged."""
        painter = QPainter(self)
        portrait.paint(painter, QRectF(self.rect()), self._looks, radius=self._theme.control_radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colours.outline)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(edge, self._theme.control_radius, self._theme.control_radius)


class MachineLines(QWidget):
    """The two lines for the border's reader: as large as fits, up to the text's size."""

    def __init__(self, theme: Theme, lines: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lines = theme, lines
        self.setAccessibleName(self.tr("Machine readable lines"))
        self.setAccessibleDescription(" ".join(lines))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Two lines high; as wide as there is room."""
        line = QFontMetricsF(self._theme.font("mono")).lineSpacing()
        return QSize(self._theme.scaled(240), round(2 * line + self._theme.space(2)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The signs, each in its place as print has them."""
        painter = QPainter(self)
        font, signs = self._theme.font("mono"), len(self._lines[0])
        widest = QFontMetricsF(font).horizontalAdvance("<" * signs)
        font.setPixelSize(max(6, int(font.pixelSize() * min(1.0, self.width() / widest))))
        over = self.width() - QFontMetricsF(font).horizontalAdvance("<" * signs)
        spacing = min(max(0.0, over / signs), font.pixelSize() * _SPREAD)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        painter.setFont(font)
        painter.setPen(self._theme.colours.text)
        line = QFontMetricsF(font).lineSpacing()
        top = (self.height() - 2 * line) / 2
        for number, text in enumerate(self._lines):
            room = QRectF(0, top + number * line, self.width(), line)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
