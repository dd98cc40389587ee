"""From what was said to what an officer may write: accents, capitals, number and gender of nouns, and "usted".

Knows single words and their neighbours, not sentences.
"""

from __future__ import annotations

import re
from functools import cache

from garita.roleplay.hearing import people_table, places, things_table
from garita.roleplay.hearing.numbers import Gender
from garita.roleplay.hearing.spelling_table import ACCENTED, COMMON, USTED
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words, fold

_ENCLITIC = re.compile(r"(?<=[aeií]r)me$")
_FEASTS = word_set("navidad nochebuena nochevieja pascua carnaval ramadan")
_SMALL_IN_NAMES = word_set("de del la las los y van von der den da do dos di el al")


def text_of(words: Words, start: int, end: int, *, usted: bool = True) -> str:
    """The words from ``start`` up to ``end`` in right spelling, spoken by the officer (mi -> su, viajo -> viaja)."""
    parts: list[str] = []
    for index in range(start, end):
        if words.at(index) == ",":
            if parts:
                parts[-1] += ","
            continue
        if words.is_stop(index):
            continue
        word = spelled(words, index)
        parts.append(_to_usted(word, words.at(index - 1)) if usted else word)
    return _contracted(" ".join(parts).rstrip(","))


def spelled(words: Words, index: int) -> str:
    """One word with its accents; capitals stay where they mean a name and come where a table knows the name."""
    raw, plain = words.raw[index], words.at(index)
    if places.is_proper(plain) or (words.at(index - 1) in people_table.KIN and plain in first_names()):
        return first_names().get(plain) or places.proper(plain)
    begins = index == 0 or words.is_stop(index - 1)
    if raw[:1].isupper() and not (begins and (plain in accents() or _only_begins(words, index))):
        if raw.isupper() and len(raw) > 3:
            raw = raw.capitalize()
        return first_names().get(plain) or surnames().get(plain) or raw
    return accents().get(plain, raw.lower() if raw[:1].isupper() else raw)  # a capital that only begins a sentence


def _only_begins(words: Words, index: int) -> bool:
    """Whether the capital is a sentence's: of an everyday word, or of no known name, with no capital behind."""
    raw, plain = words.raw[index], words.at(index)
    if not raw[1:].islower() or plain in _lower():
        return raw[1:].islower()
    named = plain in first_names() or plain in surnames() or plain in _FEASTS
    return not named and not (words.raw[index + 1 : index + 2] and words.raw[index + 1][:1].isupper())


def name(words: Words, start: int, end: int) -> str:
    """A person's name in title case, with the accents of names that the tables know: lucia garcia -> Lucía García."""
    parts = []
    for index in range(start, end):
        raw, plain = words.raw[index], words.at(index)
        if index > start and plain in _SMALL_IN_NAMES:
            parts.append(plain)
        elif raw != plain and not raw.isupper() and not raw.islower() and fold(raw) != raw.lower():
            parts.append(raw)
        else:
            parts.append(first_names().get(plain) or surnames().get(plain) or capital(raw))
    return " ".join(parts)


def capital(raw: str) -> str:
    """Title case of one word; inner capitals (McDonald, O'Brien) stay."""
    if raw.islower() or raw.isupper():
        return "".join(part[:1].upper() + part[1:].lower() for part in re.split(r"([-'’])", raw))
    return raw


def plural(noun: str) -> str:
    """Regular plural of a singular noun: reloj -> relojes, lápiz -> lápices, jamón -> jamones, paraguas stays."""
    if noun[-1] in "aeioué":
        return noun + "s"
    if noun[-1] == "s" and noun[-2:-1] not in "áéíóú":
        return noun
    if noun[-1] == "z":
        return noun[:-1] + "ces"
    if noun[-1] == "í":
        return noun + "es"
    bare = noun
    if len(noun) > 2 and noun[-2] in "áéíóú":
        bare = noun[:-2] + fold(noun[-2]) + noun[-1]
    return bare + "es"


def gender(noun: str) -> Gender:
    """A guess from the ending, for nouns that no table has."""
    word = fold(noun.split()[0]) if noun.split() else ""
    word = word.removesuffix("s") if not word.endswith("es") else word.removesuffix("es")
    return "f" if word.endswith(("a", "cion", "sion", "dad", "tud")) else "m"


@cache
def accents() -> dict[str, str]:
    """Plain spelling -> right spelling, of all words in the tables that are no names."""
    known = {fold(word): word for word in ACCENTED}
    for texts in (things_table.all_texts(), people_table.all_texts()):
        for text in texts:
            for word in text.split():
                known.setdefault(fold(word), word)
    return known


def is_known(word: str) -> bool:
    """Whether a plain word is an everyday one that a table or a list has: never a made-up name."""
    return word in _lower()


@cache
def first_names() -> dict[str, str]:
    """Plain spelling -> spelling of frequent first names."""
    return {fold(word): word for word in people_table.FIRST_NAMES.split()}


@cache
def surnames() -> dict[str, str]:
    """Plain spelling -> spelling of frequent surnames."""
    return {fold(word): word for word in people_table.SURNAMES.split()}


@cache
def _lower() -> frozenset[str]:
    """Words that begin a sentence with a capital and are no names."""
    return COMMON | frozenset(accents()) | {fold(plural(word)) for word in accents().values()}


def _to_usted(word: str, before: str) -> str:
    if word in ("trabajo", "estudio", "regreso", "juego", "uso", "canto") and before:
        return word  # nouns, unless they begin
    if word in USTED:
        return USTED[word]
    return _ENCLITIC.sub("se", word)


def _contracted(text: str) -> str:
    """With contractions: "de el hotel" -> "del hotel", "a el" -> "al"."""
    text = re.sub(r"\b(?:el|la|los|las|un|una) (?=sus? )", "", text)  # "los mis tíos" -> sus tíos
    return re.sub(r"\bde el (?=[a-z])", "del ", re.sub(r"\ba el (?=[a-z])", "al ", text))


def load() -> None:
    """Build the tables now."""
    accents(), first_names(), surnames(), _lower()
