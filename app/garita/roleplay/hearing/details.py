"""Answers to a journey's further questions: which company or school, what address, whom one visits, the way back.

The answer becomes a fact of the asked topic. Knows names by where they stand, not by a list of companies.
"""

from __future__ import annotations

from garita.roleplay.act import Act
from garita.roleplay.hearing import beds, people, phrase, places, spelling, stay
from garita.roleplay.hearing.people_table import KIN
from garita.roleplay.hearing.reading import Ears
from garita.roleplay.hearing.spelling_table import COMMON
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Scenario

_LEADS = word_set(
    """
    en para con por a de si es se llama esta queda trabajo estudio voy pues claro , . la el una un mi bueno vale yo
    vivo vive seria direccion nombre su
    """
)
_COMPANIES = word_set("empresa compania firma")
_SCHOOLS = word_set("escuela universidad instituto academia colegio facultad conservatorio")
_STREETS = word_set("calle avenida plaza paseo carrera barrio camino colonia numero ronda callejon carretera")
_AFTER_NAMES = word_set("en de y si gracias por creo")
_ANSWERED_BY = word_set("no si nada")


def read(words: Words, asked: Act, scenario: Scenario) -> Fact | None:
    """The fact in an answer to one of these questions; None where it says nothing on it."""
    if asked.kind != "follow_up" or asked.topic is None:
        return None
    match asked.detail:
        case "company":
            return _institution(words, asked, _COMPANIES, "la empresa")
        case "school":
            return _institution(words, asked, _SCHOOLS, "la escuela")
        case "address":
            return _address(words, asked, scenario)
        case "whom" if asked.topic == "purpose":
            return _whom(words)
        case "return_ticket":
            return _way_back(words)
    return None


def _institution(words: Words, asked: Act, kinds: frozenset[str], article: str) -> Fact | None:
    """Reads "en Zanchor", "para la compañía Oasis", "una empresa danesa", "la escuela se llama El Mirador"."""
    index = _past(words, 0, _LEADS)
    head = ""
    if words.at(index) in kinds:
        head, index = words.at(index), index + 1
    named = words.at(index) in ("se", "es", "que", "llamada", "el", "la", "los", "las") or _is_name(words, index)
    indefinite = head != "" and words.at(index - 2) in ("un", "una")  # "una empresa danesa"
    described = (indefinite and words.at(index) != "que") or (head != "" and not named)
    if described and not words.is_stop(index):
        return _described(words, asked, index - 1)
    index = _past(words, index, _LEADS | {"llamada", "que"})
    if words.at(index - 1) in ("el", "la") or words.at(index) in ("los", "las"):
        index -= words.at(index - 1) in ("el", "la")  # "El Mirador"
    elif not _is_name(words, index):
        return None
    end = _name_end(words, index)
    if end == index or not (words.is_stop(end) or words.at(end) in _AFTER_NAMES):
        return None
    name = spelling.name(words, index, end)
    kind = f"la {head}" if head in _SCHOOLS and head not in ("instituto", "colegio", "conservatorio") else article
    text = f"{kind} {name[:1].upper()}{name[1:]}"
    return _of(asked, text)


def _described(words: Words, asked: Act, index: int) -> Fact | None:
    """Reads "una empresa danesa de molinos", "la universidad de Salamanca"."""
    end = phrase.end(words, index, verb="trabaj")
    masculine = words.at(index) in ("instituto", "colegio", "conservatorio")
    known = words.at(index - 1) in ("el", "la")
    article = ("el" if known else "un") if masculine else ("la" if known else "una")
    return _of(asked, f"{article} {spelling.text_of(words, index, end)}") if end > index + 1 else None


def _of(asked: Act, text: str) -> Fact:
    assert asked.topic is not None
    if asked.topic == "profession":
        return Fact(topic="profession", text=f"trabaja para {text}", form="verb")
    return Fact(topic=asked.topic, text=text, form="noun" if asked.topic == "purpose" else "")


def _is_name(words: Words, index: int) -> bool:
    word = words.at(index)
    named = words.raw[index][:1].isupper() if index < len(words) else False
    return word.isalpha() and len(word) > 1 and (named or not spelling.is_known(word)) and word not in COMMON


def _name_end(words: Words, index: int) -> int:
    start = index + (words.at(index) in ("el", "la", "los", "las"))
    end = people.name_end(words, start, min(len(words), start + 4))
    if end == start and start < len(words) and words.at(start) not in COMMON | KIN and not words.is_stop(start):
        end = start + 1
    return end if end > start else index


def _address(words: Words, asked: Act, scenario: Scenario) -> Fact | None:
    """Reads "queda en la calle Olivo, número 6"."""
    assert asked.topic is not None
    index = next((at for at in range(len(words)) if words.at(at) in _STREETS), None)
    if index is None or (words.at(0) in _ANSWERED_BY and index > 4):
        return None
    found = beds.lodging(words, index, Ears("lodging", scenario, len(words)))
    if found:
        return Fact(topic=asked.topic, text=found.fact.text)
    end = phrase.end(words, index)
    return Fact(topic=asked.topic, text=f"en la {spelling.text_of(words, index, end)}") if end > index + 1 else None


def _whom(words: Words) -> Fact | None:
    """Reads "a mi suegra, que está enferma"."""
    index = next((at for at in range(len(words)) if words.at(at) in KIN), None)
    if index is None:
        return None
    start = index
    while words.at(start - 1) in phrase.DETERMINERS or words.at(start - 1) in ("mejor", "su"):
        start -= 1
    end = index + 1
    while words.at(end) in ("y", ",") and words.at(end + 1) in phrase.DETERMINERS and words.at(end + 2) in KIN:
        end += 3
    return Fact(topic="purpose", text=f"visitar a {spelling.text_of(words, start, end)}", form="verb")


def _way_back(words: Words) -> Fact | None:
    """Reads "sí, para el día dieciséis": a ticket with its day."""
    for index in range(len(words)):
        if words.at(index) in ("el", "para", "dia") or places.read(words, index):
            day = stay.end_of(words, index + (words.at(index) == "para"))
            if day:
                return Fact(
                    topic="onward", text=f"un billete de regreso {day.text.replace('hasta', 'para', 1)}", form="noun"
                )
    return None


def _past(words: Words, index: int, skipped: frozenset[str]) -> int:
    while index < len(words) and words.at(index) in skipped:
        index += 1
    return index
