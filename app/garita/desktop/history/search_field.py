"""A field to search in: a magnifying glass before the words, a cross behind them. Escape empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.widgets import icon_button, icon_label

_GLASS = 18


class SearchField(QLineEdit):
    """A line of text like any other."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        glass = icon_label("search", "dim", _GLASS)
        glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.cross = icon_button("close", self.tr("Empty the search field"), size=14)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Escape does it
        self.cross.setCursor(Qt.CursorShape.ArrowCursor)
        self.cross.hide()
        self.cross.clicked.connect(self.clear)
        self.textChanged.connect(self._show_cross)
        self._row = QHBoxLayout(self)
        self._row.addWidget(glass)
        self._row.addStretch(1)
        self._row.addWidget(self.cross)
        current_theme().changed.connect(self._space)
        self._space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _show_cross(self, text: str) -> None:
        self.cross.setVisible(bool(text))

    def _space(self) -> None:
        theme = current_theme()
        self._row.setContentsMargins(theme.space(3), 0, theme.space(0.5), 0)
        beside = theme.scaled(_GLASS) + theme.space(2)
        self.setTextMargins(beside, 0, theme.scaled(36), 0)
