"""What travels between the run and its back ends: a request for one message, and what became of it.

``BackEnd`` is the Protocol behind which the project's engine, a server and batch files stand. Knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from garita.messages import ChatMessage
from garita.training.generate.talk import Side

MAX_TOKENS = 160  # of one message; Sampling's own default


class Request(msgspec.Struct, frozen=True):
    """One message wanted. ``key`` names conversation and message, and is the same whenever it is asked again."""

    key: str
    side: Side
    model: str
    messages: tuple[ChatMessage, ...]
    temperature: float
    top_p: float
    seed: int


class Reply(msgspec.Struct, frozen=True):
    """The words, as the model wrote them. ``cut``: they reached the longest length. Tokens are the back end's count.

    ``round`` is the number of the file of answers it was read from, where there is one: it may be read again.
    """

    key: str
    text: str
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cut: bool = False
    round: int | None = None


class Failure(msgspec.Struct, frozen=True):
    """This one request was not answered; others may be. ``reason`` is for reading."""

    key: str
    reason: str


Outcome = Reply | Failure
Stop = Callable[[], bool]  # asked often: does the user want to stop?


class RoundWaits(Exception):
    """A round of batch files lies ready, and something else has to answer it before this run can go on."""

    def __init__(self, requests: Path, answers: Path, model: str) -> None:
        super().__init__(str(requests))
        self.requests, self.answers, self.model = requests, answers, model


class BackEnd(Protocol):
    """Whatever answers requests."""

    @property
    def side_by_side(self) -> int:
        """How many conversations it is worth going on with at the same time."""

    def answers(self, requests: Sequence[Request], stop: Stop) -> Iterator[Outcome]:
        """An outcome for each request, in any order, each as soon as it is known.

        All requests are of one side. After ``stop`` says yes it begins nothing new, yields what is under way and ends.
        A back end with a memory may yield outcomes of earlier requests instead; who iterates keeps each outcome safe
        before taking the next.

        Raises:
            WriterFailed: nothing can be had; nothing that was yielded is lost.
            RoundWaits: somebody else has to do something first.
        """
