"""What a view shows when there is nothing to show yet, or while it loads: a picture, a sentence and a way on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.widgets.text import icon_label, label


class EmptyState(QWidget):
    """Icon above title above text above button, in the middle of the room there is."""

    def __init__(
        self, icon: str, title: str, text: str = "", button: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = label(title, "heading")
        self.text = label(text, "body", tone="dim")
        self.button = button
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(icon_label(icon, "accent", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(part)
        self.text.setVisible(bool(text))
        if button:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        current_theme().changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        theme = current_theme()
        self._column.setContentsMargins(theme.space(8), theme.space(8), theme.space(8), theme.space(8))
        self._column.setSpacing(theme.space(3))
