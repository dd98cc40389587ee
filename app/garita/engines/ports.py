"""The Protocols behind which engines stand: what the dialogue may ask of a language model.

Knows the messages and nothing of llama.cpp, processes or threads. The speech engines' Protocols join here with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from garita.messages import (
    Adapter,
    AnswerEvent,
    CandidateScore,
    ChatMessage,
    Constraint,
    ModelFacts,
    ReadAheadReport,
    Sampling,
)


class LanguageModel(Protocol):
    """A chat model. One request at a time; ``cancel`` and ``close`` may be called from any thread."""

    def facts(self) -> ModelFacts:
        """What the loaded model is and how it runs."""

    def answer(
        self,
        messages: Sequence[ChatMessage],
        sampling: Sampling,
        *,
        answer_so_far: str = "",
        constraint: Constraint | None = None,
    ) -> Iterator[AnswerEvent]:
        """Stream the assistant's next message; ``answer_so_far`` is its accepted beginning and is not sent again.

        The last event is AnswerFinished. Closing the iterator early cancels the request.
        """

    def read_ahead(self, messages: Sequence[ChatMessage]) -> ReadAheadReport:
        """Read a prompt into the cache without answering; the last message may be incomplete."""

    def score(self, messages: Sequence[ChatMessage], candidates: Sequence[str]) -> list[CandidateScore]:
        """Log-probabilities of whole candidate replies to ``messages``, in one batched call."""

    def use_adapters(self, adapters: Sequence[Adapter]) -> None:
        """Replace the run-time adapters without loading the base again."""

    def cancel(self) -> None:
        """Stop the request in progress; its stream ends with AnswerFinished("cancelled")."""

    def close(self) -> None:
        """Give back memory and processes. Safe to call twice."""
