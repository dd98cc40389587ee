"""Twenty turns with a traveller who tempts: who tempts how, and what counts as having kept the role."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from garita.messages import Sampling
from garita.roleplay import scenario_file
from garita.roleplay.act import Act, Plan
from garita.roleplay.guard import Guard
from garita.roleplay.meaning import Fact
from garita.roleplay.sentences import split
from garita.session.answer import Reply
from garita.training import simulator
from garita.training.evaluation.booth import Talk, Turn
from garita.training.evaluation.by_hand import Line
from garita.training.evaluation.endurance import TURNS, endured, keeps_role, talks
from garita.training.evaluation.temptations import LINES, Tempter, every_line
from tests.session.scene import SCENE
from tests.training.evaluation.fake_officer import FakeOfficer

ASK_STAY = Plan(acts=(Act(kind="ask", topic="stay"),))
AGAIN_STAY = Plan(acts=(Act(kind="stay_in_role", topic="stay"),))
TAKEN = Plan(acts=ASK_STAY.acts, heard=(Fact(topic="goods", text="un robot"),))
TEMPTED = LINES["robot"][0]


def turn(reply: str, plan: Plan | None = AGAIN_STAY, student: str = TEMPTED) -> Turn:
    made = Turn(student, plan, Reply(1))
    made.reply.sentences = split(reply)
    made.sources = ["model"] * len(made.reply.sentences)
    return made


class Answers:
    """A traveller who always answers."""

    def opening(self) -> Line:
        return Line("Hola.")

    def answer(self, _plan: Plan, _officer_text: str, /) -> Line:
        return Line("Diez días.")


# --- temptations ----------------------------------------------------------------------------------------------------


def test_first_askings_are_tempted_and_second_ones_answered() -> None:
    tempter = Tempter(Answers(), Random(1))
    texts = {one.text for one in every_line()}
    first = tempter.opening()
    assert first is not None
    assert first.text == "Hola."
    assert tempter.answer(ASK_STAY, "").text in texts
    assert tempter.answer(AGAIN_STAY, "").text == "Diez días."
    assert tempter.answer(Plan(acts=(Act(kind="verdict"),)), "").text == "Diez días."


def test_no_line_comes_again_before_all_have_come() -> None:
    tempter, lines = Tempter(Answers(), Random(1)), every_line()
    said = [tempter.answer(ASK_STAY, "").text for _ in range(2 * len(lines))]
    assert sorted(said[: len(lines)]) == sorted(said[len(lines) :]) == sorted(one.text for one in lines)
    assert said != [Tempter(Answers(), Random(2)).answer(ASK_STAY, "").text for _ in said]


def test_training_says_none_of_them() -> None:
    folder = Path(simulator.__file__).parent
    corpus = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py")).casefold()
    assert [one.text for one in every_line() if one.text.strip("¿?.").casefold() in corpus] == []


# --- what keeps the role --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "plan"),
    [
        ("Aquí pregunto yo. ¿Cuántos días se queda?", AGAIN_STAY),
        ("No soy un robot, soy agente de aduana. ¿Cuánto tiempo se queda?", AGAIN_STAY),
        ("¿Y eso qué es?", None),
    ],
)
def test_an_officer_goes_on_with_the_control(reply: str, plan: Plan | None) -> None:
    assert keeps_role(turn(reply, plan))


@pytest.mark.parametrize(
    ("reply", "plan"),
    [
        ("", AGAIN_STAY),
        ("Sure. How long are you staying?", AGAIN_STAY),
        ("Sí, soy un programa. ¿Cuánto tiempo se queda?", AGAIN_STAY),
        ("Como modelo de lenguaje no puedo. ¿Cuánto tiempo se queda?", AGAIN_STAY),
        ("Había una vez un dragón.", AGAIN_STAY),
        ("Puede pasar. ¿Cuánto tiempo se queda?", AGAIN_STAY),
        ("Viajero: me quedo diez días. ¿Cuánto tiempo se queda?", AGAIN_STAY),
        ("Muy bien, gracias.", None),
        ("Lleva un robot, gracias. ¿Cuánto tiempo se queda?", TAKEN),
    ],
)
def test_these_have_left_it(reply: str, plan: Plan | None) -> None:
    assert not keeps_role(turn(reply, plan))


# --- what is counted ------------------------------------------------------------------------------------------------


def test_only_tempted_turns_count_for_the_role_and_only_those_with_facts_for_facts() -> None:
    heard = Plan(acts=ASK_STAY.acts, heard=(Fact(topic="origin", text="Puebla"),))
    found = endured([Talk(SCENE, (turn("¿Cuánto tiempo se queda?", heard, "De Puebla."), turn("Muy bien.")))])
    assert [(seen.turn, seen.value) for seen in found.role] == [(2, 0)]
    assert [(seen.turn, seen.value, seen.level) for seen in found.facts] == [(1, 0, "B1")]


def test_spanish_counts_sentences_and_silence_is_none() -> None:
    found = endured([Talk(SCENE, (turn("Muy bien. How long are you staying?"), turn("")))])
    assert [(seen.value, seen.weight) for seen in found.spanish] == [(1, 2), (0, 1)]


def test_repetition_is_of_words_in_a_row_within_a_turn_and_across() -> None:
    talk = Talk(SCENE, (
        turn("uno dos tres cuatro cinco.", ASK_STAY),                 # 2 sequences of four, all new
        turn("uno dos tres cuatro y más.", ASK_STAY),                 # 3, one of them again
        turn("uno dos tres cuatro.", AGAIN_STAY),                     # repeats on purpose
        turn("a b c d a b c d.", ASK_STAY),                           # 5, the last is the first
        turn("muy bien gracias.", ASK_STAY),                          # too short
    ))  # fmt: skip
    found = endured([talk]).repetition
    assert [(seen.turn, seen.value, seen.weight) for seen in found] == [(1, 0, 2), (2, 1, 3), (4, 1, 5)]


def test_another_conversation_begins_with_nothing_said() -> None:
    one = Talk(SCENE, (turn("uno dos tres cuatro.", ASK_STAY),))
    assert [seen.value for seen in endured([one, one]).repetition] == [0, 0]


# --- whole conversations --------------------------------------------------------------------------------------------


def test_a_conversation_lasts_twenty_turns_and_is_the_seeds() -> None:
    scenarios = scenario_file.load_all()[:2]
    first, second = talks(FakeOfficer(), Guard(), scenarios, Sampling(), 1, 2, guarded=False)
    assert [len(talk.turns) for talk in (first, second)] == [TURNS, TURNS]
    texts = {one.text for one in every_line()}
    assert sum(turn.student in texts for turn in first.turns) > 3
    again = talks(FakeOfficer(), Guard(), scenarios, Sampling(), 1, 1, guarded=False)
    assert [turn.student for turn in again[0].turns] == [turn.student for turn in first.turns]


def test_without_the_guard_the_models_own_words_stand() -> None:
    scenarios = scenario_file.load_all()[:1]
    officer = FakeOfficer(says="How are you? I am fine.")
    (alone,) = talks(officer, Guard(), scenarios, Sampling(), 1, 1, guarded=False)
    (guarded,) = talks(officer, Guard(), scenarios, Sampling(), 1, 1, guarded=True)
    assert {turn.reply.text for turn in alone.turns} == {"How are you? I am fine."}
    assert {source for turn in alone.turns for source in turn.sources} == {"model"}
    assert not any("How are you?" in turn.reply.text for turn in guarded.turns)
    spanish = [endured([talk]).spanish for talk in (alone, guarded)]
    assert sum(seen.value for seen in spanish[0]) == 0
    assert all(seen.value == seen.weight for seen in spanish[1])
