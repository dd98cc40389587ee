"""Progress: figures are worked out once, and sums by day and week have no gaps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from garita.coaching.debrief import Figures
from garita.coaching.progress import Entry, entries, keep_figures, periods, streak
from garita.errors import Cancelled
from tests.coaching.talk import ANSWERS, journal, keep

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
MONDAY = date(2026, 11, 16)


def figures(words: int, spanish: int, met: int = 3) -> Figures:
    return Figures(60.0, 3, words, words, spanish, 2.0, met, 9, 0, 0)


def entry(day: date, words: int = 10, spanish: int | None = 10, verdict: str = "") -> Entry:
    return Entry(1, day, 2.0, words, verdict, None if spanish is None else figures(words, spanish))


def test_missing_figures_are_worked_out_and_kept(tmp_path: Path) -> None:
    with journal(tmp_path) as opened:
        number = keep(opened, ANSWERS, "admit")
        (first,) = entries(opened, LONG_AGO)
        assert first.figures is not None
        assert (first.id, first.verdict, first.figures.goals_met) == (number, "admit", 9)
        assert "goals_met" in opened.summaries()[0].outcome
        assert entries(opened, LONG_AGO) == [first]
        assert entries(opened, datetime.now(UTC) + timedelta(days=1)) == []


def test_what_an_older_version_counted_is_counted_anew(tmp_path: Path) -> None:
    with journal(tmp_path) as opened:
        number = keep(opened, ANSWERS[:2])
        opened.keep_outcome(number, '{"seconds": 1}')
        (found,) = entries(opened, LONG_AGO)
    assert found.figures is not None
    assert found.figures.turns == 2


def test_only_so_many_are_worked_out_at_a_time(tmp_path: Path) -> None:
    with journal(tmp_path) as opened:
        for _ in range(3):
            keep(opened, ANSWERS[:1])
        assert [one.figures is None for one in entries(opened, LONG_AGO, at_a_time=2)] == [True, False, False]
        assert [one.figures is None for one in entries(opened, LONG_AGO)] == [False, False, False]


def test_it_can_be_stopped(tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    with journal(tmp_path) as opened:
        keep(opened, ANSWERS[:1])
        with pytest.raises(Cancelled):
            entries(opened, LONG_AGO, stop)


def test_keeping_figures_after_a_conversation(tmp_path: Path) -> None:
    with journal(tmp_path) as opened:
        number = keep(opened, ANSWERS)
        assert keep_figures(opened, number) == entries(opened, LONG_AGO)[0].figures


def test_days_and_weeks_have_no_gaps_and_sum_up() -> None:
    found = [entry(MONDAY, 30, 30, "admit"), entry(MONDAY, 10, 0, "hold"), entry(MONDAY + timedelta(days=2), 5, None)]
    days = periods(found, "day", MONDAY, MONDAY + timedelta(days=3))
    assert [(day.conversations, day.words, day.admitted) for day in days] == [
        (2, 40, 1),
        (0, 0, 0),
        (1, 5, 0),
        (0, 0, 0),
    ]
    assert days[0].spanish == pytest.approx(0.75)
    assert days[0].goals == pytest.approx(6 / 18)
    assert (days[1].spanish, days[2].spanish) == (None, None)
    weeks = periods(found, "week", MONDAY - timedelta(days=3), MONDAY + timedelta(days=8))
    assert [(week.start, week.minutes) for week in weeks] == [
        (MONDAY - timedelta(days=7), 0), (MONDAY, 6.0), (MONDAY + timedelta(days=7), 0)
    ]  # fmt: skip


def test_the_streak_counts_days_in_a_row() -> None:
    days = [entry(MONDAY - timedelta(days=back)) for back in (0, 1, 1, 2, 5)]
    assert streak(days, MONDAY) == 3
    assert streak(days, MONDAY + timedelta(days=1)) == 3  # today is still to come
    assert streak(days, MONDAY + timedelta(days=2)) == 0
    assert streak([], MONDAY) == 0
