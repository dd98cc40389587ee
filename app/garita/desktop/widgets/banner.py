"""A notice inside a page: what is the matter, what to do, and a button that does it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.widgets.buttons import icon_button
from garita.desktop.widgets.text import icon_label, label

Kind = Literal["info", "warn", "bad", "good"]
NARROW = 560  # at text size 1
_TONES = {"info": "accent", "warn": "warn", "bad": "bad", "good": "good"}
_ICONS = {"info": "info", "warn": "warning", "bad": "error", "good": "check-circle"}


class Banner(QFrame):
    """``closed`` is sent when the user puts it away (only with ``closable``)."""

    closed = Signal()

    def __init__(
        self,
        kind: Kind,
        sentence: str,
        what_to_do: str = "",
        action: QPushButton | None = None,
        parent: QWidget | None = None,
        *,
        closable: bool = False,
    ) -> None:
        super().__init__(parent)
        tone = _TONES[kind]
        self.setProperty("banner", tone)
        self.setAccessibleName(f"{sentence} {what_to_do}".strip())
        self.sentence = label(sentence, "body")
        self.what_to_do = label(what_to_do, "small", tone="text")
        if not what_to_do:  # the other way round it would flash as a window of its own: it has no parent yet
            self.what_to_do.hide()
        self._row = QHBoxLayout(self)
        beside = Qt.AlignmentFlag.AlignTop if what_to_do else Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(icon_label(_ICONS[kind], tone, 22), 0, beside)
        self._words = QVBoxLayout()
        self._words.addWidget(self.sentence)
        self._words.addWidget(self.what_to_do)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addLayout(self._words, 1)
        if action:
            self._middle.addWidget(action, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._middle, 1)
        if closable:
            self._add_close()
        self._said = False
        current_theme().changed.connect(self._space)
        self._space()

    def showEvent(self, event: QShowEvent) -> None:
        """A screen reader says it once, when it appears."""
        super().showEvent(event)
        if not self._said:
            self._said = True
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button moves under the words where the two would be squeezed."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        narrow = self.width() < current_theme().scaled(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._middle.setDirection(direction)

    def _add_close(self) -> None:
        close = icon_button("close", self.tr("Close"), self, size=16)
        close.clicked.connect(self._close)
        self._row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _space(self) -> None:
        theme = current_theme()
        self._row.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        self._row.setSpacing(theme.space(3))
        self._middle.setSpacing(theme.space(3))
        self._words.setSpacing(theme.space(1))
        self._turn()
