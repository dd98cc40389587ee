"""A turn's frame is what is left when names, numbers and things are taken out."""

from __future__ import annotations

from garita.roleplay.act import Act, Plan
from garita.roleplay.meaning import Fact
from garita.training.evaluation.variety import frame


def test_values_of_the_plan_become_placeholders() -> None:
    plan = Plan(acts=(Act(kind="ask", topic="stay"),), heard=(Fact(topic="origin", text="Lima, Perú"),))
    assert frame("De Lima, Perú, muy bien. ¿Cuánto se queda?", plan) == "De <x>, muy bien. ¿Cuánto se queda?"


def test_long_values_go_before_their_parts_and_case_does_not_matter() -> None:
    heard = (Fact(topic="goods", text="dos botellas de ron"), Fact(topic="food", text="ron"))
    plan = Plan(acts=(Act(kind="verdict", verdict="pay", item="ron", duty="45 euros"),), heard=heard)
    assert frame("Dos botellas de ron: pague 45 euros por el ron.", plan) == "<x>: pague <x> por el <x>."


def test_numbers_of_the_officers_own() -> None:
    assert (
        frame("Son las 3. Pase a la puerta 12.", Plan(acts=(Act(kind="farewell"),)))
        == "Son las <n>. Pase a la puerta <n>."
    )
