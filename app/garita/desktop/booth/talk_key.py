"""The key that is held to speak. Knows which widgets need the key themselves, nothing of conversations."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

# These do something with Space and with letters when they have the keyboard.
_OWN_KEYS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)


class TalkKey(QObject):
    """Watches the keys while ``page`` is seen in the active window.

    Signals:
        held(): the key went down.
        let_go(): it came up, or the window lost the keyboard.
    """

    held = Signal()
    let_go = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._key = self._plain_key = QKeySequence(Qt.Key.Key_Space)
        self._down = False
        self.enabled = False

    def use(self, name: str) -> None:
        """Which key, as Qt writes it; Space where the name means nothing."""
        key = QKeySequence.fromString(name, QKeySequence.SequenceFormat.PortableText)
        self._key = key if key.count() else QKeySequence(Qt.Key.Key_Space)
        last = self._key.toString().rsplit("+", 1)[-1]  # without Ctrl and the like, which may be let go first
        self._plain_key = QKeySequence(last)

    def name(self) -> str:
        """What the key is called here."""
        return self._key.toString(QKeySequence.SequenceFormat.NativeText)

    def watch(self, on: bool) -> None:
        """Begin, or stop and let go."""
        app = QApplication.instance()
        assert app
        app.removeEventFilter(self)
        if on:
            app.installEventFilter(self)
        else:
            self._let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key where it is meant for us."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(watched, event)
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            return self._released(event)
        if kind == QEvent.Type.WindowDeactivate and watched is self._page.window():
            self._let_go()
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        if self._down:
            return self._is_ours(event)  # the keyboard repeats it
        if not self.enabled or event.isAutoRepeat() or not self._is_ours(event):
            return False
        if not isinstance(watched, QWidget) or not self._free(watched):
            return False
        self._down = True
        self.held.emit()
        return True

    def _released(self, event: QKeyEvent) -> bool:
        if not self._down or QKeySequence(event.key()) != self._plain_key:
            return False
        if not event.isAutoRepeat():
            self._let_go()
        return True

    def _let_go(self) -> None:
        if self._down:
            self._down = False
            self.let_go.emit()

    def _is_ours(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()).matches(self._key) == QKeySequence.SequenceMatch.ExactMatch

    def _free(self, watched: QWidget) -> bool:
        """Whether the widget with the keyboard has no use for the key itself."""
        if watched.window() is not self._page.window() or not self._page.isVisible():
            return False
        name = self._key.toString()
        writes = name == "Space" or len(name) == 1
        if not writes:
            return True
        if isinstance(watched, QTextEdit):
            return not watched.toPlainText()
        return not isinstance(watched, _OWN_KEYS)
