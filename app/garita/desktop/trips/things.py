"""What lies in a suitcase, ready to be drawn: words, value, whether it must be declared, and which picture fits.

The picture follows from the kind that the roleplay reads out of a good, and from words where the kind says too little.
Knows no Qt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from garita.messages_to_user.entry import Language
from garita.roleplay import dossier
from garita.roleplay.meaning import ThingKind
from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Good, Scenario

Picture = Literal[
    "animal", "bottle", "box", "cheese", "clothes", "cup", "electronics", "fish", "food", "fruit", "gift", "honey",
    "meat", "medicine", "money", "papers", "plant", "sweet", "tobacco", "parcel",
]  # fmt: skip
PICTURES: tuple[Picture, ...] = get_args(Picture)

_BY_KIND: dict[ThingKind, Picture] = {
    "alcohol": "bottle", "tobacco": "tobacco", "meat": "meat", "dairy": "cheese", "fish": "fish", "fruit": "fruit",
    "plant": "plant", "honey": "honey", "sweet": "sweet", "food": "food", "medicine": "medicine", "pet": "animal",
    "sample": "box", "cash": "money", "electronics": "electronics", "gift": "gift", "clothes": "clothes",
    "drug": "medicine", "weapon": "parcel", "other": "parcel",
}  # fmt: skip
# Beginnings of words, without accents, that say more than the kind does.
_BY_WORD: tuple[tuple[Picture, tuple[str, ...]], ...] = (
    ("cup", ("te", "cafe", "yerba", "mate", "infusion")),
    ("papers", ("libr", "novel", "catalog", "follet", "document", "partitur", "revist", "mapa", "cuadern")),
    ("bottle", ("aceit", "vino", "zumo", "jugo", "refresc", "agua")),
    ("animal", ("transportin", "jaula")),
)
_WHOLE_WORDS = frozenset({"te", "mate", "cafe", "agua", "mapa"})  # too short to be a beginning of anything else


@dataclass(frozen=True)
class Item:
    """A thing as the suitcase shows it; ``value`` is empty where it has none."""

    words: str
    value: str
    must_declare: bool
    picture: Picture


def items(scenario: Scenario, language: Language) -> list[Item]:
    """Everything in the traveller's suitcase, in order."""
    currency = scenario.rules.gifts_currency
    return [
        Item(dossier.in_words(good), _worth(good.value, currency, language), good.must_declare, picture(good))
        for good in scenario.traveller.suitcase
    ]


def picture(good: Good) -> Picture:
    """The picture that fits a good."""
    from garita.roleplay import carried  # here, because it brings all understanding of Spanish along

    kind = carried.in_suitcase(good).kind
    if kind in ("food", "other", "sample"):
        words = plain(good.name).split()
        for found, beginnings in _BY_WORD:
            if any(_begins(word, beginnings) for word in words[:1]):
                return found
    return _BY_KIND[kind]


def _begins(word: str, beginnings: Iterable[str]) -> bool:
    return any(word == each if each in _WHOLE_WORDS else word.startswith(each) for each in beginnings)


def _worth(value: float, currency: str, language: Language) -> str:
    if not value:
        return ""
    from babel.numbers import format_decimal  # here, because its data takes a moment

    return f"{format_decimal(value, locale=language)} {currency}"
