"""Parts of the officers page: a section with a heading, a grid of cards, and the hint while a file is dragged over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.theme.colours import faded
from garita.desktop.widgets import FlowLayout, label


class Section(QWidget):
    """A heading, a sentence under it, and widgets that are replaced as a whole. Empty it takes no room."""

    def __init__(self, title: str, text: str = "", *, grid: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self.title = label(title, "heading")
        self.text = label(text, "small")
        if not text:  # the other way round it would flash as a window of its own: it has no parent yet
            self.text.hide()
        self._column.addWidget(self.title)
        self._column.addWidget(self.text)
        self._holder = QWidget()
        self._items: QVBoxLayout | FlowLayout = FlowLayout(fill=True) if grid else QVBoxLayout()
        self._items.setContentsMargins(0, 0, 0, 0)
        self._holder.setLayout(self._items)
        self._column.addWidget(self._holder)
        self.foot = QVBoxLayout()
        self._column.addLayout(self.foot)
        current_theme().changed.connect(self._space)
        self._space()
        self.hide()

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these instead of those before; one that is among them again stays."""
        while item := self._items.takeAt(0):
            if (widget := item.widget()) and widget not in widgets:
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            self._items.addWidget(widget)
            widget.show()  # now, or the section would be empty for a moment
        self.setVisible(bool(widgets))

    def _space(self) -> None:
        theme = current_theme()
        above = theme.space(3) if self.title.text() else 0
        self._column.setContentsMargins(0, above, 0, 0)
        self._column.setSpacing(theme.space(2))
        self._items.setSpacing(theme.space(3))


class DropHint(QLabel):
    """Lies over the page while a file is dragged over it, and says what letting go will do."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("role", "heading")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Cover the page."""
        parent = self.parentWidget()
        assert parent
        self.setGeometry(parent.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil with a dashed edge, and the words."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), faded(theme.colours.background, 0.92))
        inset = theme.space(4)
        painter.setPen(QPen(theme.colours.accent, 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.radius, theme.radius)
        painter.end()
        super().paintEvent(event)
