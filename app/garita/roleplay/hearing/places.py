"""Countries, cities and demonyms at a position of a turn: "guadalajara mexico", "la ciudad de mexico", "soy peruana".

Countries come from babel, cities and demonyms from a table of our own. Near misses of long names are found and said
to be doubtful. Knows places only: whether somebody comes from there or goes there is for others to say.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from babel import Locale
from rapidfuzz import process
from rapidfuzz.distance import OSA

from garita.roleplay.hearing import places_table as table
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words, fold

_LONGEST = 5  # words in a place's name
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
# Names that are everyday words or people's: never given a capital without a place's frame around them.
_EVERYDAY = word_set(
    """
    reunion jersey malta nice rio america salto faro colon limon david fez salvador antigua trinidad florencia leon
    armenia colonia
    santiago concepcion heredia liberia encarnacion granada manta jordan usa uk rosario posadas california
    valencia virginia sucre georgia chad turkey hungary rome man china india cuenca loja colorado braga brujas
    gante habana haya niza piura ponce pisa verona split cork hue cali sofia
    """
)


class Place(NamedTuple):
    """``text`` as the officer says it; ``country`` ISO 3166, "" where the name exists in several countries."""

    text: str
    country: str
    end: int
    is_country: bool = False
    doubtful: bool = False


def read(words: Words, start: int) -> Place | None:
    """The known place at ``start``, with its country behind it if that is said: "Guadalajara, México"."""
    found = _one(words, start)
    if found is None or found.is_country:
        return found
    index = found.end
    while words.at(index) in (",", "en", "de", "la", "el"):
        index += 1
    second = _one(words, index) if index - found.end <= 2 else None
    if second is None or not second.is_country or second.doubtful:
        return found
    return Place(f"{found.text}, {second.text}", second.country, second.end, False, found.doubtful)


def demonym(words: Words, index: int) -> tuple[str, str] | None:
    """(demonym in right spelling, country) of the word at ``index``; "es mexicana" -> mexicana, MX."""
    return _demonyms().get(words.at(index))


def is_country(word: str) -> bool:
    """Whether a plain word is a country's name: Suiza, Argentina."""
    return word in _names() and _names()[word][2]


def is_proper(word: str) -> bool:
    """Whether a plain word on its own is a country's or a city's name and nothing else."""
    return word in _names() and word not in _EVERYDAY


def proper(word: str) -> str:
    """The right spelling of such a name."""
    return _names()[word][0]


def all_words() -> set[str]:
    """Every word of a place's name or a demonym."""
    return {word for name in _names() for word in name.split()} | set(_demonyms())


def load() -> None:
    """Build the tables now."""
    _names()
    _demonyms()
    _long_names()


def _one(words: Words, start: int, *, near: bool = True) -> Place | None:
    names = _names()
    for length in range(_LONGEST, 0, -1):
        known = names.get(" ".join(words.plain[start : start + length]))
        if known and start + length <= len(words):
            return Place(known[0], known[1], start + length, known[2])
    return _nearly(words, start) if near else None


def _nearly(words: Words, start: int) -> Place | None:
    """A long name with one or two letters wrong, when recognition or spelling erred."""
    word = words.at(start)
    if len(word) < 6 or word in _demonyms():
        return None
    allowed = 1 if len(word) < 9 else 2
    best = process.extractOne(word, _long_names(), scorer=OSA.distance, score_cutoff=allowed)
    if best is None or best[0][0] != word[0]:
        return None
    text, country, is_country = _names()[best[0]]
    return Place(text, country, start + 1, is_country, doubtful=True)


@cache
def _names() -> dict[str, tuple[str, str, bool]]:
    """Plain name -> (text, country code, whether it is a country)."""
    names: dict[str, tuple[str, str, bool]] = {}
    for line in table.CITIES.strip().splitlines():
        code, cities = line.split(" ", 1)
        for city in cities.split(","):
            known = names.get(fold(city))
            names[fold(city)] = (city, code if known is None or known[1] == code else "", False)
    for code, name in Locale("es").territories.items():
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES:
            names.setdefault(fold(name), (name, code, True))
    for entry in table.OTHER_NAMES.split(";"):
        name, code = entry.strip().rsplit(" ", 1)
        names[fold(name)] = (name, code, True)
    for heard, name in table.MISSPELLED.items():
        names.setdefault(heard, names[fold(name)])
    return names


@cache
def _long_names() -> list[str]:
    return [name for name in _names() if len(name) > 5 and " " not in name]


@cache
def _demonyms() -> dict[str, tuple[str, str]]:
    known: dict[str, tuple[str, str]] = {}
    for entry in table.DEMONYMS.split(";"):
        code, forms = entry.strip().split(" ", 1)
        for form in forms.replace(",", "/").split("/"):
            known.setdefault(fold(form.strip()), (form.strip(), code))
    return known
