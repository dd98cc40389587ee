"""Lists to draw from, split for good into what training may say and what only the examination says.

About an eighth of a list's entries is held out, by a hash of the entry's own text, so that adding one entry hardly ever
moves another. Knows nothing of what the entries mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random
from typing import Self, TypeVar
from zlib import crc32

T = TypeVar("T")

HELD_OUT_ONE_IN = 8
# Of a shorter list nothing is held out: training would miss too much of it.
SPLIT_FROM = 8
# Chance may hold out too little of a list; then the next ones in the order of their hashes go, too.
_AT_LEAST_ONE_IN = 14
_GOLDEN = 2654435761
_RANGE = 2**32


def is_held_out(text: str) -> bool:
    """Whether an entry belongs to the examination; the same on every machine and in every process."""
    return _hash(text) < _RANGE // HELD_OUT_ONE_IN


def _hash(text: str) -> int:
    # multiplied, because a checksum alone is alike where texts are ("frase 1", "frase 2")
    return crc32(text.encode()) * _GOLDEN % _RANGE


class Choice(tuple[T, ...]):
    """A table of alternatives. As a plain sequence it holds all of them; ``draw`` keeps to one side of the split."""

    trained: tuple[T, ...]
    held_out: tuple[T, ...]

    def __new__(cls, entries: Iterable[T], key: Callable[[T], str] = str) -> Self:
        """The table; ``key`` gives the text by which an entry's side is decided."""
        table = super().__new__(cls, entries)
        table.trained, table.held_out = split(table, key)
        return table

    def draw(self, rng: Random, *, held_out: bool) -> T:
        """One entry of the training side, or of the held-out side."""
        return rng.choice(self.held_out if held_out else self.trained)


def split(entries: tuple[T, ...], key: Callable[[T], str] = str) -> tuple[tuple[T, ...], tuple[T, ...]]:
    """(training, held out). Both sides of a short list are the whole list."""
    texts = sorted({key(entry) for entry in entries}, key=_hash)
    if len(texts) < SPLIT_FROM:
        return entries, entries
    held = {text for text in texts if is_held_out(text)} | set(texts[: max(1, len(texts) // _AT_LEAST_ONE_IN)])
    return (
        tuple(entry for entry in entries if key(entry) not in held),
        tuple(entry for entry in entries if key(entry) in held),
    )
