"""The step a reply takes, by its plan where there is one, by its words where there is none."""

from __future__ import annotations

import pytest

from garita.roleplay.act import Act, Plan
from garita.training.evaluation.step import does, step, takes_step


@pytest.mark.parametrize(
    ("reply", "found"),
    [
        ("Muy bien. ¿Cuánto tiempo se queda en España?", "ask stay"),
        ("Su pasaporte, por favor.", "ask passport"),
        ("¿Y eso?", "ask"),
        ("Todo está en orden, puede pasar.", "verdict admit"),
        ("Tiene que pagar 40 euros de impuesto.", "verdict pay"),
        ("De nada, buen viaje.", "farewell"),
        ("Buenos días, bienvenido.", "greet"),
        ("Son las tres.", "say"),
        ("", "say"),
    ],
)
def test_the_step_in_a_text(reply: str, found: str) -> None:
    assert step(reply) == found


def test_with_a_plan_its_act_counts_and_not_the_reference() -> None:
    plan = Plan(acts=(Act(kind="ask", topic="stay"),))
    assert takes_step(plan, "", "¿Cuántos días se queda?")
    assert not takes_step(plan, "", "¿De dónde viene usted?")


def test_without_a_plan_two_texts_take_the_same_step_or_not() -> None:
    assert takes_step(None, "¿Cuántos días se queda?", "Bien. ¿Hasta cuándo va a estar aquí?")
    assert not takes_step(None, "¿Cuántos días se queda?", "¿De dónde viene?")
    assert not takes_step(None, "Son las tres.", "  ")


def test_a_question_put_again_may_be_put_in_any_words() -> None:
    again = Act(kind="ask_spanish", topic="origin")
    assert does(again, "En español, por favor. ¿De dónde viene?")
    assert does(again, "¿De qué país viene?")
    assert not does(again, "En español, por favor.")
