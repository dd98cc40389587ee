"""A raised surface that groups what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.widgets.column import Column
from garita.desktop.widgets.text import label


class Card(QFrame):
    """``body`` takes what the card shows; with a title, ``head`` takes what stands at the title's right."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.head = QHBoxLayout()
        self.body = Column(self)
        self.title = label(title, "heading")
        self.head.addWidget(self.title, 1)
        self.body.addLayout(self.head)
        self.title.setVisible(bool(title))
        current_theme().changed.connect(self._space)
        self._space()

    def set_title(self, title: str) -> None:
        """Change the title; an empty one goes away."""
        self.title.setText(title)
        self.title.setVisible(bool(title))

    def _space(self) -> None:
        theme = current_theme()
        self.body.setContentsMargins(theme.space(5), theme.space(5), theme.space(5), theme.space(5))
        self.body.setSpacing(theme.space(3))
