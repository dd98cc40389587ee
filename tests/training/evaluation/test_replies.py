"""What a model writes in held-out turns, held against the references."""

from __future__ import annotations

import pytest

from garita.messages import Sampling, Timings
from garita.roleplay.act import Act, Plan
from garita.roleplay.meaning import Fact
from garita.training.evaluation.held_out import HeldTurn
from garita.training.evaluation.replies import Pair, Written, compare, write
from tests.fakes import FakeModel
from tests.training.data.talk import say

PLAN = Plan(acts=(Act(kind="ask", topic="stay"),), heard=(Fact(topic="origin", text="Coruña"),))
TURN = HeldTurn(0, 2, "B1", say("uDe Coruña."), "Viene de {procedencia}. ¿Cuántos días se queda?", PLAN)


def compared(text: str) -> tuple[float, float, float]:
    found = compare([Pair(TURN, Written(text, Timings(tokens_generated=9, generate_seconds=0.5), 0.1))])
    assert (found.rate[0].value, found.rate[0].weight) == (9, 0.5)
    return found.next_step[0].value, found.chrf[0].value, found.rouge_l[0].value


def test_slots_are_filled_from_the_turns_plan() -> None:
    model = FakeModel([" {procedencia}, bien. ¿Cuántos días se queda?"])
    (pair,) = write(model, [TURN], Sampling(temperature=0.3), seed=5)
    assert pair.written.text == "Coruña, bien. ¿Cuántos días se queda?"
    assert pair.reference == "Viene de Coruña. ¿Cuántos días se queda?"
    assert pair.written.first_seconds > 0
    messages, sampling, _ = model.calls[0]
    assert messages == list(TURN.messages)
    assert sampling.temperature == 0.3


def test_every_turn_has_a_seed_of_its_own_and_the_same_again() -> None:
    seeds = []
    for _ in range(2):
        model = FakeModel(["Sí."] * 3)
        write(model, [TURN] * 3, Sampling(), seed=5)
        seeds.append([sampling.seed for _, sampling, _ in model.calls])
    assert seeds[0] == seeds[1]
    assert len(set(seeds[0])) == 3


def test_the_references_own_words_are_perfect() -> None:
    assert compared("Viene de Coruña. ¿Cuántos días se queda?") == pytest.approx((1, 1, 1))


def test_other_words_for_the_same_step_lose_words_only() -> None:
    step, chrf, rouge = compared("Gracias. ¿Hasta cuándo se queda aquí?")
    assert step == 1
    assert 0 < chrf < 0.6
    assert 0 < rouge < 0.6


def test_another_step_and_silence() -> None:
    assert compared("¿Cómo se llama usted?")[0] == 0
    assert compared("") == (0, 0, 0)


def test_letters_with_accents_do_not_cut_words() -> None:
    assert compared("Coruña días")[2] == pytest.approx(2 * 2 / (2 + 7))
