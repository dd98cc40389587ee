"""A column of rows of different heights, some of them only guessed until they are looked at. Knows numbers only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate


class Column:
    """Heights by row. Finding a row by its place, and its place by row, costs nothing while no height changes."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._measured: list[bool] = []
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._all_tops()[-1]

    def insert(self, row: int, guess: int) -> None:
        """A new row, not measured yet."""
        self._heights.insert(row, guess)
        self._measured.insert(row, False)
        self._tops = None

    def remove(self, first: int, last: int) -> None:
        """These rows are gone."""
        del self._heights[first : last + 1]
        del self._measured[first : last + 1]
        self._tops = None

    def reset(self, guesses: list[int]) -> None:
        """So many rows, all only guessed."""
        self._heights, self._measured, self._tops = guesses, [False] * len(guesses), None

    def stale(self, row: int) -> None:
        """The row says something else; its old height is the guess."""
        self._measured[row] = False

    def measure(self, row: int, height: Callable[[int], int]) -> int:
        """The row's height, measured if it was only guessed."""
        if not self._measured[row]:
            exact = height(row)
            if exact != self._heights[row]:
                self._heights[row], self._tops = exact, None
            self._measured[row] = True
        return self._heights[row]

    def height(self, row: int) -> int:
        """The row's height as far as known."""
        return self._heights[row]

    def top(self, row: int) -> int:
        """Where the row begins."""
        return self._all_tops()[row]

    def row_at(self, y: int) -> int:
        """The row at a height; the first or the last one outside. There must be a row."""
        return min(max(bisect_right(self._all_tops(), y) - 1, 0), len(self._heights) - 1)

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops
