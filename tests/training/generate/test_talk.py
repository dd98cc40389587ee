"""Each side reads its own prompt and the same conversation, roles swapped; the line is what the officer read."""

from __future__ import annotations

from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from garita.messages import ChatMessage
from garita.roleplay.act import Act, Plan
from garita.roleplay.director import Director
from garita.roleplay.prompt import OPENING, system_prompt
from garita.training.data.conversation_line import decode, encode, role_problem
from garita.training.generate import talk
from garita.training.generate.traveller_prompt import traveller_prompt
from garita.training.simulator.traveller import Traveller
from tests.training.generate.test_attributes import meeting

MODELS: dict[talk.Side, str] = {"officer": "big", "traveller": "small"}
PLAIN = meeting(strictness=("correct",))
NAME = PLAIN.scenario.traveller.name
SAID = ("Buenas. ¿Su pasaporte, por favor?", "Aquí tiene.", "¿Cómo se llama?", f"Me llamo {NAME}.")


def test_the_officer_reads_its_own_prompt_with_notes() -> None:
    messages = talk.prompt(PLAIN, SAID)
    assert messages[0].content == system_prompt(PLAIN.scenario)  # exactly what the app gives it
    assert messages[1].content.startswith(OPENING)
    assert [message.role for message in messages[1:]] == ["user", "assistant", "user", "assistant", "user"]
    assert messages[2].content == SAID[0]
    assert messages[-1].content.startswith(f"{SAID[3]}\n(")


def test_the_traveller_reads_the_same_conversation_with_the_roles_swapped() -> None:
    messages = talk.prompt(PLAIN, SAID[:3])
    assert messages[0].content == traveller_prompt(PLAIN)
    assert [message.role for message in messages[1:]] == ["user", "assistant", "user"]
    assert tuple(message.content for message in messages[1:]) == SAID[:3]  # and no notes


def test_neither_knows_what_is_the_other_s() -> None:
    traveller, officer = traveller_prompt(PLAIN), talk.prompt(PLAIN, ())[0].content
    assert PLAIN.scenario.traveller.name in traveller
    assert PLAIN.scenario.traveller.name not in officer
    assert "Límites" not in traveller
    for known in PLAIN.scenario.officer.knows:
        assert known not in traveller


def test_a_thorough_officer_is_told_so() -> None:
    strict = talk.prompt(meeting(strictness=("thorough",)), ())[0].content
    assert strict != system_prompt(meeting(strictness=("thorough",)).scenario)
    assert strict.splitlines()[-1].startswith("Revisas con detalle")


def test_level_nerves_age_secret_and_suitcase_are_in_the_traveller_s_prompt() -> None:
    texts = {traveller_prompt(meeting(level=(level,))) for level in ("A2", "B1", "B2", "C1")}
    texts |= {traveller_prompt(meeting(nerves=(nerves,))) for nerves in ("calm", "uneasy", "nervous")}
    assert len(texts) >= 6
    one = next(found for number in range(50) if (found := meeting(number)).attributes.secret)
    text, traveller = traveller_prompt(one), one.scenario.traveller
    assert traveller.secret in text
    assert all(good.name in text for good in traveller.suitcase)
    assert f"{one.attributes.age} años" in text
    assert "declarar" not in text.replace(traveller.secret, "")


def test_it_is_over_after_so_many_turns_of_the_officer() -> None:
    assert talk.ending(PLAIN, SAID[:1], turns=1) == "turns"
    assert talk.ending(PLAIN, SAID[:1], turns=2) == ""
    assert talk.ending(PLAIN, SAID[:2], turns=1) == ""  # the officer has the last word
    assert talk.ending(PLAIN, SAID[:3], turns=2) == "turns"


def test_it_is_over_when_the_officer_says_farewell() -> None:
    said = (*SAID[:2], "Hasta luego quiero saber: ¿cómo se llama?", SAID[3], "Hasta luego y buen viaje.")
    assert [talk.ending(PLAIN, said[:end], turns=10) for end in (1, 3, 5)] == ["", "", "farewell"]


def test_it_is_over_when_the_plan_was_to_say_farewell() -> None:
    """The officer has given its verdict; whatever it says next, the booth is done with this traveller."""
    one, said = meeting(strictness=("correct",)), list[str]()
    director = Director(one.scenario)
    traveller = Traveller(one.scenario, Random(1))
    for _ in range(60):
        plan = director.plans([ChatMessage("user" if at % 2 else "assistant", text) for at, text in enumerate(said)])
        kind = (due := plan[len(said) - 1]) and due.main.kind
        said.append("¿Y bien?")
        assert talk.ending(one, said, turns=100) == ("farewell" if kind == "farewell" else "")
        if kind == "farewell":
            return
        said.append(traveller.answer(due or Plan(acts=(Act(kind="greet"),)), said[-1]).text)
    raise AssertionError("the officer never comes to an end")


@pytest.mark.parametrize(
    ("said", "text", "left"),
    [
        (SAID[:3], "  Me llamo\n Ana. ", "Me llamo Ana."),
        (SAID[:3], "<think>¿Qué digo?\n</think>Soy Ana.", "Soy Ana."),
        (SAID[:3], "<think>no end", ""),
        (SAID[:3], "", ""),
        (SAID, "Gracias, {nombre}. ¿De dónde viene?", f"Gracias, {NAME}. ¿De dónde viene?"),
        (SAID, "Son {cosa}.", "Son esto."),
        (SAID[:3], "Llevo {cosa}.", "Llevo esto."),
    ],
)
def test_what_becomes_of_a_model_s_words(said: tuple[str, ...], text: str, left: str) -> None:
    assert talk.accepted(PLAIN, said, text) == left


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 40), st.lists(st.text(min_size=1), min_size=5, max_size=5))
def test_whatever_is_said_the_line_is_a_conversation(number: int, texts: list[str]) -> None:
    one, said = meeting(number), list[str]()
    for text in texts:
        said.append(talk.accepted(one, said, text) or "...")
    line = talk.line(one, said, "turns", MODELS, 0)
    assert role_problem(line.messages) is None
    if "\ud800" not in "".join(said):
        assert decode(encode(line)) == line
    assert line.messages[-1].content == said[-1]
    assert (line.model, line.meta["traveller_model"], line.seed) == ("big", "small", one.seed)
    assert line.attributes == msgspec.to_builtins(one.attributes)
    assert line.sampling == {"temperature": one.temperature, "top_p": one.top_p}
