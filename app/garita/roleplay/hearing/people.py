"""Who somebody is and with whom: names, professions, companions, at a position of a turn.

Finds the words; ``journey.Ears`` and facts are added by ``facts``.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from garita.roleplay.hearing import numbers, phrase, places, spelling, verbs
from garita.roleplay.hearing.people_table import KIN, PROFESSION_ADJECTIVES, PROFESSIONS
from garita.roleplay.hearing.spelling_table import COMMON
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words, fold

_PARTICLES = word_set("de del la las los van von der den da do dos di y")
BEFORE_SURNAMES = word_set("ni nic o mac")
_WHICH = word_set("pequena pequeno mayor menor gemela gemelo")
_OF_OTHERS = word_set("se me nos le les lo no ya que")  # behind a person: something is said of it
_ADJECTIVES = frozenset(fold(word) for word in PROFESSION_ADJECTIVES)


class Found(NamedTuple):
    """A text in the officer's mouth and where its words end."""

    text: str
    end: int
    doubtful: bool = False


def name_end(words: Words, start: int, limit: int) -> int:
    """Where the name that begins at ``start`` ends; ``start`` where none does."""
    index = start
    while index < min(limit, len(words)) and index - start < 6:
        word = words.at(index)
        if index > start and word in _PARTICLES | BEFORE_SURNAMES and _is_particle(words, index):
            after = index + 1
            while words.at(after) in _PARTICLES and after - index < 3:
                after += 1
            if word == "y" or not _is_name_word(words, after) or after >= limit:
                break
            index = after
        elif not _is_name_word(words, index):
            break
        index += 1
    return index


def _is_particle(words: Words, index: int) -> bool:
    """Whether a small word belongs to a name: "Ní" does before "Bhriain", "ni" elsewhere does not."""
    if words.at(index) not in BEFORE_SURNAMES:
        return True
    return all(raw[:1].isupper() for raw in words.raw[index : index + 2]) and index + 1 < len(words)


def _is_name_word(words: Words, index: int) -> bool:
    word = words.at(index)
    letters = word.replace("'", "").replace("-", "").replace("’", "")
    return letters.isalpha() and len(word) > 1 and word not in COMMON and not numbers.starts(word) and word not in KIN


def is_first_name(word: str) -> bool:
    """Whether a plain word is a frequent first name."""
    return word in spelling.first_names()


def profession(words: Words, start: int, limit: int) -> Found | None:
    """A known profession with what belongs to it: "profesora de música", "ingeniero informático"."""
    index = start
    while words.at(index) in ("un", "una", "el", "la", "de", "como", "buen", "buena"):
        index += 1
    for length in (3, 2, 1):
        known = _professions().get(" ".join(words.plain[index : index + length]))
        if known and index + length <= len(words):
            return _with_complement(words, known, index + length, limit)
    near = _nearly(words.at(index))
    if near is None:
        return None
    return _with_complement(words, near, index + 1, limit)._replace(doubtful=True)


def company(words: Words, start: int, limit: int) -> Found | None:
    """Reads "con mi hija Ana y dos amigos"; "mi esposo" is taken for "con mi esposo"."""
    index = start + (words.at(start) == "con")
    if words.at(index) in ("nadie",):
        return None
    first = index
    while words.at(index) in phrase.DETERMINERS or words.at(index) in (
        "mejor",
        "pequeno",
        "pequena",
        "nuestros",
        "nuestra",
    ):
        index += 1
    if words.at(index) not in KIN or (
        index == first and words.at(index) not in ("familia", "amigos", "amigas", "colegas")
    ):
        return None
    end = _company_end(words, index + 1, limit)
    return Found("con " + spelling.text_of(words, first, end), end)


def load() -> None:
    """Build the tables now."""
    _professions(), _long()


def _company_end(words: Words, index: int, limit: int) -> int:
    """Names, "de la universidad", and further people: "y mis dos hijos"."""
    while index < min(limit, len(words)):
        word = words.at(index)
        if word in _WHICH and words.at(index - 1) in KIN:
            index += 1
        elif _is_name_word(words, index) and (
            words.raw[index][:1].isupper() or is_first_name(word) or words.at(index - 1) in KIN | _WHICH
        ):
            if phrase.is_infinitive(word) and not is_first_name(word):
                return index
            index += 1
        elif word == "de" and words.at(index + 1) in (
            "trabajo",
            "clase",
            "viaje",
            "la",
            "el",
            "mi",
            "amigos",
            "amigas",
            "estudiantes",
            "turistas",
            "personas",
            "universidad",
        ):
            index += 2 if words.at(index + 1) not in ("la", "el", "mi") else 3
        elif word == "del" and words.at(index + 1) in ("trabajo", "equipo", "curso", "colegio"):
            index += 2
        elif word in ("y", ",", "e") and (end := _another_person(words, index + 1)):
            if word == "," and (words.at(end) in _OF_OTHERS or verbs.is_conjugated(words.at(end))):
                return index  # "mi hijo, el niño se marea"
            index = end
        else:
            return index
    return min(index, len(words), limit)


def _another_person(words: Words, index: int) -> int:
    """The position behind a further person at ``index``; 0 where there is none."""
    index += words.at(index) == "con"
    first = index
    while words.at(index) in phrase.DETERMINERS or words.at(index) in ("su", "sus"):
        index += 1
    return index + 1 if index > first and words.at(index) in KIN else 0


def _with_complement(words: Words, text: str, index: int, limit: int) -> Found:
    limit = min(limit, len(words))
    parts = [text]
    if index < limit and words.at(index) in _ADJECTIVES:
        parts.append(spelling.spelled(words, index))
        index += 1
    if index < limit and words.at(index) in ("de", "del") and _is_field(words, index):
        end = min(phrase.end(words, index, limit=limit, longest=6), limit)
        inside = next((at for at in range(index + 1, end) if words.at(at) in ("en", "desde", "para")), end)
        parts.append(spelling.text_of(words, index, inside))
        index = inside
    return Found(" ".join(parts), index)


def _is_field(words: Words, index: int) -> bool:
    """Reads "de música", "de un restaurante"; not "de Francia" or "de vacaciones"."""

    after = words.at(index + 1)
    return not (after in ("vacaciones", "visita", "viaje", "paso") or places.read(words, index + 1))


@cache
def _professions() -> dict[str, str]:
    return {
        fold(form.strip()): form.strip()
        for entry in PROFESSIONS.replace("\n", " ").split(";")
        for form in entry.split("/")
    }


@cache
def _long() -> list[str]:
    return [name for name in _professions() if len(name) > 6 and " " not in name]


def _nearly(word: str) -> str | None:
    if len(word) < 7:
        return None
    best = process.extractOne(word, _long(), scorer=OSA.distance, score_cutoff=1)
    return _professions()[best[0]] if best and best[0][0] == word[0] else None
