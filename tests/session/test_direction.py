"""A reply is held to its plan: the right question, no number that nobody gave, and nothing left out."""

from __future__ import annotations

import pytest

from garita.roleplay.act import Act, Plan
from garita.roleplay.meaning import Fact
from garita.session.direction import Direction
from tests.session.scene import SCENE

STAY = Plan(acts=(Act(kind="ask", topic="stay"),), heard=(Fact(topic="origin", text="Puebla, México"),))


def direction(plan: Plan | None, student: str = "Vengo de Puebla.") -> Direction:
    return Direction(plan, SCENE, student)


@pytest.mark.parametrize("sentence", ["De Puebla, muy bien.", "¿Cuánto tiempo se queda?", "¿Cuántos días son?"])
def test_what_was_planned_may_be_said(sentence: str) -> None:
    assert not direction(STAY).astray(sentence)


@pytest.mark.parametrize("sentence", ["¿De dónde viene?", "¿Me da su pasaporte?", "Son 300 euros.", "Dijo 14 días."])
def test_another_question_and_an_invented_number_are_astray(sentence: str) -> None:
    assert direction(STAY).astray(sentence)


def test_a_number_of_the_student_or_the_note_may_be_said() -> None:
    paying = Plan(acts=(Act(kind="verdict", verdict="pay", item="tres litros de ron", duty="1 250 pesos"),))
    assert not direction(paying).astray("Debe pagar 1250 pesos por tres litros de ron.")
    assert not direction(STAY, "Son 14 días.").astray("Catorce o 14 días, bien.")


def test_after_the_verdict_nothing_is_asked() -> None:
    farewell = Plan(acts=(Act(kind="farewell"),))
    assert direction(farewell).astray("¿Cuánto tiempo se queda?")
    assert not direction(farewell).astray("Adiós, buen viaje.")


def test_without_a_plan_everything_passes() -> None:
    assert not direction(None).astray("¿Lleva 300 perros?")
    assert direction(None).missing(["Buenos días."]) is None


def test_what_is_owed() -> None:
    assert direction(STAY).missing(["De Puebla, muy bien."]) == STAY.main
    assert direction(STAY).missing(["De Puebla.", "¿Cuánto tiempo se queda?"]) is None
    assert direction(STAY).missing([]) == STAY.main
