"""Over many conversations: how much was said, in how much Spanish, and with what success, by day or week, for plots.

Figures of a conversation are worked out once and kept in the journal. Knows the journal's values and debriefs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

import msgspec

from garita.coaching.debrief import Figures, debrief
from garita.journal.journal import Journal, Summary

Step = Literal["day", "week"]

# Conversations of older versions have no figures yet; so many are worked out at a time, the newest first.
_AT_A_TIME = 300


@dataclass(frozen=True)
class Entry:
    """One conversation; ``figures`` are None where they were not worked out yet."""

    id: int
    day: date
    minutes: float
    words: int
    verdict: str
    figures: Figures | None


@dataclass(frozen=True)
class Period:
    """The sums of a day or a week that begins on ``start``; ``spanish`` and ``goals`` are shares, None if unknown."""

    start: date
    conversations: int
    minutes: float
    words: int
    spanish: float | None
    goals: float | None
    admitted: int


def entries(
    journal: Journal, since: datetime, check: Callable[[], object] = lambda: None, *, at_a_time: int = _AT_A_TIME
) -> list[Entry]:
    """Every conversation since then, the oldest first, with its day on this computer's clock.

    ``check`` is called now and then and may raise to stop it. ``at_a_time``: so many are worked out in one go.

    Raises:
        JournalUnusable.
    """
    summaries = journal.summaries(since.astimezone(UTC).isoformat(timespec="seconds"))
    known = {one.id: figures for one in summaries if (figures := _kept(one))}
    for one in [one for one in reversed(summaries) if one.id not in known][:at_a_time]:
        check()
        known[one.id] = keep_figures(journal, one.id)
    return [_entry(one, known.get(one.id)) for one in summaries]


def keep_figures(journal: Journal, conversation: int) -> Figures:
    """Work the figures of a conversation out and keep them.

    Raises:
        ConversationMissing, JournalUnusable.
    """
    figures = debrief(*journal.conversation(conversation)).figures
    keep(journal, conversation, figures)
    return figures


def keep(journal: Journal, conversation: int, figures: Figures) -> None:
    """Keep figures that are worked out already.

    Raises:
        JournalUnusable.
    """
    journal.keep_outcome(conversation, msgspec.json.encode(figures).decode())


def periods(found: Iterable[Entry], step: Step, first: date, last: date) -> list[Period]:
    """The days or weeks from ``first`` to ``last`` without a gap; empty ones are there, too."""
    by_start: dict[date, list[Entry]] = defaultdict(list)
    for entry in found:
        by_start[_start(entry.day, step)].append(entry)
    days = 1 if step == "day" else 7
    start, end = _start(first, step), _start(last, step)
    return [_summed(day, by_start.get(day, [])) for day in _days(start, end, days)]


def streak(found: Iterable[Entry], today: date) -> int:
    """Days in a row with a conversation, up to today; today may still be to come."""
    days = {entry.day for entry in found}
    day = today if today in days else today - timedelta(days=1)
    length = 0
    while day in days:
        length, day = length + 1, day - timedelta(days=1)
    return length


def _days(start: date, end: date, step: int) -> list[date]:
    return [start + timedelta(days=offset) for offset in range(0, (end - start).days + 1, step)]


def _start(day: date, step: Step) -> date:
    return day if step == "day" else day - timedelta(days=day.weekday())


def _kept(one: Summary) -> Figures | None:
    """What was worked out earlier, unless by a version that counted otherwise."""
    try:
        return msgspec.json.decode(one.outcome, type=Figures) if one.outcome else None
    except msgspec.DecodeError:
        return None


def _entry(one: Summary, figures: Figures | None) -> Entry:
    day = datetime.fromisoformat(one.started_at).astimezone().date()
    return Entry(one.id, day, one.seconds / 60, one.words, one.verdict, figures)


def _summed(start: date, found: Sequence[Entry]) -> Period:
    figures = [entry.figures for entry in found if entry.figures]
    return Period(
        start=start,
        conversations=len(found),
        minutes=sum(entry.minutes for entry in found),
        words=sum(entry.words for entry in found),
        spanish=_share(sum(each.spanish_words for each in figures), sum(each.words for each in figures)),
        goals=_share(sum(each.goals_met for each in figures), sum(each.goals for each in figures)),
        admitted=sum(entry.verdict == "admit" for entry in found),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
