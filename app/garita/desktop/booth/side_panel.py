"""The side of the booth: the student's goals and the trip card. Knows how to show them, not when a goal is met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from garita.desktop.theme.theme import Theme
from garita.desktop.trips.card import TripCard
from garita.messages_to_user.entry import Language
from garita.roleplay.scenario import Scenario


class SidePanel(QScrollArea):
    """Scrolls where the window is low."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self.card: TripCard | None = None
        self.goals: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Trip card and goals"))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addStretch(1)
        self.setWidget(inside)
        theme.changed.connect(self._space)
        self._space()

    def show_scenario(self, scenario: Scenario) -> None:
        """Whose papers these are."""
        if self.card is None:
            self.card = TripCard(self._theme, scenario, self._language, compact=True)
            self._column.insertWidget(self._column.count() - 1, self.card)
        else:
            self.card.show_scenario(scenario)

    def show_goals(self, goals: Sequence[Any]) -> None:
        """What is to be reached, and what has been."""

    def sizeHint(self) -> QSize:
        """Wide enough for a passport."""
        return QSize(self._theme.scaled(330), 400)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(self._theme.scaled(240), 120)

    def _space(self) -> None:
        space = self._theme.space
        self._column.setContentsMargins(space(1), space(1), space(3), space(3))
        self._column.setSpacing(space(3))
