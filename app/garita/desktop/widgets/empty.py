"""What a view shows when there is nothing to show yet: a picture, a sentence and a way on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.widgets.text import label

WIDEST = 460  # a line of text one reads at a glance


class EmptyState(QWidget):
    """Icon above title above text above button, in the middle of the room there is."""

    def __init__(
        self, icon: str, title: str, text: str = "", button: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = label(title, "heading")
        self.text = label(text, "body", tone="dim")
        if not text:  # the other way round it would flash as a window of its own: it has no parent yet
            self.text.hide()
        self.button = button
        self._words = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(_Medallion(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addLayout(self._middle())
        if button:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        current_theme().changed.connect(self._space)
        self._space()

    def _middle(self) -> QHBoxLayout:
        """The words between two springs; they may be narrower than the widget and never wider than is good to read."""
        for part in (self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._words.addWidget(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(self._words, 1000)
        middle.addStretch(1)
        return middle

    def _space(self) -> None:
        theme = current_theme()
        for part in (self.title, self.text):
            part.setMaximumWidth(theme.scaled(WIDEST))
        self._words.setSpacing(theme.space(1))
        self._column.setContentsMargins(theme.space(6), theme.space(6), theme.space(6), theme.space(6))
        self._column.setSpacing(theme.space(4))


class _Medallion(QWidget):
    """An icon in a soft disc."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = current_theme().scaled(88)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        edge = theme.colours.accent if theme.name == "contrast" else theme.colours.accent_soft
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(theme.colours.accent_soft)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        side = theme.scaled(40)
        picture = theme.pixmap(self._icon, "accent", 40)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)
