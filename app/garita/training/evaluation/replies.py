"""A model's own reply to every held-out turn, after the reference's history: the step it takes, its words, its speed.

No guard stands behind it: this is what the model alone writes. Words are held against the one reference there is by
chrF (Popović 2015) and ROUGE-L (Lin 2004); both are low for a good reply in other words. Knows turns and the engine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import msgspec

from garita.engines.ports import LanguageModel
from garita.messages import AnswerFinished, Sampling, Timings, TokenDelta
from garita.roleplay.slots import filled
from garita.training.evaluation.held_out import HeldTurn
from garita.training.evaluation.interval import Seen
from garita.training.evaluation.step import takes_step

OnTurn = Callable[[int, int], None]  # (turns done, of how many)


@dataclass(frozen=True)
class Written:
    """One reply: its text, slots filled; what it cost; seconds to its first letters."""

    text: str
    timings: Timings
    first_seconds: float


@dataclass(frozen=True)
class Pair:
    """A turn and what the model wrote there."""

    turn: HeldTurn
    written: Written

    @property
    def reference(self) -> str:
        """The good officer's words, slots filled."""
        return filled(self.turn.reply, self.turn.plan)


@dataclass
class Compared:
    """Observations of all turns; ``rate`` holds tokens over seconds."""

    next_step: list[Seen] = field(default_factory=list)
    chrf: list[Seen] = field(default_factory=list)
    rouge_l: list[Seen] = field(default_factory=list)
    rate: list[Seen] = field(default_factory=list)


def write(
    model: LanguageModel, turns: Sequence[HeldTurn], sampling: Sampling, seed: int,
    on_turn: OnTurn = lambda *_: None,
) -> list[Pair]:  # fmt: skip
    """Let the model reply to every turn, once each."""
    pairs = []
    for done, turn in enumerate(turns, start=1):
        drawn = msgspec.structs.replace(sampling, seed=(seed * 1_000_003 + done) & 0x7FFFFFFF)
        pairs.append(Pair(turn, _reply(model, turn, drawn)))
        on_turn(done, len(turns))
    return pairs


def _reply(model: LanguageModel, turn: HeldTurn, sampling: Sampling) -> Written:
    text, first, timings, start = "", 0.0, Timings(), time.perf_counter()
    for event in model.answer(turn.messages, sampling):
        if isinstance(event, TokenDelta):
            first = first or time.perf_counter() - start
            text += event.text
        elif isinstance(event, AnswerFinished):
            timings = event.timings
    return Written(filled(text.strip(), turn.plan), timings, first)


def compare(pairs: Sequence[Pair]) -> Compared:
    """Hold what the model wrote against the references."""
    from rouge_score.rouge_scorer import RougeScorer  # these two and their parts take a second to import
    from sacrebleu.metrics.chrf import CHRF

    chrf, rouge, found = CHRF(), RougeScorer(["rougeL"], tokenizer=_Words()), Compared()
    for pair in pairs:
        text, timings = pair.written.text, pair.written.timings
        found.next_step.append(_seen(pair.turn, float(takes_step(pair.turn.plan, pair.reference, text))))
        found.chrf.append(_seen(pair.turn, chrf.sentence_score(text, [pair.reference]).score / 100))
        found.rouge_l.append(_seen(pair.turn, rouge.score(pair.reference, text)["rougeL"].fmeasure))
        found.rate.append(_seen(pair.turn, timings.tokens_generated, timings.generate_seconds))
    return found


class _Words:
    """rouge_score's own tokenizer knows a to z only and would cut "años" in two."""

    def tokenize(self, text: str) -> list[str]:
        from garita.roleplay.plain_text import plain

        return plain(text).split()


def _seen(turn: HeldTurn, value: float, weight: float = 1.0) -> Seen:
    return Seen(turn.conversation, turn.number, turn.level, value, weight)
