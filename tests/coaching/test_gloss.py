"""Every plan of a whole conversation has English words, and none of them has a hole in it."""

from __future__ import annotations

from random import Random
from typing import get_args

import pytest

from garita.coaching.gloss import in_english
from garita.messages import ChatMessage
from garita.roleplay import scenario_file
from garita.roleplay.act import Act, ActKind, Detail, Plan, VerdictKind
from garita.roleplay.director import Director
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Topic
from garita.training.simulator.traveller import Traveller


def test_what_is_heard_and_asked() -> None:
    plan = Plan(acts=(Act(kind="ask", topic="lodging"),), heard=(Fact(topic="stay", text="dos semanas"),))
    assert in_english(plan) == "“dos semanas”, noted. Where are you staying?"
    assert in_english(None) == ""


@pytest.mark.parametrize("kind", get_args(ActKind))
@pytest.mark.parametrize("detail", get_args(Detail))
def test_every_act_has_words(kind: ActKind, detail: Detail) -> None:
    for topic in get_args(Topic):
        words = in_english(Plan(acts=(Act(kind=kind, topic=topic, detail=detail, item="ron", before="vino"),)))
        assert words
        assert "{" not in words


def test_verdicts_without_a_reason_have_no_hole() -> None:
    for verdict in get_args(VerdictKind):
        words = in_english(Plan(acts=(Act(kind="verdict", verdict=verdict),)))
        assert words.endswith(".")
        assert ": ." not in words


def test_a_whole_conversation() -> None:
    for number, scenario in enumerate(scenario_file.load_all()):
        traveller = Traveller(scenario, Random(number))
        director = Director(traveller.scenario, leaves_to_model=False)
        history: list[ChatMessage] = []
        plan = list(director.plans(history).values())[-1]
        for _ in range(12):
            assert plan is not None
            assert in_english(plan)
            history += [
                ChatMessage(role="assistant", content="…"),
                ChatMessage(role="user", content=traveller.answer(plan, "…").text),
            ]
            plan = list(director.plans(history).values())[-1]
