"""How it went over weeks: days in a row, minutes, words, the share of Spanish and of goals met, as tiles and plots.

What is plotted is worked out by ``coaching`` on a worker thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from garita.coaching.progress import Entry, Period, Step, entries, periods, streak
from garita.desktop.context import Context
from garita.desktop.history import words
from garita.desktop.history.asking import Asking
from garita.desktop.history.plots import Plot
from garita.desktop.history.tiles import Tiles
from garita.desktop.history.waiting import Waiting
from garita.desktop.numerals import percent, whole
from garita.desktop.widgets import Card, Choice, Column, EmptyState, FlowLayout, Page, primary

_SPANS: tuple[int, ...] = (28, 91, 365)  # days that can be looked back on
_LONG = 56  # more days than this are shown by week


@dataclass(frozen=True)
class Looked:
    """What the worker thread brings."""

    found: list[Entry]
    periods: list[Period]
    step: Step
    in_a_row: int
    anything: bool  # whether there is something in the longest time that can be looked back on


class ProgressPage(Page):
    """Read anew whenever it is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.set_heading(self.tr("Progress"), self.tr("How much you have said, and how well it went."))
        self._context = context
        self._asking = Asking(context.jobs, self, self._failed)
        self.span = Choice(self._spans(), self.tr("How far to look back"))
        self.tiles = Tiles()
        self.minutes, self.words = Plot(context.theme), Plot(context.theme)
        self.spanish, self.goals = Plot(context.theme, share=True), Plot(context.theme, share=True)
        self.waiting = Waiting(self.tr("Adding up"))
        self.empty = self._make_empty()
        self.content = QWidget()
        self._fill()
        self.span.choose(_SPANS[0])
        self.span.currentIndexChanged.connect(self._read)
        context.theme.changed.connect(self._gaps)
        self._gaps()
        self._show_only(self.waiting)

    def _spans(self) -> list[tuple[str, object]]:
        return list(zip((self.tr("4 weeks"), self.tr("3 months"), self.tr("A year")), _SPANS, strict=True))

    def _make_empty(self) -> EmptyState:
        trips = primary(self.tr("Choose a trip"))
        trips.clicked.connect(self._choose_trip)
        text = self.tr("After your first conversations you see here how much you said, and how well it went.")
        return EmptyState("chart", self.tr("Nothing to add up yet"), text, trips)

    def _fill(self) -> None:
        self.head.addWidget(self.span)
        figures = Card()
        figures.body.addWidget(self.tiles)
        plots = QWidget()
        self._plots = FlowLayout(plots, fill=True)
        for title, plot in (
            (self.tr("Minutes of talk"), self.minutes), (self.tr("Words you said"), self.words),
            (self.tr("Share of Spanish"), self.spanish), (self.tr("Goals met"), self.goals),
        ):  # fmt: skip
            card = Card(title)
            card.body.addWidget(plot)
            self._plots.addWidget(card)
        self._cards = Column(self.content)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.addWidget(figures)
        self._cards.addWidget(plots)
        for widget in (self.waiting, self.empty, self.content):
            self.add(widget, 1)

    def _gaps(self) -> None:
        gap = self._context.theme.space(4)
        self._plots.setSpacing(gap)
        self._cards.setSpacing(gap)

    def _show_only(self, widget: QWidget) -> None:
        for each in (self.waiting, self.empty, self.content):
            each.setVisible(each is widget)
        self.span.setVisible(widget is not self.empty)

    def showEvent(self, event: QShowEvent) -> None:
        """Conversations may have been held since."""
        super().showEvent(event)
        self._read()

    # --- what is shown ----------------------------------------------------------------------------------------------

    def _read(self) -> None:
        journal, days = self._context.journal, int(str(self.span.value))
        self._asking.ask(lambda: look(lambda since: entries(journal(), since), days), self._show)

    def _show(self, looked: Looked) -> None:
        if not looked.anything:
            self._show_only(self.empty)
            return
        self._show_only(self.content)
        self.tiles.show_figures(self._figures(looked))
        shown = looked.periods
        name = self._namer(looked.step)
        names = [words.short_day(period.start, self._context.language) for period in shown]
        for plot, title, values, text in (
            (self.minutes, self.tr("Minutes of talk"), [each.minutes for each in shown], self._in_minutes),
            (self.words, self.tr("Words you said"), [each.words for each in shown], self._in_words),
            (self.spanish, self.tr("Share of Spanish"), [each.spanish for each in shown], percent),
            (self.goals, self.tr("Goals met"), [each.goals for each in shown], percent),
        ):
            said = [
                f"{name(day)}: {'–' if value is None else text(value)}"
                for day, value in zip(names, values, strict=True)
            ]
            plot.show_values(title, values, names, said)

    def _in_minutes(self, value: float) -> str:
        return self.tr("{minutes} min").format(minutes=round(value))

    def _in_words(self, value: float) -> str:
        return words.words(round(value))

    def _namer(self, step: Step) -> Callable[[str], str]:
        week = self.tr("Week of {day}")
        return (lambda day: week.format(day=day)) if step == "week" else (lambda day: day)

    def _figures(self, looked: Looked) -> Sequence[tuple[str, str, str]]:
        found, shown = looked.found, looked.periods
        known = [entry.figures for entry in found if entry.figures]
        said, spanish = sum(each.words for each in known), sum(each.spanish_words for each in known)
        met, goals = sum(each.goals_met for each in known), sum(each.goals for each in known)
        minutes, told = round(sum(period.minutes for period in shown)), sum(period.words for period in shown)
        return [
            (whole(looked.in_a_row), words.days_in_a_row(looked.in_a_row), ""),
            (whole(len(found)), words.talks(len(found)), ""),
            (whole(minutes), words.minutes_of_talk(minutes), ""),
            (whole(told), words.words_said(told), ""),
            (percent(spanish / said) if said else "–", self.tr("in Spanish"), ""),
            (percent(met / goals) if goals else "–", self.tr("of goals met"), ""),
        ]

    def _failed(self, error: BaseException) -> None:
        self._show_only(self.empty)
        self._context.tell(error)

    def _choose_trip(self) -> None:
        self._context.go("trips")


def look(read: Callable[[datetime], list[Entry]], days: int, today: date | None = None) -> Looked:
    """On a worker thread: the conversations of so many days, summed up by day or week."""
    today = today or date.today()
    longest, first = (today - timedelta(days=back - 1) for back in (_SPANS[-1], days))
    every = read(datetime.combine(longest, time.min).astimezone())
    found = [entry for entry in every if entry.day >= first]
    step: Step = "day" if days <= _LONG else "week"
    return Looked(found, periods(found, step, first, today), step, streak(every, today), bool(every))
