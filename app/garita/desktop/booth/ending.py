"""What comes after the officer's good-bye: how it went, once more, another trip."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import FlowLayout, label, plain, primary


class Ending(QFrame):
    """Signals:
    debrief(): the student wants to see how it went.
    once_more(): the same trip again.
    another(): another trip.
    """

    debrief = Signal()
    once_more = Signal()
    another = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", "raised")
        self.debrief_button = primary(self.tr("See how it went"), "chart")
        self.once_more_button = plain(self.tr("Once more"), "retry")
        self.another_button = plain(self.tr("Another trip"), "trips")
        self.debrief_button.clicked.connect(self.debrief)
        self.once_more_button.clicked.connect(self.once_more)
        self.another_button.clicked.connect(self.another)
        self._flow = FlowLayout(self, theme.space(2))
        for part in (
            label(self.tr("You have been through."), "body"),
            self.debrief_button, self.once_more_button, self.another_button,
        ):  # fmt: skip
            self._flow.addWidget(part)
        self.hide()
        theme.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        space = self._theme.space
        self._flow.setContentsMargins(space(4), space(3), space(4), space(3))
        self._flow.setSpacing(space(2))
