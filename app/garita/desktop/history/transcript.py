"""What was said, from top to bottom, a few turns at a time so that a long conversation keeps nobody waiting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from garita.coaching.debrief import Debrief
from garita.desktop.history.bubble import TurnView
from garita.desktop.theme import Theme
from garita.desktop.widgets import plain

_AT_ONCE = 12  # turns made between two looks at the keyboard: about 10 ms
_SHOWN = 120  # turns shown before one has to ask for the rest


class Transcript(QWidget):
    """Signals:
    play(int): the student wants to hear this turn, or no longer.
    """

    play = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.views: dict[int, TurnView] = {}
        self._waiting: Iterator[TurnView] = iter(())
        self._limit = _SHOWN
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._make_some)
        self.all = plain(self.tr("Show the rest"))
        self.all.clicked.connect(self._show_all)
        self._turns = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._turns)
        self._column.addWidget(self.all)
        theme.changed.connect(self._space)
        self._space()

    def show_turns(self, found: Debrief, recordings: Mapping[int, Path]) -> None:
        """Show a conversation's turns instead of those before."""
        self.clear()
        self._limit = _SHOWN
        self._waiting = self._make(found, recordings)
        self._make_some()

    def clear(self) -> None:
        """Show nothing."""
        self._more.stop()
        self._waiting = iter(())
        self.all.hide()
        for view in self.views.values():
            self._turns.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.views = {}

    def show_playing(self, turn: int | None) -> None:
        """Which turn sounds now."""
        for number, view in self.views.items():
            view.show_playing(number == turn)

    def _make(self, found: Debrief, recordings: Mapping[int, Path]) -> Iterator[TurnView]:
        for turn in found.turns:
            seconds = found.answer_times.get(turn.id)
            note = self.tr("after {seconds} s").format(seconds=f"{seconds:.0f}") if seconds is not None else ""
            view = TurnView(
                self._theme, turn, note, found.doubts.get(turn.id, ()), recorded=turn.id in recordings
            )  # fmt: skip
            view.play.connect(self.play)
            yield view

    def _make_some(self) -> None:
        for _ in range(_AT_ONCE):
            if len(self.views) >= self._limit:
                self.all.show()
                return
            view = next(self._waiting, None)
            if view is None:
                return
            self.views[view.turn.id] = view
            self._turns.addWidget(view)
        self._more.start()

    def _show_all(self) -> None:
        self.all.hide()
        self._limit = 1_000_000
        self._more.start()

    def _space(self) -> None:
        self._turns.setSpacing(self._theme.space(3))
        self._column.setSpacing(self._theme.space(3))
