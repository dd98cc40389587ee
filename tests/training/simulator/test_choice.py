"""Lists split for good: nothing of the examination is ever in training."""

from __future__ import annotations

from random import Random

import pytest

from garita.training.simulator import lives, names, places, things, traveller_asides, traveller_lines
from garita.training.simulator.choice import Choice, is_held_out, split
from garita.training.simulator.wording import count, say

TABLES = [
    table for module in (lives, names, places, things) for table in vars(module).values() if isinstance(table, Choice)
]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table[0])[:30])
def test_both_sides_of_a_table_are_disjoint_and_whole(table: Choice[object]) -> None:
    if len(table) >= 30:
        assert not set(table.trained) & set(table.held_out)
        assert len(table.trained) + len(table.held_out) == len(table)
        assert 0.03 < len(table.held_out) / len(table) < 0.3
    rng = Random(0)
    assert {table.draw(rng, held_out=True) for _ in range(50)} <= set(table.held_out)
    assert {table.draw(rng, held_out=False) for _ in range(50)} <= set(table.trained)


def test_the_split_does_not_move_when_an_entry_is_added() -> None:
    before = Choice([str(number) for number in range(200)])
    after = Choice([*before, "otra"])
    assert set(before.held_out) <= set(after.held_out)
    assert set(before.trained) <= set(after.trained)
    assert all(is_held_out(text) for text in before.held_out)


def test_short_lists_are_not_split() -> None:
    assert split(("a", "b")) == (("a", "b"), ("a", "b"))


def test_wordings_for_training_and_examination_are_disjoint() -> None:
    pattern = "{" + "|".join(f"frase {number} <x>" for number in range(60)) + "}"
    said = [{say(pattern, Random(seed), held_out=held, x="!") for seed in range(400)} for held in (False, True)]
    assert not said[0] & said[1]
    assert len(said[0]) > 40
    assert len(said[1]) > 2


@pytest.mark.parametrize("topic", list(traveller_lines.FULL))
def test_every_topic_has_many_frames(topic: str) -> None:
    assert count(traveller_lines.FULL[topic]) >= (8 if ":" in topic else 15)
    held = {say(traveller_lines.FULL[topic], Random(seed), held_out=True, x="x") for seed in range(60)}
    trained = {say(traveller_lines.FULL[topic], Random(seed), held_out=False, x="x") for seed in range(300)}
    assert not held & trained


def test_every_pattern_can_be_said() -> None:
    slots = {"x": "X", "w": "W", "w2": "V", "day": "buenos días"}
    said = 0
    for module in (traveller_lines, traveller_asides):
        for pattern in _texts([value for name, value in vars(module).items() if name.isupper()]):
            for seed in range(6):
                text = say(pattern, Random(seed), held_out=None, **slots)
                assert not set("{}|<>") & set(text), pattern
                said += 1
    assert said > 500


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in _texts(part)]
    return []
