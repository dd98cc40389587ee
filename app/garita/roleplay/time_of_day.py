"""The officer's greeting at the student's time of day: nobody answers "buenas noches" with "buenos días".

Knows the greetings of the day and no clock: where the student names no time of day, the officer's own stands.
"""

from __future__ import annotations

import re

_GREETING = re.compile(r"\bbuen(?:[oa]s)? (d[ií]as?|tardes|noches)\b", re.IGNORECASE)
_WHOLE = {"d": "buenos días", "t": "buenas tardes", "n": "buenas noches"}


def as_greeted(sentence: str, student: str) -> str:
    """``sentence``, a greeting, with the time of day that the student's words name."""
    named = _GREETING.search(student)
    if named is None:
        return sentence
    day = named[1][0].casefold()

    def same(found: re.Match[str]) -> str:
        if found[1][0].casefold() == day:
            return found[0]
        return _WHOLE[day].capitalize() if found[0][0].isupper() else _WHOLE[day]

    return _GREETING.sub(same, sentence)
