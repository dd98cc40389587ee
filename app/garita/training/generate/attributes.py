"""Who meets at the booth: attributes of both sides, drawn from a seed, and the scenario that fits them.

A conversation's number and the seed decide everything, so any one conversation can be drawn again alone. Knows
scenarios and dossiers; how attributes are said to a model is ``prompts``'s and ``traveller_prompt``'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Literal, get_args

import msgspec

from garita.errors import GenerationRefused
from garita.roleplay import dossier
from garita.roleplay.prompt import COUNTRIES
from garita.roleplay.scenario import Level, Manner, Scenario

Strictness = Literal["lenient", "correct", "thorough"]
Nerves = Literal["calm", "uneasy", "nervous"]

# What can be narrowed down, and to what; age and the dossier's texts are always drawn freely.
CHOICES: dict[str, tuple[str, ...]] = {
    "manner": get_args(Manner), "strictness": get_args(Strictness), "level": get_args(Level),
    "nerves": get_args(Nerves),
}  # fmt: skip
AGES = (18, 79)

Narrowed = Mapping[str, Sequence[str]]  # attribute -> the values it may have


class Attributes(msgspec.Struct, frozen=True):
    """What was drawn for one conversation. ``origin`` is a country (ISO 3166), ``secret`` whether there is one."""

    manner: Manner
    strictness: Strictness
    age: int
    origin: str
    purpose: str
    level: Level
    nerves: Nerves
    secret: bool


class Meeting(msgspec.Struct, frozen=True):
    """One conversation before its first word; ``scenario`` already has the drawn officer and traveller."""

    number: int
    seed: int  # of what the models draw, 31 bits
    scenario: Scenario
    attributes: Attributes
    temperature: float
    top_p: float
    trained: bool = False  # the officer is a model of ours, made by ``garita train``


def meeting(
    scenarios: Sequence[Scenario], seed: int, number: int, narrowed: Narrowed,
    temperatures: tuple[float, float], top_ps: tuple[float, float], *, trained: bool = False,
) -> Meeting:  # fmt: skip
    """Conversation ``number`` of this seed; the two pairs are the ranges to draw from, ends included."""
    rng = Random(f"meeting {seed} {number}")
    drawn = {name: rng.choice(list(narrowed.get(name) or values)) for name, values in CHOICES.items()}
    scenario = _with_traveller(scenarios[number % len(scenarios)], drawn["level"], rng)
    age = rng.randint(*AGES)
    traveller = scenario.traveller
    attributes = msgspec.convert(
        {**drawn, "age": age, "origin": traveller.nationality, "purpose": traveller.purpose,
         "secret": bool(traveller.secret)}, Attributes,
    )  # fmt: skip
    officer = msgspec.structs.replace(scenario.officer, manner=attributes.manner)
    return Meeting(
        number=number,
        seed=rng.getrandbits(31),
        scenario=msgspec.structs.replace(scenario, officer=officer, level=attributes.level),
        attributes=attributes,
        temperature=round(rng.uniform(*temperatures), 2),
        top_p=round(rng.uniform(*top_ps), 2),
        trained=trained,
    )


def _with_traveller(scenario: Scenario, level: str, rng: Random) -> Scenario:
    """A dossier that suits the level: whoever grew up with Spanish speaks it well."""
    while True:
        drawn = dossier.draw(scenario, rng)
        if level == "C1" or drawn.traveller.nationality not in COUNTRIES:
            return drawn


def narrowed(texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What the user wrote, ``level=A2,B1``, as attribute and values.

    Raises:
        GenerationRefused: an attribute or a value that there is not.
    """
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        name, _, values = text.partition("=")
        if name not in CHOICES:
            raise GenerationRefused(name=text, problem=f"there is no such attribute; there are: {', '.join(CHOICES)}")
        found[name] = tuple(value.strip() for value in values.split(","))
        if any(value not in CHOICES[name] for value in found[name]):
            raise GenerationRefused(name=text, problem=f"{name} can be: {', '.join(CHOICES[name])}")
    return found
