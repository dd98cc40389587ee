"""Engines for the child's tests: each does one bad thing that a real one might do. Started by name in the child."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from garita.engines.hooks import Hooks
from garita.messages import (
    Adapter,
    AnswerEvent,
    AnswerFinished,
    CandidateScore,
    ChatMessage,
    Constraint,
    ModelFacts,
    ReadAheadReport,
    Sampling,
    Timings,
    TokenDelta,
)


class Echo:
    """Says back the last message, word by word. The behaviours below change one thing each."""

    def __init__(self, hooks: Hooks) -> None:
        self.stop, self.hooks = hooks.stop, hooks

    def facts(self) -> ModelFacts:
        return ModelFacts(
            path="",
            architecture="echo",
            description="",
            parameters=0,
            file_bytes=0,
            context_length=100,
            context_trained=100,
            chat_template="",
            template_source="fallback",
            threads=1,
            gpu_layers=0,
            gpu_note="no_device",
            llama_build="none",
            thread_rates={},
        )

    def answer(
        self,
        messages: Sequence[ChatMessage],
        sampling: Sampling,
        *,
        answer_so_far: str = "",
        constraint: Constraint | None = None,
    ) -> Iterator[AnswerEvent]:
        with self.stop.request():
            words = messages[-1].content.removeprefix(answer_so_far).split(" ")
            for count, word in enumerate(words[: sampling.max_tokens], 1):
                if self.stop.wanted():
                    yield AnswerFinished("cancelled", Timings(tokens_generated=count - 1))
                    return
                if word == "die":
                    time.sleep(0.02)  # far enough from the word before not to be gathered with it
                yield TokenDelta(word if count == len(words) else word + " ", count)
                self.after_word(word)
            yield AnswerFinished("stop", Timings(tokens_generated=len(words)))

    def after_word(self, word: str) -> None:
        """What happens between two words."""
        if word == "die":
            os.abort()
        if word == "hang":
            time.sleep(60)
        if word == "print":
            os.write(1, b"stray output of a library\n")
        if word == "raise":
            raise ZeroDivisionError("a bug")
        if word == "loop":
            self.hooks.stage("template")
            time.sleep(60)

    def read_ahead(self, messages: Sequence[ChatMessage]) -> ReadAheadReport:
        self.after_word(messages[-1].content)
        return ReadAheadReport(Timings(tokens_read=7))

    def score(self, messages: Sequence[ChatMessage], candidates: Sequence[str]) -> list[CandidateScore]:
        return [CandidateScore(-1.0, len(candidate)) for candidate in candidates]

    def use_adapters(self, adapters: Sequence[Adapter]) -> None:
        for adapter in adapters:
            with self.hooks.staged("adapters"):
                self.after_word(adapter.path)

    def cancel(self) -> None:
        self.stop.cancel_running()

    def close(self) -> None:
        pass


def echo(options: bytes, hooks: Hooks) -> Echo:
    return Echo(hooks)


def die_in_stage(options: bytes, hooks: Hooks) -> Echo:
    """Dies in the stage that the options name as their path."""
    hooks.stage(_path(options))
    print("ggml: assertion failed", file=sys.stderr, flush=True)
    os.abort()


def never_loads(options: bytes, hooks: Hooks) -> Echo:
    """Reports some progress and then hears nothing."""
    hooks.progress(0.5)
    time.sleep(60)
    return Echo(hooks)


def dies_on_second_life(options: bytes, hooks: Hooks) -> Echo:
    """Loads once; a file at the options' path marks the first life."""
    mark = Path(_path(options))
    if mark.exists():
        os.abort()
    mark.touch()
    return Echo(hooks)


def _path(options: bytes) -> str:
    values: dict[str, Any] = msgspec.msgpack.decode(options)
    return str(values["path"])
