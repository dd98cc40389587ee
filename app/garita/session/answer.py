"""Writes one reply of the officer: streams the model, lets the guard judge every sentence, samples failures again.

Knows the language model by its Protocol and the guard; knows no journal, no thread and no screen. A sentence that
fails is sampled again from the cached prefix, twice at most in a reply; then a stock sentence of the scenario stands
in.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from garita.engines.ports import LanguageModel
from garita.messages import (
    AnswerFinished,
    ChatMessage,
    ContextTrimmed,
    EngineRestarted,
    FinishReason,
    Notice,
    Sampling,
    SentenceFinal,
    SentenceSource,
    TentativeText,
    Timings,
    TokenDelta,
)
from garita.roleplay.guard import Guard, asked_to_repeat, stock_sentence
from garita.roleplay.prompt import chat_messages
from garita.roleplay.scenario import Scenario
from garita.roleplay.sentences import SentenceSplitter

MAX_RESAMPLES = 2

ReplyEvent = TentativeText | SentenceFinal | Notice


@dataclass
class Reply:
    """What became of one reply; filled while it is written."""

    turn: int
    sentences: list[str] = field(default_factory=list)
    finish_reason: FinishReason = "stop"
    timings: Timings = field(default_factory=Timings)
    resampled: int = 0
    replaced: int = 0

    @property
    def text(self) -> str:
        """The whole reply so far."""
        return " ".join(self.sentences)


class Author:
    """Writes replies for one conversation.

    Args:
        model: the engine; it must be loaded.
        scenario: who the officer is, and the source of stock sentences.
        guard: judges sentences.
        sampling: the settings of the first attempt; a resample only changes the seed.
    """

    def __init__(self, model: LanguageModel, scenario: Scenario, guard: Guard, sampling: Sampling) -> None:
        self._model, self._scenario, self._guard, self._sampling = model, scenario, guard, sampling

    def write(
        self, reply: Reply, history: Sequence[ChatMessage], seed: int, still_wanted: Callable[[], bool]
    ) -> Iterator[ReplyEvent]:
        """Write the officer's answer to ``history`` into ``reply``, yielding what is to be shown.

        ``still_wanted`` is asked after every event of the model; when it says no the reply ends where it is, with
        reason "cancelled" and only its finished sentences.
        """
        earlier = [message.content for message in history if message.role == "assistant"]
        student = history[-1].content if history and history[-1].role == "user" else ""
        attempt = _Attempt(self._guard, earlier, asked_to_repeat(student))
        while True:
            sampling = msgspec.structs.replace(self._sampling, seed=_mixed(seed, reply.resampled))
            source: SentenceSource = "resampled" if reply.resampled else "model"
            failure = yield from self._one_pass(reply, attempt, history, sampling, source, still_wanted)
            if failure is None:
                return
            if reply.resampled == MAX_RESAMPLES:
                break
            reply.resampled += 1
        reply.replaced += 1
        if not attempt.has_asked(reply):  # a second question in one turn would only confuse
            rng = random.Random(_mixed(seed, MAX_RESAMPLES + 1))
            stock = stock_sentence(self._scenario, [*earlier, *reply.sentences], failure, rng)
            reply.sentences.append(stock)
            yield SentenceFinal(turn=reply.turn, text=stock, source="stock")

    def _one_pass(
        self,
        reply: Reply,
        attempt: _Attempt,
        history: Sequence[ChatMessage],
        sampling: Sampling,
        source: SentenceSource,
        still_wanted: Callable[[], bool],
    ) -> Generator[ReplyEvent, None, str | None]:
        """Stream once, going on from the accepted text; returns why a sentence failed, None when the reply is done."""
        splitter, tail = SentenceSplitter(), ""
        stream = self._model.answer(chat_messages(self._scenario, history), sampling, answer_so_far=attempt.raw)
        try:
            for event in stream:
                if not still_wanted():
                    reply.finish_reason = "cancelled"
                    return None
                if isinstance(event, TokenDelta):
                    tail += event.text
                    for sentence in splitter.push(event.text):
                        if failure := attempt.judge(sentence, reply):
                            return failure
                        end = tail.index(sentence.rstrip()) + len(sentence.rstrip())
                        attempt.raw, tail = attempt.raw + tail[:end], tail[end:]
                        yield SentenceFinal(turn=reply.turn, text=reply.sentences[-1], source=source)
                    yield TentativeText(turn=reply.turn, text=tail.strip())
                elif isinstance(event, AnswerFinished):
                    reply.finish_reason = event.reason
                    reply.timings = added(reply.timings, event.timings)
                else:
                    yield _as_notice(reply.turn, event)
        finally:
            close = getattr(stream, "close", None)
            if close is not None:
                close()
        return (yield from self._last_sentence(reply, attempt, splitter.finish(), source))

    def _last_sentence(
        self, reply: Reply, attempt: _Attempt, rest: str, source: SentenceSource
    ) -> Generator[ReplyEvent, None, str | None]:
        """What the stream ended with, mostly a whole sentence; a cut one is dropped if others stand."""
        cut_short = reply.finish_reason != "stop"
        if not rest.strip() or (cut_short and reply.sentences):
            return None if reply.sentences or reply.finish_reason == "cancelled" else "empty"
        if failure := attempt.judge(rest, reply):
            return failure
        yield SentenceFinal(turn=reply.turn, text=reply.sentences[-1], source=source)
        return None


class _Attempt:
    """The accepted part of a reply as the model wrote it, and the guard's view of what came before."""

    def __init__(self, guard: Guard, earlier: Sequence[str], may_repeat: bool) -> None:
        self.raw = ""
        self._guard, self._earlier, self._may_repeat = guard, earlier, may_repeat

    def judge(self, sentence: str, reply: Reply) -> str | None:
        """Accept the sentence into the reply and return None, or return why it may not stand."""
        text = sentence.strip()
        verdict = self._guard.check(text, [*self._earlier, *reply.sentences], self._may_repeat)
        if verdict.reason is not None:
            return verdict.reason
        reply.sentences.append(text)
        return None

    @staticmethod
    def has_asked(reply: Reply) -> bool:
        return any("?" in sentence for sentence in reply.sentences)


def _as_notice(turn: int, event: ContextTrimmed | EngineRestarted) -> Notice:
    if isinstance(event, ContextTrimmed):
        return Notice(turn=turn, key="context_trimmed", facts={"count": str(event.messages_dropped)})
    return Notice(turn=turn, key="engine_restarted", facts={"reason": event.reason})


def added(first: Timings, second: Timings) -> Timings:
    """The sum of two costs."""
    return Timings(**{name: getattr(first, name) + getattr(second, name) for name in Timings.__struct_fields__})


def _mixed(seed: int, attempt: int) -> int:
    """A seed of its own for every attempt, within llama.cpp's 32 bits."""
    return (seed * 1_000_003 + attempt * 7919) & 0x7FFFFFFF
