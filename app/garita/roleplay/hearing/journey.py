"""Where from, where to and how long: readers of the journey's facts at a position of a turn.

Each reader takes (words, start, Ears) and returns a Reading or None; it does not look beyond its own phrase.
"""

from __future__ import annotations

from garita.roleplay.hearing import numbers, people, phrase, places, reasons, spelling, stay, verbs
from garita.roleplay.hearing.people_table import KIN, LODGINGS
from garita.roleplay.hearing.reading import Ears, Reading
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Fact

_BEING = word_set("soy es ser somos son estoy un una ciudadano ciudadana nacionalidad")


def origin(words: Words, start: int, ears: Ears, *, sure: bool = True) -> Reading | None:
    """A place after "de", "desde" or (learner's) "en": known ones, and unknown names where ``sure``."""
    index = start
    if words.at(index) in ("de", "desde", "en"):
        index += 1
    if words.at(index) in ("la", "el") and words.at(index + 1) in ("ciudad", "pueblo", "isla", "capital"):
        index += 0 if places.read(words, index + 1) else 2
        index += words.at(index) == "de"
    found = places.read(words, index) or (
        places.read(words, index + 1) if words.at(index) in ("la", "el", "los") else None
    )
    if found:
        fact = Fact(topic="origin", text=found.text, country=found.country, doubtful=found.doubtful)
        return Reading(fact, found.end)
    unknown = _unknown_place(words, index, ears)
    return unknown if unknown and (sure or unknown.fact.country) else None


def _unknown_place(words: Words, index: int, ears: Ears) -> Reading | None:
    end = people.name_end(words, index, min(ears.limit, index + 4))
    if (
        end == index
        or words.at(index) in KIN
        or phrase.is_infinitive(words.at(index))
        or reasons.is_reason_head(words.at(index))
    ):
        return None
    if words.at(index) in LODGINGS or spelling.is_known(words.at(index)) or verbs.is_conjugated(words.at(index)):
        return None
    region = places.read(words, end + (words.at(end) in (",", "en")))
    if words.at(end) == "," and words.at(end + 1) == "en":  # "San Rafael, en Mendoza"
        region = places.read(words, end + 2)
    text = spelling.name(words, index, end)
    if region and (region.is_country or (words.at(end + 1) == "en" and not region.doubtful)):
        return Reading(Fact(topic="origin", text=f"{text}, {region.text}", country=region.country), region.end)
    return Reading(Fact(topic="origin", text=text), end)


def demonym(words: Words, start: int, _ears: Ears) -> Reading | None:
    """Reads "mexicana", "de nacionalidad peruana", "ciudadano español"."""
    index = start
    while words.at(index) in ("un", "una", "de", "nacionalidad", "ciudadano", "ciudadana", "origen", "es"):
        index += 1
    known = places.demonym(words, index)
    if known is None or (places.is_country(words.at(index)) and words.at(index - 1) not in _BEING):
        return None  # "De Suiza" is the country, "soy suiza" is not
    return Reading(Fact(topic="origin", text=known[0], form="demonym", country=known[1]), index + 1)


def onward(words: Words, start: int, ears: Ears) -> Reading | None:
    """Reads "a Lima mañana", "un vuelo de regreso", "para Bogotá"; unknown names only where the topic was asked."""
    index = start + (words.at(start) in ("a", "para", "hacia", "hasta"))
    if words.says(index, ("mi", "vuelo")) and words.at(index + 2) not in ("de", "a", "para"):
        return None
    ticket = index + (words.at(index) in ("un", "una", "el", "la", "mi", "ya"))
    ticket += words.at(ticket) in ("un", "una", "el", "la", "mi")
    if words.at(ticket) in (
        "vuelo",
        "pasaje",
        "boleto",
        "billete",
        "tiquete",
        "regreso",
        "tren",
        "conexion",
        "autobus",
        "barco",
        "ticket",
    ):
        return _ticket(words, ticket)
    if words.at(index) == "casa" or words.says(index, ("mi", "casa")):
        return Reading(Fact(topic="onward", text="a su casa"), index + 1 + (words.at(index) == "mi"))
    if words.says(index, ("mi", "pais")):
        return Reading(Fact(topic="onward", text="a su país"), index + 2)
    found = places.read(words, index)
    if found is None and words.at(index) in ("mi", "nuestra") and words.at(index + 1) in ("ciudad", "pueblo", "tierra"):
        return Reading(Fact(topic="onward", text=f"a su {words.at(index + 1)}"), index + 2)
    if found is None and ears.topic == "onward" and index > start:
        unknown = _unknown_place(words, index, ears)
        if unknown:
            found = places.Place(unknown.fact.text, unknown.fact.country, unknown.end)
    if found is None:
        return None
    end = _how_or_when(words, found.end)
    more = spelling.text_of(words, found.end, end)
    text = f"a {found.text} {more}".strip()
    return Reading(Fact(topic="onward", text=text, country=found.country, doubtful=found.doubtful), end)


def _ticket(words: Words, index: int) -> Reading:
    end = index + 1
    while end < len(words) and words.at(end) in (
        "de",
        "regreso",
        "vuelta",
        "ida",
        "y",
        "a",
        "para",
        "en",
        "ya",
        "comprado",
        "tren",
        "avion",
        "autobus",
        "barco",
        "conexion",
    ):
        if words.at(end) == "y" and words.at(end + 1) != "vuelta":
            break
        end += 1
        known = places.read(words, end) if words.at(end - 1) in ("a", "para", "de") else None
        if known:
            text = f"{spelling.text_of(words, index, end)} {known.text}"
            return Reading(
                Fact(
                    topic="onward", text=f"{_ticket_article(words, index)} {text}", form="noun", country=known.country
                ),
                known.end,
            )
    end = max(index + 1, end - (words.at(end - 1) in ("de", "a", "para", "en", "y")))
    return Reading(
        Fact(
            topic="onward", text=f"{_ticket_article(words, index)} {spelling.text_of(words, index, end)}", form="noun"
        ),
        end,
    )


def _ticket_article(words: Words, index: int) -> str:
    return "una" if words.at(index) == "conexion" else "un"


def _how_or_when(words: Words, index: int) -> int:
    """Reads "mañana", "esta noche", "en tren", "en dos días" behind a destination."""
    if words.at(index) == "manana":
        return index + 1
    if words.at(index) == "esta" and words.at(index + 1) in ("noche", "tarde", "manana"):
        return index + 2
    if words.at(index) == "en" and words.at(index + 1) in (
        "tren",
        "autobus",
        "avion",
        "barco",
        "coche",
        "bus",
        "auto",
        "carro",
        "ferry",
    ):
        return index + 2
    return index


# --- stay ----------------------------------------------------------------------------------------------------------


def length(words: Words, start: int, ears: Ears, *, hours: bool = False) -> Reading | None:
    """A duration or an end; where the stay was asked, a bare day or month will do ("el domingo").

    ``hours``: they are of the stay, too, and not of a flight.
    """
    found = stay.read(words, start)
    if found is None and ears.topic == "stay" and words.at(start) in ("el", "la", "en"):
        found = stay.end_of(words, start)
    if found is None:
        return _bare_number(words, start) if ears.topic == "stay" else None
    if found.text == "esta noche" and ears.topic != "stay":
        return None
    if not hours and words.at(found.end - 1) in ("hora", "horas") and ears.topic not in ("stay", "purpose"):
        return None
    fact = Fact(topic="stay", text=found.text, form="until" if found.until else "", number=found.days)
    return Reading(fact, found.end)


def _bare_number(words: Words, start: int) -> Reading | None:
    """Reads "cinco", asked how long: days, as one may suppose."""
    if start and not words.is_stop(start - 1):
        return None
    number = numbers.read(words, start)
    if number is None or not number.value or number.value > 365 or not words.is_stop(number.end) or number.article:
        return None
    text = f"{numbers.said(number.value)} {'día' if number.value == 1 else 'días'}"
    return Reading(Fact(topic="stay", text=text, number=number.value, doubtful=True), number.end)
