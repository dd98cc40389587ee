"""The same scenario with other officers, limits, levels and checklists, so that a model reads its prompt.

A model that only ever saw the shipped scenarios would learn them by heart; here names and limits differ every time.
"""

from __future__ import annotations

from random import Random

import msgspec

from garita.roleplay.dossier import draw
from garita.roleplay.scenario import Level, Manner, Officer, Question, Rules, Scenario
from garita.training.simulator import invented, names

CHANGED_SHARE = 0.6
# The shipped dossiers are what students meet first, so they come up more often than chance would have it.
OWN_TRAVELLER_SHARE = 0.35
_MANNERS: tuple[Manner, ...] = ("kind", "neutral", "stern", "hurried")
_LEVELS: tuple[Level, ...] = ("A2", "B1", "B2", "C1")
_CASH = (1000, 2000, 3000, 5000, 7500, 10_000, 10_000, 10_000, 15_000)
_GIFTS = (100, 150, 200, 300, 400, 430, 500, 800, 1000)
_MEAT = ("carne", "embutidos", "jamón", "carne fresca")
_FOOD = ("queso", "leche", "fruta", "verduras", "semillas", "miel", "plantas")


def vary(scenario: Scenario, rng: Random) -> Scenario:
    """``scenario``, mostly with other rules, officer and questions, and mostly with a traveller drawn at random."""
    if rng.random() < CHANGED_SHARE:
        scenario = msgspec.structs.replace(
            scenario,
            level=rng.choice(_LEVELS),
            officer=_officer(scenario.officer, rng),
            rules=_rules(scenario.rules, rng),
            checklist=_checklist(scenario.checklist, rng),
        )
    return scenario if rng.random() < OWN_TRAVELLER_SHARE else draw(scenario, rng)


def _officer(officer: Officer, rng: Random) -> Officer:
    first = rng.choice(rng.choice((names.WOMEN, names.MEN)))
    last = rng.choice(names.SURNAMES) if rng.random() < 0.7 else invented.name(rng)
    knows = officer.knows[: rng.randint(0, len(officer.knows))]
    return msgspec.structs.replace(officer, name=f"{first} {last}", manner=rng.choice(_MANNERS), knows=knows)


def _rules(rules: Rules, rng: Random) -> Rules:
    return msgspec.structs.replace(
        rules,
        cash_limit=float(rng.choice(_CASH)) * max(1.0, rules.cash_limit / 10_000),
        alcohol_litres=float(rng.choice((1, 1, 2, 3, 4, 5))),
        cigarettes=rng.choice((100, 200, 200, 300, 400)),
        gifts_limit=float(rng.choice(_GIFTS)) * max(1.0, rules.gifts_limit / 500),
        food=rules.food if rng.random() < 0.5 else _food_rule(rng),
    )


def _food_rule(rng: Random) -> str:
    things = [rng.choice(_MEAT), *rng.sample(_FOOD, rng.randint(0, 3))]
    rng.shuffle(things)
    listed = things[0] if len(things) == 1 else ", ".join(things[:-1]) + " ni " + things[-1]
    return rng.choice(("No se puede entrar con {}.", "No se permite {}.", "No pueden entrar {}.")).format(listed)


def _checklist(checklist: tuple[Question, ...], rng: Random) -> tuple[Question, ...]:
    """The passport stays first; a few questions go, two neighbours change places."""
    questions = [question for question in checklist if question.topic == "passport" or rng.random() < 0.88]
    if len(questions) > 4 and rng.random() < 0.5:
        at = rng.randrange(1, len(questions) - 1)
        questions[at], questions[at + 1] = questions[at + 1], questions[at]
    return tuple(questions)
