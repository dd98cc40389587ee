"""Small honest fakes: they do what the real thing does, with answers handed in and calls kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

from garita.messages import (
    Adapter,
    AnswerEvent,
    AnswerFinished,
    CandidateScore,
    ChatMessage,
    Constraint,
    HeardWord,
    ModelFacts,
    ReadAheadReport,
    RecogniserFacts,
    Sampling,
    Timings,
    TokenDelta,
    Transcript,
)
from garita.sound import RATE, Samples


class FakeModel:
    """A LanguageModel that says the texts it was given, a word at a time.

    Args:
        answers: what to say, one per call; a BaseException among them is raised instead.
        hold: when given, the stream waits for it before every word after the first (to test interruption).
    """

    def __init__(
        self, answers: Sequence[str | BaseException | AnswerEvent], hold: threading.Event | None = None
    ) -> None:
        self.answers = list(answers)
        self.calls: list[tuple[list[ChatMessage], Sampling, str]] = []
        self.hold = hold
        self.cancelled = threading.Event()
        self.closed = False

    def facts(self) -> ModelFacts:
        raise NotImplementedError

    def answer(
        self, messages: Sequence[ChatMessage], sampling: Sampling, *, answer_so_far: str = "",
        constraint: Constraint | None = None,
    ) -> Iterator[AnswerEvent]:  # fmt: skip
        self.calls.append((list(messages), sampling, answer_so_far))
        self.cancelled.clear()
        answer = self.answers.pop(0)
        while not isinstance(answer, str | BaseException):
            yield answer
            answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        words = answer.split(" ")
        for number, word in enumerate(words):
            if number and self.hold:
                self.hold.wait(10)
            if self.cancelled.is_set():
                yield AnswerFinished("cancelled", Timings(tokens_generated=number))
                return
            yield TokenDelta(word if number == 0 else f" {word}", number + 1)
        yield AnswerFinished("stop", Timings(tokens_read=5, tokens_generated=len(words), generate_seconds=0.1))

    def read_ahead(self, messages: Sequence[ChatMessage]) -> ReadAheadReport:
        return ReadAheadReport(Timings())

    def score(self, messages: Sequence[ChatMessage], candidates: Sequence[str]) -> list[CandidateScore]:
        return [CandidateScore(-1.0, 1) for _ in candidates]

    def use_adapters(self, adapters: Sequence[Adapter]) -> None:
        pass

    def cancel(self) -> None:
        self.cancelled.set()
        if self.hold:
            self.hold.set()

    def close(self) -> None:
        self.closed = True


class FakeEar:
    """A SpeechToText that hears the texts it was given, one for each turn that is heard to its end.

    A turn's earlier runs, over less sound, hear as large a part of its words.
    """

    def __init__(self, texts: Sequence[str], samples: Sequence[int]) -> None:
        """``samples``: how many samples of speech each text has, about."""
        self.texts, self.sizes = list(texts), list(samples)
        self.turn = 0
        self.cancelled = False

    def facts(self) -> RecogniserFacts:
        return RecogniserFacts("fake", "fake", False, "int8", 1, True)

    def transcribe(
        self, samples: Samples, *, language: str = "es", hot_words: str = "", before: str = ""
    ) -> Transcript:
        words = self.texts[self.turn].split()
        share = min(1.0, samples.size / self.sizes[self.turn])
        heard = words[: round(share * len(words))]
        length = samples.size / RATE
        times = [length * 0.8 * number / max(len(heard), 1) for number in range(len(heard) + 1)]
        told = tuple(HeardWord(word, times[i], times[i + 1], 0.9) for i, word in enumerate(heard))
        return Transcript(" ".join(heard), told, audio_seconds=length)

    def detect_language(self, samples: Samples) -> tuple[str, float]:
        return "es", 1.0

    def cancel(self) -> None:
        self.cancelled = True

    def close(self) -> None:
        pass
