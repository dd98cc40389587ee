"""The Protocols behind which engines stand: what the dialogue may ask of a language model, a recogniser, a voice.

Knows the messages and nothing of llama.cpp, Whisper, processes or threads.
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
    RecogniserFacts,
    Sampling,
    Transcript,
)
from garita.sound import Samples, Speech


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


class SpeechToText(Protocol):
    """A recogniser. One request at a time; ``cancel`` and ``close`` may be called from any thread."""

    def facts(self) -> RecogniserFacts:
        """What the loaded recogniser is and how it runs."""

    def transcribe(
        self, samples: Samples, *, language: str = "es", hot_words: str = "", before: str = ""
    ) -> Transcript:
        """The words in one utterance of at most 30 seconds at ``sound.RATE``.

        ``language`` "" lets the recogniser decide. ``hot_words`` are names and words likely to come, separated by
        commas; ``before`` is what was said just before, both only hints.

        Raises:
            Cancelled: it was stopped.
        """

    def detect_language(self, samples: Samples) -> tuple[str, float]:
        """ISO 639-1 code of the language spoken, and its probability."""

    def cancel(self) -> None:
        """Stop the request in progress; it raises Cancelled."""

    def close(self) -> None:
        """Give back memory and processes. Safe to call twice."""


class TextToSpeech(Protocol):
    """A voice of the officer. One text at a time; ``close`` may be called from any thread."""

    @property
    def name(self) -> str:
        """What users choose it by, e.g. "espeak:es-419"."""

    def speak(self, text: str, *, speed: float = 1.0) -> Iterator[Speech]:
        """Sound for ``text`` (one sentence as it is spoken, numbers in words), in pieces as they are ready.

        ``speed`` 1 is the voice's own; 0.75 is slower. Closing the iterator early stops.

        Raises:
            VoiceFailed.
        """

    def close(self) -> None:
        """Give everything back. Safe to call twice."""
