"""One trip, opened: what happens there, who the student is, the number that brings the same trip back, and Start.

Receives a trip and tells what the user decides; knows neither files nor engines.
"""

from __future__ import annotations

import random

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from garita.desktop.theme import Theme
from garita.desktop.trips import trip as trips
from garita.desktop.trips import words
from garita.desktop.trips.card import TripCard
from garita.desktop.trips.scene import Pictures
from garita.desktop.trips.tile import ScenePicture
from garita.desktop.trips.trip import Trip
from garita.desktop.widgets import Card, FlowLayout, Page, Pill, Switch, icon_button, icon_label, label, primary, quiet
from garita.messages_to_user.entry import Language
from garita.roleplay.scenario import Scenario

_BESIDE = 700  # pixels at text size 1


class TripDetail(Page):
    """Signals:
    back(): the user wants to see all trips again.
    start(Scenario, int): begin this one, with this number.
    remove(Trip): take a scenario of the student's own away.
    """

    back = Signal()
    start = Signal(object, int)
    remove = Signal(object)

    def __init__(
        self, theme: Theme, language: Language, pictures: Pictures, trip: Trip, seed: int, *, drawn: bool
    ) -> None:
        super().__init__()
        self._theme, self._language, self.trip = theme, language, trip
        self.setAccessibleName(trip.scenario.title)
        self.picture = ScenePicture(theme, pictures, trip.scenario, round_below=True)
        self.another = Switch(self.tr("Another traveller"))
        self.seed = QSpinBox()
        self.start_button = primary(self.tr("Start this trip"), "play")
        self._set_controls(seed, drawn=drawn)
        self.add_layout(self._way_back())
        self.add(self._head())
        self.card = TripCard(theme, self.scenario(), language)
        self.add(label(self.tr("Who you are on this trip"), "heading"))
        self.add(self.card)
        self.seed.valueChanged.connect(self._draw)
        self.another.toggled.connect(self._draw)

    def scenario(self) -> Scenario:
        """The scenario with the traveller of this trip."""
        return trips.travels(self.trip.scenario, self.seed.value(), drawn=self.another.isChecked())

    def _set_controls(self, seed: int, *, drawn: bool) -> None:
        self.start_button.clicked.connect(lambda: self.start.emit(self.scenario(), self.seed.value()))
        self.another.setToolTip(self.tr("Draw name, papers and suitcase by lot instead of those of the story"))
        self.another.setChecked(drawn)
        self.seed.setRange(0, trips.LARGEST_SEED)
        self.seed.setValue(seed)
        self.seed.setAccessibleName(self.tr("Trip number"))
        self.seed.setToolTip(self.tr("The same number brings back the same traveller and the same officer's words"))
        self.dice = icon_button("dice", self.tr("Another number"))
        self.dice.clicked.connect(lambda: self.seed.setValue(random.randint(0, trips.LARGEST_SEED)))

    def _way_back(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.back_button = quiet(self.tr("All trips"), "arrow-left")
        self.back_button.setShortcut(Qt.Key.Key_Escape)
        self.back_button.clicked.connect(self.back)
        row.addWidget(self.back_button)
        row.addStretch(1)
        if self.trip.own:
            remove = quiet(self.tr("Remove this trip"), "trash")
            remove.clicked.connect(lambda: self.remove.emit(self.trip))
            row.addWidget(remove)
        return row

    def _head(self) -> QWidget:
        card = Card()
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        across.setSpacing(self._theme.space(6))
        left = QVBoxLayout()
        left.setSpacing(self._theme.space(2))
        left.addWidget(self.picture)
        left.addSpacing(self._theme.space(2))
        left.addLayout(self._line(words.PLACE_ICONS[self.trip.scenario.place], self._place()))
        officer = self.trip.scenario.officer
        left.addLayout(self._line("officers", f"{officer.name}, {officer.service} · {words.manner(officer.manner)}"))
        times = [words.length(self.trip.minutes), self._questions(), words.practised(self.trip.practised)]
        left.addLayout(self._line("clock", " · ".join(text for text in times if text)))
        left.addStretch(1)
        across.addLayout(left, 5)
        across.addLayout(self._story(), 6)
        card.body.addLayout(across)
        self._across = across
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Picture and story stand beside each other where there is room."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._theme.scaled(_BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._across.direction() != direction:
            self._across.setDirection(direction)

    def _story(self) -> QVBoxLayout:
        scenario, story = self.trip.scenario, QVBoxLayout()
        story.setSpacing(self._theme.space(2))
        pills = FlowLayout(spacing=6)
        pills.addWidget(Pill(words.level(scenario.level), words.LEVEL_TONES[scenario.level]))
        pills.addWidget(Pill(words.case(scenario.case), "dim"))
        story.addLayout(pills)
        story.addWidget(label(scenario.title, "title"))
        if self._language == "en":
            story.addWidget(label(scenario.title_en, "body", tone="dim"))
        story.addSpacing(self._theme.space(2))
        story.addWidget(label(scenario.summary, "body"))
        if self._language == "en":
            story.addWidget(label(scenario.summary_en, "small"))
        story.addStretch(1)
        story.addSpacing(self._theme.space(3))
        story.addLayout(self._number())
        story.addWidget(self.start_button)
        return story

    def _number(self) -> FlowLayout:
        together = QWidget()
        pair = QHBoxLayout(together)
        pair.setContentsMargins(0, 0, 0, 0)
        number = label(self.tr("Trip number"), "body")
        number.setWordWrap(False)
        number.setBuddy(self.seed)
        for part in (number, self.seed, self.dice):
            pair.addWidget(part)
        row = FlowLayout(spacing=self._theme.space(2))
        row.addWidget(self.another)
        row.addWidget(together)
        return row

    def _line(self, icon: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(2))
        row.addWidget(icon_label(icon, "dim", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, "small", tone="text"), 1)
        return row

    def _place(self) -> str:
        return f"{self.trip.scenario.place_name}, {self.trip.country}"

    def _questions(self) -> str:
        count = len(self.trip.scenario.checklist)
        return self.tr("1 question") if count == 1 else self.tr("{count} questions").format(count=count)

    def _draw(self) -> None:
        self.card.show_scenario(self.scenario())
