"""What remains where a turn tells one topic twice: the later fact, or both put together.

Knows facts only, not the words they were read from.
"""

from __future__ import annotations

import msgspec

from garita.roleplay.hearing import gathered, luggage, things
from garita.roleplay.hearing.words import fold
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Topic

_OWN = frozenset({"cosas personales", "cosa personal", "efectos personales", "objetos personales"})


def settled(found: list[Fact]) -> list[Fact]:
    """One fact a topic: the later one counts, days count more than a last day, things are put together."""
    kept: dict[Topic, Fact] = {}
    for fact in found:
        before = kept.get(fact.topic)
        if before is None or before.none:
            kept[fact.topic] = fact
        elif before.things and fact.things and fact.topic in luggage.CARRIED:
            members = [*gathered.measured(list(before.things), fact.things[0]), *fact.things[1:]]
            kept.update({one.topic: one for one in luggage.by_topic(members, fact.topic)})
        elif fact.topic == "origin":
            kept["origin"] = _one_origin(before, fact)
        elif fact.topic == "name":
            kept["name"] = _one_name(before, fact)
        elif fact.topic == "stay":
            kept["stay"] = before if fact.form == "until" and before.number is not None else fact
        elif fact.topic == "profession" and fact.form == "verb" and not before.form:
            continue  # "soy enfermera y trabajo en un hospital": the trade says more than the place
        elif not (fact.none and before.things):
            kept[fact.topic] = fact
    return [_as_nothing(_tidied(fact)) for fact in kept.values()]


def _tidied(fact: Fact) -> Fact:
    members = gathered.tidied(fact.things) if fact.topic in luggage.CARRIED else []
    if len(members) == len(fact.things) or not members:
        return fact
    return msgspec.structs.replace(fact, text=things.joined(members), things=tuple(members))


def is_vague(fact: Fact) -> bool:
    """Whether a fact says that there is something, and not what: "muchas cosas"."""
    return bool(fact.things) and all(fold(thing.name) in ("cosa", "cosas") for thing in fact.things)


def _as_nothing(fact: Fact) -> Fact:
    """What is only one's own, "cosas personales", is nothing a customs officer asks for."""
    own = fact.things and all(fold(thing.name) in _OWN for thing in fact.things)
    return luggage.none_of("goods") if own and fact.topic == "goods" else fact


def _one_origin(before: Fact, fact: Fact) -> Fact:
    """The two as one: "de Italia, de Milán" is one place; a demonym adds nothing to a place."""
    if fact.form == "demonym":
        return before
    if (
        before.form != "demonym"
        and before.country
        and before.country == fact.country
        and "," not in before.text + fact.text
    ):
        return msgspec.structs.replace(
            fact, text=f"{fact.text}, {before.text}" if fact.text != before.text else fact.text
        )
    return fact


def _one_name(before: Fact, fact: Fact) -> Fact:
    """The name as corrected, "Fernández, perdón, Hernández": a shorter correction replaces the end of the name."""
    old, new = before.text.split(), fact.text.split()
    if len(new) < len(old) and set(new) <= set(old):
        return before  # "Kenji Tanaka. Kenji es mi nombre."
    if len(new) >= min(2, len(old)) or new[0] in old:
        return fact
    return msgspec.structs.replace(fact, text=" ".join([*old[: len(old) - len(new)], *new]))
