"""The oldest exchanges go, in coarse steps; system and last message stay."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.engines.trimming import fit
from garita.errors import PromptTooLong
from garita.messages import ChatMessage


def _count(messages: Sequence[ChatMessage]) -> int:
    return sum(len(message.content) for message in messages)


def _talk(exchanges: int, size: int = 10) -> list[ChatMessage]:
    turns = [ChatMessage(role, "x" * size) for _ in range(exchanges) for role in ("user", "assistant")]
    return [ChatMessage("system", "s" * size), *turns, ChatMessage("user", "l" * size)]


def test_what_fits_is_left_alone() -> None:
    assert fit(_talk(3), 1000, _count) == (_talk(3), 0)


@given(st.integers(0, 60), st.integers(20, 400))
def test_what_remains_fits_and_begins_with_a_whole_exchange(exchanges: int, room: int) -> None:
    talk = _talk(exchanges)
    kept, dropped = fit(talk, room, _count)
    assert _count(kept) <= room
    assert kept == [talk[0], *talk[1 + dropped :]]
    assert kept[1].role == "user"


def test_the_next_turns_drop_the_same_messages() -> None:
    room = 400
    drops = [fit(_talk(exchanges), room, _count)[1] for exchanges in range(20, 40)]
    assert drops == sorted(drops)
    assert len(set(drops)) <= 5  # a quarter of the room is dropped at a time: four or five steps over twenty turns


def test_system_and_last_message_alone_are_too_long() -> None:
    with pytest.raises(PromptTooLong) as caught:
        fit(_talk(5, size=100), 150, _count)
    assert caught.value.facts["tokens"] == 200


def test_one_giant_last_message_still_gets_its_place() -> None:
    talk = [*_talk(5), ChatMessage("assistant", "x" * 10), ChatMessage("user", "g" * 80)]
    kept, dropped = fit(talk, 100, _count)
    assert kept[-1].content == "g" * 80
    assert dropped == len(talk) - 2 or _count(kept) <= 100


def test_the_officers_greeting_may_be_the_first_to_go() -> None:
    talk = [ChatMessage("system", "s" * 10), ChatMessage("assistant", "h" * 50), ChatMessage("user", "u" * 10)]
    assert fit(talk, 30, _count) == ([talk[0], talk[2]], 1)
