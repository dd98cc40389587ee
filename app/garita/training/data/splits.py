"""Which part of a dataset a conversation belongs to. Decided by what is said in it, so it never moves.

A conversation keeps its place when others come or go, in any order. Its fingerprint is a number between 0 and 1: the
lowest are the test, the next ones validation, so raising a share moves nothing out of the test.
"""

from __future__ import annotations

import heapq
import re
from typing import Annotated, Literal, get_args

import msgspec

from garita.training.data.conversation_line import ConversationLine
from garita.training.data.formats.transcript import CALL

Split = Literal["train", "validation", "test"]
SPLITS: tuple[Split, ...] = get_args(Split)
_FINGERPRINT = re.compile("[0-9a-f]{64}")


class Shares(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of the conversations; the rest is for training."""

    validation: Annotated[float, msgspec.Meta(ge=0, lt=1)] = 0.05
    test: Annotated[float, msgspec.Meta(ge=0, lt=1)] = 0.05


def group_of(line: ConversationLine, own: str) -> str:
    """What decides the split: the conversation's ``own`` fingerprint, or that of the call a round was cut from."""
    call = line.meta.get(CALL)
    return call if isinstance(call, str) and _FINGERPRINT.fullmatch(call) else own


def split_of(group: str, shares: Shares) -> Split:
    """The part a group falls into."""
    place = int(group[:16], 16) / 16**16
    if place < shares.test:
        return "test"
    return "validation" if place < shares.test + shares.validation else "train"


class Sample:
    """At most so many conversations of each part: those whose fingerprints end lowest, so the choice never moves."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._chosen: dict[Split, list[tuple[int, int]]] = {split: [] for split in SPLITS}  # heaps, the highest first

    def offer(self, split: Split, own: str, number: int) -> None:
        """Consider a part's conversation ``number``, whose own fingerprint is ``own``."""
        chosen = self._chosen[split]
        heapq.heappush(chosen, (-int(own[-16:], 16), -number))
        if len(chosen) > self._most:
            heapq.heappop(chosen)

    def numbers(self, split: Split) -> frozenset[int]:
        """The conversations chosen in a part."""
        return frozenset(-number for _, number in self._chosen[split])
