"""Numbers and file names of models as people read them. Knows digits and unit signs, no widget."""

from __future__ import annotations

import re

from garita.desktop.numerals import decimal, whole

_BREAKS = re.compile(r"(?<=[-_.])(?=\w)")


def parameters(count: int) -> str:
    """ "6.2 M", "1.5 B": how many weights."""
    if count >= 1e9:
        return f"{decimal(count / 1e9)} B"
    return f"{decimal(count / 1e6)} M" if count < 1e7 else f"{count / 1e6:.0f} M"


def tokens(count: int) -> str:
    """ "1,536" below ten thousand, "128 k" above."""
    return whole(count) if count < 10_000 else f"{count / 1024:.0f} k"


def duration(seconds: float) -> str:
    """ "40 s", "3 min", "1 h 20 min"."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def breakable(name: str) -> str:
    """A file's name that may break behind its hyphens, underscores and dots, for labels; not for use as a name."""
    return _BREAKS.sub("\N{ZERO WIDTH SPACE}", name)
