"""The part of a column that is seen: it stays where it is, whatever happens to rows above and below."""

from __future__ import annotations

import random

import pytest

from garita.desktop.booth.porthole import Porthole

HEIGHT = 300


class Rows:
    """Rows whose real heights differ from the guesses; each has a name."""

    def __init__(self, count: int, seed: int = 1) -> None:
        self.rng = random.Random(seed)
        self.names = list(range(count))
        self.heights = {name: self.rng.randrange(20, 200) for name in self.names}
        self.asked = 0
        self.hole = Porthole(self._exact)
        self.hole.height = HEIGHT
        self.hole.foot = 10
        self.hole.reset([60] * count)
        self.hole.settle()

    def _exact(self, row: int) -> int:
        self.asked += 1
        return self.heights[self.names[row]]

    def scroll(self, place: int) -> None:
        self.hole.scrolled(place)
        self.hole.settle()

    def insert(self, row: int, height: int) -> None:
        name = 10_000 + len(self.heights)
        self.names.insert(row, name)
        self.heights[name] = height
        self.hole.inserted(row, 60)
        self.hole.settle()

    def remove(self, first: int, last: int) -> None:
        del self.names[first : last + 1]
        self.hole.removed(first, last)
        self.hole.settle()

    def seen(self) -> dict[int, int]:
        """The names of the rows that are seen, and where they begin."""
        return {self.names[row]: self.hole.y(row) for row in self.hole.seen()}


def test_it_begins_at_the_end_and_measures_only_what_is_seen() -> None:
    rows = Rows(1000)
    last = rows.names[-1]
    assert rows.seen()[last] + rows.heights[last] == HEIGHT - 10
    assert rows.asked < 20


def test_few_rows_stand_at_the_foot() -> None:
    rows = Rows(1)
    assert rows.seen()[0] == HEIGHT - 10 - rows.heights[0]
    assert rows.hole.furthest == 0


def test_nothing_at_all_is_no_trouble() -> None:
    rows = Rows(0)
    assert (rows.seen(), rows.hole.furthest, rows.hole.row_at(5)) == ({}, 0, None)


@pytest.mark.parametrize("seed", range(5))
def test_scrolling_moves_what_is_seen_by_as_much(seed: int) -> None:
    rows = Rows(200, seed)
    while rows.hole.place > 0:
        before, step = rows.seen(), rows.rng.randrange(1, 120)
        moved = min(step, rows.hole.place)
        rows.scroll(rows.hole.place - moved)
        both = before.keys() & rows.seen().keys()
        assert both
        if rows.hole.place:  # the upper end comes when it comes
            assert {rows.seen()[name] - before[name] for name in both} == {moved}


@pytest.mark.parametrize("at", [0, 3, 150, 199])
def test_scrolled_up_nothing_moves_when_rows_come_and_go(at: int) -> None:
    rows = Rows(200)
    rows.scroll(5000)
    before = rows.seen()
    edge = rows.names.index(next(iter(before)))
    if not edge - 1 <= at <= edge + len(before):
        rows.insert(at, 90)
        assert rows.seen() == before
        rows.remove(at, at)
        assert rows.seen() == before


def test_at_the_end_it_stays_there() -> None:
    rows = Rows(50)
    for height in (40, 150, 20):
        rows.insert(len(rows.names), height)
        assert rows.hole.at_end
        assert rows.seen()[rows.names[-1]] + height == HEIGHT - 10
    rows.remove(30, len(rows.names) - 1)
    assert rows.hole.at_end
    assert rows.names[-1] in rows.seen()


def test_what_was_seen_and_is_gone_leads_to_the_end() -> None:
    rows = Rows(100)
    rows.scroll(3000)
    rows.remove(10, 99)
    assert rows.hole.at_end


@pytest.mark.parametrize("row", [0, 20, 55, 99])
def test_a_row_is_brought_into_sight(row: int) -> None:
    rows = Rows(100)
    rows.scroll(2500)
    rows.hole.show(row)
    top = rows.seen()[rows.names[row]]
    assert top >= 0
    assert top + rows.heights[rows.names[row]] <= HEIGHT
    before = rows.seen()
    rows.hole.show(row)
    assert rows.seen() == before
