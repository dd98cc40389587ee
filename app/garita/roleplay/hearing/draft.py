"""A thing while it is read, and the finished ``Thing`` made of it: its words in agreement, its amount, its price.

Knows how much a bottle or a packet holds; which words belong to a thing is ``things``'.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from garita.roleplay.hearing import money, nouns, numbers, things_table
from garita.roleplay.hearing.numbers import Gender
from garita.roleplay.hearing.table import word_set
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Thing, ThingKind
from garita.roleplay.scenario import Scenario

VAGUE = {"unos": "m", "unas": "f", "algunos": "m", "algunas": "f", "varios": "m", "varias": "f", "muchos": "m",
          "muchas": "f", "pocos": "m", "pocas": "f"}  # fmt: skip
_PRICE_WORDS = word_set(
    """
    que me cuesta cuestan costo costaron costaba vale valen valor por en de precio con un total aproximado valorado
    valorada valorados valoradas tasado tasada tasados tasadas unos unas aproximadamente alrededor
    """
)
_AFTER_PAUSE = word_set(
    "valorado valorada valorados valoradas tasado tasada tasados tasadas que por de con cuesta cuestan vale valen"
)


@dataclass
class Draft:
    """A thing while it is read; ``index`` is the next word."""

    index: int
    count: float | None = None
    quantity: str = ""  # as said before unit and noun: "dos", "unas", "medio", "mi"
    unit: nouns.Noun | None = None
    size: float = 0.0  # litres or kilos of one unit, where said
    size_text: str = ""
    noun: str = ""
    name: str = ""
    kind: ThingKind = "other"
    gender: Gender = "m"
    known: bool = False
    half_more: bool = False
    article: str = ""  # "la" in "la perra"
    tail: list[str] = field(default_factory=list)


def finished(words: Words, draft: Draft, scenario: Scenario | None) -> tuple[Thing, int]:
    """The thing, its price included, and where it ends."""
    value = _price(words, draft, scenario)
    noun = " ".join((draft.noun, *draft.tail)).strip()
    name = " ".join((draft.name, *draft.tail)).strip() if draft.noun else draft.name
    thing = Thing(
        text=_text(draft, noun) + (f" de {value.text}" if value and draft.kind != "cash" else ""),
        name=name,
        kind=_kind(draft, priced=value is not None),
        count=draft.count,
        unit=draft.unit.singular if draft.unit else "",
        value=value.amount if value else None,
        currency=value.currency if value else "",
    )
    return _with_amount(thing, draft), draft.index


def _text(draft: Draft, noun: str) -> str:
    head, gender = f"{noun} {draft.size_text}".strip(), draft.gender
    if draft.unit:
        gender = draft.unit.gender
        base = draft.count - 0.5 if draft.half_more and draft.count is not None else draft.count
        single = (base is not None and base <= 1) or (
            base is None and not draft.unit.many and draft.quantity not in VAGUE
        )
        unit = draft.unit.singular if single else draft.unit.plural
        half = (" y media" if gender == "f" else " y medio") if draft.half_more else ""
        head = f"{unit}{half}{' ' + draft.size_text if draft.size_text else ''}{' de ' + noun if noun else ''}"
    quantity = draft.quantity
    if quantity == "#":
        count = (draft.count or 0) - (0.5 if draft.half_more else 0)
        quantity = numbers.said(count, gender)
    elif quantity in VAGUE:
        quantity = (quantity[:-2] if quantity != "unos" and quantity != "unas" else "un") + (
            "as" if gender == "f" else "os"
        )
        if draft.count is not None:
            quantity += " " + numbers.said(draft.count, gender)
    elif quantity in ("medio", "media"):
        quantity = "media" if gender == "f" else "medio"
    elif quantity in ("su", "sus") and draft.count not in (None, 1):
        quantity = "sus " + numbers.said(draft.count or 0, gender)
    elif not quantity and draft.kind == "pet":
        quantity = draft.article or _some(draft)
    return f"{quantity} {head}".strip()


def _some(draft: Draft) -> str:
    """The article of an animal of which nothing else is said: "un perro", "unos gatos"."""
    known = nouns.find(Words.of(draft.noun), 0)
    one = "una" if draft.gender == "f" else "un"
    return {"un": "unos", "una": "unas"}[one] if known and known[0].many else one


def _kind(draft: Draft, *, priced: bool) -> ThingKind:
    """The noun's kind; samples of anything are samples, and what has a price but no kind of its own is a present."""
    if draft.kind == "other" and not draft.known and draft.unit and draft.unit.singular in ("cartón", "cajetilla"):
        return "tobacco"  # a brand nobody listed
    if "muestra" in " ".join(draft.tail):
        return "sample"
    return "gift" if draft.kind == "other" and priced else draft.kind


def _with_amount(thing: Thing, draft: Draft) -> Thing:
    """Litres and cigarettes where count and unit say how many; a bottle holds 0.75 litres unless told otherwise."""
    if thing.count is None:
        return thing
    per: float | None = None
    if thing.kind == "alcohol":
        per = draft.size or (things_table.LITRES_IN.get(thing.unit) if thing.unit else None)
    elif thing.kind == "tobacco" and not draft.name.startswith(("puro", "habano")):
        unit = "cajetilla" if draft.name.startswith("cajetilla") else thing.unit
        per = things_table.CIGARETTES_IN.get(unit)
    return thing if per is None else msgspec.structs.replace(thing, amount=thing.count * per)


def _price(words: Words, draft: Draft, scenario: Scenario | None) -> money.Money | None:
    """Reads "de 500 euros", "que cuesta 80 dólares", ", valorado en 200 euros", behind the thing."""
    index = draft.index
    index += words.at(index) == "," and words.at(index + 1) in _AFTER_PAUSE
    first = index
    while words.at(index) in _PRICE_WORDS and index - first < 6:
        index += 1
    if index == first:
        return None
    found = money.read(words, index, scenario)
    if found is None:
        return None
    draft.index = found.end
    if words.says(found.end, ("cada", "uno")) or words.says(found.end, ("cada", "una")):
        draft.index += 2
        return found._replace(amount=found.amount * (draft.count or 1))
    return found
