"""Stock sentences go on with the checklist, never say a thing twice while there is another, and pass the guard."""

from __future__ import annotations

import random

import pytest

from garita.roleplay import scenario_file
from garita.roleplay.guard import Guard
from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Scenario
from garita.roleplay.sentences import split
from garita.roleplay.stock import asked_topics, stock_sentence

SHIPPED = scenario_file.load_all()
MADRID = scenario_file.find("es_barajas_turismo")
by_id = pytest.mark.parametrize("scenario", SHIPPED, ids=lambda each: each.id)


def stock(scenario: Scenario, *history: str, reason: str = "role", seed: int = 1) -> str:
    return stock_sentence(scenario, history, reason, random.Random(seed))


def test_an_officer_who_said_nothing_greets() -> None:
    assert stock(MADRID) in MADRID.greeting


def test_the_first_topic_not_asked_yet_comes_next() -> None:
    history = ["Buenos días.", "Deme su pasaporte, por favor.", "¿Cómo se llama usted?"]
    assert asked_topics(MADRID, history) == {"passport", "name"}
    origin = next(question for question in MADRID.checklist if question.topic == "origin")
    assert stock(MADRID, *history) in origin.ask


def test_a_topic_asked_in_other_words_counts_as_asked() -> None:
    history = [
        "¿Me permite ver el pasaporte?",
        "¿Su nombre?",
        "¿De dónde ha venido hoy?",
        "¿Cuál es el motivo de la visita?",
        "¿Cuánto tiempo piensa estar?",
        "¿Y en qué hotel se hospeda?",
    ]
    asked = asked_topics(MADRID, history)
    assert asked == {"passport", "name", "origin", "purpose", "stay", "lodging"}


def test_a_statement_about_a_topic_does_not_ask_it() -> None:
    assert asked_topics(MADRID, ["El hotel está cerca.", "Aquí tiene su pasaporte."]) == set()


def test_after_a_foreign_sentence_spanish_is_asked_for_once() -> None:
    first = stock(MADRID, "Buenos días.", reason="language", seed=3)
    assert first.startswith("En español, por favor: ")
    assert not stock(MADRID, "Buenos días.", first, reason="language").startswith("En español")


@by_id
def test_a_whole_conversation_of_stock_sentences(scenario: Scenario) -> None:
    """Every topic is asked in the checklist's order, then comes the end; the guard would let all of it pass."""
    guard, said, rng = Guard(), list[str](), random.Random(5)
    for _ in range(len(scenario.checklist) + 5):
        sentence = stock_sentence(scenario, said, "role", rng)
        for part in split(sentence):
            assert guard.check(part, said, may_repeat=False).ok, part
        said.append(sentence)
    assert len({plain(sentence) for sentence in said}) == len(said)
    assert any(sentence in scenario.farewell for sentence in said)
    questions = {wording: question.topic for question in scenario.checklist for wording in question.ask}
    order = [questions[sentence] for sentence in said if sentence in questions]
    assert order == [question.topic for question in scenario.checklist if question.topic in order]
    assert len(order) >= len(scenario.checklist) - 2  # one wording may serve a neighbouring topic too


def test_something_is_said_even_when_all_has_been() -> None:
    said = [stock(MADRID)]
    for seed in range(60):
        said.append(stock(MADRID, *said, seed=seed))
    assert all(said)


def test_the_same_seed_says_the_same() -> None:
    assert stock(MADRID, "Hola.", seed=9) == stock(MADRID, "Hola.", seed=9)
