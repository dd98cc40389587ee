"""A conversation as the app would have it, with a model that says what it is told to."""

from __future__ import annotations

from garita.messages import Sampling
from garita.roleplay.act import Plan
from garita.roleplay.guard import Guard
from garita.training.evaluation.booth import converse, transcript
from garita.training.evaluation.by_hand import Line
from tests.fakes import FakeModel
from tests.session.scene import SCENE

ANSWERS = ["Aquí tiene.", "De Puebla, México.", "Diez días.", "Gracias."]
REPLIES = [
    "Buenos días. ¿Me da su pasaporte?",
    "Gracias. ¿De dónde viene usted?",
    "De Puebla, México, bien. ¿Cuánto tiempo se queda?",
    "Diez días, muy bien. Todo está en orden, puede pasar.",
    "De nada, buen viaje.",
]


class Told:
    """Says the answers in order and keeps what it was asked."""

    def __init__(self) -> None:
        self.plans: list[Plan] = []

    def opening(self) -> None:
        return None

    def answer(self, plan: Plan, _officer_text: str, /) -> Line:
        self.plans.append(plan)
        return Line(ANSWERS[len(self.plans) - 1])


def test_it_goes_from_the_greeting_to_the_farewell() -> None:
    traveller = Told()
    talk = converse(FakeModel(REPLIES), Guard(), SCENE, traveller, Sampling(), seed=1)
    assert [turn.reply.text for turn in talk.turns] == REPLIES
    assert [turn.student for turn in talk.turns] == ["", *ANSWERS]
    assert [plan.main.kind for plan in traveller.plans] == ["ask", "ask", "ask", "verdict"]
    assert {source for turn in talk.turns for source in turn.sources} == {"model"}


def test_what_is_not_the_models_is_marked() -> None:
    replies = [*REPLIES[:1], "Gracias por el pasaporte.", *[""] * 4, *REPLIES[2:]]
    talk = converse(FakeModel(replies), Guard(), SCENE, Told(), Sampling(), seed=1)
    assert talk.turns[1].sources == ["model", "stock"]
    assert talk.turns[1].by_model == "Gracias por el pasaporte."
    assert "[ms]" in transcript([talk])
    assert "(Ahora: pregunta por la procedencia.)" in transcript([talk])
