"""The conversation as a scrolling column of bubbles, for thousands of turns.

Only what is seen is measured and painted, and a bubble that grows costs no more in a long conversation than in a short
one. It stays at the end while it is at the end; scrolled up it stays where it is, and ``behind`` says that there is
news below. Knows the list model and the look, nothing of what can be done with an entry.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from garita.desktop.booth.bubble_look import BubbleLook, Measured, Words
from garita.desktop.booth.bubble_paint import BubblePainter
from garita.desktop.booth.bubbles import Bubbles
from garita.desktop.booth.porthole import Porthole
from garita.desktop.booth.transcript import Entry
from garita.desktop.theme.theme import Theme

_BEAT = 350  # milliseconds between two dots of an officer who thinks
_RING = 4  # pixels by which the ring around the current bubble may stand out of its row
_WHEEL = 24  # pixels a step of the scroll bar
_Index = QModelIndex | QPersistentModelIndex


class BubbleView(QListView):
    """A list view for keyboards and screen readers; its own layout, which measures every row, is never asked.

    Signals:
    behind(bool): there is news below what is seen, or no longer.
    asked(int): the user wants to know what can be done with the entry at this row (Enter, menu key, right click).
    try_again(int): the button of the failure at this row was pressed.
    hovered(int): the pointer is over the entry at this row; -1: over none.
    moved(): rows stand elsewhere than before.
    """

    behind = Signal(bool)
    asked = Signal(int)
    try_again = Signal(int)
    hovered = Signal(int)
    moved = Signal()

    def __init__(self, theme: Theme, bubbles: Bubbles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._bubbles = theme, bubbles
        self.look, self.painter = BubbleLook(theme, self._words), BubblePainter(theme)
        self._hole = Porthole(lambda row: self._measured(row).height)
        self._behind = self._settling = False
        self._beat = 0
        self._hovered = -1
        self._dots = QTimer(self, interval=_BEAT)
        self._dots.timeout.connect(self._next_dot)
        self.setAccessibleName(self.tr("Conversation"))
        self.setProperty("bare", "true")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setModel(bubbles)
        bubbles.rowsRemoved.connect(self._settle_all)
        theme.changed.connect(self._dress)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Qt's; the model is the one given to the constructor."""
        super().setModel(model)
        self.reset()

    @property
    def at_end(self) -> bool:
        """Whether the newest is seen, so that it stays in sight."""
        return self._hole.at_end

    def go_to_end(self) -> None:
        """Show the newest, and keep it in sight."""
        self._hole.at_end = True
        self._tell_behind(False)
        self._settle()

    def row_rect(self, row: int) -> QRect:
        """Where the bubble of a row is, in the viewport."""
        found = self._measured(row)
        return found.bubble.toRect().translated(0, self._hole.y(row))

    # --- the model's news -------------------------------------------------------------------------------------------

    def reset(self) -> None:
        """All rows are others."""
        super().reset()
        self._hole.at_end = True
        self._dress()

    def rowsInserted(self, parent: _Index, start: int, end: int) -> None:
        """New entries."""
        for row in range(start, end + 1):
            self._hole.inserted(row, self.look.guesses([self._bubbles.entry(row)], self._width())[0])
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self._news(end)

    def rowsAboutToBeRemoved(self, parent: _Index, start: int, end: int) -> None:
        """Entries go; Qt moves the current one before."""
        super().rowsAboutToBeRemoved(parent, start, end)
        self._hole.removed(start, end)
        self._hover(-1)

    def _settle_all(self) -> None:
        """Entries are gone."""
        self._settle()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        """An entry says something else."""
        for row in range(first.row(), last.row() + 1):
            self._hole.column.stale(row)
        QAbstractItemView.dataChanged(self, first, last, roles)
        self._news(last.row())

    def _news(self, row: int) -> None:
        hole = self._hole
        if not hole.at_end and row >= len(hole.column) - 1:
            self._tell_behind(True)
        before = (hole.total, hole.place)
        self._settle(row)
        if before != (hole.total, hole.place):
            self.viewport().update()

    def _tell_behind(self, behind: bool) -> None:
        if behind != self._behind:
            self._behind = behind
            self.behind.emit(behind)

    # --- where things are -------------------------------------------------------------------------------------------

    def _settle(self, only: int | None = None) -> None:
        """Measure what is seen, and let the scroll bar say where that is; paint all anew, or ``only`` one row."""
        if self._settling or not self._complete():
            return
        self._settling = True
        hole, bar = self._hole, self.verticalScrollBar()
        hole.height, hole.foot = self.viewport().height(), self._theme.space(3)
        hole.settle()
        bar.setPageStep(hole.height)
        bar.setSingleStep(_WHEEL)
        bar.setRange(0, hole.furthest)
        bar.setValue(hole.place)
        self._settling = False
        self._follow_thinking()
        if only is None:
            self.viewport().update()
        else:
            self.viewport().update(self.visualRect(self._bubbles.index(only, 0)))
        self.moved.emit()

    def _complete(self) -> bool:
        """Whether the view has heard of every change of the model."""
        return len(self._hole.column) == len(self._bubbles.transcript.entries)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The scroll bar was moved, by the user or to show an entry."""
        if self._settling or not self._complete():
            return
        self._hole.scrolled(self.verticalScrollBar().value())
        if self._hole.at_end:
            self._tell_behind(False)
        self._settle()

    def _measured(self, row: int) -> Measured:
        entry = self._bubbles.entry(row)
        before = self._bubbles.entry(row - 1) if row else None
        return self.look.measured(entry, self._width(), begins=before is None or before.who != entry.who)

    def _width(self) -> int:
        return max(120, self.viewport().width())

    # --- what Qt asks of a view -------------------------------------------------------------------------------------

    def visualRect(self, index: _Index) -> QRect:
        """Where the row is."""
        if not index.isValid() or index.row() >= len(self._hole.column):
            return QRect()
        return QRect(0, self._hole.y(index.row()), self._width(), self._hole.column.height(index.row()))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a place."""
        row = self._hole.row_at(point.y()) if self._complete() else None
        return QModelIndex() if row is None else self._bubbles.index(row, 0)

    def scrollTo(
        self, index: _Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Move as little as needed to show the row."""
        if not index.isValid() or not self._complete():
            return
        self._hole.show(index.row())
        if self._hole.at_end:
            self._tell_behind(False)
        self._settle()

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Arrows, page keys, home and end."""
        column = self._hole.column
        count = len(column)
        if not count:
            return QModelIndex()
        row, kind = self.currentIndex().row(), QAbstractItemView.CursorAction
        if row < 0:
            return self._bubbles.index(count - 1, 0)
        steps = {kind.MoveUp: -1, kind.MovePrevious: -1, kind.MoveDown: 1, kind.MoveNext: 1}
        if action in (kind.MoveHome, kind.MoveEnd):
            row = 0 if action == kind.MoveHome else count - 1
        elif action in (kind.MovePageUp, kind.MovePageDown):
            page = self.viewport().height() * (-1 if action == kind.MovePageUp else 1)
            row = column.row_at(column.top(row) + page)
        else:
            row += steps.get(action, 0)
        return self._bubbles.index(min(max(row, 0), count - 1), 0)

    def horizontalOffset(self) -> int:
        """Never scrolled sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: _Index) -> bool:
        """None is."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the row at the pointer."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What is to be painted anew when the choice changes."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).adjusted(0, -4, 0, 4)
        return region

    def doItemsLayout(self) -> None:
        """Nothing is laid out before it is seen."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """The view has another size."""
        QAbstractItemView.updateGeometries(self)
        self._settle()

    # --- events -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere at another width."""
        if event.size().width() != event.oldSize().width():
            self._dress()
        QAbstractItemView.resizeEvent(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is seen of what has changed, and nothing else."""
        painter = QPainter(self.viewport())
        chosen, focused = self.currentIndex().row(), self.hasFocus()
        top, bottom = event.rect().top() - _RING, event.rect().bottom() + _RING
        for row in self._hole.seen() if self._complete() else ():
            y = self._hole.y(row)
            if y > bottom or y + self._hole.column.height(row) < top:
                continue
            self.painter.paint(
                painter, self._measured(row), y, chosen=row == chosen and focused, focused=focused,
                beat=self._beat,
            )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks what can be done; everything else is an item view's, but letters search nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu) and self.currentIndex().isValid():
            self.asked.emit(self.currentIndex().row())
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With the keyboard one begins at the newest."""
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and not self.currentIndex().isValid() and self._bubbles.rowCount():
            self.setCurrentIndex(self._bubbles.index(self._bubbles.rowCount() - 1, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring around the current entry goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Which entry is the pointer over?"""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row() if index.isValid() else -1)
        over = index.isValid() and self._over_button(index.row(), event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A failure's button, or the choice of an entry."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._over_button(index.row(), event.position().toPoint()):
            self.try_again.emit(index.row())
            return
        super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Dots move only when they are seen."""
        super().showEvent(event)
        self._follow_thinking()

    def hideEvent(self, event: QHideEvent) -> None:
        """Dots stand still where nobody sees them."""
        super().hideEvent(event)
        self._dots.stop()

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.hovered.emit(row)

    def _over_button(self, row: int, point: QPoint) -> bool:
        return self._measured(row).button.contains(point - QPoint(0, self._hole.y(row)))

    def _dress(self) -> None:
        """Another width or theme: all heights are guesses again, and what was seen stays in sight."""
        self.look.forget()
        self._hole.reset(self.look.guesses(self._bubbles.transcript.entries, self._width()))
        self._settle()

    def _words(self, entry: Entry) -> Words:
        return Words(self._bubbles.name(entry), self._bubbles.remarks(entry), self.tr("Try again"))

    # --- the dots of an officer who thinks --------------------------------------------------------------------------

    @property
    def thinking_moves(self) -> bool:
        """Whether the dots move just now."""
        return self._dots.isActive()

    def _thinking(self) -> int:
        """The row of an officer who has not said anything yet; -1 where there is none."""
        entries = self._bubbles.transcript.entries
        rows = range(len(entries) - 1, max(-1, len(entries) - 4), -1)
        return next((i for i in rows if entries[i].who == "officer" and not entries[i].whole), -1)

    def _follow_thinking(self) -> None:
        wanted = self._thinking() >= 0 and self.isVisible() and not self._theme.reduced_motion
        if wanted and not self._dots.isActive():
            self._dots.start()
        elif not wanted:
            self._dots.stop()

    def _next_dot(self) -> None:
        self._beat += 1
        if (row := self._thinking()) >= 0:
            self.viewport().update(self.visualRect(self._bubbles.index(row, 0)))
