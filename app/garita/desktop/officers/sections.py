"""Parts of the officers page: a section with a heading, and a grid of cards in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from garita.desktop.theme import current_theme
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
