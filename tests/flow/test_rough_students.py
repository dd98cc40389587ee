"""The built-in officer and students who try everything: it stays in role, in Spanish, and takes no longer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from garita import wiring
from garita.engines.child import ChildModel
from garita.library import shelf
from garita.messages import Sampling
from garita.roleplay import scenario_file
from garita.roleplay.act import Plan
from garita.roleplay.guard import Guard
from garita.roleplay.sentences import split
from garita.settings import Settings
from garita.training.evaluation.booth import Talk, converse
from garita.training.evaluation.by_hand import Line
from tests.roleplay.test_director import ROUGH

MADRID = scenario_file.find("es_barajas_turismo")


class RoughTraveller:
    """Says these things, one after another."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = iter(texts)

    def opening(self) -> None:
        return None

    def answer(self, _plan: Plan, _officer_text: str, /) -> Line:
        return Line(next(self._texts, "Gracias, adiós."))


@pytest.fixture(scope="module")
def officer() -> Iterator[tuple[ChildModel, Guard]]:
    facts = wiring.checked(shelf.built_in(), Settings())
    with closing(wiring.start_model(facts, Settings(), lambda _: None)) as model:
        model.load()
        guard = wiring.guard(facts)
        guard.load()
        yield model, guard


@pytest.fixture(scope="module")
def talk(officer: tuple[ChildModel, Guard]) -> Talk:
    model, guard = officer
    return converse(model, guard, MADRID, RoughTraveller(ROUGH), Sampling(temperature=0.3, dry_multiplier=0), seed=3)


def test_every_turn_is_answered_in_spanish_and_in_role(talk: Talk) -> None:
    guard = Guard()
    for turn in talk.turns:
        assert turn.reply.sentences
        for sentence in split(turn.reply.text):
            assert guard.check(sentence, (), may_repeat=True).ok, sentence


def test_no_rough_turn_costs_more_than_a_usual_one(talk: Talk) -> None:
    assert max(turn.reply.timings.tokens_generated for turn in talk.turns) <= 3 * Sampling().max_tokens
    assert all(turn.reply.finish_reason in ("stop", "length") for turn in talk.turns)


def test_nobody_talks_their_way_past_the_questions(talk: Talk) -> None:
    verdicts = [turn.plan.main.verdict for turn in talk.turns if turn.plan and turn.plan.main.verdict]
    assert "admit" not in verdicts
