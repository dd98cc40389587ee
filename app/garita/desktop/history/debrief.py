"""Looks back on one conversation: verdict, goals, figures, the time of each answer, every word, the own voice.

What is shown is worked out by ``coaching`` on a worker thread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from garita import wiring_voice
from garita.audio.ports import SoundSink
from garita.coaching.debrief import Debrief, debrief
from garita.coaching.progress import keep
from garita.desktop.context import Context
from garita.desktop.history import words
from garita.desktop.history.asking import Asking
from garita.desktop.history.beside import Beside
from garita.desktop.history.exporting import ExportButton
from garita.desktop.history.going_on import can_go_on, go_on
from garita.desktop.history.player import Player
from garita.desktop.history.rows import rows
from garita.desktop.history.tiles import Tiles
from garita.desktop.history.times_plot import TimesPlot
from garita.desktop.history.transcript import Transcript
from garita.desktop.history.verdict_card import VerdictCard
from garita.desktop.history.waiting import Waiting
from garita.desktop.numerals import decimal, percent, whole
from garita.desktop.trips.goals import GoalList
from garita.desktop.widgets import Card, Column, EmptyState, Page, keep_icon, label, primary, quiet
from garita.errors import ConversationMissing
from garita.journal import export
from garita.journal.journal import Journal

_NARROW = 760  # below this width all cards stand in one column


@dataclass(frozen=True)
class _Found:
    """What the worker thread brings."""

    debrief: Debrief
    recordings: Mapping[int, Path]
    folder: Path


class DebriefPage(Page):
    """``shown(conversation=number)``; without a number the newest conversation."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.set_heading(self.tr("How it went"))
        self._context = context
        self._asking = Asking(context.jobs, self, self._failed)
        self._found: _Found | None = None
        self.player = Player(self._speaker, self)
        self.verdict = VerdictCard(context)
        self.goals = GoalList(context.theme, context.language)
        self.tiles = Tiles()
        self.times = TimesPlot(context.theme)
        self.transcript = Transcript(context.theme)
        self.legend = label(self.tr("Underlined words were perhaps heard wrongly."), "small")
        self.export = ExportButton(context, self._facts)
        self.on = primary("")
        self.back = quiet(self.tr("All conversations"), "arrow-left")
        self.waiting = Waiting(self.tr("Looking back"))
        self.empty = self._make_empty()
        self.content = QWidget()
        self._fill()
        self._connect()

    def shown(self, conversation: int | None = None, **_: Any) -> None:
        """The window has turned to this page."""
        self.player.stop()
        self._show_only(self.waiting)
        self._asking.ask(lambda: _look(self._context.journal(), conversation), self._show)

    def leave(self) -> None:
        """The window closes."""
        self.player.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who turns to another page does not want to hear more."""
        self.player.stop()
        super().hideEvent(event)

    # --- how it is put together -------------------------------------------------------------------------------------

    def _make_empty(self) -> EmptyState:
        trips = primary(self.tr("Choose a trip"))
        trips.clicked.connect(self._choose_trip)
        return EmptyState(
            "stamp", self.tr("Nothing to look back on"),
            self.tr("After a conversation you find here how it went: the verdict, your goals, every word."), trips,
        )  # fmt: skip

    def _fill(self) -> None:
        self._column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.head.addWidget(self.export)
        self.head.addWidget(self.on)
        side = QWidget()
        self._side, self._cards = Column(side), Column(self.content)
        for column in (self._side, self._cards):
            column.setContentsMargins(0, 0, 0, 0)
        goals, figures, times, said = Card(), Card(self.tr("In numbers")), Card(), Card()
        goals.body.addWidget(self.goals)
        figures.body.addWidget(self.tiles)
        times.set_title(self.tr("Seconds until each answer"))
        times.body.addWidget(self.times)
        said.set_title(self.tr("What was said"))
        said.body.addWidget(self.legend)
        said.body.addWidget(self.transcript)
        self._times_card, self._goals_card = times, goals
        for widget in (self.waiting, self.empty, self.content):
            self.add(widget, 1)
        for card in (figures, goals, times):
            self._side.addWidget(card)
        self._cards.addWidget(self.verdict)
        self._cards.addWidget(Beside(side, said, _NARROW, (4, 7), 4))

    def _connect(self) -> None:
        self.back.clicked.connect(self._all)
        self.on.clicked.connect(self._go_on)
        self.transcript.play.connect(self._play)
        self.player.ended.connect(self._show_playing)
        self.player.failed.connect(self._context.tell)
        self._context.theme.changed.connect(self._gaps)
        self._gaps()

    def _gaps(self) -> None:
        for column in (self._side, self._cards):
            column.setSpacing(self._context.theme.space(4))

    def _show_only(self, widget: QWidget) -> None:
        for each in (self.waiting, self.empty, self.content):
            each.setVisible(each is widget)
        for button in (self.export, self.on):
            button.setVisible(widget is self.content)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def _show(self, found: _Found | None) -> None:
        self._found = found
        if found is None:
            self._show_only(self.empty)
            return
        look = found.debrief
        self._show_heading(look)
        self.verdict.show_debrief(look)
        self._goals_card.setVisible(bool(look.goals))
        self.goals.show_goals(look.goals)
        self.tiles.show_figures(self._figures(look))
        texts = {turn.id: turn.text for turn in look.turns}
        self.times.show_times([(seconds, texts[turn]) for turn, seconds in look.answer_times.items()])
        self._times_card.setVisible(bool(look.answer_times))
        self.legend.setVisible(bool(look.doubts))
        self.transcript.show_turns(look, found.recordings)
        self.export.offer(look.head, look.turns, found.folder, recorded=bool(found.recordings))
        self._show_only(self.content)

    def _show_heading(self, look: Debrief) -> None:
        (row,) = rows([look.head], self._context.language)
        day = words.day(row.day, date.today(), self._context.language)
        facts = [row.place, row.level, f"{day}, {datetime.fromisoformat(look.head.started_at).astimezone():%H:%M}"]
        self.set_heading(row.title, "  ·  ".join(fact for fact in facts if fact))
        going_on = can_go_on(look.head)
        self.on.setText(self.tr("Go on") if going_on else self.tr("Once more"))
        keep_icon(self.on, "play" if going_on else "retry", "on_accent")

    def _figures(self, look: Debrief) -> list[tuple[str, str, str]]:
        """Value, name and hint of every tile."""
        figures = look.figures
        found = [
            (words.minutes(figures.seconds), self.tr("of talk"), ""),
            (whole(figures.words), words.words_said(figures.words), ""),
            (whole(figures.distinct_words), self.tr("different words"), ""),
            (decimal(figures.words_a_turn), self.tr("words a turn"), ""),
            (percent(figures.spanish), self.tr("in Spanish"), self.tr("Share of your words in Spanish sentences.")),
        ]
        if figures.answer_seconds:
            hint = self.tr("Half of your answers came sooner, half later.")
            found.append((f"{decimal(figures.answer_seconds)} s", self.tr("until you answer"), hint))
        if figures.doubtful:
            hint = self.tr("Words that the computer was not sure to have heard.")
            name = self.tr("unclear word") if figures.doubtful == 1 else self.tr("unclear words")
            found.append((str(figures.doubtful), name, hint))
        if figures.replaced:
            hint = self.tr("Sentences of the officer's that were not good enough and replaced by prepared ones.")
            name = self.tr("sentence replaced") if figures.replaced == 1 else self.tr("sentences replaced")
            found.append((str(figures.replaced), name, hint))
        return found

    def _facts(self) -> Sequence[tuple[str, str]]:
        """The tiles for a page on paper."""
        return [(name, value) for value, name, _ in self._figures(self._found.debrief)] if self._found else ()

    def _failed(self, error: BaseException) -> None:
        self._found = None
        self._show_only(self.empty)
        self._context.tell(error)

    # --- what is done -----------------------------------------------------------------------------------------------

    def _play(self, turn: int) -> None:
        if self.player.playing == turn:
            self.player.stop()
        elif self._found and turn in self._found.recordings:
            self.player.play(turn, self._found.recordings[turn])
        self._show_playing()

    def _show_playing(self) -> None:
        self.transcript.show_playing(self.player.playing)

    def _speaker(self) -> SoundSink:
        return wiring_voice.loudspeaker(self._context.engines.sound(), self._context.settings.now)

    def _go_on(self) -> None:
        if self._found:
            go_on(self._context, self._found.debrief.head)

    def _all(self) -> None:
        self._context.go("history")

    def _choose_trip(self) -> None:
        self._context.go("trips")


def _look(journal: Journal, number: int | None) -> _Found | None:
    """On a worker thread: the conversation looked back on; None where there is none."""
    if number is None:
        newest = journal.conversations(1)
        if not newest:
            return None
        number = newest[0].id
    try:
        head, turns = journal.conversation(number)
    except ConversationMissing:
        return None
    found = debrief(head, turns)
    keep(journal, number, found.figures)
    return _Found(found, export.recorded(head, turns, journal.recordings), journal.recordings)
