"""The side of the booth: the trip card, and behind a tab the student's goals. Knows not when a goal is met."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from garita.coaching.goals import Goal
from garita.desktop.theme.theme import Theme
from garita.desktop.trips.card import TripCard
from garita.desktop.trips.goals import GoalList
from garita.desktop.widgets import Card
from garita.messages_to_user.entry import Language
from garita.roleplay.scenario import Scenario, Topic


class SidePanel(QWidget):
    """Each of the two scrolls where the window is low."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self.card: TripCard | None = None
        self.goals = GoalList(theme, language)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(self.tr("Papers"))
        self.tabs.addTab(self.tr("Goals"))
        self._stack = QStackedWidget()
        self._papers = QVBoxLayout()
        self._papers.addStretch(1)
        self._stack.addWidget(_scrolling(self._papers, self.tr("Trip card")))
        self._stack.addWidget(_scrolling(self._framed_goals(), self.tr("Goals")))
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self._stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        theme.changed.connect(self._space)
        self._space()

    def show_scenario(self, scenario: Scenario) -> None:
        """Whose papers these are."""
        if self.card is None:
            self.card = TripCard(self._theme, scenario, self._language, compact=True)
            self._papers.insertWidget(0, self.card)
        else:
            self.card.show_scenario(scenario)

    def show_goals(self, goals: Sequence[Goal], asked: Topic | None = None) -> None:
        """What is to be reached, what has been, and what the officer asks for."""
        self.goals.show_goals(goals, asked)
        met = sum(goal.met for goal in goals)
        self.tabs.setTabText(1, self.tr("Goals {met}/{all}").format(met=met, all=len(goals)))

    def sizeHint(self) -> QSize:
        """Wide enough for a passport."""
        return QSize(self._theme.scaled(330), 400)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(self._theme.scaled(240), 120)

    def _framed_goals(self) -> QVBoxLayout:
        card, column = Card(), QVBoxLayout()
        card.title.hide()
        card.body.addWidget(self.goals)
        column.addWidget(card)
        column.addStretch(1)
        return column

    def _space(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(space(1), 0, 0, space(2))
        self._column.setSpacing(space(1))


def _scrolling(column: QVBoxLayout, name: str) -> QScrollArea:
    inside, area = QWidget(), QScrollArea()
    column.setContentsMargins(0, 0, 6, 0)
    inside.setLayout(column)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setProperty("ring", "true")  # its content has no control: that the keyboard is here is seen at its edge
    return area
