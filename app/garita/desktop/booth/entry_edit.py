"""Where the student types: grows with the text, sends with Enter, writes accents with Alt.

Knows letters and keys, nothing of conversations.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from garita.desktop.booth import accents
from garita.desktop.theme.theme import Theme

_MOST_LINES = 5
LONGEST = 10_000  # letters; a longer text is no answer at a booth


class EntryEdit(QTextEdit):
    """Signals:
    sent(str): Enter was pressed on a text that is not empty.
    edit_last(): the arrow up was pressed in an empty field.
    escaped(): Escape was pressed.
    """

    sent = Signal(str)
    edit_last = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._most = theme, _MOST_LINES
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", "true")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Your answer"))
        self.document().contentsChanged.connect(self._grow)
        theme.changed.connect(self._grow)

    def limit(self, lines: int) -> None:
        """How many lines it shows at most."""
        if lines != self._most:
            self._most = lines
            self._grow()

    def write(self, letters: str) -> None:
        """Write at the cursor, as if typed."""
        self.insertPlainText(letters)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self) -> None:
        """As if Enter were pressed."""
        if text := self.toPlainText().strip():
            self.clear()
            self.sent.emit(text[:LONGEST])

    def sizeHint(self) -> QSize:
        """As high as its text, to a limit."""
        line, margin = self.fontMetrics().lineSpacing(), 2 * round(self.document().documentMargin())
        edges = max(0, self.height() - self.viewport().height()) if self.isVisible() else 2 * self._theme.space(1)
        text = math.ceil(self.document().size().height())
        return QSize(200, min(max(text, line + margin), self._most * line + margin) + edges)

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(120, self.fontMetrics().lineSpacing() + 2 * self._theme.space(2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere at another width."""
        super().resizeEvent(event)
        self._grow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, and not more than anybody says."""
        self.insertPlainText(source.text()[:LONGEST])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends, Shift+Enter begins a line, Alt writes accents; everything else is a text field's."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.send()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Up and not self.toPlainText():
            self.edit_last.emit()
        elif letter := self._accent(event):
            self.insertPlainText(letter)
        else:
            super().keyPressEvent(event)

    def _accent(self, event: QKeyEvent) -> str:
        wanted = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if wanted != Qt.KeyboardModifier.AltModifier:
            return ""
        keys = {Qt.Key.Key_Question: "?", Qt.Key.Key_Exclam: "!", Qt.Key.Key_Slash: "?", Qt.Key.Key_1: "!"}
        name = keys.get(Qt.Key(event.key())) or (chr(event.key()) if event.key() < 0x80 else "")
        return accents.typed(name, capital=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _grow(self) -> None:
        if self.sizeHint().height() != self.height():
            self.setFixedHeight(self.sizeHint().height())
