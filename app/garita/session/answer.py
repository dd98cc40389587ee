"""Writes one reply of the officer: streams the model, lets the guard judge every sentence, samples failures again.

Knows the language model by its Protocol, the guard and the turn's plan; knows no journal, no thread and no screen. A
sentence that fails is sampled again from the cached prefix, a few times; then a stock sentence stands in for it. What
the plan wanted and the model left out is added at the end.
"""

from __future__ import annotations

import contextlib
import random
import re
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from garita.engines.ports import LanguageModel
from garita.messages import (
    AnswerEvent,
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
from garita.roleplay import stock_acts
from garita.roleplay.act import Plan
from garita.roleplay.guard import Guard, may_repeat_after
from garita.roleplay.heard import words_of
from garita.roleplay.prompt import chat_messages
from garita.roleplay.remarks import own_answer
from garita.roleplay.scenario import Scenario
from garita.roleplay.sentences import SentenceSplitter
from garita.roleplay.slots import delexicalised, filled, has_slot, neutral, says_twice, visible
from garita.roleplay.stock import acknowledgement, stock_sentence
from garita.roleplay.time_of_day import as_greeted
from garita.session.direction import Direction

# A sentence that fails is drawn again so often; each time a little more freely, since the likeliest words have failed.
MAX_RESAMPLES = 4
_FREER = 0.15  # added to the temperature with every draw
_HOTTEST = 0.9
# All draws of a reply together may cost so many times its longest length.
_MOST_LENGTHS = 3

# How a whole sentence ends.
_COMPLETE = re.compile(r"[.!?…][»”\"')\]*]*$")

ReplyEvent = TentativeText | SentenceFinal | Notice


class _Refusal(NamedTuple):
    """A sentence that the guard refused, and why."""

    reason: str
    sentence: str

    @property
    def is_remark(self) -> bool:
        """Whether only the remark on what was heard is wrong or missing; the question may still come out right."""
        return self.reason == "untaken" or (self.reason in ("garbled", "astray") and "?" not in self.sentence)


# The model stopped before it had done what was planned.
_ENDED_EARLY = _Refusal("empty", "")

# Yields what is to be shown; returns what the guard refused, None when nothing is left to write.
Pass = Generator[ReplyEvent, None, _Refusal | None]


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
        self,
        reply: Reply,
        history: Sequence[ChatMessage],
        plans: Mapping[int, Plan | None],
        seed: int,
        still_wanted: Callable[[], bool],
    ) -> Generator[ReplyEvent, None, None]:
        """Write the officer's answer to ``history`` into ``reply``, yielding what is to be shown.

        ``plans`` are the agenda's, by the message they answer (``prompt.chat_messages``); the model decides where there
        is none. ``still_wanted`` is asked after every event of the model; when it says no the reply ends where it is,
        with reason "cancelled" and only its finished sentences.
        """
        prompt = self.prompt(history, plans)
        plan = plans.get(len(history) - 1)
        direction = Direction(plan, self._scenario, _last_words(history), trained=self._guard.has_words)
        draft = _Draft(reply, history, self._guard, direction, self._sayable(prompt, direction))
        rng = random.Random(seed)
        while refusal := (yield from self._write_on(prompt, draft, reply, seed, still_wanted)):
            if direction.done(reply.sentences):
                return  # what went wrong came after all that was due
            reply.replaced += 1
            if refusal.is_remark and reply.replaced == 1:
                yield draft.say_stock(self._remark(direction, reply, rng))  # and the model goes on from there
                continue
            if not draft.has_asked():  # a second question in one turn would only confuse
                yield from self._instead(direction, draft, refusal, rng)
            return
        if reply.finish_reason != "cancelled" and (owed := direction.missing(reply.sentences)):
            reply.replaced += 1
            yield draft.say_stock(stock_acts.sentence(owed, self._scenario, draft.said(), rng))

    def prompt(self, history: Sequence[ChatMessage], plans: Mapping[int, Plan | None]) -> list[ChatMessage]:
        """What the model reads to answer ``history``."""
        return chat_messages(self._scenario, history, plans, slots=self._guard.has_words)

    def _sayable(self, prompt: Sequence[ChatMessage], direction: Direction) -> frozenset[str]:
        """The words that may stand in a reply beside the model's own: with a plan those of this turn, else of all."""
        given = prompt if direction.plan is None else (prompt[0], *prompt[-2:])
        return words_of([*_stock(self._scenario), *(message.content for message in given)])

    def _remark(self, direction: Direction, reply: Reply, rng: random.Random) -> str:
        if direction.plan is None:
            return acknowledgement(reply.sentences, rng)
        if direction.plan.main.remark:
            return own_answer(direction.plan.main.remark, rng)
        if direction.plan.main.kind == "explain":
            return stock_acts.explanation(direction.plan.main.item, rng)
        return stock_acts.take_up(direction.owed(reply.sentences), reply.sentences, rng)

    def _instead(
        self, direction: Direction, draft: _Draft, refusal: _Refusal, rng: random.Random
    ) -> Iterator[SentenceFinal]:
        """What the reply still owes, in our own words."""
        if direction.plan is None:
            yield draft.say_stock(stock_sentence(self._scenario, draft.said(), refusal.reason, rng))
            return
        if owed := direction.owed(draft.sentences):
            yield draft.say_stock(stock_acts.take_up(owed, draft.sentences, rng))
        yield draft.say_stock(stock_acts.sentence(direction.plan.main, self._scenario, draft.said(), rng))

    def _write_on(
        self, prompt: Sequence[ChatMessage], draft: _Draft, reply: Reply, seed: int, still_wanted: Callable[[], bool]
    ) -> Pass:
        """Go on until nothing is left to write (None) or a sentence was refused as often as it may be."""
        failures, refusal = 0, _Refusal("empty", "")
        most = _MOST_LENGTHS * self._sampling.max_tokens
        while failures <= MAX_RESAMPLES and reply.timings.tokens_generated < most:
            accepted = len(reply.sentences)
            stream = self._model.answer(prompt, self._next_sampling(reply, seed, failures), answer_so_far=draft.raw)
            source: SentenceSource = "resampled" if failures else "model"
            refused = yield from draft.fill_from(stream, source, still_wanted)
            if refused is None and not draft.ended_early():
                return None
            refusal = refused or _ENDED_EARLY
            failures = 1 if len(reply.sentences) > accepted else failures + 1
            reply.resampled += failures <= MAX_RESAMPLES
        return None if refusal is _ENDED_EARLY else refusal

    def _next_sampling(self, reply: Reply, seed: int, failures: int) -> Sampling:
        """The next attempt draws differently."""
        mixed = (seed * 1_000_003 + reply.resampled * 7919) & 0x7FFFFFFF  # within llama.cpp's 32 bits
        left = _MOST_LENGTHS * self._sampling.max_tokens - reply.timings.tokens_generated
        warmth = self._sampling.temperature
        return msgspec.structs.replace(
            self._sampling,
            seed=mixed,
            temperature=max(warmth, min(warmth + _FREER * failures, _HOTTEST)),
            max_tokens=min(self._sampling.max_tokens, left),
        )


class _Draft:
    """The accepted part of a reply, as the model wrote it and as sentences, and what the guard holds it against."""

    def __init__(
        self, reply: Reply, history: Sequence[ChatMessage], guard: Guard, direction: Direction, heard: frozenset[str]
    ) -> None:
        self.raw = ""
        self._reply, self._guard, self._direction, self._heard = reply, guard, direction, heard
        self._earlier = [message.content for message in history if message.role == "assistant"]
        # whose slots to fill; a model that was not trained with slots writes none
        self._plan = direction.plan if guard.has_words else None
        greets = self._plan is not None and self._plan.acts[0].kind == "greet"
        self._greeted = _last_words(history) if greets else ""
        self._may_repeat = bool(history) and history[-1].role == "user" and may_repeat_after(history[-1].content)

    def said(self) -> list[str]:
        """Everything the officer said before and now."""
        return [*self._earlier, *self._reply.sentences]

    @property
    def sentences(self) -> list[str]:
        """The reply so far."""
        return self._reply.sentences

    def has_asked(self) -> bool:
        """Whether this reply holds a question already."""
        return "?" in self._reply.text

    def ended_early(self) -> bool:
        """Whether the model came to an end of its own and still owes what was planned."""
        return self._reply.finish_reason == "stop" and self._direction.missing(self._reply.sentences) is not None

    def say_stock(self, sentence: str) -> SentenceFinal:
        """Let the officer say a sentence that the model did not write."""
        self._reply.sentences.append(sentence)
        self.raw = f"{self.raw} {delexicalised(sentence, self._plan)}".strip()
        return SentenceFinal(turn=self._reply.turn, text=sentence, source="stock")

    def fill_from(
        self, stream: Iterator[AnswerEvent], source: SentenceSource, still_wanted: Callable[[], bool]
    ) -> Pass:
        """Take sentences from a stream of the model that goes on from ``raw``, until one fails or it ends."""
        splitter, tail, turn, start = SentenceSplitter(), "", self._reply.turn, time.perf_counter()
        with _closing(stream):
            for event in stream:
                if not still_wanted():
                    self._reply.finish_reason = "cancelled"
                    return None
                if isinstance(event, TokenDelta):
                    tail += event.text
                    for written in splitter.push(event.text):
                        refusal = self._judge(written)
                        if not refusal:
                            end = tail.index(written) + len(written)
                            self.raw, tail = self.raw + tail[:end], tail[end:]
                            yield SentenceFinal(turn=turn, text=self._reply.sentences[-1], source=source)
                        if refusal or self._direction.has_asked(self._reply.sentences):
                            spent = time.perf_counter() - start
                            self._count(Timings(tokens_generated=event.token_count, generate_seconds=spent))
                            return refusal
                    yield TentativeText(turn=turn, text=visible(self._in_words(tail.strip())))
                elif isinstance(event, AnswerFinished):
                    self._reply.finish_reason = event.reason
                    self._count(event.timings)
                else:
                    yield _as_notice(turn, event)
        return (yield from self._last_sentence(splitter.finish(), tail, source))

    def _last_sentence(self, rest: str, tail: str, source: SentenceSource) -> Pass:
        """What the stream ended with, mostly a whole sentence; a cut one is dropped if others stand.

        ``tail`` is ``rest`` with the space before it.
        """
        cut = self._reply.finish_reason != "stop"
        if not rest or (cut and self._reply.sentences):
            nothing_said = not self._reply.sentences and self._reply.finish_reason != "cancelled"
            return _Refusal("empty", "") if nothing_said else None
        if not cut and not _COMPLETE.search(rest):
            return _Refusal("garbled", rest)
        if refusal := self._judge(rest):
            return refusal
        self.raw += tail
        yield SentenceFinal(turn=self._reply.turn, text=self._reply.sentences[-1], source=source)
        return None

    def _count(self, timings: Timings) -> None:
        self._reply.timings = added(self._reply.timings, timings)

    def _in_words(self, written: str) -> str:
        return as_greeted(filled(written, self._plan), self._greeted)

    def _judge(self, written: str) -> _Refusal | None:
        """Accept the sentence, its slots filled, into the reply and return None, or return why it may not stand."""
        sentence = self._in_words(written)
        if has_slot(sentence) or says_twice(written):
            return _Refusal("garbled", sentence)
        verdict = self._guard.check(sentence, self.said(), self._may_repeat, self._heard, neutral(written))
        if verdict.reason:
            return _Refusal(verdict.reason, sentence)
        if fault := self._direction.fault(sentence, self._reply.sentences):
            return _Refusal(fault, sentence)
        self._reply.sentences.append(sentence)
        return None


@contextlib.contextmanager
def _closing(stream: Iterator[AnswerEvent]) -> Iterator[None]:
    """Closing a stream early is what stops the model; every engine's stream is a generator."""
    try:
        yield
    finally:
        if isinstance(stream, Generator):
            stream.close()


def _last_words(history: Sequence[ChatMessage]) -> str:
    return history[-1].content if history and history[-1].role == "user" else ""


def _stock(scenario: Scenario) -> Iterator[str]:
    """The scenario's own wordings, which the officer may always say."""
    for question in scenario.checklist:
        yield from question.ask
    yield from (*scenario.greeting, *scenario.farewell)


def _as_notice(turn: int, event: ContextTrimmed | EngineRestarted) -> Notice:
    if isinstance(event, ContextTrimmed):
        return Notice(turn=turn, key="context_trimmed", facts={"count": str(event.messages_dropped)})
    return Notice(turn=turn, key="engine_restarted", facts={"reason": event.reason})


def added(first: Timings, second: Timings) -> Timings:
    """The sum of two costs."""
    return Timings(**{name: getattr(first, name) + getattr(second, name) for name in Timings.__struct_fields__})
