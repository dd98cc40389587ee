"""How the tables of words are written down: as text, words separated by spaces."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, for looking up."""
    return frozenset(text.split())


def word_list(text: str) -> tuple[str, ...]:
    """The words of ``text`` in their order."""
    return tuple(text.split())
