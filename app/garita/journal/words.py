"""What counts as a word: letters and digits, with a hyphen or an apostrophe inside. Knows no language."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words as written."""
    return _WORD.findall(text)
