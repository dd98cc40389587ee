"""The booth before a conversation: somebody waits in it, and two ways to begin."""

from __future__ import annotations

import importlib
import random
from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from garita.desktop.jobs import Jobs
from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import FlowLayout, label, plain, primary, quiet
from garita.roleplay import scenario_file
from garita.roleplay.scenario import Scenario

_BESIDE = 760  # pixels at text size 1 from which the words stand beside the picture


class EmptyBooth(QWidget):
    """Signals:
    choose(): the student wants to choose a trip.
    surprise(): any trip.
    go_on(int): the conversation of this number is to be gone on with.
    look_back(int): the student wants to see how it went.
    """

    choose = Signal()
    surprise = Signal()
    go_on = Signal(int)
    look_back = Signal(int)

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._jobs = theme, jobs
        self._asked = False
        self._seats = QWidget()  # the officer takes place when the window is there
        QVBoxLayout(self._seats).setContentsMargins(0, 0, 0, 0)
        self.choose_button = primary(self.tr("Choose a trip"), "trips")
        self.surprise_button = plain(self.tr("Surprise me"), "dice")
        self.choose_button.clicked.connect(self.choose)
        self.surprise_button.clicked.connect(self.surprise)
        self.go_on_button = quiet(self.tr("Go on with it"), "play")
        self.look_back_button = quiet(self.tr("See how it went"), "chart")
        self.go_on_button.clicked.connect(self._go_on)
        self.look_back_button.clicked.connect(self._look_back)
        self._last = 0
        self._words = self._make_words()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self._words, 2)
        self._row.addWidget(self._seats, 3)
        theme.changed.connect(self._space)
        self._space()

    def offer(self, number: int) -> None:
        """The conversation that has just been left."""
        self._last = number
        self._saved.show()

    def show_officer(self, shown: bool) -> None:
        """Whether there is a picture."""
        self._seats.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Who sits there is looked up when it has been seen: the window comes first."""
        super().paintEvent(event)
        if not self._asked:
            self._asked = True
            self._jobs.ask(_prepare, self._seat)

    def minimumSizeHint(self) -> QSize:
        """Words wrap and the picture shrinks; the window is never forced to grow."""
        return QSize(self._theme.scaled(320), self._theme.scaled(280))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words beside the picture where there is room, else below."""
        super().resizeEvent(event)
        self._turn()

    def _seat(self, scenarios: tuple[Scenario, ...]) -> None:
        from garita.desktop.officer.view import OfficerView

        picture = OfficerView(self._theme)
        picture.show_scenario(random.choice(scenarios), datetime.now().hour)
        places = self._seats.layout()
        assert places
        places.addWidget(picture)

    def _make_words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(label(self.tr("The booth is open"), "title"))
        text = self.tr("Take a trip, look at your papers, and tell the officer in Spanish where you are going.")
        column.addWidget(label(text, "body", tone="dim"))
        self._buttons = FlowLayout()
        self._buttons.addWidget(self.choose_button)
        self._buttons.addWidget(self.surprise_button)
        column.addLayout(self._buttons)
        column.addWidget(self._make_saved())
        column.addStretch(1)
        self._column = column
        return words

    def _make_saved(self) -> QWidget:
        self._saved = QWidget()
        column = QVBoxLayout(self._saved)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("What you said is saved."), "small"))
        self._ways = FlowLayout(spacing=0)
        self._ways.addWidget(self.go_on_button)
        self._ways.addWidget(self.look_back_button)
        column.addLayout(self._ways)
        self._saved.hide()
        return self._saved

    def _go_on(self) -> None:
        self.go_on.emit(self._last)

    def _look_back(self) -> None:
        self.look_back.emit(self._last)

    def _turn(self) -> None:
        beside = self.width() >= self._theme.scaled(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop
        if direction != self._row.direction():
            self._row.setDirection(direction)

    def _space(self) -> None:
        space = self._theme.space
        self._row.setContentsMargins(space(8), space(6), space(6), space(6))
        self._row.setSpacing(space(8))
        self._column.setSpacing(space(3))
        self._buttons.setSpacing(space(3))
        self._buttons.setContentsMargins(0, space(3), 0, 0)
        self._ways.setContentsMargins(-space(3), 0, 0, 0)  # their words stand under the line above, not their edges
        self._turn()


def _prepare() -> tuple[Scenario, ...]:
    """On another thread: who may sit there, and the code of the conversation, so that nobody waits for it later."""
    importlib.import_module("garita.desktop.booth.room")
    return scenario_file.load_all()
