"""The right reply among wrong ones: which are wrong, which is chosen, and what the probabilities say."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from garita.messages import CandidateScore
from garita.roleplay import scenario_file
from garita.roleplay.act import Act, Plan
from garita.roleplay.slots import filled
from garita.training.evaluation.held_out import HeldTurn, simulated
from garita.training.evaluation.interval import Bootstrap
from garita.training.evaluation.scoring import ASKED_TURNS, LETTERS, best, distractors, score
from garita.training.evaluation.step import takes_step
from tests.training.data.talk import say
from tests.training.evaluation.fake_officer import FakeOfficer

HELD = simulated(scenario_file.load_all(), 5, seed=1)
TURNS = HELD.turns(True)
RIGHT = {turn.reply for turn in TURNS}


def test_wrong_replies_are_three_and_do_not_do_what_is_due() -> None:
    for turn in TURNS[:20]:
        wrong = distractors(turn, TURNS, Random(1))
        assert len(set(wrong)) == 3
        assert turn.reply not in wrong
        assert not any(takes_step(turn.plan, turn.reply, filled(reply, turn.plan)) for reply in wrong)


def test_where_every_reply_would_do_there_is_no_choice() -> None:
    plan = Plan(acts=(Act(kind="farewell"),))
    turns = [HeldTurn(0, at, "", say("uHola."), f"Adiós, buen viaje {at}.", plan) for at in range(8)]
    assert distractors(turns[0], turns, Random(1)) == []
    found = score(FakeOfficer(), turns, seed=1)
    assert (found.four_choice, found.asked) == ([], [])
    assert len(found.perplexity) == 8


def test_a_mean_decides_and_not_a_sum() -> None:
    assert best([CandidateScore(-4.0, 2), CandidateScore(-5.0, 5), CandidateScore(-9.0, 3)]) == 1


@pytest.mark.parametrize(("likes", "share"), [(True, 1.0), (False, 0.0)])
def test_who_finds_the_right_reply_likely_is_right_by_both_ways(likes: bool, share: float) -> None:
    right: set[str] = set()

    def liked(reply: str) -> bool:
        return (reply in right) is likes

    officer = FakeOfficer(liked)
    for turn in TURNS[:12]:  # one at a time: another turn's right reply is this one's wrong one
        right.clear()
        right.add(turn.reply)
        one = score(officer, [turn, *(other for other in TURNS if other.conversation != turn.conversation)], seed=1)
        assert one.four_choice[0].value == share
        asked = [seen for seen in one.asked if seen.conversation == turn.conversation]
        assert [seen.value for seen in asked] == [share] * len(asked)


def test_candidates_are_scored_in_one_call_a_turn_and_letters_are_asked_for_in_some() -> None:
    officer = FakeOfficer()
    found = score(officer, TURNS, seed=1)
    assert [len(candidates) for _, candidates in officer.scored] == [4] * len(officer.scored)
    asked = [messages for messages, candidates in officer.scored if candidates == list(LETTERS)]
    assert len(officer.scored) == len(TURNS) + len(asked)
    assert len(asked) == len(found.asked) == 5 * ASKED_TURNS
    assert all(all(f"\n{letter}. " in messages[-1].content for letter in LETTERS) for messages in asked)


def test_perplexity_is_of_the_right_replies_tokens() -> None:
    found = score(FakeOfficer(lambda reply: reply in RIGHT), TURNS, seed=1)
    assert Bootstrap(5, 1).estimate(found.perplexity, np.exp).value == pytest.approx(np.exp(0.1))
    assert sum(seen.weight for seen in found.perplexity) == sum(len(turn.reply.split()) for turn in TURNS)


def test_progress_comes_to_its_end() -> None:
    steps: list[tuple[int, int]] = []
    score(FakeOfficer(), TURNS[:9], seed=1, on_turn=lambda *step: steps.append(step))
    assert [done for done, _ in steps] == list(range(1, steps[0][1] + 1))
