"""A word or two in a rounded field: a state, a level, a count."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.widgets.text import icon_label, label


class Pill(QFrame):
    """Tones: dim, accent, good, warn, bad. The words say it, the colour only helps."""

    def __init__(self, text: str, tone: str = "dim", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pill", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        if icon:
            self._row.addWidget(icon_label(icon, tone, 14))
        self._label = label(text, "caption", tone=tone)
        self._label.setWordWrap(False)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._row.addWidget(self._label)
        current_theme().changed.connect(self._space)
        self._space()

    @property
    def text(self) -> str:
        """The words on it."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Change the words."""
        self._label.setText(text)

    def _space(self) -> None:
        theme = current_theme()
        self._row.setContentsMargins(theme.space(2.5), theme.space(0.75), theme.space(2.5), theme.space(0.75))
        self._row.setSpacing(theme.space(1))
