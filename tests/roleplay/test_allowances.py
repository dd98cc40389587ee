"""The rules' arithmetic: limits, forbidden food, prescriptions, what an excess is worth."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.roleplay import allowances, scenario_file
from garita.roleplay.act import RuleKind
from garita.roleplay.meaning import Thing, ThingKind
from garita.roleplay.scenario import Rules

SCENARIOS = {scenario.id: scenario for scenario in scenario_file.load_all()}
MADRID = SCENARIOS["es_barajas_turismo"].rules


def rules(**changes: object) -> Rules:
    return msgspec.structs.replace(MADRID, **changes)


def thing(kind: ThingKind, **fields: object) -> Thing:
    return msgspec.convert({"text": "algo", "name": "algo", "kind": kind, **fields}, Thing)


@pytest.mark.parametrize("currency", allowances.PER_EURO)
def test_there_and_back_is_the_same_money(currency: str) -> None:
    there = allowances.converted(100.0, "EUR", currency)
    assert allowances.converted(there, currency, "EUR") == pytest.approx(100.0)


@pytest.mark.parametrize("currency", ["", "EUR"])
def test_money_of_the_same_currency_stays_to_the_cent(currency: str) -> None:
    assert allowances.converted(10_000.1, currency, "EUR") == 10_000.1


@pytest.mark.parametrize(
    ("sentence", "kind", "name", "forbidden"),
    [
        ("No se permite carne.", "meat", "chorizo", True),
        ("No se permite carne.", "fruit", "mangos", False),
        ("Se prohíben los lácteos y la miel.", "dairy", "queso", True),
        ("Se prohíben los lácteos y la miel.", "honey", "miel", True),
        ("Hay que declarar la miel; no entra fruta.", "honey", "miel", False),
        ("No entra carne; el pescado sí.", "fish", "atún", False),
        ("No pasan carne cruda, huevo ni plantas.", "food", "huevos", True),
        ("No pasan carne cruda, huevo ni plantas.", "food", "pan", False),
        ("No pasan carne cruda, huevo ni plantas.", "plant", "orquídea", True),
        ("No entra nada de origen animal.", "meat", "salami", True),
        ("No se puede entrar con queso fresco.", "dairy", "queso fresco de cabra", True),
        ("No se puede entrar con queso fresco.", "dairy", "queso parmesano", False),
        ("No se puede entrar con queso.", "dairy", "queso parmesano", True),
        ("No se permite fruta, carne ni chocolate.", "sweet", "chocolate", False),
    ],
)
def test_the_food_sentence_says_what_is_forbidden(sentence: str, kind: str, name: str, forbidden: bool) -> None:
    assert allowances.forbidden_food(rules(food=sentence), kind, name) is forbidden


@given(st.text(max_size=80))
def test_any_food_sentence_can_be_read(sentence: str) -> None:
    allowances.forbidden_food(rules(food=sentence), "meat", sentence)


@pytest.mark.parametrize(
    ("sentence", "name", "needed"),
    [
        ("Con receta.", "insulina", True),
        ("Con fórmula médica a nombre del viajero.", "insulina", True),
        ("Con receta.", "paracetamol", False),
        ("Con receta.", "jarabe para la tos", False),
        ("Las de uso personal pasan.", "insulina", False),
        ("Las de uso personal pasan; las controladas, con receta.", "insulina", False),
        ("Las de uso personal pasan; las controladas, con receta.", "lorazepam", True),
        ("Los psicotrópicos, únicamente con receta.", "pastillas para dormir", True),
    ],
)
def test_a_prescription_is_wanted_where_the_rules_want_one(sentence: str, name: str, needed: bool) -> None:
    medicine = thing("medicine", name=name)
    assert allowances.needs_prescription(medicine, rules(medicines=sentence)) is needed


@pytest.mark.parametrize(
    ("carried", "rule"),
    [
        (thing("alcohol", amount=1.0), ""), (thing("alcohol", amount=1.1), "alcohol"), (thing("alcohol"), ""),
        (thing("tobacco", amount=200), ""), (thing("tobacco", amount=220), "tobacco"),
        (thing("cash", amount=10_000, currency="EUR"), ""), (thing("cash", amount=10_001, currency="EUR"), "cash"),
        (thing("cash", amount=10_500, currency="USD"), ""), (thing("cash", amount=9000, currency="GBP"), "cash"),
        (thing("gift", value=430), ""), (thing("gift", value=431), "gift"), (thing("electronics", value=900), "gift"),
        (thing("other", value=9000, currency="MXN"), "gift"), (thing("medicine", value=900), ""),
        (thing("weapon"), "forbidden"), (thing("drug"), "forbidden"), (thing("clothes"), ""),
        (thing("meat", name="jamón"), "food"), (thing("sweet", name="turrón"), ""),
    ],
)  # fmt: skip
def test_a_thing_breaks_the_rule_it_is_above(carried: Thing, rule: RuleKind) -> None:
    assert allowances.over_limit(carried, MADRID) == rule


def test_at_the_limit_nothing_is_due() -> None:
    told = [thing("alcohol", amount=1.0), thing("tobacco", amount=200), thing("gift", value=430.0)]
    assert allowances.excesses(told, MADRID) == []


def test_small_amounts_add_up() -> None:
    beers = [thing("alcohol", amount=0.7), thing("alcohol", amount=0.7)]
    [excess] = allowances.excesses(beers, MADRID)
    assert (excess.rule, excess.amount, excess.limit) == ("alcohol", pytest.approx(1.4), 1.0)
    assert excess.value == pytest.approx(0.4 * allowances.EUROS_A_LITRE)


def test_a_stated_price_counts_by_its_share() -> None:
    [excess] = allowances.excesses([thing("alcohol", amount=4.0, value=80.0, currency="EUR")], MADRID)
    assert excess.value == pytest.approx(60.0)


def test_samples_are_no_gifts() -> None:
    assert allowances.excesses([thing("sample", value=2400.0)], MADRID) == []


def test_what_is_unknown_is_what_was_asked_for() -> None:
    assert allowances.kind_within(thing("other"), "medicines") == "medicine"
    assert allowances.kind_within(thing("other"), "goods") == "other"
    assert allowances.kind_within(thing("clothes"), "samples") == "sample"
    assert allowances.kind_within(thing("weapon"), "samples") == "weapon"


@pytest.mark.parametrize(
    ("rule", "kind", "text"),
    [
        ("alcohol", "alcohol", "1 litro de alcohol"), ("tobacco", "tobacco", "200 cigarrillos"),
        ("gift", "gift", "430 euros en regalos"), ("cash", "cash", "10 000 euros"),
        ("food", "meat", "no se puede entrar con carne"), ("forbidden", "weapon", "está prohibido"),
    ],
)  # fmt: skip
def test_limits_are_said_in_spanish(rule: RuleKind, kind: ThingKind, text: str) -> None:
    assert allowances.limit_text(rule, MADRID, kind) == text


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_every_shipped_rule_can_be_applied(scenario: scenario_file.Scenario) -> None:
    assert 0 < scenario.rules.duty_percent <= 100
    assert any(allowances.forbidden_food(scenario.rules, kind) for kind in ("meat", "dairy", "fruit"))
