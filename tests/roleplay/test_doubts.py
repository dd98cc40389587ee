"""What was heard doubtfully is confirmed: numbers, names and places, and nothing else."""

from __future__ import annotations

import pytest

from garita.messages import ChatMessage, HeardWord, Transcript
from garita.roleplay.act import Act
from garita.roleplay.director import Director
from garita.roleplay.doubts import doubted, unsure_words
from garita.roleplay.scenario_file import load_all
from garita.roleplay.understand import understand

MADRID = next(scenario for scenario in load_all() if scenario.id == "es_barajas_turismo")


def heard(text: str, *unsure: str) -> Transcript:
    words = [HeardWord(word, 0.0, 0.1, 0.3 if word in unsure else 0.95) for word in text.split()]
    return Transcript(text, tuple(words))


@pytest.mark.parametrize(
    ("topic", "text", "unsure", "doubtful"),
    [
        ("stay", "me quedo doce días", "doce", "stay"),
        ("stay", "me quedo doce días", "quedo", ""),
        ("name", "me llamo Ana Sotz", "Sotz", "name"),
        ("name", "me llamo Ana Sotz", "llamo", ""),
        ("origin", "vengo de Puebla", "Puebla", "origin"),
        ("money", "tengo ochocientos euros", "ochocientos", "money"),
        ("goods", "dos botellas de tequila", "dos", "goods"),
        ("goods", "ropa y un libro", "ropa", ""),
        ("purpose", "vengo de turismo", "turismo", ""),
    ],
)
def test_facts_that_stand_on_unsure_words(topic: str, text: str, unsure: str, doubtful: str) -> None:
    meaning = understand(text, Act(kind="ask", topic=topic), MADRID)  # type: ignore[arg-type]
    marked = doubted(meaning, unsure_words(heard(text, unsure)))
    assert [fact.topic for fact in marked.facts if fact.doubtful] == ([doubtful] if doubtful else [])


def test_a_typed_turn_has_no_doubts() -> None:
    meaning = understand("me quedo doce días", Act(kind="ask", topic="stay"), MADRID)
    assert doubted(meaning, frozenset()) == meaning


def test_the_officer_asks_whether_it_heard_rightly() -> None:
    said = ["Hola.", "¿Su pasaporte?", "Aquí está.", "¿Cómo se llama?", "me llamo Ana Sotz"]
    history = [ChatMessage(role="user" if n % 2 == 0 else "assistant", content=text) for n, text in enumerate(said)]
    sure = Director(MADRID).plans(history)[4]
    unsure = Director(MADRID).plans(history, {4: unsure_words(heard(said[4], "Sotz"))})[4]
    assert sure is not None
    assert sure.main.kind != "confirm"
    assert unsure is not None
    assert (unsure.main.kind, unsure.main.item) == ("confirm", "Ana Sotz")


def test_nobody_is_accused_of_what_was_perhaps_misheard_before_confirming_it() -> None:
    said = ["Hola.", "¿Su pasaporte?", "Aquí está.", "¿Cómo se llama?", "me llamo Ana Sotz", "¿Ana Sotz?", "Sí."]
    history = [ChatMessage(role="user" if n % 2 == 0 else "assistant", content=text) for n, text in enumerate(said)]
    plan = Director(MADRID).plans(history, {4: frozenset({"sotz"})})[6]
    assert plan is not None
    assert (plan.main.kind, plan.main.before) == ("contradiction", MADRID.traveller.name)
