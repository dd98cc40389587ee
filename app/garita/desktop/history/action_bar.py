"""What can be done with the chosen conversations. Knows which buttons make sense, not what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from garita.desktop.history import words
from garita.desktop.history.going_on import can_go_on
from garita.desktop.history.rows import Row
from garita.desktop.theme import current_theme
from garita.desktop.widgets import FlowLayout, danger, keep_icon, label, plain, primary


class ActionBar(QWidget):
    """``open``, ``go_on`` and ``delete`` are its buttons; it hides where nothing is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("With the chosen conversations"))
        self.count = label("", "small")
        self.open = primary(self.tr("Look back"), "eye")
        self.go_on = plain(self.tr("Go on"), "play")
        self.delete = danger(self.tr("Delete"), "trash")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.count, 1)
        self._buttons = FlowLayout()
        for button in (self.delete, self.go_on, self.open):
            self._buttons.addWidget(button)
        self._row.addLayout(self._buttons)
        current_theme().changed.connect(self._space)
        self._space()
        self.hide()

    def show_for(self, chosen: Sequence[Row]) -> None:
        """Offer what can be done with these."""
        self.setVisible(bool(chosen))
        if not chosen:
            return
        self.count.setText(words.conversations(len(chosen)) if len(chosen) > 1 else chosen[0].title)
        for button in (self.open, self.go_on):
            button.setVisible(len(chosen) == 1)
        on = can_go_on(chosen[0].head)
        self.go_on.setText(self.tr("Go on") if on else self.tr("Once more"))
        keep_icon(self.go_on, "play" if on else "retry")

    def _space(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current_theme().space(3))
        self._buttons.setSpacing(current_theme().space(3))
