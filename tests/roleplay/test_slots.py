"""Slots: what goes in comes out again, whoever speaks and whatever was heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.messages import ChatMessage
from garita.roleplay.act import Act, Plan
from garita.roleplay.meaning import Fact
from garita.roleplay.prompt import BEFORE, chat_messages
from garita.roleplay.scenario_file import load_all
from garita.roleplay.slots import delexicalised, filled, has_slot, says_twice, visible
from garita.training.simulator import conversations

NAME = Plan(acts=(Act(kind="ask", topic="origin"),), heard=(Fact(topic="name", text="Ana Sotz"),))
RULE = Plan(
    acts=(Act(kind="rule", topic="goods", item="tres puros", limit="2 puros"),),
    heard=(Fact(topic="goods", text="tres puros y un gorro"),),
)
PAY = Plan(acts=(Act(kind="verdict", verdict="pay", item="un reloj", duty="45 euros"),))

CASES = [
    (NAME, "Mucho gusto, Ana Sotz. ¿De dónde viene?", "Mucho gusto, {nombre}. ¿De dónde viene?"),
    (NAME, "Ana Sotz, muy bien.", "{nombre}, muy bien."),
    (RULE, "Lleva tres puros y un gorro. Tres puros son demasiado.", "Lleva {equipaje}. {cosa} son demasiado."),
    (RULE, "¿Tres puros y un gorro? El límite es 2 puros.", "¿{equipaje}? El límite es {límite}."),
    (PAY, "Debe pagar 45 euros por un reloj.", "Debe pagar {pago} por {cosa}."),
    (None, "Mucho gusto, Ana Sotz.", "Mucho gusto, Ana Sotz."),
]


@pytest.mark.parametrize(("plan", "words", "slots"), CASES)
def test_words_become_slots_and_slots_words(plan: Plan | None, words: str, slots: str) -> None:
    assert delexicalised(words, plan) == slots
    assert filled(slots, plan) == words


def test_a_part_of_a_word_is_no_slot() -> None:
    heard = Plan(acts=(Act(kind="ask", topic="stay"),), heard=(Fact(topic="name", text="Ana"),))
    assert delexicalised("Mañana, Anabel.", heard) == "Mañana, Anabel."


def test_what_is_heard_comes_first_and_the_same_words_later_belong_to_the_act() -> None:
    plan = Plan(
        acts=(Act(kind="demand", detail="papers", item="un gato"),), heard=(Fact(topic="pets", text="un gato"),)
    )
    assert (
        delexicalised("Un gato, bien. ¿Y los papeles de un gato?", plan)
        == "{animales}, bien. ¿Y los papeles de {cosa}?"
    )


def test_a_slot_without_a_value_stays_and_is_seen() -> None:
    assert filled("Viene de {procedencia}.", NAME) == "Viene de {procedencia}."
    assert has_slot(filled("Viene de {procedencia}.", NAME))
    assert not has_slot(filled("Gracias, {nombre}.", NAME))


def test_a_sentence_that_says_a_thing_twice_is_noticed() -> None:
    assert says_twice("Se queda {duración} y su viaje dura {duración}.")
    assert not says_twice("Se queda {duración} y viene de {procedencia}.")


def test_a_slot_being_written_is_not_shown() -> None:
    assert visible("Mucho gusto, {nom") == "Mucho gusto, "
    assert visible(filled("Mucho gusto, {nombre}, y {motivo}", NAME)) == "Mucho gusto, Ana Sotz, y "


def test_all_that_the_simulator_says_can_be_filled_again() -> None:
    turns = [(talk, turn) for talk in conversations(load_all(), 120, 4) for turn in talk.turns]
    for talk, turn in turns:
        text = talk.history[turn.message].content
        slots = delexicalised(text, turn.plan)
        assert filled(slots, turn.plan) == text
        assert all(fact.text not in slots for fact in turn.plan.heard if not fact.none and len(fact.text) > 12)


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_name_in_any_words_comes_back(name: str, words: str) -> None:
    plan = Plan(acts=(Act(kind="ask", topic="origin"),), heard=(Fact(topic="name", text=name.strip()),))
    said = f"Gracias, {name.strip()}: {words}".translate(str.maketrans("", "", "{}"))
    assert filled(delexicalised(said, plan), plan).casefold() == said.casefold()


def test_only_a_model_that_knows_slots_reads_them() -> None:
    history = [
        ChatMessage(role="user", content="Soy Ana Sotz."),
        ChatMessage(role="assistant", content="Hola, Ana Sotz."),
    ]
    plain, slots = (chat_messages(load_all()[0], history, {0: NAME}, slots=on)[-1].content for on in (False, True))
    assert (plain, slots) == ("Hola, Ana Sotz.", "Hola, {nombre}.")


def test_the_opening_has_its_plan_too() -> None:
    plan = Plan(acts=(Act(kind="greet"), Act(kind="ask", topic="passport", item="")), heard=NAME.heard)
    opening = [ChatMessage(role="assistant", content="Hola, Ana Sotz.")]
    assert chat_messages(load_all()[0], opening, {BEFORE: plan}, slots=True)[-1].content == "Hola, {nombre}."
