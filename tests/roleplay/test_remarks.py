"""An answer to a remark is told from the answers to others, and there is one of our own for each."""

from __future__ import annotations

from random import Random
from typing import get_args

import pytest

from garita.roleplay.act import Remark
from garita.roleplay.guard import Guard
from garita.roleplay.meaning import OffTopic
from garita.roleplay.remarks import answers, own_answer
from garita.roleplay.scenario_file import load_all
from garita.roleplay.sentences import split
from garita.training.simulator import conversations

REMARKS: tuple[Remark, ...] = (*get_args(OffTopic)[1:], "insult", "injection", "thanks", "how_are_you", "sorry")


@pytest.mark.parametrize("remark", REMARKS)
def test_our_own_answer_is_one_and_passes_the_guard(remark: Remark) -> None:
    for seed in range(6):
        own = own_answer(remark, Random(seed))
        assert answers(remark, own)
        assert Guard().check(own, (), may_repeat=False).ok


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("why", "Hay taxis en la salida."),
        ("why", "Su maleta está después del control."),
        ("why", "Vuelvo a la pregunta:"),
        ("about_you", "Las maletas salen al fondo."),
        ("bathroom", "Hoy hace mucho frío."),
        ("taxi", "Soy agente de aduana."),
    ],
)
def test_an_answer_to_something_else(remark: Remark, said: str) -> None:
    assert not answers(remark, said)


def test_every_answer_of_the_simulator_is_known() -> None:
    answered = 0
    for talk in conversations(load_all(), 150, 3):
        for turn in talk.turns:
            if (act := turn.plan.main).kind in ("return", "stay_in_role") and act.remark:
                said = talk.history[turn.message].content.partition("¿")[0]
                assert answers(act.remark, said), (act.remark, split(said))
                answered += 1
    assert answered > 50
