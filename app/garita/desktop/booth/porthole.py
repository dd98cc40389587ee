"""Which part of a long column is seen, and how it stays in sight while rows come, go and turn out higher than guessed.

Only what is seen is measured. At the end it stays at the end; scrolled up, the row at the upper edge stays where it is.
Knows numbers only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from garita.desktop.booth.column import Column

_NEAR = 3  # screens: further, nothing of what was seen can be seen again


class Porthole:
    """A view onto a column.

    Args:
        exact: measures a row.

    Attributes:
        height: of the view.
        foot: room below the last row.
        place: how much of the column is above the view's upper edge.
        at_end: the last row is seen and stays so.
    """

    def __init__(self, exact: Callable[[int], int]) -> None:
        self.column, self._exact = Column(), exact
        self.height = self.foot = self.place = 0
        self.at_end = True
        self._row, self._above = 0, 0  # the row at the upper edge, and how much of it is above that

    @property
    def total(self) -> int:
        """The height of everything."""
        return self.column.total + self.foot

    @property
    def furthest(self) -> int:
        """The place at the end."""
        return max(0, self.total - self.height)

    # --- rows -------------------------------------------------------------------------------------------------------

    def reset(self, guesses: list[int]) -> None:
        """All rows are to be measured anew; the one at the upper edge stays there, as far as there is one."""
        self.column.reset(guesses)
        self._above = 0
        if self._row >= len(guesses):
            self.at_end = True

    def inserted(self, row: int, guess: int) -> None:
        """A new row; the one after it may look different now."""
        self.column.insert(row, guess)
        self._row += row < self._row
        if row + 1 < len(self.column):
            self.column.stale(row + 1)

    def removed(self, first: int, last: int) -> None:
        """Rows are gone."""
        self.column.remove(first, last)
        self._row -= max(0, min(last + 1, self._row) - first)
        if self._row >= len(self.column):
            self.at_end = True
        if first < len(self.column):
            self.column.stale(first)

    # --- places -----------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Measure what is seen and find the place."""
        if self.at_end:
            self._measure_up(len(self.column) - 1, self.height)
            self.place = self.furthest
        else:
            self._measure_down(self._row, self.height + self._above)
            self.place = min(self.column.top(self._row) + self._above, self.furthest)

    def scrolled(self, place: int) -> None:
        """The user wants to see another part; what is seen before and after moves by exactly as much."""
        self.at_end = place >= self.furthest - 2
        if self.at_end:
            return
        if abs(place - self.place) > _NEAR * self.height:
            self._row = self.column.row_at(place)
            self._above = min(place - self.column.top(self._row), self.column.measure(self._row, self._exact))
            return
        row = self.column.row_at(self.place)
        above = place - self.column.top(row)
        while above < 0 and row > 0:
            row -= 1
            above += self.column.measure(row, self._exact)
        while row < len(self.column) - 1 and above >= (tall := self.column.measure(row, self._exact)):
            above -= tall
            row += 1
        self._row, self._above = row, max(0, above)

    def show(self, row: int) -> None:
        """Move as little as needed to see a row; of one that is too high, its beginning."""
        tall, y = self.column.measure(row, self._exact), self.y(row)
        if row == len(self.column) - 1 and tall < self.height:
            self.at_end = True
        elif y < 0 or tall > self.height:
            self.at_end, self._row, self._above = False, row, 0
        elif y + tall > self.height:
            self.at_end = False
            self._row, self._above = self._ending_at(row)
        self.settle()

    def _ending_at(self, row: int) -> tuple[int, int]:
        """Which row is at the upper edge, and how much of it above, when ``row`` ends at the lower one."""
        room = self.height - self.column.measure(row, self._exact)
        while room > 0 and row > 0:
            row -= 1
            room -= self.column.measure(row, self._exact)
        return row, max(0, -room)

    def y(self, row: int) -> int:
        """Where a row begins, from the view's upper edge; a column that does not fill the view stands at its foot."""
        return self.column.top(row) - self.place + max(0, self.height - self.total)

    def seen(self) -> Iterator[int]:
        """The rows that are seen."""
        row = self.column.row_at(self.place) if len(self.column) else 0
        while row < len(self.column) and self.y(row) < self.height:
            yield row
            row += 1

    def row_at(self, y: int) -> int | None:
        """The row at a height in the view."""
        return next((row for row in self.seen() if 0 <= y - self.y(row) < self.column.height(row)), None)

    def _measure_up(self, row: int, room: int) -> None:
        while row >= 0 and room > 0:
            room -= self.column.measure(row, self._exact)
            row -= 1

    def _measure_down(self, row: int, room: int) -> None:
        first = row
        while row < len(self.column) and room > 0:
            room -= self.column.measure(row, self._exact)
            row += 1
        if room > 0:  # the end comes earlier than guessed: what is above it is seen, too
            self._measure_up(first - 1, room)
