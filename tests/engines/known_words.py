"""A recogniser that is honest about a made-up language: every word is a stretch of sound of a level of its own.

It hears a word only if most of it is in the samples it is given; of less it hears a wrong word, as real ones do.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from garita.messages import HeardWord, RecogniserFacts, Transcript
from garita.sound import RATE, Samples

_FIRST, _STEP = 0.1, 0.001
_MOST = 0.8


class Said(NamedTuple):
    text: str
    start: float
    end: float


class KnownWords:
    """SpeechToText over words whose place in the sound is known from the sound itself.

    Attributes:
        asked: seconds of sound of each request.
        before: the hint of each request.
        compute_seconds: what every transcript says it cost.
    """

    def __init__(self, words: Sequence[Said], *, compute_seconds: float = 0.0, test_ear: bool = False) -> None:
        self._words, self._test_ear = list(words), test_ear
        self.compute_seconds = compute_seconds
        self.asked: list[float] = []
        self.before: list[str] = []

    def sound(self, seconds: float) -> Samples:
        """The words as samples, then quiet."""
        samples = np.zeros(int(seconds * RATE), np.float32)
        for number, word in enumerate(self._words):
            samples[int(word.start * RATE) : int(word.end * RATE)] = _FIRST + number * _STEP
        return samples

    def facts(self) -> RecogniserFacts:
        return RecogniserFacts("", "known words", False, "none", 1, self._test_ear)

    def transcribe(
        self, samples: Samples, *, language: str = "es", hot_words: str = "", before: str = ""
    ) -> Transcript:
        seconds = len(samples) / RATE
        assert seconds <= 30.0
        self.asked.append(seconds)
        self.before.append(before)
        words = tuple(self._heard(samples))
        return Transcript(
            " ".join(word.text for word in words), words, audio_seconds=seconds,
            compute_seconds=self.compute_seconds, log_probability=-0.1, suppressed="" if words else "silence",
        )  # fmt: skip

    def _heard(self, samples: Samples) -> list[HeardWord]:
        edges = [0, *(np.flatnonzero(np.diff(samples)) + 1).tolist(), len(samples)]
        heard = []
        for start, end in pairwise(edges):
            number = round((float(samples[start]) - _FIRST) / _STEP) if end > start else -1
            if number < 0:
                continue
            said = self._words[number]
            whole = (end - start) / RATE >= _MOST * (said.end - said.start)
            heard.append(HeardWord(said.text if whole else f"<{said.text}", start / RATE, end / RATE, 0.9))
        return heard

    def detect_language(self, samples: Samples) -> tuple[str, float]:
        return "es", 1.0

    def cancel(self) -> None:
        pass

    def close(self) -> None:
        pass
