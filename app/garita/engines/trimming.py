"""Which of the oldest messages to leave out of a prompt that does not fit the context.

System messages and the last message stay; what goes are whole exchanges, oldest first. More is dropped than needed, in
steps of a quarter of the room, so that the next turns drop the same messages and the cached beginning stays good.
Pure: counting tokens is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from garita.errors import PromptTooLong
from garita.messages import ChatMessage

Count = Callable[[Sequence[ChatMessage]], int]


def fit(messages: Sequence[ChatMessage], room: int, count: Count) -> tuple[list[ChatMessage], int]:
    """The messages that fit into ``room`` tokens, and how many were dropped.

    Args:
        messages: the whole conversation.
        room: tokens the prompt may take.
        count: tokens of a conversation's prompt.

    Raises:
        PromptTooLong: system and last message alone take more than ``room``.
    """
    total = count(messages)
    if total <= room:
        return list(messages), 0
    system = [message for message in messages if message.role == "system"]
    rest = [message for message in messages if message.role != "system"]
    step = max(1, room // 4)
    wanted = total - room + -(total - room) % step
    return _cut(system, rest, room, total - wanted, count)


def _cut(
    system: list[ChatMessage], rest: list[ChatMessage], room: int, aim: int, count: Count
) -> tuple[list[ChatMessage], int]:
    """Drop up to the first exchange that brings the prompt to ``aim``; if none does, to ``room``."""
    cuts = [place for place in range(1, len(rest)) if rest[place].role == "user" or place == len(rest) - 1]
    sizes = _Sizes(system, rest, count)
    if not cuts or sizes[cuts[-1]] > room:
        smallest = sizes[cuts[-1]] if cuts else count([*system, *rest])
        raise PromptTooLong(tokens=smallest, context_length=room)
    goal = aim if sizes[cuts[-1]] <= aim else room
    low, high = 0, len(cuts) - 1
    while low < high:
        middle = (low + high) // 2
        if sizes[cuts[middle]] <= goal:
            high = middle
        else:
            low = middle + 1
    return [*system, *rest[cuts[low] :]], cuts[low]


class _Sizes:
    """Tokens that remain when the first messages are dropped, each counted once."""

    def __init__(self, system: list[ChatMessage], rest: list[ChatMessage], count: Count) -> None:
        self._system, self._rest, self._count = system, rest, count
        self._known: dict[int, int] = {}

    def __getitem__(self, dropped: int) -> int:
        if dropped not in self._known:
            self._known[dropped] = self._count([*self._system, *self._rest[dropped:]])
        return self._known[dropped]
