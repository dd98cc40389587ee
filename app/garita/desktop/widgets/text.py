"""Words and icons that are only read: wrapped labels one can select from, by role and tone."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from garita.desktop.theme import current_theme

DIM_ROLES = ("small", "caption")


def label(text: str, role: str = "body", parent: QWidget | None = None, *, tone: str = "") -> QLabel:
    """A wrapped, selectable label. Small roles are dim unless a tone is given (text, dim, accent, good, warn, bad)."""
    result = QLabel(text, parent)
    result.setProperty("role", role)
    result.setProperty("tone", tone or ("dim" if role in DIM_ROLES else "text"))
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    result.setSizePolicy(policy)
    return result


class Link(QLabel):
    """Words with a link in them: Tab leads straight to the link, and one sees it; Enter opens it in the browser."""

    def __init__(self, words: str, name: str, address: str, role: str = "body", parent: QWidget | None = None) -> None:
        text = f'{html.escape(words)} <a href="{html.escape(address)}">{html.escape(name)}</a>'
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setProperty("tone", "dim" if role in DIM_ROLES else "text")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setOpenExternalLinks(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would ask for a second Tab."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)


def set_tone(words: QLabel, tone: str) -> None:
    """Give a label made here another tone."""
    words.setProperty("tone", tone)
    words.style().unpolish(words)
    words.style().polish(words)


def icon_label(name: str, token: str = "text", size: int = 20, parent: QWidget | None = None) -> IconLabel:
    """An icon that only decorates; it follows the theme and is silent for screen readers."""
    return IconLabel(name, token, size, parent)


class IconLabel(QLabel):
    """See :func:`icon_label`."""

    def __init__(self, name: str, token: str, size: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_icon(name, token)
        current_theme().changed.connect(self._draw)

    def show_icon(self, name: str, token: str) -> None:
        """Another icon, or the same in another colour."""
        self._name, self._token = name, token
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(current_theme().pixmap(self._name, self._token, self._size))
