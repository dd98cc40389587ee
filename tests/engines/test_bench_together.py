"""Two engines at once against each alone: with engines that share one core by a lock, the loss is the other's time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from garita.engines.bench_together import together
from garita.messages import AnswerEvent, AnswerFinished, ChatMessage, Constraint, Sampling, Timings, Transcript
from garita.sound import Samples
from tests.fakes import FakeEar, FakeModel


class Core:
    """Serves one at a time and notes whether two were waiting at once."""

    def __init__(self) -> None:
        self._lock, self._waiting, self.most = threading.Lock(), 0, 0

    def use(self, seconds: float) -> None:
        self._waiting += 1
        self.most = max(self.most, self._waiting)
        with self._lock:
            time.sleep(seconds)
        self._waiting -= 1


class Model(FakeModel):
    def __init__(self, core: Core) -> None:
        super().__init__([])
        self._core = core
        self.prompts: set[tuple[str, int]] = set()

    def answer(
        self, messages: Sequence[ChatMessage], sampling: Sampling, *, answer_so_far: str = "",
        constraint: Constraint | None = None,
    ) -> Iterator[AnswerEvent]:  # fmt: skip
        self.prompts.add((messages[-1].content, sampling.seed))
        self._core.use(0.01)
        yield AnswerFinished("stop", Timings())


class Ear(FakeEar):
    def __init__(self, core: Core) -> None:
        super().__init__([], [])
        self._core = core

    def transcribe(
        self, samples: Samples, *, language: str = "es", hot_words: str = "", before: str = ""
    ) -> Transcript:
        self._core.use(0.01)
        return Transcript("")


def test_the_same_work_is_done_alone_and_at_the_same_time() -> None:
    core = Core()
    model = Model(core)
    report = together(model, Ear(core), np.zeros(100, np.float32), 0.1)
    assert core.most == 2
    assert len(model.prompts) == 1
    assert report.answer_alone >= 0.01
    assert report.answer_factor == pytest.approx(report.answer_together / report.answer_alone)
    assert report.answer_factor > 1.2 or report.hearing_factor > 1.2  # somebody waited
