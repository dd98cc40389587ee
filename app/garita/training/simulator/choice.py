"""Lists to draw from, split for good into what training may say and what only the examination says.

About an eighth of a list's entries is held out, by a hash of the entry's own text, so that adding one entry moves no
other. Knows nothing of what the entries mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random
from typing import Self, TypeVar
from zlib import crc32

T = TypeVar("T")

HELD_OUT_ONE_IN = 8
# Of a shorter list nothing is held out: training would miss too much of it.
SPLIT_FROM = 4


def is_held_out(text: str) -> bool:
    """Whether an entry belongs to the examination; the same on every machine and in every process."""
    return crc32(text.encode()) % HELD_OUT_ONE_IN == 0


class Choice(tuple[T, ...]):
    """A table of alternatives. As a plain sequence it holds all of them; ``draw`` keeps to one side of the split."""

    trained: tuple[T, ...]
    held_out: tuple[T, ...]

    def __new__(cls, entries: Iterable[T], key: Callable[[T], str] = str) -> Self:
        table = super().__new__(cls, entries)
        table.trained, table.held_out = split(table, key)
        return table

    def draw(self, rng: Random, *, held_out: bool) -> T:
        """One entry of the training side, or of the held-out side."""
        return rng.choice(self.held_out if held_out else self.trained)


def split(entries: tuple[T, ...], key: Callable[[T], str] = str) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """(training, held out). Where there is nothing to hold out, or nothing else, both sides are the whole list."""
    held = tuple(entry for entry in entries if is_held_out(key(entry)))
    if len(entries) < SPLIT_FROM or not held or len(held) == len(entries):
        return entries, entries
    return tuple(entry for entry in entries if not is_held_out(key(entry))), held
