"""A script's traveller says each answer once, where it fits."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from garita.roleplay import scenario_file
from garita.roleplay.act import Act, Plan
from garita.training.evaluation.by_hand import Script, ScriptedTraveller, load

SCRIPTS = Path(__file__).parents[2] / "by_hand" / "conversations.toml"


def asking(kind: str, topic: str | None = None) -> Plan:
    return Plan(acts=(msgspec.convert({"kind": kind, "topic": topic}, Act),))


MADRID = scenario_file.find("es_barajas_turismo")  # the card's name is Lucía Hernández Ríos


def script(**more: str | list[str]) -> ScriptedTraveller:
    answers = {"stay": ["¿Cómo?", "Dos semanas."], "demand": ["Aquí está."], "any": ["Pues bien."], **more}
    return ScriptedTraveller(Script("x", "es_barajas_turismo", "x", "clean", "A2", answers), MADRID)


def test_answers_come_in_order_and_the_last_one_stays() -> None:
    traveller = script()
    assert traveller.answer(asking("ask", "stay"), "").text == "¿Cómo?"
    assert traveller.answer(asking("repeat", "stay"), "").text == "Dos semanas."
    assert traveller.answer(asking("ask", "stay"), "").text == "Dos semanas."
    assert traveller.answer(asking("ask", "money"), "").text == "Pues bien."


def test_acts_have_answers_of_their_own() -> None:
    traveller = script(demand_papers=["La cartilla."], after_verdict=["Muchas gracias."])
    assert traveller.answer(Plan(acts=(Act(kind="demand", detail="papers"),)), "").text == "La cartilla."
    assert traveller.answer(Plan(acts=(Act(kind="demand", detail="invoice"),)), "").text == "Aquí está."
    assert traveller.answer(asking("verdict"), "").text == "Muchas gracias."
    assert traveller.answer(asking("greet"), "").text == "Pues bien."


def test_who_speaks_first() -> None:
    assert script().opening() is None
    opening = script(first="Hola.").opening()
    assert opening is not None
    assert opening.text == "Hola."


def test_a_student_with_another_name_has_other_papers() -> None:
    assert script(name=["Me llamo Lucía."]).scenario == MADRID
    assert script(name=["Soy Peter Novak."]).scenario.traveller.name == "Peter Novak"
    assert script(name=["Soy Peter Novak."], contradiction=["Perdón."]).scenario == MADRID


def test_a_script_with_an_unknown_key_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "scripts.toml"
    file.write_text('[[conversation]]\nscenario = "x"\ntitel = "y"\n')
    with pytest.raises(msgspec.ValidationError):
        load(file)


def test_the_sixty_conversations_cover_every_scenario() -> None:
    scripts = load(SCRIPTS)
    assert len(scripts) >= 60
    assert sum(each.kind == "messy" for each in scripts) >= 30
    for scenario in scenario_file.load_all():
        of_scenario = [each for each in scripts if each.scenario == scenario.id]
        assert len(of_scenario) >= 5
    for each in scripts:
        assert len(each.answers) >= 8
