"""Who the student is on this journey: draws travellers at random and lists what the card shows.

Knows the tables and the scenario's rules; rendering is the terminal's and the window's business.
"""

from __future__ import annotations

from random import Random
from typing import Literal

import msgspec

from garita.roleplay import dossier_tables as tables
from garita.roleplay.scenario import Case, Good, Rules, Scenario, Traveller

_PROFESSIONS = {"student": tables.STUDENT_PROFESSIONS, "business_samples": tables.BUSINESS_PROFESSIONS}

_LABELS = {
    "name": ("Nombre", "Name"),
    "nationality": ("Nacionalidad", "Nationality"),
    "coming_from": ("Viene de", "Coming from"),
    "purpose": ("Motivo", "Purpose"),
    "stay_days": ("Estancia", "Stay"),
    "lodging": ("Alojamiento", "Lodging"),
    "profession": ("Profesión", "Profession"),
    "companions": ("Compañía", "Companions"),
    "money": ("Dinero", "Money"),
    "onward": ("Después", "Afterwards"),
    "suitcase": ("Maleta", "Suitcase"),
    "secret": ("En secreto", "Secret"),
}
_MUST_DECLARE = ("hay que declararlo", "must be declared")


def draw(scenario: Scenario, rng: Random) -> Scenario:
    """The same scenario with another traveller, drawn to suit its case. The same ``rng`` state draws the same one.

    Who arrives by road or sea, or travels on, keeps the scenario's route: its place and story depend on it.
    """
    traveller, case = scenario.traveller, scenario.case
    origin = rng.choice([each for each in tables.ORIGINS if each.code != scenario.country])
    woman = rng.random() < 0.5
    kit = rng.choice(tables.KITS[case])
    stay = rng.choice(tables.STAYS[case])
    flies = scenario.place == "airport" and case != "transit"
    drawn = Traveller(
        name=_name(origin, woman, rng),
        nationality=origin.code,
        coming_from=rng.choice(origin.cities) if flies else traveller.coming_from,
        purpose=rng.choice(kit.purposes),
        stay_days=stay,
        lodging=rng.choice(tables.LODGINGS[case]),
        profession=_gendered(rng.choice(_PROFESSIONS.get(case, tables.PROFESSIONS)), woman),
        companions=_companions(case, woman, rng),
        money=_money(scenario, rng),
        money_currency=scenario.rules.cash_currency,
        onward=f"un vuelo de regreso dentro de {span(stay)}" if flies else traveller.onward,
        suitcase=_suitcase(scenario, kit, rng),
        secret=rng.choice(("", *kit.secrets)),
    )
    return msgspec.structs.replace(scenario, traveller=drawn)


def card(scenario: Scenario, language: Literal["es", "en"] = "es") -> list[tuple[str, str]]:
    """(label, value) of everything the student has to know, in order; the suitcase has a row for every thing.

    ``language`` is that of the labels. The values stay Spanish: they are what the student has to say.
    """
    at = 1 if language == "en" else 0
    traveller = scenario.traveller
    values = {
        **{name: str(getattr(traveller, name)) for name in _LABELS},
        "nationality": _country_name(traveller.nationality),
        "stay_days": span(traveller.stay_days),
        "money": _money_text(traveller.money, traveller.money_currency),
    }
    rows = [(_LABELS[name][at], value) for name, value in values.items() if value and name != "suitcase"]
    things = [f"{in_words(good)} ({_MUST_DECLARE[at]})" if good.must_declare else in_words(good)
              for good in traveller.suitcase]  # fmt: skip
    suitcase = [(_LABELS["suitcase"][at] if number == 0 else "", thing) for number, thing in enumerate(things)]
    secret = [rows.pop()] if traveller.secret else []
    return [*rows, *suitcase, *secret]


def in_words(good: Good) -> str:
    """Amount and name as one says them: "dos kilos de queso", "un violín"."""
    if " " in good.amount:
        return f"{good.amount} de {good.name}"
    return f"{'un' if good.amount == 'uno' else good.amount} {good.name}"


def span(days: int) -> str:
    """A stay as people say it: 1 -> "1 día", 14 -> "2 semanas", 90 -> "3 meses", 10 -> "10 días"."""
    for size, one, many in ((30, "mes", "meses"), (7, "semana", "semanas"), (1, "día", "días")):
        if days % size == 0:
            return f"{days // size} {one if days == size else many}"
    raise AssertionError("every number is divisible by one")


# --- drawing -------------------------------------------------------------------------------------------------------


def _gendered(pair: tuple[str, str], woman: bool) -> str:
    return pair[0] if woman else pair[1]


def _name(origin: tables.Origin, woman: bool, rng: Random) -> str:
    first = rng.choice(origin.women if woman else origin.men)
    two_surnames = origin.code in {"MX", "CO", "ES", "CL"}
    return " ".join((first, *rng.sample(origin.surnames, 2 if two_surnames else 1)))


def _companions(case: Case, woman: bool, rng: Random) -> str:
    if rng.random() < 0.5:
        return _gendered(tables.ALONE, woman)
    return rng.choice(tables.BUSINESS_COMPANIONS if case == "business_samples" else tables.COMPANIONS)


def _money(scenario: Scenario, rng: Random) -> float:
    """In the currency of the limit: above it where that is the case, a purse that suits it anywhere else."""
    limit = scenario.rules.cash_limit
    if scenario.case == "cash":
        return float(round(limit * rng.uniform(1.1, 2.5), -2))
    return float(max(1, round(limit * rng.uniform(0.01, 0.3) / 10) * 10))


def _suitcase(scenario: Scenario, kit: tables.Kit, rng: Random) -> tuple[Good, ...]:
    """The kit, one or two things that everybody packs, and now and then drink or tobacco above the limit."""
    extras: list[Good] = rng.sample(tables.EVERYBODY_PACKS, rng.randint(1, 2))
    if rng.random() < 0.4:
        extras.append(_drink(scenario.rules, rng))
    if rng.random() < 0.25:
        extras.append(_tobacco(scenario.rules, rng))
    return (*kit.goods, *extras)


def _drink(rules: Rules, rng: Random) -> Good:
    litres = rng.randint(1, len(tables.LITRES))
    over = litres > rules.alcohol_litres
    return Good(
        name=rng.choice(tables.DRINKS), amount=tables.LITRES[litres - 1], value=15.0 * litres, must_declare=over
    )


def _tobacco(rules: Rules, rng: Random) -> Good:
    cartons = rng.randint(1, len(tables.CARTONS))
    over = cartons * tables.CIGARETTES_IN_CARTON > rules.cigarettes
    return Good(name="cigarrillos", amount=tables.CARTONS[cartons - 1], value=40.0 * cartons, must_declare=over)


# --- names of things in Spanish ------------------------------------------------------------------------------------


def _country_name(code: str) -> str:
    from babel import Locale  # here, because its data for Spanish costs 30 ms

    return str(Locale("es").territories[code])


def _money_text(amount: float, currency: str) -> str:
    from babel.numbers import format_decimal, get_currency_name

    digits = format_decimal(amount, locale="es")
    return f"{digits} {get_currency_name(currency, count=amount, locale='es')}"
