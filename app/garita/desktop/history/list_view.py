"""The list of conversations: one or several chosen, opened by Enter or a double click, a menu by its key or a click."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from garita.desktop.history.model import HistoryModel
from garita.desktop.history.row_look import RowLook
from garita.desktop.history.rows import Row
from garita.desktop.theme.theme import Theme


class HistoryList(QListView):
    """Signals:
    opened(): the chosen conversation is to be shown.
    chosen(): another choice.
    delete_wanted(): the Delete key.
    menu_wanted(QPoint): a menu for what is chosen, at this place of the screen.
    """

    opened = Signal()
    chosen = Signal()
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self.setModel(model)
        self.setItemDelegate(RowLook(theme, self))
        self.setAccessibleName(self.tr("Conversations"))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._follow)
        self.doubleClicked.connect(self._open)
        self._follow()

    def chosen_rows(self) -> list[Row]:
        """What is chosen, from top to bottom."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return [self._model.rows[place] for place in places]

    def minimumSizeHint(self) -> QSize:
        """Room for a few lines, however large the text."""
        return QSize(self._theme.scaled(320), self._theme.scaled(160))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Told on."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.delete_wanted.emit()
            case Qt.Key.Key_Escape if self.selectedIndexes():
                self.clearSelection()
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the lines chooses nothing."""
        super().mousePressEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.clearSelection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """At the pointer, or by the keyboard at the line."""
        if not self.selectedIndexes():
            return
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are as wide as the list."""
        super().resizeEvent(event)
        self.viewport().update()

    def _open(self) -> None:
        self.opened.emit()

    def _follow(self) -> None:
        self.scheduleDelayedItemsLayout()
