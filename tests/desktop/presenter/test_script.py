"""The rehearsed traveller has a line for whatever the officer does."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from garita.desktop.presenter.script import answer, load
from garita.errors import ScenarioInvalid
from garita.roleplay import scenario_file
from garita.roleplay.act import Act, ActKind, Plan
from garita.roleplay.scenario import Topic


def plan(**act: object) -> Plan:
    return Plan(acts=(Act(**act),))  # type: ignore[arg-type]


def test_the_particular_goes_before_the_general() -> None:
    script = load()

    def said(**act: object) -> str:
        line = answer(script, plan(**act))
        assert line is not None
        return line.es

    assert said(kind="ask", topic="stay") == "Me quedo dos semanas."
    assert said(kind="follow_up", topic="goods", detail="quantity") == "Una botella de un litro."
    assert said(kind="confirm", topic="stay") == "Sí, es correcto."
    assert said(kind="explain", topic="lodging").startswith("En un hotel")
    assert answer(script, plan(kind="farewell")) is None


def test_there_is_a_line_for_everything() -> None:
    script = load()
    for kind in set(get_args(ActKind)) - {"farewell"}:
        for topic in get_args(Topic):
            assert answer(script, plan(kind=kind, topic=topic)) is not None
    assert answer(script, None) is not None


def test_the_lines_fit_the_scenario() -> None:
    script = load()
    scenario = scenario_file.find(script.scenario)
    there = {line.on for line in script.line}
    assert {question.topic for question in scenario.checklist} <= there
    assert scenario.traveller.name in next(line.es for line in script.line if line.on == "name")


def test_a_script_that_lacks_the_line_for_the_rest_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text('scenario = "a"\nseed = 1\nvoice = "espeak:es"\n[[line]]\non = "name"\nes = "a"\nen = "b"\n')
    with pytest.raises(ScenarioInvalid) as refused:
        load(file)
    assert refused.value.facts["problem"] == 'no line for "other"'
