"""All metrics of one officer, each with its interval, by turn and by level. Read ``measure`` first.

Knows the parts that observe (``scoring``, ``replies``, ``endurance``) and puts their observations into figures; knows
no files and no words for people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil

from garita.engines.ports import LanguageModel
from garita.messages import Sampling
from garita.roleplay.guard import Guard
from garita.roleplay.scenario import Scenario
from garita.training.evaluation import endurance, replies, scoring
from garita.training.evaluation.booth import Talk
from garita.training.evaluation.endurance import Endured
from garita.training.evaluation.held_out import HeldOut
from garita.training.evaluation.interval import Bootstrap, Estimate, Floats, Seen
from garita.training.evaluation.replies import Compared, Pair
from garita.training.evaluation.result import Metric, MetricName, Unit
from garita.training.evaluation.scoring import Scored

# (what is being done, how many are done, of how many)
OnProgress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Officer:
    """A loaded model as the app runs it, and how to see the most memory its process ever held (bytes)."""

    model: LanguageModel
    guard: Guard
    sampling: Sampling
    peak_memory: Callable[[], int]


@dataclass(frozen=True)
class Measured:
    """The metrics of one officer, and what they rest on."""

    metrics: dict[MetricName, Metric]
    seen: dict[MetricName, list[Seen]]
    pairs: list[Pair]  # what it wrote in every held-out turn
    talks: list[Talk]  # at the booth, with the guard


@dataclass(frozen=True)
class Draws:
    """The bootstrap's draws: of held-out conversations and of those at the booth."""

    held: Bootstrap
    booth: Bootstrap

    def of(self, name: MetricName) -> Bootstrap:
        """Those that belong to a metric."""
        return self.booth if name.partition("_unguarded")[0] in _BOOTH else self.held


_BOOTH = ("spanish", "role", "repetition", "facts")
_UNITS: dict[MetricName, Unit] = {
    "perplexity": "perplexity", "chrf": "score", "rouge_l": "score", "tokens_per_second": "tokens/s",
}  # fmt: skip


def measure(
    officer: Officer, held: HeldOut, scenarios: Sequence[Scenario], seed: int, booth: int, draws: Draws,
    on_progress: OnProgress = lambda *_: None,
) -> Measured:  # fmt: skip
    """Measure an officer on the held-out conversations and in ``booth`` conversations of twenty turns.

    Raises:
        Cancelled: the model was stopped.
    """
    officer.guard.load()
    turns = held.turns(officer.guard.has_words)
    scored = scoring.score(officer.model, turns, seed, lambda *step: on_progress("choice", *step))
    pairs = replies.write(officer.model, turns, officer.sampling, seed, lambda *step: on_progress("replies", *step))
    guarded = _booth(officer, scenarios, seed, booth, on_progress, guarded=True)
    alone = _booth(officer, scenarios, seed, booth, on_progress, guarded=False)
    seen = _by_name(scored, replies.compare(pairs), endurance.endured(guarded), endurance.endured(alone))
    metrics = {name: metric(name, some, draws.of(name)) for name, some in seen.items() if _weighs(some)}
    metrics["memory_bytes"] = _fixed(officer.peak_memory())
    return Measured(metrics, seen, pairs, guarded)


def _booth(
    officer: Officer, scenarios: Sequence[Scenario], seed: int, count: int, on_progress: OnProgress, *, guarded: bool
) -> list[Talk]:
    part = "booth" if guarded else "booth, unguarded"
    return endurance.talks(
        officer.model, officer.guard, scenarios, officer.sampling, seed, count,
        guarded=guarded, on_talk=lambda *step: on_progress(part, *step),
    )  # fmt: skip


def _by_name(
    scored: Scored, compared: Compared, with_guard: Endured, without: Endured
) -> dict[MetricName, list[Seen]]:  # fmt: skip
    return {
        "four_choice": scored.four_choice, "four_choice_asked": scored.asked, "next_step": compared.next_step,
        "spanish": with_guard.spanish, "spanish_unguarded": without.spanish,
        "role": with_guard.role, "role_unguarded": without.role,
        "repetition": with_guard.repetition, "repetition_unguarded": without.repetition,
        "facts": with_guard.facts, "facts_unguarded": without.facts,
        "perplexity": scored.perplexity, "chrf": compared.chrf, "rouge_l": compared.rouge_l,
        "tokens_per_second": compared.rate,
    }  # fmt: skip


def _weighs(seen: Sequence[Seen]) -> bool:
    return any(one.weight > 0 for one in seen)


def metric(name: MetricName, seen: Sequence[Seen], draws: Bootstrap) -> Metric:
    """One figure of all observations, and of every turn number and level there is."""
    whole, figure = draws.estimate(seen, _figure(name)), _figure(name)
    turns = draws.by(seen, lambda one: one.turn, figure)
    levels = draws.by([one for one in seen if one.level], lambda one: one.level, figure)
    return Metric(
        value=whole.value, low=whole.low, high=whole.high, n=whole.n, unit=_UNITS.get(name, "share"),
        by_turn={str(turn): turns[turn] for turn in sorted(turns)},
        by_level={level: levels[level] for level in sorted(levels)},
    )  # fmt: skip


def differences(one: Measured, other: Measured, draws: Draws) -> dict[MetricName, Estimate]:
    """``one`` less ``other`` in every metric that both have, over the same draws of the same conversations."""
    return {
        name: draws.of(name).difference(one.seen[name], other.seen[name], _figure(name))
        for name in one.seen if _weighs(one.seen[name]) and _weighs(other.seen.get(name, ()))
    }  # fmt: skip


def peak_memory(process: int | None) -> int:
    """Bytes of memory that a running process held at most; where the system does not tell, what it holds now."""
    if process is None:
        return 0
    info = psutil.Process(process).memory_info()
    return int(getattr(info, "peak_wset", 0)) or _high_water(process) or int(info.rss)


def _high_water(process: int) -> int:
    try:
        with Path(f"/proc/{process}/status").open(encoding="ascii", errors="replace") as lines:
            return next((1024 * int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
    except OSError:  # not Linux
        return 0


def _figure(name: MetricName) -> Callable[[Floats], Floats]:
    return np.exp if name == "perplexity" else np.positive


def _fixed(value: int) -> Metric:
    return Metric(value=value, low=value, high=value, n=1, unit="bytes")
