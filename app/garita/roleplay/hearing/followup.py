"""Answers to questions that go into one thing: how many, how much is it worth, what is it, for whom.

The answer becomes a fact of the asked topic with the thing it is about. Yes, no and papers are signals, not facts.
"""

from __future__ import annotations

import msgspec

from garita.roleplay.act import Act
from garita.roleplay.hearing import details, gathered, luggage, money, nouns, numbers, phrase, spelling, stay, things
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words, listen
from garita.roleplay.meaning import Fact, Thing
from garita.roleplay.scenario import Scenario

_LONGEST = 8  # words of an answer in its own words
_LEADS = word_set(
    """
    son es hay llevo traigo tengo cuesta cuestan costo costaron vale valen unos unas como solo aproximadamente
    va que por , si no pues total en de yo claro
    """
)  # fmt: skip


def read(words: Words, asked: Act, scenario: Scenario) -> Fact | None:
    """The fact in an answer to ``asked``; None where it says nothing on it."""
    start = 0
    while start < len(words) and words.at(start) in _LEADS and not numbers.starts(words.at(start)):
        start += 1
    if asked.topic is None or start >= len(words):
        return None
    if asked.kind == "confirm":
        return _restated(words, start, asked)
    detail = details.read(words, asked, scenario)
    if detail:
        return detail
    if asked.detail == "quantity":
        return _quantity(words, start, asked, scenario)
    if asked.detail == "value":
        return _value(words, start, asked, scenario)
    if asked.detail in ("what", "which", "whom") and asked.kind == "follow_up":
        return _open(words, start, asked, scenario)
    return None


def recounted(words: Words, index: int, fact: Fact, scenario: Scenario) -> tuple[Fact, int] | None:
    """Reads "tres manzanas. No, cuatro": the fact's last thing with another count, where no noun follows the number."""
    number = numbers.read(words, index)
    if number is None or number.value is None or not fact.things or fact.topic == "money":
        return None
    unit = nouns.unit(words.at(number.end))
    end = number.end + (unit is not None)
    if not words.is_stop(end) or (unit and unit.singular != fact.things[-1].unit):
        return None
    one = gathered.recounted(fact.things[-1], number.value, unit, scenario)
    if one is None:
        return None
    members = (*fact.things[:-1], one)
    return msgspec.structs.replace(fact, text=things.joined(list(members)), things=members), end


def _item(asked: Act) -> Thing:
    found = things.read(listen(asked.item), 0, None, sure=True)
    return found[0] if found else Thing(text=asked.item, name=asked.item)


def _quantity(words: Words, start: int, asked: Act, scenario: Scenario) -> Fact | None:
    """Reads "dos", "dos litros", "tres cajas de doce": count and unit of the thing asked about."""
    topic, item = asked.topic, _item(asked)
    assert topic is not None
    if topic == "money":
        amount = money.read(words, start, scenario, bare=True)
        return luggage.cash([amount]) if amount else None
    number = numbers.read(words, start)
    half = words.at(start) in ("medio", "media")
    if (number is None or number.value is None) and not half:
        return None
    count, end = (0.5, start + 1) if half or number is None else (number.value or 0.0, number.end)
    one = gathered.recounted(item, count, nouns.unit(words.at(end)), scenario)
    if one is None:
        return None
    return Fact(topic=topic, text=one.text, things=(one,))


def _value(words: Words, start: int, asked: Act, scenario: Scenario) -> Fact | None:
    """Reads "unos 500 euros": the price of the thing asked about."""
    assert asked.topic is not None
    for index in range(start, min(len(words), start + 12)):
        amount = money.read(words, index, scenario, bare=index == start and _is_alone(words, start))
        if amount is None:
            continue
        if asked.topic == "money":
            return luggage.cash([amount])
        item = _item(asked)
        one = msgspec.structs.replace(item, value=amount.amount, currency=amount.currency)
        text = f"{item.text} de {amount.text}"
        one = msgspec.structs.replace(one, text=text)
        return Fact(topic=asked.topic, text=text, things=(one,), doubtful=amount.doubtful)
    return None


def _is_alone(words: Words, index: int) -> bool:
    """Whether the number here counts nothing: "unos 500", not "dos botellas"."""
    number = numbers.read(words, index)
    return number is not None and (words.is_stop(number.end) or words.at(number.end) in ("cada", "o", "mas", "y"))


def _restated(words: Words, start: int, asked: Act) -> Fact | None:
    """Reads "no, quince" where "cinco días" was to be confirmed: the number with the unit that was asked about."""
    number = numbers.read(words, start)
    if asked.topic != "stay" or number is None or not number.value or not words.is_stop(number.end):
        return None
    unit = asked.item.split()[-1] if asked.item else "días"
    found = stay.read(Words.of(f"{int(number.value)} {unit}"), 0)
    return Fact(topic="stay", text=found.text, number=found.days) if found else None


def _open(words: Words, start: int, asked: Act, scenario: Scenario) -> Fact | None:
    """Reads "es un dulce de mi país", "para mi madre", "en la calle Mayor": the words themselves."""
    assert asked.topic is not None
    if start < len(words) and words.at(start) in ("para",) and asked.detail != "whom":
        return None
    end = min(phrase.end(words, start, limit=len(words)), start + _LONGEST)
    if words.at(start) == "nada" or end - start == _LONGEST:
        return None  # a list, or "nada especial, dos limones"
    text = spelling.text_of(words, start, end)
    if len(text) < 3 or (asked.detail == "whom" and words.at(start) != "para"):
        return None
    item = _item(asked)
    known = things.read(words, start, scenario, sure=False) if asked.detail in ("what", "which") else None
    if asked.detail in ("what", "which") and known is None and end - start > 6:
        return None
    kind = known[0].kind if known and known[0].kind != "other" else item.kind
    return Fact(topic=asked.topic, text=text, things=(msgspec.structs.replace(item, kind=kind),))
