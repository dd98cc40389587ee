"""A word or two in a rounded field: a state, a level, a count."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.widgets.text import icon_label, label, set_tone

_GROUNDS = {"dim": "hover", "accent": "accent_soft", "good": "good_soft", "warn": "warn_soft", "bad": "bad_soft"}


class Pill(QWidget):
    """Tones: dim, accent, good, warn, bad. The words say it, the colour only helps."""

    def __init__(self, text: str, tone: str = "dim", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._name = icon
        self._icon = icon_label(icon, tone, 14) if icon else None
        if self._icon:
            self._row.addWidget(self._icon)
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

    def set_tone(self, tone: str) -> None:
        """Change what it means."""
        self._tone = tone
        set_tone(self._label, tone)
        if self._icon:
            self._icon.show_icon(self._name, tone)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Half circles at both ends, which a stylesheet cannot promise for every text size."""
        theme = current_theme()
        ground = theme.colours.token(_GROUNDS[self._tone])
        edge = theme.colours.token(self._tone) if theme.name == "contrast" else ground
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground)
        field = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(field, field.height() / 2, field.height() / 2)

    def _space(self) -> None:
        theme = current_theme()
        self._row.setContentsMargins(theme.space(2.5), theme.space(1), theme.space(2.5), theme.space(1))
        self._row.setSpacing(theme.space(1))
        self.update()
