"""A traveller's truth: facts in the officer's mouth, things with amounts, a dossier that fits."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.roleplay.meaning import Thing
from garita.roleplay.scenario import Good, Topic
from garita.roleplay.scenario_file import load_all
from garita.training.simulator import things
from garita.training.simulator.facts import Answer, Truth, listed, to_usted
from garita.training.simulator.numbers import canonical, counted, money, words
from garita.training.simulator.suitcase import Suitcase, as_good, as_item

SCENARIOS = load_all()
TOPICS: tuple[Topic, ...] = (
    "name", "origin", "purpose", "stay", "lodging", "profession", "companions", "goods", "food", "medicines", "pets",
    "samples", "money", "onward",
)  # fmt: skip


def answers(count: int, *, held_out: bool = False) -> list[Answer]:
    made = []
    for seed in range(count):
        truth = Truth(SCENARIOS[seed % len(SCENARIOS)], Random(seed), 0.5, held_out=held_out)
        made += [truth.answer(topic) for topic in TOPICS]
    return made


def test_facts_are_in_the_officers_mouth() -> None:
    for answer in answers(300):
        mine = {"mi", "mis", "voy", "me", "tengo", "viajo"} & set(answer.fact.text.split())
        assert not mine, answer


def test_things_add_up_to_the_fact() -> None:
    for answer in answers(300):
        if answer.fact.things:
            assert answer.fact.text == listed([thing.text for thing in answer.fact.things])
            assert not answer.fact.none
        elif answer.topic in ("goods", "food", "medicines", "pets", "samples"):
            assert answer.fact.none
            assert answer.fact.text == "nada"


def test_the_dossier_is_the_travellers_own() -> None:
    for seed in range(200):
        truth = Truth(SCENARIOS[seed % len(SCENARIOS)], Random(seed), 0.5, held_out=False)
        traveller = truth.scenario.traveller
        assert set(truth.answer("name").fact.text.split()) <= set(traveller.name.split())
        assert traveller.stay_days == truth.answer("stay").fact.number or truth.answer("stay").kind == "until"
        assert truth.answer("origin").fact.country in ("", traveller.nationality) or truth.by_dossier


def test_money_and_stay_have_their_numbers() -> None:
    for answer in answers(200):
        if answer.topic == "money" and not answer.fact.none:
            assert answer.fact.number and len(answer.fact.unit) == 3
        if answer.topic == "stay":
            assert (answer.fact.number is None) == (answer.fact.form == "until")


def test_liars_keep_back_what_must_be_declared() -> None:
    honest = lying = 0
    for seed in range(400):
        truth = Truth(SCENARIOS[seed % len(SCENARIOS)], Random(seed), 0.5, held_out=False)
        declared = [good.name for good in truth.scenario.traveller.suitcase if good.must_declare]
        told = {thing.name for topic in TOPICS for thing in truth.answer(topic).fact.things}
        if truth.liar:
            lying += 1
            assert not told & set(declared) or len(set(declared)) < len(declared) or not truth.by_dossier
        else:
            honest += bool(told & set(declared))
    assert lying > 15
    assert honest > 100


@pytest.mark.parametrize(
    ("good", "thing"),
    [
        (
            Good(name="tequila", amount="una botella de un litro"),
            Thing(
                text="una botella de un litro de tequila", name="tequila",
                kind="alcohol", count=1, unit="botella", amount=1,
            ),
        ),
        (
            Good(name="cigarrillos", amount="dos cartones"),
            Thing(
                text="dos cartones de cigarrillos", name="cigarrillos",
                kind="tobacco", count=2, unit="cartón", amount=400,
            ),
        ),
        (
            Good(name="vino de Rioja", amount="dos botellas"),
            Thing(
                text="dos botellas de vino de Rioja", name="vino de Rioja",
                kind="alcohol", count=2, unit="botella", amount=1.5,
            ),
        ),
        (
            Good(name="zapatos de muestra", amount="treinta pares"),
            Thing(
                text="treinta pares de zapatos de muestra", name="zapatos de muestra",
                kind="sample", count=30, unit="par",
            ),
        ),
        (Good(name="traje", amount="uno"), Thing(text="un traje", name="traje", kind="clothes", count=1)),
        (
            Good(name="queso parmesano", amount="dos kilos", must_declare=True),
            Thing(
                text="dos kilos de queso parmesano", name="queso parmesano",
                kind="dairy", count=2, unit="kilo",
            ),
        ),
    ],
    ids=lambda value: getattr(value, "name", ""),
)  # fmt: skip
def test_a_dossiers_thing_is_read(good: Good, thing: Thing) -> None:
    item = as_item(good)
    assert item.thing == thing
    assert item.declare == good.must_declare


def test_every_dossiers_thing_has_a_kind_and_survives_the_way_back() -> None:
    for scenario in SCENARIOS:
        for good in scenario.traveller.suitcase:
            item = as_item(good)
            assert item.thing.text == as_item(as_good(item)).thing.text


@given(st.integers(min_value=0, max_value=10_000))
def test_a_suitcases_things_know_how_much_they_are(seed: int) -> None:
    case = Suitcase(SCENARIOS[0], Random(seed), 0.5, held_out=False)
    drink, smoke = case.alcohol().thing, case.tobacco().thing
    assert drink.kind == "alcohol"
    assert (drink.amount is None) == (drink.count is None)
    assert smoke.amount is None or smoke.amount >= 20
    assert as_good(case.food()).amount


def test_lists_and_usted() -> None:
    assert listed(["pan"]) == "pan"
    assert listed(["pan", "higos"]) == "pan e higos"
    assert listed(["un libro", "pan", "hierbas"]) == "un libro, pan y hierbas"
    assert to_usted("con mi hermana") == "con su hermana"
    assert to_usted("reunirme con mis socios") == "reunirse con sus socios"


def test_amounts_in_the_officers_words() -> None:
    assert canonical(2, things.BOTTLE) == "dos botellas"
    assert canonical(1, things.BOTTLE) == "una botella"
    assert canonical(13, things.DAY) == "13 días"
    assert canonical(0.5, things.KILO) == "medio kilo"
    assert canonical(1.5, things.KILO) == "un kilo y medio"


@given(st.integers(min_value=2, max_value=999))
def test_numbers_agree_with_their_noun(number: int) -> None:
    text = words(number, "f")
    assert "cientos" not in text
    assert not text.endswith("uno")
    assert not words(number, "m").endswith("uno")


def test_counting_and_money_as_said() -> None:
    assert counted(21, things.BOTTLE, Random(0), digits=0) == "veintiuna botellas"
    assert counted(21, things.KILO, Random(0), digits=0) == "veintiún kilos"
    assert counted(3, things.KILO, Random(0), digits=1) == "3 kilos"
    assert money(2_000_000, "COP", Random(0), digits=0).startswith("dos millones de pesos")
    assert money(800, "CAD", Random(3), digits=0, local="MXN") == "ochocientos dólares canadienses"
