"""The conversation with what can be done with it: buttons beside the bubble, a menu, keys, and the way back to the end.

Says what the student wants (``wanted``) and does none of it but copying. Knows the transcript and its view.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QIcon, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from garita.desktop.booth.actions import ALL, BESIDE, Action, Possible, actions, latest
from garita.desktop.booth.bubble_view import BubbleView
from garita.desktop.booth.bubbles import Bubbles
from garita.desktop.booth.transcript import TranscriptModel, Who
from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import icon_button, primary

_ICONS: dict[Action, str] = {
    "copy": "copy", "copy_all": "list", "again": "play", "slower": "speed", "own_voice": "person",
    "answer_anew": "retry", "edit": "edit", "take_back": "undo", "try_again": "retry",
}  # fmt: skip
KEYS: dict[Action, str] = {
    "copy": "Ctrl+C", "again": "Ctrl+L", "slower": "Ctrl+Shift+L", "answer_anew": "Ctrl+R", "edit": "Ctrl+E",
    "take_back": "Ctrl+T", "try_again": "Ctrl+Shift+R", "own_voice": "Ctrl+O", "copy_all": "Ctrl+Shift+C",
}  # fmt: skip


class Beside(QFrame):
    """The buttons beside the bubble that the pointer or the keyboard is at.

    Signals:
        pressed(str): one of them.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme, names: dict[Action, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", "raised")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self.buttons: dict[Action, QToolButton] = {}
        for action in BESIDE:
            button = icon_button(_ICONS[action], names[action], self, size=17)
            button.setToolTip(f"{names[action]}  ({_native(KEYS[action])})")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has menu and shortcuts
            button.setProperty("action", action)
            button.clicked.connect(self._clicked)
            row.addWidget(button)
            self.buttons[action] = button
        self.hide()

    def offer(self, possible: tuple[Action, ...]) -> bool:
        """Show these buttons only; whether there is any."""
        for action, button in self.buttons.items():
            button.setVisible(action in possible)
        self.adjustSize()
        return any(action in possible for action in BESIDE)

    def _clicked(self) -> None:
        button = self.sender()
        assert button
        self.pressed.emit(button.property("action"))


class Chat(QWidget):
    """Signals:
    wanted(str, int): the student wants to do this (an ``actions.Action``) with the entry at that row.
    """

    wanted = Signal(str, int)

    def __init__(self, theme: Theme, transcript: TranscriptModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._transcript = theme, transcript
        self.possible = Possible()
        self.bubbles = Bubbles(transcript, self)
        self.view = BubbleView(theme, self.bubbles)
        self.new_button = primary(self.tr("New"), "chevron-down", self)
        self.new_button.setToolTip(self.tr("Go to the newest words"))
        self.new_button.hide()
        self._row = -1
        self.names = self._names()
        self.beside = Beside(theme, self.names, self.view.viewport())
        self.keys = {action: self._key(action) for action in ALL}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._connect()

    def menu(self, row: int) -> QMenu:
        """What can be done with the entry at a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in actions(self._transcript, row, self.possible):
            entry = QAction(self._theme.icon(_ICONS[action], "text", 18), self.names[action], menu)
            entry.setShortcut(QKeySequence(KEYS[action]))
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here, obeyed by ``keys``
            entry.setData((action, row))
            menu.addAction(entry)
        menu.triggered.connect(self._chosen)
        return menu

    def offer(self, possible: Possible) -> None:
        """What the booth can do now."""
        self.possible = possible
        self._move_beside()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right click on a bubble."""
        index = self.view.indexAt(self.view.viewport().mapFrom(self, event.pos()))
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.menu(index.row()).popup(event.globalPos())

    def minimumSizeHint(self) -> QSize:
        """It scrolls, so it may become low."""
        return QSize(self._theme.scaled(160), 64)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button to the end stays in its corner."""
        super().resizeEvent(event)
        self._place_new()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The buttons go with the pointer."""
        if watched is self.view.viewport() and event.type() == QEvent.Type.Leave:
            self._show_beside(-1)
        return False

    # --- how it is made ---------------------------------------------------------------------------------------------

    def _names(self) -> dict[Action, str]:
        return {
            "copy": self.tr("Copy"),
            "copy_all": self.tr("Copy the whole conversation"),
            "again": self.tr("Hear it again"),
            "slower": self.tr("Hear it again, slower"),
            "own_voice": self.tr("Hear your own voice"),
            "answer_anew": self.tr("Let the officer answer differently"),
            "edit": self.tr("Change what you said"),
            "take_back": self.tr("Take it back"),
            "try_again": self.tr("Try again"),
        }

    def _key(self, action: Action) -> QAction:
        key = QAction(QIcon(), self.names[action], self)
        key.setShortcut(QKeySequence(KEYS[action]))
        key.setData(action)
        key.triggered.connect(self._key_pressed)
        inside = action in ("copy", "copy_all")  # elsewhere these keys copy something else
        key.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut if inside else Qt.ShortcutContext.WindowShortcut
        )
        (self.view if inside else self).addAction(key)
        return key

    def _connect(self) -> None:
        self.view.viewport().installEventFilter(self)
        self.view.behind.connect(self._show_new)
        self.view.asked.connect(self._open_menu)
        self.view.hovered.connect(self._show_beside)
        self.view.moved.connect(self._move_beside)
        self.view.try_again.connect(self._try_again)
        self.beside.pressed.connect(self._beside_pressed)
        self.new_button.clicked.connect(self.view.go_to_end)

    # --- what the student wants -------------------------------------------------------------------------------------

    def _want(self, action: Action, row: int) -> None:
        if action == "copy":
            QGuiApplication.clipboard().setText(self._transcript.entries[row].whole)
        elif action == "copy_all":
            names: dict[Who, str] = {"officer": self.bubbles.officer_name, "student": self.tr("You")}
            QGuiApplication.clipboard().setText(self._transcript.as_text(names))
        else:
            self.wanted.emit(action, row)

    def _key_pressed(self) -> None:
        key = self.sender()
        assert isinstance(key, QAction)
        action = cast(Action, key.data())
        current = self.view.currentIndex()
        if current.isValid() and self.view.hasFocus() and action in self._can(current.row()):
            self._want(action, current.row())
        elif (row := latest(self._transcript, action, self.possible)) is not None:
            self._want(action, row)

    def _chosen(self, chosen: QAction) -> None:
        action, row = chosen.data()
        if row < len(self._transcript.entries):
            self._want(action, row)

    def _beside_pressed(self, action: Action) -> None:
        if 0 <= self._row < len(self._transcript.entries):
            self._want(action, self._row)

    def _try_again(self, row: int) -> None:
        if "try_again" in self._can(row):
            self._want("try_again", row)

    def _can(self, row: int) -> tuple[Action, ...]:
        return actions(self._transcript, row, self.possible)

    def _open_menu(self, row: int) -> None:
        where = self.view.row_rect(row)
        middle = QPoint(where.center().x(), min(where.center().y(), self.view.viewport().height() - 8))
        self.menu(row).popup(self.view.viewport().mapToGlobal(middle))

    # --- what floats above ------------------------------------------------------------------------------------------

    def _show_beside(self, row: int) -> None:
        self._row = row
        self._move_beside()

    def _move_beside(self) -> None:
        fits = 0 <= self._row < len(self._transcript.entries)
        if not fits or self._transcript.entries[self._row].who in ("notice", "failure"):
            self.beside.hide()
            return
        if not self.beside.offer(self._can(self._row)):
            self.beside.hide()
            return
        bubble, size = self.view.row_rect(self._row), self.beside.sizeHint()
        self.beside.move(self._place_beside(bubble, size))
        self.beside.raise_()
        self.beside.show()

    def _place_beside(self, bubble: QRect, size: QSize) -> QPoint:
        """Beside the bubble where there is room, else above its inner corner, so that no word is covered."""
        officer, gap = self._transcript.entries[self._row].who == "officer", self._theme.space(1.5)
        room = self.view.viewport().width() - size.width() - gap
        x = bubble.right() + gap if officer else bubble.left() - size.width() - gap
        if gap <= x <= room:
            return QPoint(x, max(2, bubble.top()))
        x = bubble.right() - size.width() if officer else bubble.left()
        above = bubble.top() - size.height() + gap
        return QPoint(min(max(gap, x), room), above if above >= 0 else bubble.bottom() - gap)

    def _show_new(self, behind: bool) -> None:
        self.new_button.setVisible(behind)
        self._place_new()

    def _place_new(self) -> None:
        self.new_button.adjustSize()
        size, space = self.new_button.size(), self._theme.space(3)
        self.new_button.move((self.width() - size.width()) // 2, self.height() - size.height() - space)
        self.new_button.raise_()


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
