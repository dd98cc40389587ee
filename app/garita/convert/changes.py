"""What adapters do to the rows of one tensor, in float32 and in a fixed order of operations.

No matrix product is used: its last bits depend on the BLAS, its threads and the processor. A sum of rank-one products
in their order has one result, whatever the rows are cut into and however many threads there are. Knows nothing of
names, types and files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from garita.convert.ggml import Floats

Rows = np.ndarray[Any, np.dtype[np.intp]]

_AT_ONCE = 65536  # values worked on together: they stay in a core's cache


@dataclass(frozen=True)
class Span:
    """Rows of a tensor that come from rows of a parameter: tensor row ``start + i`` is the parameter's ``rows[i]``."""

    start: int
    rows: Rows

    def within(self, first: int, count: int) -> tuple[slice, Rows]:
        """The part of ``count`` tensor rows from ``first``: their places among these, and the parameter's rows."""
        begin = min(max(self.start - first, 0), count)
        end = max(min(self.start + len(self.rows) - first, count), begin)
        return slice(begin, end), self.rows[first + begin - self.start : first + end - self.start]


class RowChange(Protocol):
    """A change of some rows of a tensor."""

    @property
    def span(self) -> Span:
        """The rows."""

    def apply(self, values: Floats, base: Floats, first: int, /) -> None:
        """Change ``values`` (rows, columns) in place; ``base`` are the same rows unchanged, ``first`` their number."""

    def touched(self) -> Rows:
        """The numbers of the tensor rows that may differ afterwards, ascending."""


@dataclass(frozen=True)
class LowRank:
    """W + scale · left · right (LoRA, arXiv 2106.09685): left (parameter rows, rank), right (rank, columns)."""

    span: Span
    left: Floats
    right: Floats
    scale: float

    def apply(self, values: Floats, _base: Floats, first: int) -> None:
        """Add the product's rows."""
        place, rows = self.span.within(first, len(values))
        for part, delta in _products(values[place], self.left[rows] * np.float32(self.scale), self.right):
            part += delta

    def touched(self) -> Rows:
        """Rows of ``left`` that are not all zero."""
        return _numbers(self.span, self.left.any(axis=1))


@dataclass(frozen=True)
class Dora:
    """magnitude · (W + scale · left · right) / its rows' norms (DoRA, arXiv 2402.09353), as a change of the base.

    The norm is taken of the unmerged base, as PEFT does it, so that several adapters add up in any company.
    """

    span: Span
    left: Floats
    right: Floats
    scale: float
    magnitude: Floats

    def apply(self, values: Floats, base: Floats, first: int) -> None:
        """Add the difference that the new direction and length make."""
        place, rows = self.span.within(first, len(values))
        changed = _turned(base[place], self.left[rows] * np.float32(self.scale), self.right)
        norms = np.sqrt(np.square(changed, dtype=np.float64).sum(axis=1))
        changed *= (self.magnitude[rows] / norms).astype(np.float32)[:, None]
        changed -= base[place]
        values[place] += changed

    def touched(self) -> Rows:
        """All rows: every length changes."""
        return _numbers(self.span, np.ones(len(self.left), np.bool_))


@dataclass(frozen=True)
class DoraColumns:
    """DoRA of an embedding, whose lengths are those of the columns: ``factor`` (columns) is magnitude over norm."""

    span: Span
    left: Floats
    right: Floats
    scale: float
    factor: Floats

    def apply(self, values: Floats, base: Floats, first: int) -> None:
        """Add the difference that the new direction and length make."""
        place, rows = self.span.within(first, len(values))
        changed = _turned(base[place], self.left[rows] * np.float32(self.scale), self.right)
        changed *= self.factor
        changed -= base[place]
        values[place] += changed

    def touched(self) -> Rows:
        """All rows."""
        return _numbers(self.span, np.ones(len(self.left), np.bool_))


@dataclass(frozen=True)
class Replacement:
    """New values in the place of the old, each plus ``plus``; ``new(start, stop)`` gives parameter rows."""

    span: Span
    new: Callable[[int, int], Floats]
    plus: float = 0.0

    def apply(self, values: Floats, _base: Floats, first: int) -> None:
        """Put the new rows in."""
        place, rows = self.span.within(first, len(values))
        if not len(rows):
            return
        lowest = int(rows.min())
        values[place] = self.new(lowest, int(rows.max()) + 1)[rows - lowest]
        if self.plus:
            values[place] += np.float32(self.plus)

    def touched(self) -> Rows:
        """All rows."""
        return self.span.start + np.arange(len(self.span.rows))


@dataclass(frozen=True)
class RowsReplaced:
    """Single new rows: the parameter's row ``numbers[i]`` becomes ``new[i]`` (trainable tokens); numbers ascend."""

    span: Span
    numbers: Rows
    new: Floats

    def apply(self, values: Floats, _base: Floats, first: int) -> None:
        """Put those of the new rows in that lie here."""
        place, rows = self.span.within(first, len(values))
        here = np.flatnonzero(np.isin(rows, self.numbers))
        values[place][here] = self.new[np.searchsorted(self.numbers, rows[here])]

    def touched(self) -> Rows:
        """The rows named."""
        return _numbers(self.span, np.isin(np.arange(self.span.rows.max(initial=-1) + 1), self.numbers))


@dataclass(frozen=True)
class Addition:
    """scale · more (parameter rows, columns) on top: what a bias of the adapter adds to a bias."""

    span: Span
    more: Floats
    scale: float

    def apply(self, values: Floats, _base: Floats, first: int) -> None:
        """Add the rows."""
        place, rows = self.span.within(first, len(values))
        values[place] += self.more[rows] * np.float32(self.scale)

    def touched(self) -> Rows:
        """Rows that are not all zero."""
        return _numbers(self.span, self.more.any(axis=1))


def change_in_place(values: Floats, changes: Sequence[RowChange], first: int) -> None:
    """Apply ``changes`` in their order to base rows (rows, columns) from number ``first`` on.

    Values that get too large become infinite, and a DoRA of a row of zeros NaN: the caller looks for them.
    """
    needed = any(isinstance(change, Dora | DoraColumns) for change in changes)
    base = values.copy() if needed else values
    with np.errstate(all="ignore"):
        for change in changes:
            change.apply(values, base, first)


def _turned(base: Floats, left: Floats, right: Floats) -> Floats:
    """The rows of the base with the product added: DoRA's new direction, not yet of its length."""
    changed = base.copy()
    for part, delta in _products(changed, left, right):
        part += delta
    return changed


def _products(values: Floats, left: Floats, right: Floats) -> Iterator[tuple[Floats, Floats]]:
    """Views of some rows of ``values`` each with left · right for them, summed over the rank one after the other."""
    step = max(1, _AT_ONCE // max(1, values.shape[1]))
    for start in range(0, len(values), step):
        # einsum without its optimiser adds up row times factor in the order of the ranks, and calls no BLAS
        yield values[start : start + step], np.einsum("ok,ki->oi", left[start : start + step], right)


def _numbers(span: Span, changed: Any) -> Rows:
    """Tensor rows of the span whose parameter row is marked in ``changed``."""
    found: Rows = span.start + np.flatnonzero(changed[span.rows])
    return found


def column_lengths(change: LowRank, base: Callable[[int, int], Floats]) -> Any:
    """Euclidean lengths (columns), float64, of the columns of base + change; ``base(start, stop)`` gives its rows."""
    step = max(1, _AT_ONCE * 8 // change.right.shape[1])
    total = np.zeros(change.right.shape[1], np.float64)
    for start in range(0, len(change.span.rows), step):
        values = base(start, min(start + step, len(change.span.rows)))
        change.apply(values, values, start)
        for row in np.square(values, dtype=np.float64):  # one after the other: the same sum for any step
            total += row
    return np.sqrt(total)
