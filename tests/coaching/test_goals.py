"""Goals are ticked by what the officer understood, turn by turn, quickly."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from garita.coaching.goals import Follower, Goal, goals
from garita.roleplay import understand
from tests.coaching.talk import ANSWERS, MADRID, heard, turns


def state(found: tuple[Goal, ...]) -> dict[str, str]:
    return {goal.topic: goal.state for goal in found}


def test_nothing_is_met_before_anything_is_said() -> None:
    found = goals(MADRID, [])
    assert [goal.topic for goal in found] == [question.topic for question in MADRID.checklist]
    assert not any(goal.met for goal in found)


def test_each_answer_ticks_its_goal_and_says_by_which_turn() -> None:
    talk = turns(*ANSWERS)
    follower = Follower(MADRID)
    for number in range(1, len(ANSWERS) + 1):
        found = follower.goals(talk[: 2 * number])
        assert [goal.met for goal in found] == [True] * number + [False] * (len(ANSWERS) - number)
    assert [goal.turn for goal in found] == [turn.id for turn in talk if turn.who == "student"]
    assert follower.verdict is not None
    assert follower.verdict.kind == "admit"
    assert follower.decided == talk[-1].id


def test_one_sentence_may_meet_several_goals() -> None:
    found = goals(MADRID, turns("Hola, tome.", "Soy Lucía Sotz y vengo de Bogotá, Colombia, de turismo."))
    assert [goal.topic for goal in found if goal.met] == ["passport", "name", "origin", "purpose"]


def test_asked_again_with_more_turns_it_comes_to_the_same_as_asked_once() -> None:
    talk = turns(*ANSWERS)
    follower = Follower(MADRID)
    for end in range(len(talk) + 1):
        follower.goals(talk[:end])
    assert follower.goals(talk) == goals(MADRID, talk)


def test_turns_taken_back_or_edited_untick() -> None:
    talk = turns(*ANSWERS[:3])
    follower = Follower(MADRID)
    assert sum(goal.met for goal in follower.goals(talk)) == 3
    assert sum(goal.met for goal in follower.goals(talk[:2])) == 1
    edited = [*talk[:5], replace(talk[5], id=99, text="¿Cómo? No entiendo.")]
    assert state(follower.goals(edited))["origin"] == "open"


def test_what_was_misheard_is_unticked_when_the_student_says_no() -> None:
    talk = turns(*ANSWERS[:2], "Vengo de Guadalajara.", "No.")
    talk[5] = replace(talk[5], transcript=heard("Vengo de Guadalajara.", "Guadalajara"))
    assert state(goals(MADRID, talk[:6]))["origin"] == "met"
    assert state(goals(MADRID, talk))["origin"] == "open"


def test_no_passport_is_given_up() -> None:
    follower = Follower(MADRID)
    found = follower.goals(turns(*["No quiero."] * 6))
    assert state(found)["passport"] == "given_up"
    assert follower.verdict is not None
    assert follower.verdict.kind == "refuse"


@pytest.mark.parametrize("length", [9, 60])
def test_live_each_turn_takes_less_than_five_milliseconds(length: int) -> None:
    understand.load()
    talk = turns(*(ANSWERS * 10)[:length])
    follower, slowest = Follower(MADRID), []
    follower.goals(talk[:2])  # reads tables that the running session has read
    for end in range(4, len(talk) + 1, 2):
        start = time.thread_time()
        follower.goals(talk[:end])
        slowest.append(time.thread_time() - start)
    assert sorted(slowest)[len(slowest) // 2] < 0.002
    assert sorted(slowest)[-2] < 0.005
