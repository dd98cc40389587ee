"""A sentence the officer can always say: the scenario's next question, else a word of courtesy or the farewell.

Knows the scenario's own wordings and which topics were asked already, by fuzzy match and by the words that give a topic
away. Stands in where the model failed; knows no model.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from garita.roleplay.clues import asks, is_about
from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Scenario, Topic
from garita.roleplay.sentences import split

ALIKE_FROM = 85.0  # rapidfuzz's ratio, 0 to 100, from which a sentence counts as one of the stock wordings

IN_SPANISH = "En español, por favor:"
VERDICTS = (
    "Está todo en orden, puede pasar.",
    "He terminado con las preguntas; puede continuar.",
    "No hay ningún problema con su documentación.",
)
COURTESIES = (
    "Muy bien, gracias por su paciencia.",
    "De acuerdo, muchas gracias.",
    "Perfecto, eso es todo por mi parte.",
)

ACKNOWLEDGEMENTS = ("De acuerdo.", "Muy bien.", "Entendido.", "Tomo nota.")


def stock_sentence(scenario: Scenario, officer_history: Sequence[str], reason: str, rng: Random) -> str:
    """What the officer says in place of a sentence that the guard refused for ``reason``.

    The first checklist question whose topic was not asked yet; after the last one a verdict, a courtesy, the farewell.
    Nothing comes twice while there is anything else. Where the model fell into another language, the officer asks
    for Spanish once.

    Args:
        scenario: its wordings are used.
        officer_history: what the officer said so far, replies or sentences, oldest first.
        reason: the guard's reason.
        rng: chooses among wordings.
    """
    said = [sentence for text in officer_history for sentence in split(text)]
    if not said:
        return rng.choice(scenario.greeting)
    said_plain = {plain(sentence) for sentence in said}
    question = _next_question(scenario, said, said_plain, rng)
    if question is None:
        return _closing(scenario, said_plain, rng)
    asked_for_spanish = any(sentence.startswith(IN_SPANISH) for sentence in said)
    return _in_spanish(question) if reason == "language" and not asked_for_spanish else question


def acknowledgement(just_said: Sequence[str], rng: Random) -> str:
    """A few words that fit any answer, other than what the officer has just said."""
    return rng.choice([words for words in ACKNOWLEDGEMENTS if words not in just_said] or list(ACKNOWLEDGEMENTS))


def asked_topics(scenario: Scenario, officer_history: Sequence[str]) -> set[Topic]:
    """The checklist's topics that the officer has asked about."""
    said = [sentence for text in officer_history for sentence in split(text)]
    return {question.topic for question in scenario.checklist if _asked(question.topic, question.ask, said)}


def _next_question(scenario: Scenario, said: list[str], said_plain: set[str], rng: Random) -> str | None:
    asked = asked_topics(scenario, said)
    for question in scenario.checklist:
        fresh = _fresh(question.ask, said_plain)
        if question.topic not in asked and fresh:
            # Of several sentences one alone is wanted: the officer's turn is judged sentence by sentence.
            return rng.choice([wording for wording in fresh if len(split(wording)) == 1] or fresh)
    return None


def _fresh(choices: tuple[str, ...], said_plain: set[str]) -> list[str]:
    """Those of which no sentence was said yet."""
    return [choice for choice in choices if said_plain.isdisjoint(plain(sentence) for sentence in split(choice))]


def _asked(topic: Topic, wordings: tuple[str, ...], said: list[str]) -> bool:
    from rapidfuzz.fuzz import ratio

    for sentence in said:
        spoken = plain(sentence)
        if asks(sentence) and is_about(topic, sentence):
            return True
        if any(ratio(spoken, plain(wording), score_cutoff=ALIKE_FROM) for wording in wordings):
            return True
    return False


def _closing(scenario: Scenario, said_plain: set[str], rng: Random) -> str:
    for choices in (VERDICTS[:1], scenario.farewell, COURTESIES, VERDICTS):
        if fresh := _fresh(choices, said_plain):
            return rng.choice(fresh)
    return rng.choice(scenario.farewell)


def _in_spanish(question: str) -> str:
    """The question after a request to speak Spanish; its first letter becomes small."""
    mark, rest = (question[0], question[1:]) if question[0] in "¿¡" else ("", question)
    return f"{IN_SPANISH} {mark}{rest[0].lower()}{rest[1:]}"
