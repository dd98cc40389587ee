"""The rules' arithmetic: what is too much, what is forbidden, what the excess is worth.

Practice values throughout, exchange rates and standard prices included. Knows things and rules; who said what, and what
follows for the traveller, is ``verdict``'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from garita.roleplay.act import RuleKind
from garita.roleplay.meaning import Thing, ThingKind
from garita.roleplay.plain_text import plain
from garita.roleplay.prompt import litres_text, money_text, number_text
from garita.roleplay.scenario import Rules, Topic

# Rough values of one euro. Fixed, so that the same words always get the same verdict.
PER_EURO = {
    "ARS": 1200.0, "BOB": 7.5, "BRL": 6.0, "CAD": 1.5, "CHF": 0.95, "CLP": 1030.0, "COP": 4500.0, "CRC": 570.0,
    "CUP": 26.0, "DOP": 66.0, "EUR": 1.0, "GBP": 0.85, "GTQ": 8.4, "JPY": 165.0, "MXN": 20.0, "PEN": 4.1,
    "PYG": 8200.0, "USD": 1.1, "UYU": 45.0,
}  # fmt: skip
# What goods without a stated price are worth, in euros.
EUROS_A_LITRE = 15.0
EUROS_A_CIGARETTE = 0.25

# What the gifts' limit is for: all that is not counted in litres or cigarettes, not eaten and not for a patient.
VALUED: frozenset[ThingKind] = frozenset({"gift", "electronics", "clothes", "other"})
# What a thing nobody could place is, by the question that it answers.
_KIND_BY_TOPIC: dict[Topic, ThingKind] = {"medicines": "medicine", "pets": "pet", "samples": "sample"}

# Stems, in text without accents, by which a food rule names a kind.
_NAMED_BY = {
    "meat": r"carn[ei]|jamon|embutid|fiambre|chorizo|origen animal",
    "dairy": r"lacte|ques|leche|origen animal",
    "fish": r"pescad|marisc",
    "fruit": r"frut|verdura|vegetal|hortaliza",
    "plant": r"semilla|planta|grano|vegetal|flor",
    "honey": r"miel|origen animal",
    "food": r"huevo",
}
_SAID_AS = {
    "meat": "carne", "dairy": "lácteos", "fish": "pescado", "fruit": "fruta", "plant": "plantas ni semillas",
    "honey": "miel", "food": "huevos",
}  # fmt: skip
_FORBIDS = re.compile(r"prohib|\bno\b|\bni\b|ningun|tampoco|retir|requis|decomis")
# "queso fresco", "quesos blandos": such a rule lets the ripe ones pass.
_FRESH_CHEESE_ONLY = re.compile(r"quesos? (?:fresc|bland)\w+")
_RIPE_CHEESE = re.compile(r"parmesan|curad|manchego|anej|madurad|\bdur[oa]|\bsec[oa]|grana|pecorino|gouda|emmental")

_PRESCRIPTION = re.compile(r"receta|formula|informe|prescrip")
# Bought without a prescription nearly everywhere.
_OVER_THE_COUNTER = re.compile(
    r"paracetamol|ibuprofeno|aspirina|vitamina|suplemento|antiacido|pomada|colirio|laxante|antigripal|loratadina|"
    r"antihistaminico|supositorio|tylenol|para (?:la tos|el mareo|la garganta|el resfriado|la gripe|el dolor)"
)
# Where a rule wants a prescription for these only.
_CONTROLLED_ONLY = re.compile(r"controlad|psicotropic")
_CONTROLLED = re.compile(
    r"codeina|morfina|tramadol|fentanilo|oxicodona|\w+zepam|\w+zolam|valium|xanax|ansiolitico|antidepresivo|prozac|"
    r"somnifero|para dormir|para los nervios|calmante|adderall|ritalin|metilfenidato"
)


class Excess(NamedTuple):
    """What lies above an allowance: ``amount`` and ``limit`` in the rule's measure, ``value`` in gifts_currency."""

    rule: RuleKind
    things: tuple[Thing, ...]
    amount: float
    limit: float
    value: float


# --- money ---------------------------------------------------------------------------------------------------------


def euros(amount: float, currency: str) -> float:
    """Rough value in euros; an unknown currency counts as euros."""
    return amount / PER_EURO.get(currency, 1.0)


def from_euros(value: float, currency: str) -> float:
    """The reverse of ``euros``."""
    return value * PER_EURO.get(currency, 1.0)


def converted(amount: float, currency: str, into: str) -> float:
    """``amount`` in another currency; exactly itself where both are the same or ``currency`` was not said."""
    return amount if currency in ("", into) else from_euros(euros(amount, currency), into)


# --- one thing -----------------------------------------------------------------------------------------------------


def kind_within(thing: Thing, topic: Topic) -> ThingKind:
    """What the thing is as an answer to ``topic``: whatever is unknown among medicines is a medicine."""
    if thing.kind == "other" or (topic == "samples" and thing.kind in VALUED):
        return _KIND_BY_TOPIC.get(topic, thing.kind)
    return thing.kind


def forbidden_food(rules: Rules, kind: str, name: str = "") -> bool:
    """Whether the food sentence forbids this kind ("meat", "dairy", "fish", "fruit", "plant", "honey").

    ``name`` tells a ripe cheese from a fresh one and finds eggs among other food. Sweets, bread, coffee and tea pass.
    """
    stems = _NAMED_BY.get(kind)
    if stems is None or (kind == "food" and not re.search(stems, plain(name))):
        return False
    found = [clause for clause in _forbidding(rules.food) if re.search(rf"\b(?:{stems})", clause)]
    if kind == "dairy" and _RIPE_CHEESE.search(plain(name)):
        return any(not _FRESH_CHEESE_ONLY.search(clause) for clause in found)
    return bool(found)


@lru_cache(maxsize=64)
def _forbidding(sentence: str) -> tuple[str, ...]:
    """The clauses of a rule that forbid something, as plain text."""
    clauses = (plain(clause) for clause in re.split(r"[.;:]|\bpero\b", sentence))
    return tuple(clause for clause in clauses if _FORBIDS.search(clause))


def needs_prescription(thing: Thing, rules: Rules) -> bool:
    """Whether this medicine does, under rules that speak of prescriptions at all."""
    rule, name = plain(rules.medicines), plain(thing.name)
    if not _PRESCRIPTION.search(rule):
        return False
    if _CONTROLLED_ONLY.search(rule):
        return _CONTROLLED.search(name) is not None
    return not _OVER_THE_COUNTER.search(name)


def over_limit(thing: Thing, rules: Rules) -> RuleKind:
    """The rule that this thing alone breaks; empty when it breaks none or nobody can know."""
    amount = thing.amount or 0.0
    match thing.kind:
        case "weapon" | "drug":
            return "forbidden"
        case "alcohol":
            return "alcohol" if amount > rules.alcohol_litres else ""
        case "tobacco":
            return "tobacco" if amount > rules.cigarettes else ""
        case "cash":
            return "cash" if converted(amount, thing.currency, rules.cash_currency) > rules.cash_limit else ""
    if thing.kind in VALUED:
        return "gift" if _worth(thing, rules) > rules.gifts_limit else ""
    return "food" if forbidden_food(rules, thing.kind, thing.name) else ""


def limit_text(rule: RuleKind, rules: Rules, kind: ThingKind = "other") -> str:
    """The allowance in the officer's mouth, "1 litro de alcohol"; of the food rule what it says on ``kind``."""
    match rule:
        case "alcohol":
            return f"{litres_text(rules.alcohol_litres)} de alcohol"
        case "tobacco":
            return f"{number_text(rules.cigarettes)} cigarrillos"
        case "gift":
            return f"{money_text(rules.gifts_limit, rules.gifts_currency)} en regalos"
        case "cash":
            return money_text(rules.cash_limit, rules.cash_currency)
        case "food":
            return f"no se puede entrar con {_SAID_AS.get(kind, 'esos alimentos')}"
        case "forbidden":
            return "está prohibido"
        case "medicine":
            return rules.medicines
    return ""


def _worth(thing: Thing, rules: Rules) -> float:
    return converted(thing.value or 0.0, thing.currency, rules.gifts_currency)


# --- all that was declared -----------------------------------------------------------------------------------------


def excesses(things: Iterable[Thing], rules: Rules) -> list[Excess]:
    """What the declared things together have above the allowances; amounts nobody knows are left out."""
    told = tuple(things)
    found = (_alcohol(told, rules), _cigarettes(told, rules), _valued(told, rules))
    return [excess for excess in found if excess.amount > excess.limit]


def _alcohol(told: tuple[Thing, ...], rules: Rules) -> Excess:
    """The excess is worth its share of all the alcohol."""
    things = tuple(thing for thing in told if thing.kind == "alcohol" and thing.amount)
    litres = sum(thing.amount or 0.0 for thing in things)
    value = sum(_price_of_alcohol(thing, rules) for thing in things)
    share = max(0.0, litres - rules.alcohol_litres) / litres if litres else 0.0
    return Excess("alcohol", things, litres, rules.alcohol_litres, value * share)


def _price_of_alcohol(thing: Thing, rules: Rules) -> float:
    if thing.value is not None:
        return _worth(thing, rules)
    return from_euros(EUROS_A_LITRE * (thing.amount or 0.0), rules.gifts_currency)


def _cigarettes(told: tuple[Thing, ...], rules: Rules) -> Excess:
    things = tuple(thing for thing in told if thing.kind == "tobacco" and thing.amount)
    number = sum(thing.amount or 0.0 for thing in things)
    value = from_euros(EUROS_A_CIGARETTE * max(0.0, number - rules.cigarettes), rules.gifts_currency)
    return Excess("tobacco", things, number, rules.cigarettes, value)


def _valued(told: tuple[Thing, ...], rules: Rules) -> Excess:
    things = tuple(thing for thing in told if thing.kind in VALUED and thing.value)
    value = sum(_worth(thing, rules) for thing in things)
    return Excess("gift", things, value, rules.gifts_limit, max(0.0, value - rules.gifts_limit))
