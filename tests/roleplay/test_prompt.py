"""The officer's prompt: what is in it, what must never be in it, and who speaks first."""

from __future__ import annotations

import pytest

from garita.messages import ChatMessage
from garita.roleplay.prompt import OPENING, chat_messages, litres_text, money_text, number_text, system_prompt
from garita.roleplay.scenario import Scenario
from garita.roleplay.scenario_file import load_all

SCENARIOS = load_all()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_the_prompt_briefs_the_officer(scenario: Scenario) -> None:
    prompt = system_prompt(scenario)
    officer, rules = scenario.officer, scenario.rules
    for wanted in (officer.name, scenario.place_name, scenario.level, rules.food, *officer.knows):
        assert wanted in prompt
    assert money_text(scenario.rules.cash_limit, scenario.rules.cash_currency) in prompt
    assert len(prompt.split()) < 200


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_the_dossier_stays_out_of_the_prompt(scenario: Scenario) -> None:
    prompt, traveller = system_prompt(scenario), scenario.traveller
    for private in (traveller.name, traveller.lodging, traveller.profession, traveller.secret or traveller.name):
        assert private not in prompt


def test_topics_stand_in_the_order_of_the_checklist() -> None:
    line = next(line for line in system_prompt(SCENARIOS[0]).splitlines() if line.startswith("Pregunta en este orden"))
    assert line.count(",") == len(SCENARIOS[0].checklist) - 1
    assert line.index("pasaporte") < line.index("nombre") < line.index("procedencia")


def test_the_officer_opens() -> None:
    assert [message.role for message in chat_messages(SCENARIOS[0], [])] == ["system", "user"]
    greeting = ChatMessage(role="assistant", content="Buenos días. Su pasaporte, por favor.")
    assert chat_messages(SCENARIOS[0], [greeting])[1:] == [ChatMessage(role="user", content=OPENING), greeting]


def test_the_student_may_open() -> None:
    hello = ChatMessage(role="user", content="Buenos días.")
    assert chat_messages(SCENARIOS[0], [hello])[1:] == [hello]


@pytest.mark.parametrize(
    ("amount", "text"), [(430, "430"), (9999, "9999"), (10_000, "10 000"), (1_500_000, "1 500 000"), (2.5, "2,5")]
)
def test_numbers_are_written_the_spanish_way(amount: float, text: str) -> None:
    assert number_text(amount) == text


def test_litres_and_money() -> None:
    assert litres_text(1) == "1 litro"
    assert litres_text(5) == "5 litros"
    assert money_text(10_000, "EUR") == "10 000 euros"
    assert money_text(50, "XXX") == "50 XXX"
