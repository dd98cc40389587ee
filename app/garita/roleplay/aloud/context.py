"""The words around a number, and whether what it counts is feminine. Looks at spelling only."""

from __future__ import annotations

import re

from garita.roleplay.aloud import tables
from garita.roleplay.aloud.numbers import NUMBER, Gender

_BEFORE = re.compile(r"([^\W\d_]+)[.:]?[\s(«“\"]*$")
_AFTER = re.compile(r"[ \u00a0\u202f]+([^\W\d_]+)")
_SECOND_NUMBER = re.compile(rf"(?:\s(?:o|u|y|a)\s|\s?[-–]\s?){NUMBER}(?=[ \u00a0]+[^\W\d_])")
_BIG = {"grandes", "grande", "pobres", "enormes", "posibles"}  # stand before their noun and hide its gender
_FEMININE_ENDINGS = ("a", "as", "ción", "ciones", "sión", "siones", "dad", "dades", "tad", "tades", "tud", "tudes")


def before(match: re.Match[str]) -> str:
    """The word before the match, in small letters; "" where there is none."""
    found = _BEFORE.search(match.string, max(0, match.start() - 40), match.start())
    return found[1].lower() if found else ""


def two_before(match: re.Match[str]) -> set[str]:
    """Up to three words before the match: what may say that a number is a code."""
    return {
        word.lower() for word in re.findall(r"[^\W\d_]+", match.string[max(0, match.start() - 40) : match.start()])[-3:]
    }


def after(text: str, end: int) -> str:
    """The word that follows at once, in small letters; "" where something else does."""
    found = _AFTER.match(text, end)
    return found[1].lower() if found else ""


def gender(match: re.Match[str]) -> Gender | None:
    """The gender of what the number ``match`` counts; None where it counts nothing."""
    if before(match) in tables.NUMBERED:
        return None
    end = match.end()
    if second := _SECOND_NUMBER.match(match.string, end):  # "1 o 2 maletas"
        end = second.end()
    return _of_noun(match, end)


def _of_noun(match: re.Match[str], end: int) -> Gender | None:
    text, noun = match.string, after(match.string, end)
    if noun == "mil":
        return _of_noun(match, _end_of_next(text, end)) or "m"
    if noun in _BIG:
        return _of_noun(match, _end_of_next(text, end))
    if not noun or noun in tables.FUNCTION_WORDS:
        return "f" if before(match) in {"la", "las"} else None  # the hour: "a la 1", "las 21"
    return "f" if is_feminine(noun) else "m"


def is_feminine(noun: str) -> bool:
    """By its ending, and two lists of those that do not keep to it."""
    return noun in tables.FEMININE or (not {noun, noun + "s"} & tables.MASCULINE and noun.endswith(_FEMININE_ENDINGS))


def _end_of_next(text: str, end: int) -> int:
    found = _AFTER.match(text, end)
    return found.end() if found else end
