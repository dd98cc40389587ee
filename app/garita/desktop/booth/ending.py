"""What comes after the officer's decision: what it means, how it went, once more, another trip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import FlowLayout, icon_button, icon_label, label, plain, primary
from garita.roleplay.act import VerdictKind


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
        self.sentence = label("", "body")
        self.debrief_button = primary(self.tr("See how it went"), "chart")
        self.once_more_button = plain(self.tr("Once more"), "retry")
        self.another_button = plain(self.tr("Another trip"), "trips")
        self.close_button = icon_button("close", self.tr("Close"), size=16)
        self.debrief_button.clicked.connect(self.debrief)
        self.once_more_button.clicked.connect(self.once_more)
        self.another_button.clicked.connect(self.another)
        self.close_button.clicked.connect(self.hide)
        self._lay_out()
        self.hide()

    def tell(self, verdict: VerdictKind) -> None:
        """Say what was decided, and offer what comes next."""
        self.sentence.setText(self._words(verdict))
        self.setAccessibleName(self.sentence.text())
        self.show()

    def _words(self, verdict: VerdictKind) -> str:
        return {
            "admit": self.tr("You may go through. Say good-bye, or look back at it."),
            "pay": self.tr("You pay the duty and may go through. Say good-bye, or look back at it."),
            "hold": self.tr("Some of your things stay here. Say good-bye, or look back at it."),
            "inspect": self.tr("Your luggage is looked through. Say good-bye, or look back at it."),
            "refuse": self.tr("You may not go through this time. Say good-bye, or look back at it."),
        }[verdict]

    def _lay_out(self) -> None:
        self._flow = FlowLayout()
        for part in (self.debrief_button, self.once_more_button, self.another_button):
            self._flow.addWidget(part)
        head = QHBoxLayout()
        head.addWidget(icon_label("stamp", "accent", 22), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addLayout(self._flow)
        self._head = head
        self._theme.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(space(4), space(3), space(2), space(3))
        self._column.setSpacing(space(2))
        self._head.setSpacing(space(2))
        self._flow.setSpacing(space(2))
