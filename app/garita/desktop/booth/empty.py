"""The booth before a conversation: a picture, "choose a trip", "surprise me"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import icon_label, label, plain, primary


class EmptyBooth(QWidget):
    """Signals:
    choose(): the student wants to choose a trip.
    surprise(): any trip.
    """

    choose = Signal()
    surprise = Signal()

    def __init__(self, theme: Theme, picture: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choose_button = primary(self.tr("Choose a trip"), "trips")
        self.surprise_button = plain(self.tr("Surprise me"), "dice")
        self.choose_button.clicked.connect(self.choose)
        self.surprise_button.clicked.connect(self.surprise)
        title = label(self.tr("The booth is open"), "title")
        text = label(self.tr("Choose a trip, look at your papers, and tell the officer where you are going."), "body")
        self._column = QVBoxLayout(self)
        if picture:
            self._column.addWidget(picture, 1)
        else:
            self._column.addStretch(1)
            self._column.addWidget(icon_label("booth", "accent", 64), 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (title, text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(words)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.choose_button)
        self._buttons.addWidget(self.surprise_button)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self._column.addStretch(1 if picture is None else 0)
        theme.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(space(8), space(6), space(8), space(8))
        self._column.setSpacing(space(3))
        self._buttons.setSpacing(space(3))
        self._buttons.setContentsMargins(0, space(3), 0, 0)
