"""Words spelled as they sound: "yamo" is llamo, "buelo" vuelo, "ochosientos" ochocientos, "ijos" hijos.

A word that no table knows is taken for the known word of the same sound, where there is just one. Made-up words and
names sound like nothing known and stay.
"""

from __future__ import annotations

import re
from functools import cache

from garita.roleplay.hearing import frames, nouns, numbers, places, spelling, stay
from garita.roleplay.hearing.people_table import KIN, LODGINGS
from garita.roleplay.hearing.spelling_table import COMMON
from garita.roleplay.hearing.words import Words

_SHORTEST = 4
_STEPS = (
    (re.compile(r"(?<!c)h"), ""),
    (re.compile(r"v"), "b"),
    (re.compile(r"ll"), "y"),
    (re.compile(r"qu(?=[ei])"), "k"),
    (re.compile(r"c(?=[ei])|z|x"), "s"),
    (re.compile(r"c(?!h)"), "k"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"([^r])\1"), r"\1"),  # "parra" is not para,
)


def mended(words: Words) -> Words:
    """The turn with such words in their plain right spelling; what was said stays beside it."""
    plain = tuple(_mended(words.raw[index], word) for index, word in enumerate(words.plain))
    return words if plain == words.plain else Words(words.raw, plain)


def load() -> None:
    """Build the table now."""
    _by_sound()


def _mended(raw: str, word: str) -> str:
    if len(word) < _SHORTEST or len(word) > 20 or raw[:1].isupper() or not word.isalpha() or word in _known():
        return word
    return _by_sound().get(_sound(word), word)


def _sound(word: str) -> str:
    for pattern, sound in _STEPS:
        word = pattern.sub(sound, word)
    return word


@cache
def _known() -> frozenset[str]:
    """All words that are right as they stand."""
    known = {word for phrase in (*nouns.all_forms(), *frames.all_phrases()) for word in phrase.split()}
    known |= COMMON | KIN | set(LODGINGS) | numbers.WORDS | stay.WORDS | frozenset(spelling.accents())
    return frozenset(known | places.all_words() | set(spelling.first_names()) | set(spelling.surnames()))


@cache
def _by_sound() -> dict[str, str]:
    """Sound -> the one word of ours that sounds so."""
    ours = {word for phrase in (*nouns.all_forms(), *frames.all_phrases()) for word in phrase.split()}
    ours |= COMMON | KIN | set(LODGINGS) | numbers.WORDS | stay.WORDS | frozenset(spelling.accents())
    found: dict[str, str] = {}
    twice = set()
    for word in ours:
        if len(word) >= _SHORTEST and word.isalpha():
            sound = _sound(word)
            if found.setdefault(sound, word) != word:
                twice.add(sound)
    return {sound: word for sound, word in found.items() if sound not in twice}
