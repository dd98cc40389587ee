"""A page: heading, a sentence under it, and content that scrolls and never grows wider than is good to read.

Content that expands (a list, a table) fills the page; content that does not stands at its top.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.widgets.column import Column
from garita.desktop.widgets.text import label

WIDEST = 1120  # of the content, and
NARROWEST = 360  # of the heading, at text size 1


class Page(QWidget):
    """``body`` takes the content from top to bottom, ``head`` what stands at the right of the heading."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = label(title, "title")
        self.subtitle = label(subtitle, "body", tone="dim")
        self.head = QHBoxLayout()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.body = QVBoxLayout()
        self._column = Column()
        self.scroller = QScrollArea(self)
        self.setFocusProxy(self.scroller)  # page.setFocus() lets the keys scroll, and Tab begins at the first control
        self._lay_out()
        self.set_heading(title, subtitle)
        current_theme().changed.connect(self._space)
        self._space()

    def set_heading(self, title: str, subtitle: str = "") -> None:
        """Change the heading; empty parts go away."""
        for part, text in ((self.title, title), (self.subtitle, subtitle)):
            part.setText(text)
            part.setVisible(bool(text))
        self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the content."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout) -> None:
        """Put a layout at the end of the content."""
        self.body.addLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside the heading moves under it where the heading would be squeezed."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        theme = current_theme()
        left = self.width() - 2 * theme.space(8) - self.head.minimumSize().width()
        narrow = left < theme.scaled(NARROWEST)
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._top.addLayout(words, 1)
        self._top.addLayout(self.head)
        self._top.setAlignment(self.head, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._top)
        self._column.addLayout(self.body)
        self._words = words
        self._scroll_around(self._column)

    def _scroll_around(self, column: QVBoxLayout) -> None:
        content = QWidget()
        inner = QWidget(content)
        inner.setLayout(column)
        self._inner = inner
        across = QHBoxLayout(content)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(inner, 1000)
        across.addStretch(1)
        self.scroller.setWidget(content)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.scroller)

    def _space(self) -> None:
        theme = current_theme()
        self._column.setContentsMargins(theme.space(8), theme.space(7), theme.space(8), theme.space(8))
        self._column.setSpacing(theme.space(6))
        self._words.setSpacing(theme.space(1))
        self.body.setSpacing(theme.space(4))
        self.head.setSpacing(theme.space(2))
        self._top.setSpacing(theme.space(3))
        self._inner.setMaximumWidth(theme.scaled(WIDEST))
        self._turn()
