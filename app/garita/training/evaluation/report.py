"""The whole judgement of an officer: what is understood, how varied the corpus is, how it talks, how fast it all is.

Read ``judge`` first, ``measures`` for the metrics a gate looks at. Every part has a seed of its own derived from one,
so a figure can be made again. Knows no files but the sets and no words for people.
"""

from __future__ import annotations

import platform
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from random import Random

import msgspec

from garita import __version__
from garita.engines.ports import LanguageModel
from garita.messages import Sampling
from garita.roleplay import understand
from garita.roleplay.director import Director
from garita.roleplay.guard import Guard
from garita.roleplay.scenario import Scenario
from garita.roleplay.sentences import split
from garita.training.evaluation import by_hand, figures, understanding, utterances, variety, verdict_cases
from garita.training.evaluation.booth import Talk, converse
from garita.training.evaluation.by_hand import Script, ScriptedTraveller
from garita.training.evaluation.figures import OfficerFigures, Share
from garita.training.evaluation.measures import Measured
from garita.training.evaluation.result import Against, Metric, MetricName, ModelFile, SetFacts
from garita.training.evaluation.understanding import UnderstandingFigures
from garita.training.evaluation.utterances import UtteranceFigures
from garita.training.evaluation.variety import VarietyFigures
from garita.training.simulator.play import Conversation, play
from garita.training.simulator.traveller import Traveller
from garita.training.simulator.variation import vary

# (what is being done, how many are done, of how many)
OnProgress = Callable[[str, int, int], None]


class Sizes(msgspec.Struct, frozen=True):
    """How many conversations each part rests on."""

    talks: int = 120  # with the model
    heard: int = 600  # for understanding, without it
    corpus: int = 10_000  # for variety, without it


class ByHand(msgspec.Struct, frozen=True):
    """Sets written by hand: conversations' student sides, what students mean, verdicts worked out beforehand."""

    scripts: tuple[Script, ...] = ()
    utterances: dict[str, list[utterances.Utterance]] = {}  # msgspec copies it
    verdicts: tuple[verdict_cases.Case, ...] = ()


def load(folder: Path) -> ByHand:
    """The sets in a folder (``tests/by_hand`` of the repository).

    They are conversations.toml, verdict_cases.toml and every utterances*.toml.

    Raises:
        OSError, ValueError: a set is missing or damaged.
    """
    return ByHand(
        scripts=by_hand.load(folder / "conversations.toml"),
        utterances={path.stem: utterances.load(path) for path in sorted(folder.glob("utterances*.toml"))},
        verdicts=tuple(verdict_cases.load(folder / "verdict_cases.toml")),
    )


class SpeedFigures(msgspec.Struct):
    """Milliseconds. ``turn``: understanding, agenda and guard together for one turn of the officer, warm."""

    turn_mean: float
    turn_worst: float
    start: float  # what understanding builds before the first turn
    first_token_median: float = 0.0  # the model's, from the request to its first letters, in held-out turns
    first_token_worst: float = 0.0
    tokens_per_second: float = 0.0
    memory_bytes: int = 0


class Figures(msgspec.Struct, kw_only=True):
    """Counts of one officer's conversations, and of what does not depend on it: understanding, verdicts, corpus."""

    seed: int
    officer: OfficerFigures
    by_hand: OfficerFigures | None
    verdicts: Share | None  # of those worked out by hand
    utterances: dict[str, UtteranceFigures]  # of the sets by hand
    understanding: UnderstandingFigures
    variety: VarietyFigures
    speed: SpeedFigures


class Report(Figures, kw_only=True):
    """What stands in report.json: the figures, and what ``result.Report`` has."""

    model: ModelFile
    set: SetFacts
    metrics: dict[MetricName, Metric]
    against: Against | None = None
    made_at: str  # ISO 8601, UTC
    versions: dict[str, str]


class Judged(msgspec.Struct):
    """The figures and the conversations they rest on."""

    figures: Figures
    talks: tuple[Talk, ...]
    by_hand: tuple[Talk, ...]


def judge(
    model: LanguageModel, guard: Guard, scenarios: Sequence[Scenario], sets: ByHand,
    sampling: Sampling, seed: int, sizes: Sizes, start: float, on_progress: OnProgress = lambda *_: None,
) -> Judged:  # fmt: skip
    """Count what a loaded model does; ``start`` is ``start_milliseconds``' answer, from before anything was read."""
    guard.load()
    talks = tuple(_simulated(model, guard, scenarios, sampling, seed, sizes.talks, on_progress))
    scripted = tuple(_by_hand(model, guard, scenarios, sets.scripts, sampling, seed, on_progress))
    heard = list(_played(scenarios, seed + 1, sizes.heard, "heard", on_progress, held_out=True))
    counted = Figures(
        seed=seed,
        officer=figures.figures(talks),
        by_hand=figures.figures(scripted) if scripted else None,
        verdicts=verdict_cases.figures(sets.verdicts) if sets.verdicts else None,
        utterances={name: utterances.figures(one, scenarios) for name, one in sets.utterances.items()},
        understanding=understanding.figures(heard),
        variety=variety.figures(_played(scenarios, seed + 2, sizes.corpus, "corpus", on_progress, held_out=False)),
        speed=_speed(guard, heard, start),
    )
    return Judged(counted, talks, scripted)


def report(
    model: ModelFile, counted: Figures, held: SetFacts, measured: Measured, against: Against | None = None
) -> Report:
    """Everything together."""
    return Report(
        **{name: getattr(counted, name) for name in Figures.__struct_fields__ if name != "speed"},
        speed=_with_the_models(counted.speed, measured),
        model=model, set=held, metrics=measured.metrics, against=against,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"), versions=_versions(),
    )  # fmt: skip


def _with_the_models(speed: SpeedFigures, measured: Measured) -> SpeedFigures:
    first = [1000 * pair.written.first_seconds for pair in measured.pairs]
    rate = measured.metrics.get("tokens_per_second")
    return msgspec.structs.replace(
        speed,
        first_token_median=statistics.median(first) if first else 0.0,
        first_token_worst=max(first, default=0.0),
        tokens_per_second=rate.value if rate else 0.0,
        memory_bytes=int(measured.metrics["memory_bytes"].value),
    )


def _versions() -> dict[str, str]:
    """Of what the figures depend on."""
    packages = ("llama-cpp-python", "sacrebleu", "rouge-score", "numpy")
    return {"garita": __version__, "python": platform.python_version()} | {
        package: metadata.version(package) for package in packages
    }


def start_milliseconds() -> float:
    """What understanding takes to load; nothing the second time."""
    before = time.perf_counter()
    understand.load()
    return 1000 * (time.perf_counter() - before)


def _simulated(
    model: LanguageModel, guard: Guard, scenarios: Sequence[Scenario], sampling: Sampling, seed: int, count: int,
    on_progress: OnProgress,
) -> Iterator[Talk]:  # fmt: skip
    for number in range(count):
        rng = Random(seed * 1_000_003 + number)
        traveller = Traveller(vary(scenarios[number % len(scenarios)], rng), rng, held_out=True)
        yield converse(model, guard, traveller.scenario, traveller, sampling, seed + number)
        on_progress("talks", number + 1, count)


def _by_hand(
    model: LanguageModel, guard: Guard, scenarios: Sequence[Scenario], scripts: Sequence[Script], sampling: Sampling,
    seed: int, on_progress: OnProgress,
) -> Iterator[Talk]:  # fmt: skip
    found = {scenario.id: scenario for scenario in scenarios}
    for number, script in enumerate(scripts, start=1):
        traveller = ScriptedTraveller(script, found[script.scenario])
        yield converse(model, guard, traveller.scenario, traveller, sampling, seed + number)
        on_progress("by hand", number, len(scripts))


def _played(
    scenarios: Sequence[Scenario], seed: int, count: int, part: str, on_progress: OnProgress, *, held_out: bool
) -> Iterator[Conversation]:
    for number in range(count):
        rng = Random(seed * 1_000_003 + number)
        yield play(vary(scenarios[number % len(scenarios)], rng), rng, held_out=held_out)
        if (number + 1) % 50 == 0:
            on_progress(part, number + 1, count)


def _speed(guard: Guard, talks: Sequence[Conversation], start: float) -> SpeedFigures:
    """Every turn of some conversations once more, through director and guard as the app calls them."""
    turns = [seconds for talk in talks[1:60] for seconds in _turn_seconds(guard, talk)]
    mean = sum(turns) / max(len(turns), 1)
    return SpeedFigures(turn_mean=1000 * mean, turn_worst=1000 * max(turns, default=0.0), start=start)


def _turn_seconds(guard: Guard, talk: Conversation) -> Iterator[float]:
    director = Director(talk.scene)
    for number, message in enumerate(talk.history):
        if message.role == "user":
            continue
        earlier = [each.content for each in talk.history[:number] if each.role == "assistant"]
        before = time.perf_counter()
        director.plans(talk.history[:number])
        for sentence in split(message.content):
            guard.check(sentence, earlier, may_repeat=True)
        yield time.perf_counter() - before
