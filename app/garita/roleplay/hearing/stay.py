"""How long somebody stays, at a position of a turn: "dos semanas", "un mes y medio", "hasta el 5 de mayo".

Gives days where they follow. Dates count from no particular day: only spans and their ends are known.
"""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import OSA

from garita.roleplay.hearing import numbers
from garita.roleplay.hearing.numbers import Gender
from garita.roleplay.hearing.table import word_list, word_set
from garita.roleplay.hearing.words import Words


class Stay(NamedTuple):
    """``until``: the text is an end, "hasta el 5 de mayo". ``days`` is None where nobody can know them."""

    text: str
    days: float | None
    end: int
    until: bool = False


class _Unit(NamedTuple):
    singular: str
    plural: str
    gender: Gender
    days: float


_DAY = _Unit("día", "días", "m", 1)
_NIGHT = _Unit("noche", "noches", "f", 1)
_HOUR = _Unit("hora", "horas", "f", 1 / 24)
_WEEK = _Unit("semana", "semanas", "f", 7)
_MONTH = _Unit("mes", "meses", "m", 30)
_YEAR = _Unit("año", "años", "m", 365)
_WEEKEND = _Unit("fin de semana", "fines de semana", "m", 2)
_UNITS = {
    "dia": _DAY, "dias": _DAY, "diita": _DAY, "diitas": _DAY, "noche": _NIGHT, "noches": _NIGHT, "hora": _HOUR,
    "horas": _HOUR, "semana": _WEEK, "semanas": _WEEK, "semanita": _WEEK, "semanitas": _WEEK, "mes": _MONTH,
    "meses": _MONTH, "mesecito": _MONTH, "mesecitos": _MONTH, "ano": _YEAR, "anos": _YEAR, "finde": _WEEKEND,
    "fines": _WEEKEND, "semestre": _Unit("semestre", "semestres", "m", 180), "mese": _MONTH,
    "trimestre": _Unit("trimestre", "trimestres", "m", 90), "quincena": _Unit("quincena", "quincenas", "f", 15),
}  # fmt: skip
WORDS = frozenset(_UNITS)
_MONTHS = word_list(
    """
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    """
)
_OTHER_MONTHS = {"setiembre": "septiembre"}
_WEEKDAYS = {"lunes": "lunes", "martes": "martes", "miercoles": "miércoles", "jueves": "jueves", "viernes": "viernes",
             "sabado": "sábado", "domingo": "domingo"}  # fmt: skip
_WHOLE = {
    ("todo", "el", "verano"): ("todo el verano", 90), ("todo", "el", "mes"): ("todo el mes", 30),
    ("toda", "la", "semana"): ("toda la semana", 7), ("todo", "el", "ano"): ("todo el año", 365),
    ("el", "verano"): ("el verano", 90), ("el", "fin", "de", "semana"): ("el fin de semana", 2),
    ("este", "fin", "de", "semana"): ("este fin de semana", 2),
    ("esta", "noche"): ("esta noche", 1), ("una", "sola", "noche"): ("una noche", 1),
    ("solo", "hoy"): ("solo hoy", 1), ("solo", "por", "hoy"): ("solo hoy", 1), ("un", "rato"): ("un rato", 1),
    ("poco", "tiempo"): ("poco tiempo", None), ("medio", "ano"): ("medio año", 180),
    ("media", "semana"): ("media semana", 3),
    ("medio", "mes"): ("medio mes", 15), ("medio", "dia"): ("medio día", 1),
}  # fmt: skip
_ENDS = {("manana",): "hasta mañana", ("pasado", "manana"): "hasta pasado mañana", ("hoy",): "hasta hoy",
         ("navidad",): "hasta Navidad", ("ano", "nuevo"): "hasta Año Nuevo",
         ("semana", "santa"): "hasta Semana Santa"}  # fmt: skip
_LEADS = word_set(
    """
    menos mas maximo minimo apenas por durante unos unas como aproximadamente solo solamente casi son serian seran
    alrededor entre
    """
)
_VAGUE = word_set("unos unas algunos algunas varios varias pocos pocas")


def read(words: Words, start: int) -> Stay | None:
    """The span or end that stands at ``start``."""
    index = start
    while words.at(index) in _LEADS and index - start < 3 and words.at(index) not in ("unos", "unas"):
        if words.says(index, ("solo", "hoy")) or words.says(index, ("solo", "por", "hoy")):
            break
        index += 1 + (words.at(index) in ("alrededor", "menos", "mas") and words.at(index + 1) == "de")
    return _until(words, index) or _whole(words, index) or _span(words, index)


def unit_of(word: str) -> str | None:
    """The unit of time a word names ("semanas" -> "semana"), also with one letter wrong."""
    found = _unit_word(word)
    return found.singular if found else None


def _whole(words: Words, index: int) -> Stay | None:
    for phrase, (text, days) in _WHOLE.items():
        if words.says(index, phrase):
            return Stay(text, days, index + len(phrase))
    return None


def _unit_word(word: str) -> _Unit | None:
    found = _UNITS.get(word)
    if found or len(word) < 5 or word in ("mesas", "pesas", "misas"):
        return found
    near = [
        unit
        for known, unit in _UNITS.items()
        if len(known) > 4 and known[0] == word[0] and OSA.distance(known, word) <= 1
    ]
    return near[0] if near else None


def _span(words: Words, start: int) -> Stay | None:
    lead, index = "", start
    if words.at(index) in _VAGUE:
        lead, index = words.at(index), index + 1
    if words.says(index, ("un", "par", "de")):
        unit = _unit_word(words.at(index + 3))
        return Stay(f"un par de {unit.plural}", 2 * unit.days, index + 4) if unit else None
    number = numbers.read(words, index)
    if number is None:
        unit = _unit_word(words.at(index)) if lead or words.at(index + 1) == "y" else None
        if unit is None:
            return None
        if lead:
            return Stay(f"{_agree(lead, unit)} {unit.plural}", None, index + 1)
        return _half(words, Stay(unit.singular, unit.days, index + 1), unit)
    if number.value is None or not 0 < number.value <= 10_000:
        return None
    return _counted(words, number, lead)


def _counted(words: Words, number: numbers.Number, lead: str) -> Stay | None:
    """``number`` with its unit behind it: "dos semanas", "dos o tres semanas", "un mes y medio"."""
    index, low, value = number.end, None, number.value or 0
    if words.at(index) in ("o", "a", "u"):
        second = numbers.read(words, index + 1)
        if second and second.value and second.value > value:
            low, value, index = (value, words.at(index)), second.value, second.end
    if words.at(index) == "de" or words.at(index) == ",":
        return None
    if words.says(index, ("fin", "de", "semana")) or words.says(index, ("fines", "de", "semana")):
        unit, index = _WEEKEND, index + 3
    else:
        known = _unit_word(words.at(index))
        if known is None:
            return None
        unit, index = known, index + 1
    text = f"{numbers.said(value, unit.gender)} {unit.singular if value == 1 else unit.plural}"
    if low:
        text = f"{numbers.said(low[0], unit.gender)} {low[1]} {text}"
    if lead:
        text = f"{_agree(lead, unit)} {text}"
    return _half(words, Stay(text, max(1.0, float(round(value * unit.days))), index), unit)


def _half(words: Words, stay: Stay, unit: _Unit) -> Stay:
    """Reads "y medio" and "y tres días" behind a span."""
    if words.at(stay.end) != "y":
        return stay
    if words.at(stay.end + 1) in ("medio", "media"):
        half = "media" if unit.gender == "f" else "medio"
        return Stay(f"{stay.text} y {half}", round((stay.days or 0) + unit.days / 2), stay.end + 2)
    number = numbers.read(words, stay.end + 1)
    smaller = _unit_word(words.at(number.end)) if number and number.value else None
    if number is None or number.value is None or smaller is None or smaller.days >= unit.days:
        return stay
    more = f"{numbers.said(number.value, smaller.gender)} {smaller.singular if number.value == 1 else smaller.plural}"
    return Stay(f"{stay.text} y {more}", (stay.days or 0) + number.value * smaller.days, number.end + 1)


def _agree(word: str, unit: _Unit) -> str:
    return word[:-2] + ("as" if unit.gender == "f" else "os")


# --- ends ----------------------------------------------------------------------------------------------------------


def _until(words: Words, start: int) -> Stay | None:
    if words.at(start) == "hasta":
        return end_of(words, start + 1)
    if words.at(start) in ("del", "de", "desde"):  # "del 3 al 15 de mayo"
        first = numbers.read(words, start + 1 + (words.at(start + 1) == "el"))
        if first and first.value:
            index = first.end
            if words.at(index) == "de" and words.at(index + 1) in _MONTHS:
                index += 2
            if words.at(index) in ("al", "a", "hasta"):
                return _between(words, index + 1, first.value)
    return None


def _between(words: Words, index: int, first: float) -> Stay | None:
    found = end_of(words, index)
    day = numbers.read(words, index + (words.at(index) == "el"))
    if found is None or day is None or not day.value or day.value <= first:
        return found
    return found._replace(days=day.value - first)


def end_of(words: Words, start: int) -> Stay | None:
    """A day or month named at ``start``, as the end of a stay: "el 5 de mayo", "el domingo", "mayo"."""
    index = start + (words.at(start) in ("el", "la"))
    for phrase, text in _ENDS.items():
        if words.says(index, phrase):
            return Stay(text, None, index + len(phrase), until=True)
    index += words.at(index) == "dia"
    number = numbers.read(words, index)
    if words.at(index) == "primero":
        number = numbers.Number(1, index + 1)
    if number and number.value and number.value <= 31:
        return _date(words, number)
    return _named_end(words, index)


def _date(words: Words, number: numbers.Number) -> Stay | None:
    day, index = int(number.value or 0), number.end
    index += words.at(index) in ("de", "del")
    month = _OTHER_MONTHS.get(words.at(index), words.at(index))
    if month in _MONTHS:
        return Stay(f"hasta el {day} de {month}", None, index + 1, until=True)
    if number.article or _unit_word(words.at(number.end)):
        return None
    return Stay(f"hasta el {day}", None, number.end, until=True)


def _named_end(words: Words, index: int) -> Stay | None:
    word = _OTHER_MONTHS.get(words.at(index), words.at(index))
    if word in _MONTHS:
        return Stay(f"hasta {word}", None, index + 1, until=True)
    if word in _WEEKDAYS:
        end = index + 1
        text = f"hasta el {_WEEKDAYS[word]}"
        if words.at(end) in ("proximo", "siguiente"):
            text, end = f"{text} {'próximo' if words.at(end) == 'proximo' else 'siguiente'}", end + 1
        return Stay(text, None, end, until=True)
    for phrase, text in (("proximo mes", "hasta el próximo mes"), ("mes que viene", "hasta el mes que viene"),
                         ("proxima semana", "hasta la próxima semana"),
                         ("semana que viene", "hasta la semana que viene"),
                         ("fin de mes", "hasta fin de mes"), ("final de mes", "hasta final de mes")):  # fmt: skip
        if words.says(index, tuple(phrase.split())):
            return Stay(text, None, index + len(phrase.split()), until=True)
    if (
        words.at(index) in ("final", "finales", "principios", "mediados", "fin", "fines")
        and words.at(index + 1) == "de"
    ):
        month = _OTHER_MONTHS.get(words.at(index + 2), words.at(index + 2))
        if month in _MONTHS:
            return Stay(f"hasta {words.at(index)} de {month}", None, index + 3, until=True)
    return None
