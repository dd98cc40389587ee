"""Whether a reply does what was planned: on sentences nobody generated, and on the simulator's own turns."""

from __future__ import annotations

from random import Random

import pytest

from garita.roleplay.act import Act, Plan
from garita.roleplay.clues import asked_about, is_about
from garita.roleplay.meaning import Fact
from garita.roleplay.realised import realised, takes_up
from garita.roleplay.scenario_file import load_all
from garita.training.simulator.officer import Officer
from tests.training.simulator import plans

SCENARIOS = load_all()
RUM = "tres litros de ron"
ACTS = [
    (Act(kind="ask", topic="lodging"), "Muy bien. ¿En qué hotel se aloja?"),
    (Act(kind="ask", topic="passport"), "Su pasaporte, por favor."),
    (Act(kind="repeat", topic="stay"), "Claro, se lo repito: ¿cuántos días se queda?"),
    (Act(kind="slow_down", topic="stay"), "Más despacio: ¿cuántos días?"),
    (Act(kind="rephrase", topic="origin"), "Con otras palabras: ¿de qué país viene?"),
    (Act(kind="explain", topic="lodging", item="alojarse"), "Alojarse significa dormir. ¿Dónde duerme?"),
    (Act(kind="ask_spanish", topic="money"), "Hable en español, por favor. ¿Cuánto dinero lleva?"),
    (Act(kind="not_yet", topic="food"), "Todavía no puede irse. ¿Trae comida?"),
    (Act(kind="confirm", topic="stay", item="dos semanas"), "¿Ha dicho dos semanas?"),
    (
        Act(kind="contradiction", topic="stay", item="dos semanas", before="un mes", known_from="said"),
        "Antes dijo un mes y ahora dos semanas. ¿Qué es correcto?",
    ),
    (
        Act(kind="rule", topic="goods", item=RUM, rule="alcohol", limit="1 litro de alcohol"),
        "Con tres litros de ron supera el límite: 1 litro de alcohol. ¿Lo entiende?",
    ),
    (
        Act(kind="demand", topic="medicines", detail="prescription", item="pastillas"),
        "¿Tiene receta para las pastillas?",
    ),
    (Act(kind="verdict", verdict="admit"), "Todo está en orden, puede pasar. Buen viaje."),
    (Act(kind="verdict", verdict="pay", item=RUM, duty="45 euros"), "Debe pagar 45 euros por tres litros de ron."),
    (Act(kind="verdict", verdict="refuse"), "Lo siento, no puede entrar en España."),
    (Act(kind="farewell"), "De nada. Buen viaje."),
]


@pytest.mark.parametrize(("act", "reply"), ACTS, ids=[act.kind for act, _ in ACTS])
def test_an_act_is_found_in_its_own_reply_only(act: Act, reply: str) -> None:
    assert realised(act, reply)
    others = [other for other, _ in ACTS if realised(other, reply) and other is not act]
    assert all(other.kind == "ask" or act.kind == "ask" for other in others), others


@pytest.mark.parametrize(
    ("act", "reply"),
    [
        (Act(kind="return", topic="stay", remark="why"), "Los taxis están afuera. ¿Cuánto tiempo se queda?"),
        (Act(kind="follow_up", topic="goods", detail="quantity", item="vino"), "El vino: ¿cuánto vale?"),
        (Act(kind="follow_up", topic="goods", detail="quantity"), "¿Qué cantidad de dinero lleva?"),
        (Act(kind="verdict", verdict="refuse"), "Le dejo continuar: no puede entrar."),
        (Act(kind="ask", topic="lodging"), "Se aloja en un hotel, muy bien."),
        (Act(kind="ask", topic="stay"), "¿Cuánto dinero lleva?"),
        (Act(kind="confirm", topic="stay", item="dos semanas"), "¿Ha dicho tres semanas?"),
        (Act(kind="verdict", verdict="pay", duty="45 euros"), "Debe pagar 54 euros."),
        (Act(kind="verdict", verdict="admit"), "Puede pasar, pero debe pagar."),
        (Act(kind="verdict", verdict="admit"), "Todo está en orden. ¿Cuánto dinero lleva?"),
        (Act(kind="demand", topic="medicines", detail="prescription"), "¿Tiene la factura?"),
        (Act(kind="ask", topic="lodging"), ""),
        (Act(kind="farewell"), ""),
    ],
)
def test_what_does_not_do_it(act: Act, reply: str) -> None:
    assert not realised(act, reply)


@pytest.mark.parametrize(
    ("text", "reply", "there"),
    [
        ("dos semanas", "Entonces se queda dos semanas.", True),
        ("Lucía Hernández", "Gracias, lucia hernandez.", True),
        ("dos semanas", "Entonces se queda tres semanas.", False),
        ("12 000 dólares", "Lleva 12 000 dólares.", True),
        ("12 000 dólares", "Lleva 12 dólares.", False),
        ("el pasaporte", "Gracias por su pasaporte.", True),
    ],
)
def test_a_fact_is_taken_up_with_all_its_words(text: str, reply: str, there: bool) -> None:
    assert takes_up(Fact(topic="stay", text=text), reply) is there


def test_the_last_question_tells_the_topic() -> None:
    assert asked_about("¿Viene por turismo? Muy bien. ¿Dónde se aloja?", ("purpose", "lodging")) == "lodging"
    assert asked_about("Se aloja en un hotel.", ("purpose", "lodging")) is None
    assert is_about("money", "¿Cuánto efectivo trae?")


@pytest.fixture(scope="module")
def turns() -> list[tuple[Plan, str]]:
    rng = Random(11)
    found = []
    for _ in range(1500):
        plan = plans.plan(rng)
        found.append((plan, Officer(rng.choice(SCENARIOS), rng).turn(plan, ["Buenos días. ¿De dónde viene?"])))
    return found


def test_own_turns_are_realised_and_take_up_what_was_heard(turns: list[tuple[Plan, str]]) -> None:
    acts = [(act, text) for plan, text in turns for act in plan.acts]
    missed = [(act, text) for act, text in acts if not realised(act, text)]
    assert len(missed) <= 0.005 * len(acts), missed[:5]
    assert all(takes_up(fact, text) for plan, text in turns for fact in plan.heard)


def test_turns_with_other_plans_are_not(turns: list[tuple[Plan, str]]) -> None:
    rng = Random(12)
    judged = wrong = 0
    for _ in range(4000):
        (plan, _), (other, text) = rng.choice(turns), rng.choice(turns)
        act = plan.main
        if any(act.kind == each.kind and act.topic in (each.topic, None) for each in other.acts):
            continue
        judged += 1
        wrong += realised(act, text)
    assert wrong <= 0.03 * judged
