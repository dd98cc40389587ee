"""Drawn travellers suit their case, are valid scenarios again, and come out the same from the same seed."""

from __future__ import annotations

import random

import msgspec
import pytest

from garita.roleplay import dossier, scenario_file
from garita.roleplay import dossier_tables as tables
from garita.roleplay.scenario import Good, Scenario

SHIPPED = scenario_file.load_all()
by_id = pytest.mark.parametrize("scenario", SHIPPED, ids=lambda each: each.id)


def many(scenario: Scenario) -> list[Scenario]:
    return [dossier.draw(scenario, random.Random(seed)) for seed in range(60)]


@by_id
def test_the_same_seed_draws_the_same_traveller(scenario: Scenario) -> None:
    assert many(scenario) == many(scenario)
    assert len({drawn.traveller.name for drawn in many(scenario)}) > 20


@by_id
def test_only_the_traveller_changes_and_stays_possible(scenario: Scenario) -> None:
    for drawn in many(scenario):
        assert msgspec.structs.replace(drawn, traveller=scenario.traveller) == scenario
        assert list(scenario_file.impossible(drawn, scenario.id)) == []


@by_id
def test_nobody_is_a_foreigner_at_home(scenario: Scenario) -> None:
    assert all(drawn.traveller.nationality != scenario.country for drawn in many(scenario))


@by_id
def test_money_is_above_the_limit_only_where_that_is_the_case(scenario: Scenario) -> None:
    for drawn in many(scenario):
        assert (drawn.traveller.money > scenario.rules.cash_limit) == (scenario.case == "cash")
        assert drawn.traveller.money_currency == scenario.rules.cash_currency


@by_id
def test_what_is_above_an_allowance_must_be_declared(scenario: Scenario) -> None:
    litres = {"un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6}
    goods = [good for drawn in many(scenario) for good in drawn.traveller.suitcase]
    drinks = [good for good in goods if "litro" in good.amount]
    assert drinks
    for good in drinks:
        assert good.must_declare == (litres[good.amount.split()[0]] > scenario.rules.alcohol_litres)


@by_id
def test_gender_agrees_throughout(scenario: Scenario) -> None:
    pairs = tables.PROFESSIONS + tables.STUDENT_PROFESSIONS + tables.BUSINESS_PROFESSIONS
    for drawn in many(scenario):
        traveller = drawn.traveller
        origin = next(each for each in tables.ORIGINS if each.code == traveller.nationality)
        feminine = traveller.name.startswith(origin.women)
        assert traveller.profession in {pair[0 if feminine else 1] for pair in pairs}
        assert traveller.companions != ("viajo solo" if feminine else "viajo sola")


def test_special_cases_carry_what_they_are_about() -> None:
    suits = {"pets": "gato perra", "medicines": "pastillas insulina", "cash": "billetes"}
    for scenario in SHIPPED:
        for drawn in many(scenario) if scenario.case in suits else ():
            names = " ".join(good.name for good in drawn.traveller.suitcase)
            assert any(word in names for word in suits[scenario.case].split())


def test_a_traveller_by_road_keeps_the_road() -> None:
    road = scenario_file.find("mx_tijuana_familia")
    assert {drawn.traveller.coming_from for drawn in many(road)} == {"San Diego, Estados Unidos"}


def test_the_card_lists_everything_in_words() -> None:
    cash = scenario_file.find("ar_ezeiza_efectivo")
    rows = dossier.card(cash)
    assert rows[:2] == [("Nombre", "Gonzalo Etcheverry"), ("Nacionalidad", "Uruguay")]
    assert ("Dinero", "18.500 dólares estadounidenses") in rows
    assert ("Maleta", "185 billetes de cien dólares (hay que declararlo)") in rows
    assert ("", "dos botellas de vino de Rioja") in rows
    assert rows[-1] == ("En secreto", cash.traveller.secret)
    assert all(value for _, value in rows)


def test_the_card_in_english_keeps_what_is_to_be_said_in_spanish() -> None:
    spanish, english = (dossier.card(SHIPPED[0], language) for language in ("es", "en"))
    assert [label for label, _ in english][:3] == ["Name", "Nationality", "Coming from"]
    assert len(spanish) == len(english)
    assert english[3] == ("Purpose", SHIPPED[0].traveller.purpose)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 día"),
        (2, "2 días"),
        (7, "1 semana"),
        (14, "2 semanas"),
        (30, "1 mes"),
        (90, "3 meses"),
        (365, "365 días"),
    ],
)
def test_spans(days: int, words: str) -> None:
    assert dossier.span(days) == words


@pytest.mark.parametrize(
    ("amount", "name", "words"),
    [("uno", "traje", "un traje"), ("seis", "libros", "seis libros"), ("dos kilos", "queso", "dos kilos de queso")],
)
def test_goods_in_words(amount: str, name: str, words: str) -> None:
    assert dossier.in_words(Good(name=name, amount=amount)) == words
