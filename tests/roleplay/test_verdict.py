"""The verdict rule by rule, its words, and what a declared thing calls for. The big table is in test_verdict_cases."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.roleplay import scenario_file, verdict
from garita.roleplay.act import Act, Detail
from garita.roleplay.meaning import Fact, Thing, ThingKind
from garita.roleplay.scenario import Good, Rules, Scenario, Topic
from garita.roleplay.verdict import Reason, Statement, Verdict, judge

SCENARIOS = {scenario.id: scenario for scenario in scenario_file.load_all()}
MADRID = SCENARIOS["es_barajas_turismo"]
KINDS: tuple[ThingKind, ...] = get_args(ThingKind)
TOPICS: tuple[Topic, ...] = get_args(Topic)
GRAVITY = ("admit", "pay", "inspect", "hold", "refuse")


def thing(text: str, kind: ThingKind, **fields: Any) -> Thing:
    return Thing(text=text, name=text.split()[-1], kind=kind, **fields)


def goods(*things: Thing, topic: Topic = "goods") -> Fact:
    return Fact(topic=topic, text="cosas", things=things)


def nothing(topic: Topic) -> Fact:
    return Fact(topic=topic, text="nada", none=True)


def carrying(*suitcase: Good, money: float = 0.0, scenario: Scenario = MADRID) -> Scenario:
    traveller = msgspec.structs.replace(scenario.traveller, suitcase=suitcase, money=money)
    return msgspec.structs.replace(scenario, traveller=traveller)


def with_rules(**changes: Any) -> Rules:
    return msgspec.structs.replace(MADRID.rules, **changes)


def kinds(found: Verdict) -> list[str]:
    return [reason.kind for reason in found.reasons]


RUM = thing("tres litros de ron", "alcohol", amount=3.0)
HAM = thing("dos kilos de jamón", "meat")
WATCH = Good(name="reloj de oro", amount="un", value=2000.0, must_declare=True)


# --- the verdict ---------------------------------------------------------------------------------------------------


def test_nothing_said_speaks_against_nobody() -> None:
    assert judge(MADRID, Statement()) == Verdict(kind="admit", currency="EUR")


def test_all_reasons_stand_gravest_first() -> None:
    statement = Statement(facts=(goods(RUM, HAM),), insults=3, unanswered=frozenset({"stay", "lodging"}))
    found = judge(MADRID, statement)
    assert found.kind == "refuse"
    assert kinds(found) == ["many_insults", "forbidden_food", "unanswered", "alcohol"]


def test_duty_is_a_percentage_of_what_is_above() -> None:
    scenario = msgspec.structs.replace(MADRID, rules=with_rules(duty_percent=50.0))
    found = judge(scenario, Statement(facts=(goods(RUM),)))
    assert (found.kind, found.duty, found.currency) == ("pay", 15.0, "EUR")
    assert found.reasons == (Reason("alcohol", (RUM,), 3.0, 1.0),)


@pytest.mark.parametrize(("percent", "duty"), [(0.0, 0.0), (1.0, 0.0), (2.0, 1.0), (5.0, 2.0), (100.0, 30.0)])
def test_duty_is_rounded_to_whole_units_halves_up(percent: float, duty: float) -> None:
    scenario = msgspec.structs.replace(MADRID, rules=with_rules(duty_percent=percent))
    assert judge(scenario, Statement(facts=(goods(RUM),))).duty == duty


def test_truthful_forgetful_and_lying_differ() -> None:
    scenario = carrying(WATCH)
    truthful = Statement(facts=(goods(thing("un reloj", "gift", value=400.0)),))
    forgetful = Statement(facts=(goods(thing("una camisa", "clothes")),))
    lying = Statement(facts=(nothing("goods"),))
    assert [judge(scenario, each).kind for each in (truthful, forgetful, lying)] == ["admit", "inspect", "hold"]
    assert judge(scenario, lying).goods == ("reloj de oro",)


def test_who_was_not_asked_forgets_nothing() -> None:
    assert judge(carrying(WATCH), Statement(facts=(Fact(topic="stay", text="dos días", number=2),))).kind == "admit"


def test_an_answer_nobody_understood_is_no_lie() -> None:
    assert judge(carrying(WATCH), Statement(facts=(Fact(topic="goods", text="cosas mías"),))).kind == "admit"


def test_several_currencies_in_a_purse_add_up() -> None:
    purse = tuple(thing("efectivo", "cash", amount=6000.0, currency=currency) for currency in ("EUR", "USD"))
    money = Fact(topic="money", text="6000 euros y 6000 dólares", number=6000.0, unit="EUR", things=purse)
    found = judge(MADRID, Statement(facts=(money,), missing=frozenset({"declaration"})))
    assert kinds(found) == ["no_declaration"]


def test_money_of_unknown_amount_is_no_lie() -> None:
    rich = carrying(money=50_000.0)
    assert judge(rich, Statement(facts=(Fact(topic="money", text="algo de dinero"),))).kind == "admit"
    assert judge(rich, Statement(facts=(nothing("money"),))).kind == "hold"


def test_notes_in_the_suitcase_are_a_matter_of_money_alone() -> None:
    notes = Good(name="billetes de cien dólares", amount="185", must_declare=True)
    declared = Statement(facts=(goods(thing("un perfume", "gift")),))
    assert judge(carrying(notes), declared).kind == "admit"


def test_a_made_up_medicine_is_a_medicine() -> None:
    unknown = goods(thing("dos cajas de zurlopina", "other"), topic="medicines")
    found = judge(MADRID, Statement(facts=(unknown,), missing=frozenset({"prescription"})))
    assert (found.kind, found.goods) == ("hold", ("zurlopina",))


def test_without_a_prescription_only_what_needs_one_is_held() -> None:
    insulin, aspirin = thing("insulina", "medicine"), thing("aspirina", "medicine")
    missing: frozenset[Detail] = frozenset({"prescription"})
    both = judge(MADRID, Statement(facts=(goods(insulin, aspirin),), missing=missing))
    assert both.goods == ("insulina",)
    demanded_all_the_same = judge(MADRID, Statement(facts=(goods(aspirin),), missing=missing))
    assert demanded_all_the_same.goods == ("aspirina",)


def test_handing_over_changes_no_verdict() -> None:
    declared = Statement(facts=(goods(HAM),))
    willing = msgspec.structs.replace(declared, handed_over=frozenset({"jamón"}))
    assert judge(MADRID, willing) == judge(MADRID, declared)


things = st.builds(
    Thing, text=st.text(max_size=20), name=st.text(max_size=20), kind=st.sampled_from(KINDS),
    amount=st.none() | st.floats(0, 1e9), value=st.none() | st.floats(0, 1e9),
    currency=st.sampled_from(("", "EUR", "COP", "XYZ")),
)  # fmt: skip
facts = st.builds(
    Fact, topic=st.sampled_from(TOPICS), text=st.text(max_size=20), number=st.none() | st.floats(0, 1e9),
    unit=st.sampled_from(("", "USD", "XYZ")), things=st.lists(things, max_size=3).map(tuple), none=st.booleans(),
)  # fmt: skip
papers = st.frozensets(st.sampled_from(get_args(Detail)), max_size=4)
statements = st.builds(
    Statement, facts=st.lists(facts, max_size=4).map(tuple), papers=papers, missing=papers,
    passport=st.sampled_from(("shown", "refused", "unknown")),
    contradictions=st.lists(st.builds(Act, kind=st.just("contradiction"), topic=st.sampled_from(TOPICS))).map(tuple),
    unanswered=st.frozensets(st.sampled_from(TOPICS), max_size=3), insults=st.integers(0, 5),
)  # fmt: skip


@given(st.sampled_from(list(SCENARIOS.values())), statements)
def test_whatever_was_said_there_is_a_verdict(scenario: Scenario, statement: Statement) -> None:
    found = judge(scenario, statement)
    assert found.kind == max((reason.verdict for reason in found.reasons), key=GRAVITY.index, default="admit")
    assert found.duty >= 0
    ended = verdict.act(scenario, statement)
    assert ended.verdict == found.kind
    assert not ended.duty or found.kind == "pay"


# --- in the officer's mouth ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "item", "duty"),
    [
        (Statement(), "", ""),
        (Statement(facts=(goods(RUM),)), "tres litros de ron", "7 euros"),
        (Statement(facts=(goods(HAM),)), "dos kilos de jamón", ""),
        (Statement(facts=(goods(HAM, thing("un queso", "dairy")),)), "dos kilos de jamón y un queso", ""),
        (Statement(facts=(goods(HAM, thing("un chorizo", "meat"), thing("un fuet", "meat")),)),
         "dos kilos de jamón, un chorizo y otras cosas", ""),
        (Statement(facts=(goods(HAM, thing("iguana asada", "meat")),)), "dos kilos de jamón e iguana asada", ""),
        (Statement(passport="refused"), "no mostrar el pasaporte", ""),
        (Statement(insults=3), "falta de respeto", ""),
        (Statement(unanswered=frozenset({"stay", "origin"})), "preguntas sin respuesta", ""),
        (Statement(contradictions=(Act("contradiction", topic="stay", known_from="said"),)),
         "datos que no coinciden", ""),
        (Statement(facts=(Fact(topic="money", text="11 000 euros", number=11_000.0, unit="EUR"),),
                   missing=frozenset({"declaration"})), "dinero sin declarar", ""),
        (Statement(facts=(Fact(topic="money", text="11 000 euros", number=11_000.0, unit="EUR"),),
                   papers=frozenset({"declaration"})), "", ""),
    ],
)  # fmt: skip
def test_the_act_names_the_gravest_reason(statement: Statement, item: str, duty: str) -> None:
    act = verdict.act(MADRID, statement)
    assert (act.kind, act.item, act.duty) == ("verdict", item, duty)


@pytest.mark.parametrize(
    ("currency", "duty", "text"),
    [
        ("EUR", 1.0, "1 euro"), ("USD", 1.0, "1 dólar"), ("CLP", 1.0, "1 peso chileno"), ("PEN", 1.0, "1 sol"),
        ("CAD", 1.0, "1 dólar canadiense"), ("EUR", 45.0, "45 euros"), ("USD", 12_000.0, "12 000 dólares"),
        ("EUR", 0.0, ""),
    ],
)  # fmt: skip
def test_duty_is_said_in_spanish(currency: str, duty: float, text: str) -> None:
    assert verdict.duty_text(Verdict(kind="pay", currency=currency, duty=duty)) == text


def test_what_was_forgotten_is_named_as_it_is_packed() -> None:
    act = verdict.act(carrying(WATCH), Statement(facts=(goods(thing("una camisa", "clothes")),)))
    assert (act.verdict, act.item) == ("inspect", "un reloj de oro sin declarar")


# --- while the conversation lasts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("carried", "kind", "detail", "rule"),
    [
        (RUM, "rule", "", "alcohol"),
        (thing("unas botellas de vino", "alcohol", unit="botella"), "follow_up", "quantity", ""),
        (thing("dos cartones de cigarrillos", "tobacco", amount=400.0), "rule", "", "tobacco"),
        (thing("tabaco", "tobacco"), "follow_up", "quantity", ""),
        (HAM, "rule", "", "food"),
        (thing("una pistola", "weapon"), "rule", "", "forbidden"),
        (thing("una caja de insulina", "medicine"), "demand", "prescription", ""),
        (thing("un perro", "pet"), "demand", "papers", ""),
        (thing("seis muestras", "sample"), "demand", "invoice", ""),
        (thing("12 000 euros", "cash", amount=12_000.0, currency="EUR"), "demand", "declaration", ""),
        (thing("una cámara", "electronics", value=900.0, currency="EUR"), "rule", "", "gift"),
        (thing("un reloj", "gift"), "follow_up", "value", ""),
        (thing("cinco tabletas", "electronics", count=5), "follow_up", "value", ""),
    ],
)
def test_a_declared_thing_calls_for(carried: Thing, kind: str, detail: Detail, rule: str) -> None:
    act = verdict.matter(carried, MADRID.rules)
    assert act is not None
    assert (act.kind, act.detail, act.rule, act.item) == (kind, detail, rule, carried.text)
    assert bool(act.limit) == (kind == "rule")


@pytest.mark.parametrize(
    "carried",
    [
        thing("una botella de vino", "alcohol", amount=0.75), thing("dos puros", "tobacco", count=2),
        thing("una caja de aspirina", "medicine"), thing("cien folletos", "sample", count=100),
        thing("800 euros", "cash", amount=800.0, currency="EUR"), thing("un móvil", "electronics", count=1),
        thing("una postal", "gift"), thing("pan", "food"), thing("ropa", "clothes"), thing("un libro", "other"),
        thing("un reloj", "gift", value=50.0),
    ],
)  # fmt: skip
def test_plain_things_call_for_nothing(carried: Thing) -> None:
    assert verdict.matter(carried, MADRID.rules) is None


def test_a_matter_belongs_to_the_question_it_was_told_under() -> None:
    unknown = thing("dos cajas de zurlopina", "other")
    act = verdict.matter(unknown, MADRID.rules, "medicines")
    assert act is not None
    assert (act.topic, act.detail) == ("medicines", "prescription")
    assert verdict.matter(unknown, MADRID.rules) is None
