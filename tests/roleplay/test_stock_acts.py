"""A stock sentence realises its act, is Spanish that the guard accepts, and comes for every act there is."""

from __future__ import annotations

import random
from typing import Literal, get_args

import pytest

from garita.roleplay import scenario_file
from garita.roleplay.act import Act, ActKind, Detail, VerdictKind
from garita.roleplay.guard import Guard
from garita.roleplay.meaning import Fact, OffTopic
from garita.roleplay.realised import realised, takes_up
from garita.roleplay.scenario import Topic
from garita.roleplay.sentences import split
from garita.roleplay.stock_acts import sentence, take_up

MADRID = scenario_file.find("es_barajas_turismo")
ALL_TOPICS = get_args(Topic)

_SOURCES: tuple[Literal["said", "passport", "flight", "suitcase"], ...] = ("said", "passport", "flight", "suitcase")
ACTS = [
    *(Act(kind="ask", topic=topic) for topic in ALL_TOPICS),
    *(
        Act(kind=kind, topic="stay", item="procedencia" if kind == "explain" else "")
        for kind in get_args(ActKind)
        if kind not in ("ask", "verdict", "follow_up", "demand", "confirm", "contradiction", "rule")
    ),
    Act(kind="confirm", topic="stay", item="dos semanas"),
    *(
        Act(kind="contradiction", topic="stay", item="dos semanas", before="un mes", known_from=source)
        for source in _SOURCES
    ),
    *(Act(kind="return", topic="stay", remark=remark) for remark in get_args(OffTopic)),
    Act(kind="stay_in_role", topic="stay", remark="insult"),
    Act(kind="rule", topic="goods", item="tres litros de ron", limit="1 litro de alcohol", rule="alcohol"),
    *(Act(kind="follow_up", topic="goods", detail=detail) for detail in get_args(Detail)),
    *(Act(kind="verdict", verdict=verdict, item="tres litros de ron") for verdict in get_args(VerdictKind)[1:]),
    Act(kind="verdict", verdict="admit"),
    Act(kind="verdict", verdict="pay", item="tres litros de ron", duty="45 euros"),
    Act(kind="verdict", verdict="hold"),
]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: f"{act.kind}-{act.topic}-{act.detail}-{act.verdict}")
def test_a_stock_sentence_realises_its_act_and_passes_the_guard(act: Act) -> None:
    guard = Guard()
    for seed in range(6):
        said = sentence(act, MADRID, (), random.Random(seed))
        assert realised(act, said) or act.kind in ("greet", "move_on"), said
        for each in split(said):
            assert guard.check(each, (), may_repeat=False).ok, each
        assert "{" not in said
        assert "  " not in said


def test_a_question_comes_in_other_words_while_there_are_any() -> None:
    act, said = Act(kind="ask", topic="origin"), []
    for _ in range(4):
        said.append(sentence(act, MADRID, said, random.Random(1)))
    assert len(set(said)) == 4


def test_a_remark_is_answered_once() -> None:
    act, rng = Act(kind="stay_in_role", topic="stay", remark="insult"), random.Random(1)
    assert "respeto" not in sentence(act, MADRID, ["¿De dónde viene?", "Un poco de respeto, por favor."], rng)


def test_facts_are_said_back() -> None:
    facts = (Fact(topic="name", text="Zurimbel Ábalos"), Fact(topic="stay", text="dos semanas"))
    said = take_up(facts, (), random.Random(1))
    assert all(takes_up(fact, said) for fact in facts)


def test_a_nod_where_nothing_was_heard_and_not_the_same_twice() -> None:
    first = take_up((), (), random.Random(1))
    assert take_up((), [first], random.Random(1)) != first
