"""What scoring candidate replies in one batch gains: all of them side by side against one by one, same results.

Three ways to score the same candidates through the same model: together (one request a prompt), singly with the prompt
kept between requests, and alone, every candidate with its whole prompt read from nothing, as a program does that knows
sequences only. The ways take turns prompt by prompt, so that whatever else runs on the machine slows all of them.
Numbers out, no words.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from garita.engines.ports import LanguageModel
from garita.messages import CandidateScore, ChatMessage

# What stands in the cache instead of the prompt; it shares no beginning with one that has a system message.
_NOTHING = (ChatMessage("user", "."),)


class Item(NamedTuple):
    """A prompt and the candidate replies to it."""

    messages: Sequence[ChatMessage]
    candidates: Sequence[str]


class ScoringResult(msgspec.Struct, frozen=True):
    """Seconds for all candidates of all prompts, and how far the ways agree.

    ``same_choice``: share of prompts in which all ways find the same candidate likeliest a token. ``apart``: the
    largest difference of a candidate's mean log-probability a token between two ways; kernels for different batch sizes
    round differently.
    """

    candidates: int
    together_seconds: float
    singly_seconds: float
    alone_seconds: float
    same_choice: float
    apart: float

    @property
    def ratio(self) -> float:
        """How many times faster together is than alone."""
        return self.alone_seconds / self.together_seconds

    @property
    def ratio_kept(self) -> float:
        """The same against single candidates that share a kept prompt."""
        return self.singly_seconds / self.together_seconds


def bench(
    model: LanguageModel, items: Sequence[Item], on_item: Callable[[int, int], None] = lambda *_: None
) -> ScoringResult:
    """Score all items all three ways. The model must be loaded.

    Every way begins with a cache that holds the last item's prompt, as it does where one conversation is scored turn by
    turn; only "alone" empties it (unmeasured) before every candidate.
    """
    seconds, found = [0.0, 0.0, 0.0], []
    for done, item in enumerate(items, start=1):
        ways = []
        for way, score in enumerate((_together, _singly, _alone)):
            if done > 1:
                model.read_ahead(items[done - 2].messages)
            spent, scores = score(model, item)
            seconds[way] += spent
            ways.append(scores)
        found.append(ways)
        on_item(done, len(items))
    same = sum(len({_best(scores) for scores in ways}) == 1 for ways in found)
    together, singly, alone = seconds
    return ScoringResult(
        candidates=sum(len(item.candidates) for item in items),
        together_seconds=together, singly_seconds=singly, alone_seconds=alone,
        same_choice=same / len(items), apart=max(map(_apart, found)),
    )  # fmt: skip


def _together(model: LanguageModel, item: Item) -> tuple[float, list[CandidateScore]]:
    start = time.perf_counter()
    scores = model.score(item.messages, item.candidates)
    return time.perf_counter() - start, scores


def _singly(model: LanguageModel, item: Item) -> tuple[float, list[CandidateScore]]:
    start = time.perf_counter()
    scores = [model.score(item.messages, [candidate])[0] for candidate in item.candidates]
    return time.perf_counter() - start, scores


def _alone(model: LanguageModel, item: Item) -> tuple[float, list[CandidateScore]]:
    spent, scores = 0.0, []
    for candidate in item.candidates:
        model.read_ahead(_NOTHING)
        start = time.perf_counter()
        scores += model.score(item.messages, [candidate])
        spent += time.perf_counter() - start
    return spent, scores


def _mean(score: CandidateScore) -> float:
    return score.log_probability / max(score.token_count, 1)


def _best(scores: Sequence[CandidateScore]) -> int:
    return max(range(len(scores)), key=lambda at: _mean(scores[at]))


def _apart(ways: Sequence[Sequence[CandidateScore]]) -> float:
    return max(
        max(map(_mean, candidate)) - min(map(_mean, candidate)) for candidate in zip(*ways, strict=True)
    )  # fmt: skip
