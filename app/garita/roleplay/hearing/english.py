"""Is a turn English? And plain English facts in Spanish words, so that the Spanish readers can read them.

A translation of phrases, no grammar: what it does not know stays English and is then not understood.
"""

from __future__ import annotations

from functools import cache

from garita.roleplay.hearing.english_table import ENGLISH, PHRASES, SHARED
from garita.roleplay.hearing.words import Words

_LONGEST = 5


def is_english(words: Words) -> bool:
    """Whether most of a turn is English; words that both languages have do not count."""
    spoken = [word for word in words.plain if word.replace("'", "").isalpha()]
    told = sum(word in ENGLISH and word not in SHARED for word in spoken)
    if words.plain[:2] in (("i", "am"), ("i", "live"), ("i", "have")) or words.at(0) in ("i'm", "i've"):
        return True
    return told > 0 and 2 * sum(word in ENGLISH for word in spoken) >= len(spoken)


def is_only_english(word: str) -> bool:
    """Whether a plain word is English and no Spanish one."""
    return word in ENGLISH and word not in SHARED


def mended(words: Words) -> Words:
    """A Spanish turn with its single English words put into Spanish: "mi wife" -> mi esposa."""
    raw, plain = list(words.raw), list(words.plain)
    for index, word in enumerate(words.plain):
        spanish = _phrases().get((word,), ()) if word in ENGLISH and word not in SHARED else ()
        if len(spanish) == 1:
            raw[index] = plain[index] = spanish[0]
    return Words(tuple(raw), tuple(plain))


def in_spanish(words: Words) -> Words:
    """The turn with every known English phrase put into Spanish; unknown words stay as they were said."""
    raw: list[str] = []
    plain: list[str] = []
    index = 0
    while index < len(words):
        spanish, length = _longest(words, index)
        if spanish is None:
            raw.append(words.raw[index])
            plain.append(words.plain[index])
        else:
            raw += spanish
            plain += spanish
        index += length
    return Words(tuple(raw), tuple(plain))


def _longest(words: Words, index: int) -> tuple[tuple[str, ...] | None, int]:
    for length in range(_LONGEST, 0, -1):
        known = _phrases().get(words.plain[index : index + length])
        if known is not None and index + length <= len(words):
            return known, length
    return None, 1


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(phrase.split()): tuple(spanish.split()) for phrase, spanish in PHRASES.items()}
