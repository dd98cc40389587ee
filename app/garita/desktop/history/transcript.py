"""What was said, from top to bottom, a few turns at a time so that a long conversation keeps nobody waiting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from garita.coaching.debrief import Debrief
from garita.desktop.history.bubble import TurnView
from garita.desktop.theme import Theme
from garita.desktop.widgets import plain

_AT_ONCE = 5  # turns made between two looks at the keyboard: under 10 ms
_STEP = 120  # turns shown before one has to ask for more


class Transcript(QWidget):
    """Signals:
    play(int): the student wants to hear this turn, or no longer.
    """

    play = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._waiting: Iterator[TurnView] = iter(())
        self._left = self._limit = 0
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._make_some)
        self._stack = _Stack(theme)
        self.more = plain(self.tr("Show more"), "chevron-down")
        self.more.clicked.connect(self._show_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._stack)
        self._column.addWidget(self.more)
        self.more.hide()

    @property
    def views(self) -> dict[int, TurnView]:
        """The turns that are shown, by their ids."""
        return {view.turn.id: view for view in self._stack.views}

    def show_turns(self, found: Debrief, recordings: Mapping[int, Path]) -> None:
        """Show a conversation's turns instead of those before."""
        self.clear()
        self._left, self._limit = len(found.turns), _STEP
        self._waiting = self._make(found, recordings)
        self._make_some()

    def clear(self) -> None:
        """Show nothing."""
        self._next.stop()
        self._waiting = iter(())
        self.more.hide()
        self._stack.clear()

    def show_playing(self, turn: int | None) -> None:
        """Which turn sounds now."""
        for view in self._stack.views:
            view.show_playing(view.turn.id == turn)

    def _make(self, found: Debrief, recordings: Mapping[int, Path]) -> Iterator[TurnView]:
        for turn in found.turns:
            seconds = found.answer_times.get(turn.id)
            note = self.tr("after {seconds} s").format(seconds=f"{seconds:.0f}") if seconds is not None else ""
            doubts = found.doubts.get(turn.id, ())
            view = TurnView(self._theme, turn, note, doubts, recorded=turn.id in recordings)
            view.play.connect(self.play)
            yield view

    def _make_some(self) -> None:
        some = list(islice(self._waiting, min(_AT_ONCE, self._limit)))
        self._stack.add(some)
        self._left -= len(some)
        self._limit -= len(some)
        if self._left and self._limit:
            self._next.start()
        self.more.setVisible(bool(self._left and not self._limit))

    def _show_more(self) -> None:
        self._limit = _STEP
        self._make_some()


class _Stack(QWidget):
    """Turns below each other. Qt's own layouts measure all of them again for each one that joins; this one does not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bottom = 0
        self.views: list[TurnView] = []
        self._again = QTimer(self, singleShot=True, interval=0)  # when the turns themselves have followed the theme
        self._again.timeout.connect(self._place_all)
        theme.changed.connect(self._again.start)

    def add(self, views: list[TurnView]) -> None:
        """Set these below the others."""
        for view in views:
            view.setParent(self)
            self.views.append(view)
            self._place(view)
            view.show()
        self.setFixedHeight(self._bottom)

    def clear(self) -> None:
        """Take all away."""
        for view in self.views:
            view.hide()
            view.deleteLater()
        self.views, self._bottom = [], 0
        self.setFixedHeight(0)

    def sizeHint(self) -> QSize:
        """As wide as one likes to read."""
        return QSize(self._theme.scaled(420), self._bottom)

    def minimumSizeHint(self) -> QSize:
        """The words wrap."""
        return QSize(self._theme.scaled(180), self._bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width means other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place_all()

    def _place_all(self) -> None:
        self._bottom = 0
        for view in self.views:
            self._place(view)
        self.setFixedHeight(self._bottom)

    def _place(self, view: TurnView) -> None:
        top = self._bottom + (self._theme.space(3) if self._bottom else 0)
        height = view.heightForWidth(self.width())
        view.setGeometry(0, top, self.width(), height)
        self._bottom = top + height
