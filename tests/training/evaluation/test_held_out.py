"""Held-out conversations: none that training draws, notes where the app has them, and nothing that was trained on."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from garita.errors import DatasetRefused
from garita.roleplay import scenario_file
from garita.roleplay.note import note
from garita.roleplay.prompt import OPENING
from garita.roleplay.slots import filled
from garita.training.data.conversation_line import ConversationLine, encode, fingerprint
from garita.training.data.folder import DESCRIPTION, Description
from garita.training.data.splits import Shares
from garita.training.evaluation.held_out import from_dataset, simulated
from garita.training.simulator.corpus import conversations
from tests.training.data.talk import say

SCENARIOS = scenario_file.load_all()
ASKED = ConversationLine(messages=say("sEres agente.", "uHola.", "a¿Su nombre?", "uAna.", "aAdiós."))
OPENED = ConversationLine(messages=say("aBuenos días.", "uHola.", "aAdiós."), attributes={"level": "B2"})


def dataset(folder: Path, test: list[ConversationLine], trained: list[ConversationLine]) -> Path:
    folder.mkdir()
    hashes = {name: [fingerprint(line.messages) for line in lines] for name, lines in
              (("train", trained), ("validation", []), ("test", test))}  # fmt: skip
    whole = Description(hashes, Shares(), {}, [], {})  # type: ignore[arg-type]
    (folder / DESCRIPTION).write_bytes(msgspec.json.encode(whole))
    (folder / "test.jsonl").write_bytes(b"".join(map(encode, test)))
    return folder


def test_simulated_conversations_are_the_seeds_and_no_corpus_has_them() -> None:
    found = simulated(SCENARIOS, 6, seed=1).facts
    corpus = {fingerprint(talk.history) for seed in range(3) for talk in conversations(SCENARIOS, 12, seed)}
    assert len(set(found.hashes)) == 6
    assert not corpus.intersection(found.hashes)
    assert simulated(SCENARIOS, 6, seed=1).facts == found
    assert not set(simulated(SCENARIOS, 6, seed=2).facts.hashes).intersection(found.hashes)


def test_a_turn_has_its_note_and_its_reply_with_slots_or_without() -> None:
    held = simulated(SCENARIOS, 4, seed=1)
    slots, words = held.turns(True), held.turns(False)
    assert len(slots) == len(words) == held.facts.turns
    assert [turn.number for turn in slots if turn.conversation == 0] == list(
        range(1, 1 + sum(turn.conversation == 0 for turn in slots))
    )
    assert any("{" in turn.reply for turn in slots)
    assert not any("{" in turn.reply for turn in words)
    noted = [turn for turn in slots if turn.messages[-1].content.endswith(note(turn.plan))]
    assert len(noted) > 0.9 * len(slots)
    for one, other in zip(slots, words, strict=True):
        if one in noted:
            assert filled(one.reply, one.plan).lower() == other.reply.lower()


def test_a_datasets_test_part_is_taken_as_it_stands(tmp_path: Path) -> None:
    held = from_dataset(dataset(tmp_path / "set", [ASKED, OPENED], []), 9, seed=1)
    assert (held.facts.kind, held.facts.conversations, held.facts.turns) == ("dataset", 2, 4)
    turns = held.turns(True)
    assert [turn.reply for turn in turns] == ["¿Su nombre?", "Adiós.", "Buenos días.", "Adiós."]
    assert [len(turn.messages) for turn in turns] == [2, 4, 1, 3]
    assert turns[2].messages[0].content == OPENING
    assert [turn.level for turn in turns] == ["", "", "B2", "B2"]


def test_no_more_conversations_than_asked_for(tmp_path: Path) -> None:
    lines = [ConversationLine(messages=say("uHola.", f"aSon {number}.")) for number in range(9)]
    held = from_dataset(dataset(tmp_path / "set", lines, []), 4, seed=1)
    assert held.facts.conversations == 4
    assert held.facts == from_dataset(tmp_path / "set", 4, seed=1).facts


def test_what_was_trained_on_is_refused(tmp_path: Path) -> None:
    own = dataset(tmp_path / "own", [ASKED], [ASKED])
    with pytest.raises(DatasetRefused, match="1 of its conversations are in the training set"):
        from_dataset(own, 9, seed=1)
    free = dataset(tmp_path / "free", [ASKED], [])
    elsewhere = dataset(tmp_path / "elsewhere", [OPENED], [ASKED])
    assert from_dataset(free, 9, seed=1).facts.checked_against == str(free)
    with pytest.raises(DatasetRefused) as refused:
        from_dataset(free, 9, seed=1, trained_on=elsewhere)
    assert refused.value.facts["path"] == str(free / "test.jsonl")


def test_simulated_ones_that_were_trained_on_are_refused_too(tmp_path: Path) -> None:
    hashes = simulated(SCENARIOS, 2, seed=1).facts.hashes
    folder = dataset(tmp_path / "set", [ASKED], [])
    whole = Description({"train": [hashes[1]], "validation": [], "test": []}, Shares(), {}, [], {})
    (folder / DESCRIPTION).write_bytes(msgspec.json.encode(whole))
    with pytest.raises(DatasetRefused, match="1 of its"):
        simulated(SCENARIOS, 2, seed=1, trained_on=folder)


def test_folders_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(DatasetRefused):
        from_dataset(tmp_path, 9, seed=1)
    empty = dataset(tmp_path / "empty", [], [])
    with pytest.raises(DatasetRefused, match="no conversation in it"):
        from_dataset(empty, 9, seed=1)
