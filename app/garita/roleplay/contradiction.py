"""Whether what was just said fits what was said before, and the papers the officer holds.

Careful on purpose: an officer who accuses an honest learner is worse than one who misses a small lie, so only values
that cannot both be true count. Knows facts and the dossier's papers (passport, flight), not the suitcase.
"""

from __future__ import annotations

import re

from garita.roleplay.act import Act
from garita.roleplay.meaning import Fact
from garita.roleplay.plain_text import plain
from garita.roleplay.prompt import COUNTRIES
from garita.roleplay.scenario import Scenario

# Amounts of money within a tenth of each other are the same amount, told twice.
_SAME_MONEY = 0.1
_SAME_NAME_FROM = 75.0  # rapidfuzz's ratio between two words, 0 to 100: "Jimenez" and "Giménez" have 86

_WORK = re.compile(r"\b(?:trabaj\w*|negocio\w*|empleo)\b")
_HOLIDAY = re.compile(r"\b(?:turis\w*|vacacion\w*|playa|descans\w*)\b")


def with_earlier(new: Fact, old: Fact) -> Act | None:
    """What to point out when ``new`` cannot be true together with ``old`` on the same topic."""
    if not _differ(new, old):
        return None
    return Act("contradiction", topic=new.topic, item=new.text, before=old.text, known_from="said")


def with_papers(fact: Fact, scenario: Scenario) -> Act | None:
    """What to point out when ``fact`` does not fit the passport or the flight."""
    traveller = scenario.traveller
    if fact.topic == "name" and traveller.name and not _same_person(fact.text, traveller.name):
        return Act("contradiction", topic="name", item=fact.text, before=traveller.name, known_from="passport")
    if fact.topic == "origin" and scenario.place == "airport" and _from_elsewhere(fact, scenario):
        return Act("contradiction", topic="origin", item=fact.text, before=f"de {_city(scenario)}", known_from="flight")
    return None


def _differ(new: Fact, old: Fact) -> bool:
    match new.topic:
        case "stay":
            return new.number is not None and old.number is not None and new.number != old.number
        case "money":
            return _other_amount(new, old)
        case "companions":
            return {new.form, old.form} == {"alone", "with"}
        case "name":
            return not _same_person(new.text, old.text)
        case "purpose":
            return {_reason(new.text), _reason(old.text)} == {"work", "holiday"}
        case "origin":
            return bool(new.country and old.country and new.country != old.country)
    return False


def _reason(purpose: str) -> str:
    work, holiday = _WORK.search(plain(purpose)), _HOLIDAY.search(plain(purpose))
    return "" if bool(work) == bool(holiday) else "work" if work else "holiday"


def _other_amount(new: Fact, old: Fact) -> bool:
    if new.number is None or old.number is None or new.unit != old.unit:
        return False
    return abs(new.number - old.number) > _SAME_MONEY * max(new.number, old.number)


def _same_person(one: str, other: str) -> bool:
    """Whether two names share a word, spelling mistakes forgiven: people say one name or all of them."""
    from rapidfuzz.fuzz import ratio

    words, others = plain(one).split(), plain(other).split()
    return any(ratio(a, b) >= _SAME_NAME_FROM for a in words for b in others if len(a) > 2 or a == b)


def _from_elsewhere(fact: Fact, scenario: Scenario) -> bool:
    """Another country than the flight's and the passport's; where the flight's is not known nothing is claimed."""
    country = plain(scenario.traveller.coming_from.rpartition(",")[2])
    code = next((code for code, name in COUNTRIES.items() if plain(name) == country), "")
    return bool(fact.country and code and fact.country not in (code, scenario.traveller.nationality))


def _city(scenario: Scenario) -> str:
    return scenario.traveller.coming_from.partition(",")[0].strip()
