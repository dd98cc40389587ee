"""What the suitcase really holds, and whether a thing in it was declared.

The scanner's view: reads the dossier's goods as things and compares them with what the traveller named. Lenient on
purpose: who names a thing in other words ("móvil" for the phone, "carne" for the steaks) has declared it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec
from rapidfuzz.fuzz import ratio

from garita.roleplay.allowances import VALUED, forbidden_food
from garita.roleplay.dossier import in_words
from garita.roleplay.meaning import Thing, ThingKind
from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Good, Scenario, Topic
from garita.roleplay.understand import thing as understood

_TOPICS: dict[ThingKind, Topic] = {
    "pet": "pets", "medicine": "medicines", "sample": "samples",
    **dict.fromkeys(("meat", "dairy", "fish", "fruit", "plant", "honey", "sweet", "food"), "food"),
}  # fmt: skip

# Animals told apart; a pet called by its name or its breed may be any of them.
_SPECIES = frozenset(
    ["perro", "gato", "loro", "conejo", "hamster", "tortuga", "canario", "huron", "periquito", "pajaro", "pez",
     "iguana", "serpiente", "cobaya", "caballo", "gallina"]
)  # fmt: skip
# A word that declares everything of its kind.
_GENERIC: dict[ThingKind, frozenset[str]] = {
    "meat": frozenset({"carne", "embutido", "fiambre"}),
    "dairy": frozenset({"lacteo"}),
    "fruit": frozenset({"fruta", "verdura"}),
    "plant": frozenset({"planta"}),
    "medicine": frozenset({"medicina", "medicamento", "remedio", "tratamiento"}),
    # who was asked for samples and says "twenty pairs" means them
    "sample": frozenset({"muestra", "mercancia", "producto", "par", "caja", "caixa", "pieza", "unidad", "bolsa"}),
    "alcohol": frozenset({"alcohol", "licor", "bebida"}),
}
_SYNONYMS = (
    {"perro", "perra", "perrito", "perrita", "cachorro", "cachorra", "labrador", "labradora"},
    {"gato", "gata", "gatito", "gatita"}, {"loro", "papagayo", "cotorra"},
    {"telefono", "movil", "celular", "smartphone", "iphone"},
    {"ordenador", "computadora", "computador", "portatil", "laptop", "compu", "notebook"},
    {"tableta", "tablet", "ipad"}, {"televisor", "television", "tele"}, {"balanza", "bascula", "pesa"},
    {"alimento", "comida", "pienso"}, {"yerba", "mate"}, {"bistec", "filete", "bife"}, {"salame", "salami"},
    {"pastilla", "comprimido", "pildora", "capsula"}, {"jeringa", "jeringuilla"}, {"platano", "banana"},
)  # fmt: skip
_EMPTY = frozenset(
    ["a", "al", "con", "de", "del", "el", "en", "la", "las", "los", "mi", "mis", "para", "por", "sin", "su", "sus",
     "un", "una", "uno", "unos", "unas", "y"]
)  # fmt: skip
# Words of five letters and more that are so alike are one word, misheard or misspelt (rapidfuzz's ratio, 0 to 100).
_SAME_WORD_FROM = 80.0
_SHORTEST_FUZZY = 5


def topic_of(thing: Thing, scenario: Scenario) -> Topic:
    """The question that a thing belongs to: its own where the checklist has it, else the luggage."""
    own = _TOPICS.get(thing.kind, "goods")
    return own if any(question.topic == own for question in scenario.checklist) else "goods"


def to_declare(scenario: Scenario) -> tuple[Thing, ...]:
    """What in the suitcase must be declared or may not enter. Cash is left out: the question for money is its own."""
    rules = scenario.rules
    both = ((good, in_suitcase(good)) for good in scenario.traveller.suitcase)
    return tuple(
        thing
        for good, thing in both
        if thing.kind != "cash" and (good.must_declare or forbidden_food(rules, thing.kind, thing.name))
    )


@lru_cache(maxsize=512)
def in_suitcase(good: Good) -> Thing:
    """A good of the dossier as a thing; an unknown one is of kind "other"."""
    words = in_words(good)
    found = understood(words) or Thing(text=words, name=good.name)
    return msgspec.structs.replace(found, text=words, name=good.name)


def named(thing: Thing, declared: Iterable[Thing]) -> bool:
    """Whether ``thing`` is among the things declared."""
    return any(_same(thing, other) for other in declared)


def _same(thing: Thing, other: Thing) -> bool:
    words, others = _words(thing.name), _words(other.name)
    if not words or not others:
        return False
    if not {thing.kind, other.kind} <= VALUED and thing.kind != other.kind:
        return _one_word(words[0], others[0])
    if thing.kind == "pet":
        return _same_animal(words[0], others[0])
    if thing.kind == "tobacco" or others[0] in _GENERIC.get(thing.kind, ()):
        return True  # how many cigarettes there are is asked anyway
    return any(_one_word(words[0], word) for word in others) or any(_one_word(others[0], word) for word in words)


def _same_animal(one: str, other: str) -> bool:
    known = [any(_one_word(word, species) for species in _SPECIES) for word in (one, other)]
    return not all(known) or _one_word(one, other)


def _words(name: str) -> list[str]:
    """The words that carry meaning, in the singular; the head noun is the first."""
    return [_singular(word) for word in plain(name).split() if word not in _EMPTY]


def _singular(word: str) -> str:
    if word.endswith("ces"):
        return f"{word[:-3]}z"
    if word.endswith("es") and len(word) > 4 and word[-3] in "dlnrsy":
        return word[:-2]
    return word.removesuffix("s") if len(word) > 3 else word


def _one_word(word: str, other: str) -> bool:
    if word == other or any(word in group and other in group for group in _SYNONYMS):
        return True
    return min(len(word), len(other)) >= _SHORTEST_FUZZY and ratio(word, other) >= _SAME_WORD_FROM
