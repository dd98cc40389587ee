"""Attributes follow from seed and number, can be narrowed down, and reach the prompts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.errors import GenerationRefused
from garita.roleplay.prompt import COUNTRIES
from garita.training.generate import attributes
from garita.training.generate.attributes import AGES, CHOICES, Meeting, narrowed
from tests.training.generate.small import SCENARIOS

COLD, HOT = (0.3, 1.0), (0.8, 1.0)


def meeting(number: int = 0, seed: int = 1, **wanted: tuple[str, ...]) -> Meeting:
    return attributes.meeting(SCENARIOS, seed, number, wanted, COLD, HOT)


@given(st.integers(0, 10_000), st.integers(0, 2**40))
def test_everything_lies_within_its_limits_and_comes_again(number: int, seed: int) -> None:
    one = meeting(number, seed)
    assert one == meeting(number, seed)
    assert COLD[0] <= one.temperature <= COLD[1]
    assert HOT[0] <= one.top_p <= HOT[1]
    assert AGES[0] <= one.attributes.age <= AGES[1]
    assert 0 <= one.seed < 2**31
    assert one.scenario.officer.manner == one.attributes.manner
    assert one.scenario.level == one.attributes.level
    assert one.scenario.traveller.nationality == one.attributes.origin


def test_every_value_is_drawn() -> None:
    drawn = [meeting(number).attributes for number in range(300)]
    for name, values in CHOICES.items():
        assert {getattr(one, name) for one in drawn} == set(values)
    assert {one.secret for one in drawn} == {True, False}


def test_another_seed_meets_others() -> None:
    assert meeting(seed=1) != meeting(seed=2)


def test_what_is_narrowed_down_stays_there() -> None:
    drawn = [meeting(number, level=("A2",), manner=("kind", "stern")).attributes for number in range(50)]
    assert {one.level for one in drawn} == {"A2"}
    assert {one.manner for one in drawn} == {"kind", "stern"}


def test_who_grew_up_with_spanish_speaks_it_well() -> None:
    drawn = [meeting(number).attributes for number in range(300)]
    assert {one.level for one in drawn if one.origin in COUNTRIES} == {"C1"}


def test_narrowing_is_read() -> None:
    assert narrowed(["level=A2, B1", "nerves=calm"]) == {"level": ("A2", "B1"), "nerves": ("calm",)}


@pytest.mark.parametrize("text", ["colour=red", "level=Z9", "level", "level=", "=", "age=20"])
def test_what_there_is_not_is_refused(text: str) -> None:
    with pytest.raises(GenerationRefused):
        narrowed([text])
