"""The nouns of luggage, ready to be looked up: kind, gender, singular and plural of each form. Knows no sentences."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from garita.roleplay.hearing import spelling, things_table
from garita.roleplay.hearing.numbers import Gender
from garita.roleplay.hearing.spelling_table import COMMON
from garita.roleplay.hearing.words import Words, fold
from garita.roleplay.meaning import ThingKind


class Noun(NamedTuple):
    """Right spelling of both numbers; ``many``: this form was the plural."""

    singular: str
    plural: str
    gender: Gender
    kind: ThingKind
    many: bool


def find(words: Words, start: int, *, near: bool = True) -> tuple[Noun, int] | None:
    """The longest known noun at ``start`` and where it ends; long ones with one wrong letter count too."""
    known = _nouns()
    for length in range(4, 0, -1):
        noun = known.get(" ".join(words.plain[start : start + length]))
        if noun:
            return noun, min(start + length, len(words))
    similar = _nearly(words.at(start)) if near else None
    return (known[similar], start + 1) if similar else None


def unit(word: str) -> Noun | None:
    """The unit that a plain word names, singular or plural or abbreviated."""
    return _units().get(word)


def unit_plural(text: str) -> str:
    """Plural of a unit, "botella" -> "botellas"; "" where no unit has this name."""
    found = _units().get(fold(text)) if text else None
    return found.plural if found else ""


def adjective(word: str, gender: Gender, *, many: bool) -> str | None:
    """A known adjective in the form that agrees; None for any other word."""
    base = _adjectives().get(word)
    if base is None:
        return None
    form = base[:-1] + "a" if gender == "f" and base.endswith("o") else base
    if gender == "f" and base.endswith(("és", "án", "ol", "or")):
        form = {"és": base[:-2] + "esa", "án": base[:-2] + "ana"}.get(base[-2:], base + "a")
    return spelling.plural(form) if many else form


def all_forms() -> list[str]:
    """Every noun and unit of luggage, in plain spelling."""
    return [*_nouns(), *_units()]


def load() -> None:
    """Build the tables now."""
    _nouns(), _units(), _adjectives(), _long()


@cache
def _nouns() -> dict[str, Noun]:
    known: dict[str, Noun] = {}
    for kind, line in things_table.NOUNS.items():
        for entry in line.split(","):
            text, _, mark = entry.strip().partition("/")
            gender: Gender = "f" if mark else "m"
            head, rest = _split(text)
            plural = text if text.endswith("s") and " " not in text and len(text) > 4 else _plural(head, rest)
            known.setdefault(fold(text), Noun(text, plural, gender, kind, many=False))
            known.setdefault(fold(plural), Noun(text, plural, gender, kind, many=True))
    return known


def _split(text: str) -> tuple[str, str]:
    head, _, rest = text.partition(" ")
    return head, rest


def _plural(head: str, rest: str) -> str:
    if not rest:
        return spelling.plural(head)
    tail = rest if rest.startswith("de ") else spelling.plural(rest)
    return f"{spelling.plural(head)} {tail}"


@cache
def _units() -> dict[str, Noun]:
    known: dict[str, Noun] = {}
    for entry in things_table.UNITS.split(";"):
        text, mark = entry.split()
        noun = Noun(text, spelling.plural(text), "f" if mark == "f" else "m", "other", many=False)
        known[fold(text)] = noun
        known[fold(noun.plural)] = noun._replace(many=True)
    known["cartones"] = known["carton"]._replace(many=True)
    for short, full in things_table.UNIT_ABBREVIATIONS.items():
        known[short] = known[fold(full)]
    return known


@cache
def _adjectives() -> dict[str, str]:
    known: dict[str, str] = {}
    for base in things_table.ADJECTIVES:
        feminine = base[:-1] + "a" if base.endswith("o") else base
        for form in (base, feminine, spelling.plural(base), spelling.plural(feminine)):
            known[fold(form)] = base
        if base.endswith(("és", "án", "ol", "or")):
            stem = fold(base) + "a"
            known[stem] = known[stem + "s"] = base
    return known


@cache
def _long() -> list[str]:
    return [noun for noun in _nouns() if len(noun) > 6 and " " not in noun]


def _nearly(word: str) -> str | None:
    if len(word) < 6 or word in COMMON or word in _units() or word in _adjectives() or word in spelling.accents():
        return None
    best = process.extractOne(word, _long(), scorer=OSA.distance, score_cutoff=1)
    return best[0] if best and best[0][0] == word[0] else None
