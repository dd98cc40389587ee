"""Only what the officer brings up itself is its own."""

from __future__ import annotations

from collections.abc import Sequence

from garita.messages import ChatMessage
from garita.roleplay import scenario_file
from garita.roleplay.guard import Guard
from garita.roleplay.heard import words_of
from garita.roleplay.sentences import split
from garita.training import simulator
from garita.training.source import simulated
from garita.training.spoken_words import spoken_words
from tests.training.toy import conversations


def test_copied_words_are_not_the_officers_own() -> None:
    words = spoken_words(conversation.messages for conversation in conversations(60, 1))
    assert {"bienvenido", "donde", "dias", "puede", "pasar"} <= set(words)
    assert not any(word.isdigit() for word in words)
    assert not {"bogota", "quito", "lima"} & set(words)
    assert words == sorted(words)


def given(messages: Sequence[ChatMessage], at: int) -> list[ChatMessage]:
    """What the officer has before it when it writes message ``at``: its brief, and the last two messages."""
    return [messages[0], *messages[max(at - 2, 0) : at]]


def test_the_simulators_own_sentences_pass() -> None:
    scenarios = scenario_file.load_all()
    source = simulated("booth", scenarios, 8)
    guard = Guard(frozenset(spoken_words(talk.messages for talk in simulator.conversations(scenarios, 2000, 1))))
    reasons = [
        guard.check(sentence, (), True, words_of(m.content for m in given(talk.messages, at))).reason
        for talk in source(60, 9)
        for at, message in enumerate(talk.messages)
        if message.role == "assistant" and "\n(" in talk.messages[at - 1].content  # with a note, as in the app
        for sentence in split(message.content)
    ]
    assert len(reasons) > 1000
    assert reasons.count("garbled") <= len(reasons) * 0.006
