"""The simulated conversations: reproducible, well-formed, attentive, in order, in Spanish."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random

import py3langid
import pytest

from garita.roleplay.note import note
from garita.roleplay.prompt import OPENING
from garita.roleplay.realised import realised, takes_up
from garita.roleplay.scenario_file import load_all
from garita.training.simulator import Conversation, conversation, conversations, write_jsonl
from garita.training.simulator.play import MOST_TURNS, play
from garita.training.simulator.variation import vary
from tests.training.simulator import processes

SCENARIOS = load_all()


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
    assert processes.agree_on(program)


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
    opened = sum(talk.messages[1].content.startswith(OPENING) for talk in whole)
    assert 0.6 < opened / len(whole) < 0.9
    assert 0.05 < 1 - len(whole) / len(talks) < 0.16
    assert all(not talk.messages[1].content.startswith(OPENING) for talk in talks if talk.trimmed)


def test_every_plan_stands_as_a_note_in_the_prompt(talks: list[Conversation]) -> None:
    for talk in talks:
        users = [message.content for message in talk.messages if message.role == "user"]
        noted = [turn for turn in talk.turns if turn.noted and turn.message >= talk.trimmed]
        assert sum("\n(" in text for text in users) == len(noted)
        for turn in noted:
            assert any(text.endswith(note(turn.plan)) for text in users)


def test_some_prompts_have_no_notes_and_some_lost_one(talks: list[Conversation]) -> None:
    without = sum(not any(turn.noted for turn in talk.turns) for talk in talks)
    assert 0.05 < without / len(talks) < 0.16
    lost = [turn for talk in talks for turn in talk.turns if not turn.noted]
    assert len(lost) > 0.03 * sum(len(talk.turns) for talk in talks)


def test_the_officer_takes_up_what_was_heard(talks: list[Conversation]) -> None:
    heard = [(turn, talk) for talk in talks for turn in talk.turns if turn.plan.heard]
    taken = sum(
        all(takes_up(fact, talk.history[turn.message].content) for fact in turn.plan.heard) for turn, talk in heard
    )
    assert taken >= 0.995 * len(heard)
    assert len(heard) > 4 * len(talks)


def test_the_officer_does_what_is_planned(talks: list[Conversation]) -> None:
    turns = [(turn, talk.history[turn.message].content) for talk in talks for turn in talk.turns]
    done = sum(all(realised(act, text) for act in turn.plan.acts) for turn, text in turns)
    assert done >= 0.99 * len(turns)


def test_every_topic_is_asked_or_told(talks: list[Conversation]) -> None:
    for talk in talks:
        if len(talk.turns) == MOST_TURNS:
            continue
        asked = {act.topic for turn in talk.turns for act in turn.plan.acts}
        told = {
            fact.topic
            for turn in talk.turns
            for meaning in (turn.heard, turn.said)
            if meaning
            for fact in meaning.facts
        }
        checklist = {question.topic for question in talk.scene.checklist}
        assert checklist <= asked | told or talk.verdict == "refuse"


def test_no_topic_is_asked_for_ever(talks: list[Conversation]) -> None:
    again = 0
    for talk in talks:
        asked = [turn.plan.main.topic for turn in talk.turns if turn.plan.main.kind == "ask"]
        assert max(map(asked.count, asked)) <= 3
        again += len(asked) - len(set(asked))
    assert again < 0.6 * len(talks)


def test_conversations_end_with_a_verdict_of_every_kind(talks: list[Conversation]) -> None:
    assert {talk.verdict for talk in talks} >= {"admit", "pay", "hold", "inspect"}
    assert sum(bool(talk.verdict) for talk in talks) > 0.97 * len(talks)


def test_held_out_travellers_say_other_words() -> None:
    def said(held_out: bool) -> set[str]:
        talks = (play(vary(SCENARIOS[n % 12], Random(n)), Random(n), held_out=held_out) for n in range(150))
        texts = (m.content for talk in talks for m in talk.history if m.role == "user")
        return {text for text in texts if len(text.split()) > 4}

    training, held_out = said(False), said(True)
    assert len(training & held_out) < 0.02 * len(held_out)


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
    assert sorted(words)[int(0.99 * len(words))] < 900
    turns = [len(talk.turns) for talk in talks]
    assert sorted(turns)[len(turns) // 20] >= 8
    assert max(turns) <= MOST_TURNS + 1


def test_variation_keeps_a_scenario_whole() -> None:
    for seed, scenario in enumerate(SCENARIOS * 5):
        varied = vary(scenario, Random(seed))
        assert varied.id == scenario.id
        assert varied.checklist[0] == scenario.checklist[0]
        assert {question.topic for question in varied.checklist} <= {question.topic for question in scenario.checklist}
        assert varied.rules.alcohol_litres >= 1
