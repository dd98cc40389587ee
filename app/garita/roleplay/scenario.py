"""A practice scenario: the booth, the officer, the rules, what must be asked, and who the student is.

Only the values; ``scenario_file`` reads them from assets/scenarios/*.toml. Knows nothing of prompts, models or
conversations. Money is in units of a currency (ISO 4217), countries are ISO 3166 alpha-2.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Place = Literal["airport", "land_border", "port"]
Manner = Literal["kind", "neutral", "stern", "hurried"]
Level = Literal["A2", "B1", "B2", "C1"]
# Every topic an officer can be told to ask about; a scenario's checklist picks and orders some of them.
Topic = Literal[
    "passport", "name", "origin", "purpose", "stay", "lodging", "profession", "companions", "goods", "food",
    "medicines", "pets", "samples", "money", "onward",
]  # fmt: skip
Case = Literal["tourist", "student", "business_samples", "family_food", "cash", "medicines", "pets", "transit"]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base: unknown keys are errors, values never change."""


class Officer(Strict, frozen=True):
    """Who sits in the booth. ``knows``: facts in Spanish, a sentence each (flight, alerts, what the system shows)."""

    name: str
    service: str  # "Guardia Civil", "SAT Aduanas", "DIAN" ...
    manner: Manner
    knows: tuple[str, ...] = ()


class Rules(Strict, frozen=True):
    """Allowances at this border; practice values, not legal advice. ``source`` says where they come from.

    ``duty_percent`` is asked of the value above an allowance: one rate for all goods, where the law has many.
    """

    cash_limit: float
    cash_currency: str
    alcohol_litres: float
    cigarettes: int
    gifts_limit: float
    gifts_currency: str
    duty_percent: float  # 0 to 100
    food: str  # one Spanish sentence
    medicines: str  # one Spanish sentence
    source: str


class Good(Strict, frozen=True):
    """A thing in the suitcase. ``name`` is a Spanish noun without article ("jamón serrano", "libros").

    ``amount`` of one word stands before the name and agrees with it ("una", "seis", "185"; "uno" becomes "un"); of
    several words it is a measure and "de" follows ("dos kilos", "una botella de un litro").
    """

    name: str
    amount: str
    value: float = 0.0  # of all of it, in the rules' gifts_currency
    must_declare: bool = False


class Traveller(Strict, frozen=True):
    """The dossier: who the student plays. Every text is Spanish and fits the beginning given beside it."""

    name: str
    nationality: str  # ISO 3166
    coming_from: str  # "Vengo de ...": a city and country, "Ciudad de México, México"
    purpose: str  # "El motivo de mi viaje es ...": "turismo", "estudiar un máster"
    stay_days: int
    lodging: str  # "Me alojo en ...": "un hotel en la Gran Vía", "casa de mi hermana"
    profession: str  # "Soy ...": "profesora de música"
    companions: str  # a clause: "viajo solo", "viajo con mi hija"
    money: float
    money_currency: str
    onward: str = ""  # "Tengo ...": "un vuelo de regreso"
    suitcase: tuple[Good, ...] = ()
    secret: str = ""  # what the student may be tempted to hide, told to them: "No quieres hablar de ..."


class Question(Strict, frozen=True):
    """One point of the checklist. ``ask`` are stock wordings the officer can always fall back to."""

    topic: Topic
    ask: tuple[str, ...]


class Scenario(Strict, frozen=True):
    """One TOML file under assets/scenarios. ``id`` equals the file's stem."""

    id: str
    title: str
    title_en: str
    summary: str  # what happens, Spanish, one or two sentences
    summary_en: str
    country: str
    place: Place
    place_name: str
    level: Level
    case: Case
    officer: Officer
    rules: Rules
    checklist: tuple[Question, ...]
    traveller: Traveller
    greeting: tuple[str, ...]  # stock wordings
    farewell: tuple[str, ...]
