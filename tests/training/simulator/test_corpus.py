"""The simulated conversations: reproducible, well-formed, attentive, in order, in Spanish."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from random import Random

import py3langid
import pytest

from garita.roleplay.prompt import OPENING
from garita.roleplay.scenario_file import load_all
from garita.training.simulator import Conversation, conversation, conversations, write_jsonl
from garita.training.simulator.variation import vary

SCENARIOS = load_all()
# What the officer says of the traveller where the traveller said it of himself.
_USTED = {"su": "mi", "sus": "mis", "viaja": "viajo", "se": "me", "va": "voy", "tiene": "tengo", "es": "soy"}
_OWN_WORDS = {"viaja", "una", "un", "sin", "receta", "papeles", "declarar"}


@pytest.fixture(scope="module")
def talks() -> list[Conversation]:
    return list(conversations(SCENARIOS, 400, seed=7))


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "one.jsonl", SCENARIOS, 60, seed=3)
    write_jsonl(tmp_path / "two.jsonl", SCENARIOS, 60, seed=3)
    write_jsonl(tmp_path / "three.jsonl", SCENARIOS, 60, seed=4)
    one = (tmp_path / "one.jsonl").read_bytes()
    assert one == (tmp_path / "two.jsonl").read_bytes()
    assert one != (tmp_path / "three.jsonl").read_bytes()


def test_the_words_do_not_depend_on_the_process() -> None:
    """A set's order or hash() on the way would change the words with PYTHONHASHSEED."""
    program = (
        "from garita.roleplay.scenario_file import load_all\n"
        "from garita.training.simulator import conversations\n"
        "print([message.content for talk in conversations(load_all(), 24, 5) for message in talk.messages])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    }
    assert len(said) == 1


def test_one_conversation_follows_from_its_seed() -> None:
    first = conversation(SCENARIOS[0], seed=1)
    assert first == conversation(SCENARIOS[0], seed=1)
    assert first != conversation(SCENARIOS[0], seed=2)


def test_the_file_is_complete_and_reports_progress(tmp_path: Path) -> None:
    seen: list[int] = []
    write_jsonl(tmp_path / "talks.jsonl", SCENARIOS, 150, seed=1, progress=seen.append)
    lines = (tmp_path / "talks.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 150
    assert seen == [100, 150]
    assert [path.name for path in tmp_path.iterdir()] == ["talks.jsonl"]
    first = json.loads(lines[0])
    assert first["messages"][0]["role"] == "system"
    assert first["scenario"] == SCENARIOS[0].id


def test_roles_alternate_and_nothing_is_empty(talks: list[Conversation]) -> None:
    for talk in talks:
        roles = [message.role for message in talk.messages]
        assert roles == ["system", *(("user", "assistant") * len(roles))[: len(roles) - 1]]
        assert roles[-1] == "assistant"
        assert all(message.content.strip() for message in talk.messages)


def test_some_students_speak_first_and_some_talks_are_trimmed(talks: list[Conversation]) -> None:
    whole = [talk for talk in talks if not talk.trimmed]
    opened = sum(talk.messages[1].content == OPENING for talk in whole)
    assert 0.6 < opened / len(whole) < 0.9
    assert 0.05 < 1 - len(whole) / len(talks) < 0.16
    assert all(talk.messages[1].content != OPENING for talk in talks if talk.trimmed)


def test_the_officer_repeats_only_what_the_traveller_said(talks: list[Conversation]) -> None:
    echoes = 0
    for talk in talks:
        for echo in talk.echoes:
            heard = _words(" ".join(m.content for m in talk.history[: echo.message] if m.role == "user"))
            said = _words(talk.history[echo.message].content)
            for word in _words(echo.text):
                assert word in said, (echo, talk.history[echo.message])
                assert word in heard or _USTED.get(word) in heard or word in _OWN_WORDS, (echo, talk.history)
            echoes += 1
    assert echoes > 5 * len(talks)


def test_made_up_words_are_spelled_as_heard() -> None:
    talk = next(t for t in conversations(SCENARIOS, 400, seed=11) if "what_is" and _asks_what_is(t))
    asked = next(m.content for m in talk.history if _WHAT_IS.search(m.content))
    word = next(group for group in _WHAT_IS.search(asked).groups() if group)  # type: ignore[union-attr]
    said = " ".join(m.content for m in talk.history if m.role == "user")
    assert word.lower() in said.lower()


_WHAT_IS = re.compile(r"[Qq]ué es (\w+)\?|palabra: (\w+)\.")


def _asks_what_is(talk: Conversation) -> bool:
    return any(m.role == "assistant" and _WHAT_IS.search(m.content) for m in talk.history)


def test_topics_are_asked_in_order_and_once_unless_there_is_cause() -> None:
    for number, scenario in enumerate(SCENARIOS * 8):
        order = [question.topic for question in scenario.checklist]
        talk = conversation(scenario, seed=number)
        fresh = [asked.topic for asked in talk.asked if not asked.again]
        assert fresh == sorted(set(fresh), key=order.index)
        assert all(asked.topic in fresh for asked in talk.asked)


def test_every_topic_is_asked_or_told(talks: list[Conversation]) -> None:
    for number, scenario in enumerate(SCENARIOS * 8):
        talk = conversation(scenario, seed=number)
        covered = {asked.topic for asked in talk.asked} | set(talk.facts)
        assert covered == {question.topic for question in scenario.checklist}


def test_a_question_already_answered_is_not_asked(talks: list[Conversation]) -> None:
    for talk in talks:
        topics = [asked.topic for asked in talk.asked if not asked.again]
        assert len(topics) == len(set(topics))


def test_the_verdict_gives_its_reason(talks: list[Conversation]) -> None:
    verdicts = {talk.verdict for talk in talks}
    assert verdicts == {"admit", "pay", "seize", "inspect"}
    for talk in talks:
        officer = " ".join(m.content.lower() for m in talk.history if m.role == "assistant")
        if talk.verdict == "inspect":
            assert "segunda revisión" in officer
        if talk.verdict == "pay":
            assert re.search(r"(impuesto|tasa|derechos de aduana) por ", officer)


def test_the_officer_speaks_spanish_and_writes_it_properly(talks: list[Conversation]) -> None:
    foreign = 0
    for talk in talks:
        for message in talk.history:
            if message.role != "assistant":
                continue
            text = message.content
            assert text[0] in "¿¡" or text[0].isupper() or text[0].isdigit(), text
            assert text[-1] in ".?!", text
            assert text.count("?") == text.count("¿"), text
            assert not re.search(r"[{}|<>]|  |\.\.|,,| ,| \.", text), text
        officer = " ".join(m.content for m in talk.history if m.role == "assistant")
        foreign += py3langid.classify(officer)[0] != "es"
    assert foreign == 0


def test_one_question_a_turn(talks: list[Conversation]) -> None:
    turns = [m.content for talk in talks for m in talk.history if m.role == "assistant"]
    several = [text for text in turns if text.count("?") > 1]
    assert len(several) < 0.03 * len(turns)


def test_conversations_fit_a_small_context(talks: list[Conversation]) -> None:
    words = [sum(len(message.content.split()) for message in talk.messages) for talk in talks]
    assert max(words) < 600
    turns = [sum(message.role == "assistant" for message in talk.history) for talk in talks]
    assert sorted(turns)[len(turns) // 20] >= 8
    assert max(turns) <= 40


def test_variation_keeps_a_scenario_whole() -> None:
    for seed, scenario in enumerate(SCENARIOS * 5):
        varied = vary(scenario, Random(seed))
        assert varied.id == scenario.id
        assert varied.checklist[0] == scenario.checklist[0]
        assert {question.topic for question in varied.checklist} <= {question.topic for question in scenario.checklist}
        assert varied.rules.alcohol_litres >= 1


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text.lower())
    return re.findall(r"[\w']+", "".join(c for c in plain if unicodedata.category(c) != "Mn"))
