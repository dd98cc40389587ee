"""An officer for tests: finds likely what it is told to, and always says the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from garita.messages import (
    Adapter,
    AnswerEvent,
    AnswerFinished,
    CandidateScore,
    ChatMessage,
    Constraint,
    ReadAheadReport,
    Sampling,
    Timings,
    TokenDelta,
)
from tests.fakes import FakeModel

_OPTION = re.compile(r"^([A-D])\. (.*)$", re.MULTILINE)


class FakeOfficer(FakeModel):
    """A LanguageModel.

    Args:
        likes: whether a reply is right; a liked reply has -0.1 a token, another -2. A token is a word.
        says: what it answers, whatever it is asked.
    """

    def __init__(self, likes: Callable[[str], bool] = lambda _: True, says: str = "¿Me da su pasaporte?") -> None:
        super().__init__([])
        self._likes, self._says = likes, says
        self.scored: list[tuple[list[ChatMessage], list[str]]] = []
        self.read: list[str] = []

    def answer(
        self, messages: Sequence[ChatMessage], sampling: Sampling, *, answer_so_far: str = "",
        constraint: Constraint | None = None,
    ) -> Iterator[AnswerEvent]:  # fmt: skip
        words = self._says.split()
        yield TokenDelta(self._says, len(words))
        yield AnswerFinished("stop", Timings(tokens_generated=len(words), generate_seconds=0.5))

    def read_ahead(self, messages: Sequence[ChatMessage]) -> ReadAheadReport:
        self.read.append(messages[-1].content)
        return ReadAheadReport(Timings())

    def score(self, messages: Sequence[ChatMessage], candidates: Sequence[str]) -> list[CandidateScore]:
        """Letters are scored by the options they stand for."""
        self.scored.append((list(messages), list(candidates)))
        options = dict(_OPTION.findall(messages[-1].content))
        liked = [self._likes(options.get(candidate, candidate)) for candidate in candidates]
        counts = [len(candidate.split()) for candidate in candidates]
        return [
            CandidateScore(count * (-0.1 if good else -2.0), count) for good, count in zip(liked, counts, strict=True)
        ]

    def use_adapters(self, adapters: Sequence[Adapter]) -> None:
        raise NotImplementedError
