"""What a user types as a query of SQLite's full text search, and its marks as ranges. Knows no tables.

Whatever is typed is a query that SQLite takes: words only, each the beginning of a word, all of them wanted.
"""

from __future__ import annotations

import re
import unicodedata

# What surrounds a found word in what SQLite gives back; nobody can type them.
OPENS, CLOSES = "\x02", "\x03"

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 12
_LONGEST_WORD = 12  # letters that the index looks up at once; more would hardly narrow it
_MARKS = re.compile(f"[{OPENS}{CLOSES}]")


def query(typed: str) -> str:
    """The query for what was typed; empty where there is no word in it."""
    words = _WORD.findall(unicodedata.normalize("NFC", typed[:1000]))[:_MOST_WORDS]
    return " ".join(f'"{word[:_LONGEST_WORD]}"*' for word in words)


def without_marks(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text, and where in it the found words stand: (start, end)."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for seen, mark in enumerate(_MARKS.finditer(marked)):
        place = mark.start() - seen
        if mark.group() == OPENS:
            start = place
        else:
            ranges.append((start, place))
    return _MARKS.sub("", marked), tuple(ranges)
