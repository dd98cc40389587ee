"""The gate: does an officer's evaluation reach what the rules ask for, and is it no worse than the active officer?

Rules are TOML (models/recipes/gate.toml), typed strictly; the evaluation is report.json of ``garita evaluate officer``.
Two kinds of rule: a floor under a figure itself (its interval is told, and does not help), and "not worse": where both
officers were judged side by side, the whole 95 % interval of the difference must not be on the worse side; where there
are two reports on the same conversations, the figure's better end must reach the other officer's figure. Knows no
models, keeps and promotes nothing (library/promotion.py does), and cannot say more than the simulated travellers show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import msgspec

from garita import toml_file
from garita.errors import RecipeInvalid, ReportUnusable
from garita.messages_to_user import notice, of_officers
from garita.messages_to_user.entry import Language
from garita.training.evaluation.interval import Estimate
from garita.training.evaluation.result import LOWER_IS_BETTER, Metric, MetricName, Report
from garita.training.recipe import Count, Strict

MAIN_FIGURES: tuple[MetricName, ...] = ("four_choice", "next_step", "spanish", "facts")
"""Shown beside an officer's name."""
Least = Annotated[float, msgspec.Meta(gt=0)]


class Floor(Strict, frozen=True):
    """``metric`` must be ``least`` or more (shares of 1). ``published`` is what others asked for, told beside it."""

    metric: MetricName
    least: Least
    published: Least | None = None


class NotWorse(Strict, frozen=True):
    """Figures in which an officer must not fall behind the active one."""

    metrics: tuple[MetricName, ...]


class Rules(Strict, frozen=True):
    """One rules file. ``conversations``: on how many, at least, an evaluation must rest."""

    conversations: Count
    floor: tuple[Floor, ...]
    not_worse: NotWorse


class Rival(NamedTuple):
    """The active officer on the same conversations. ``differences`` (judged less active) only where side by side."""

    metrics: dict[MetricName, Metric]
    differences: dict[MetricName, Estimate]


class Ruling(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One rule and what came of it. ``value``, ``low`` and ``high`` are None where nothing was measured.

    ``threshold`` is what was asked for: a floor, a number of conversations, the active officer's figure.
    """

    rule: Literal["conversations", "floor", "not_worse"]
    passed: bool
    metric: MetricName | None = None
    unit: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    threshold: float | None = None
    published: float | None = None
    active: str = ""  # where the active officer was not judged: its name

    def sentence(self, language: Language) -> str:
        """What a person reads of it."""
        if self.rule == "conversations":
            key = "gate_enough" if self.passed else "gate_too_few"
            return notice(key, language, count=int(self.value or 0), least=int(self.threshold or 0))
        if self.active:
            return notice("gate_no_rival", language, active=self.active)
        name = of_officers.metric(self.metric or "", language)
        if self.value is None:
            return notice("gate_not_measured", language, metric=name)
        return self._measured(name, language)

    def _measured(self, name: str, language: Language) -> str:
        def shown(number: float | None) -> str:
            return "–" if number is None else of_officers.value(number, self.unit, language)

        facts = {"metric": name, "value": shown(self.value), "low": shown(self.low), "high": shown(self.high)}
        if self.rule == "not_worse":
            key = "gate_not_worse" if self.passed else "gate_worse"
            return notice(key, language, **facts, theirs=shown(self.threshold))
        key = "gate_floor_reached" if self.passed else "gate_floor_missed"
        said = notice(key, language, **facts, least=shown(self.threshold))
        if self.published is None:
            return said
        return f"{said} {notice('gate_published', language, published=shown(self.published))}"


class Verdict(msgspec.Struct, frozen=True):
    """All rulings on one officer; ``model`` is its file."""

    model: str
    rulings: tuple[Ruling, ...]

    @property
    def failed(self) -> tuple[Ruling, ...]:
        """The rules that are not met."""
        return tuple(one for one in self.rulings if not one.passed)

    def as_plain(self) -> dict[str, Any]:
        """For JSON: every ruling with its sentence in both languages."""
        return {
            "model": self.model,
            "passed": not self.failed,
            "rulings": [
                {**msgspec.to_builtins(one), "sentence": {"en": one.sentence("en"), "es": one.sentence("es")}}
                for one in self.rulings
            ],
        }


# --- reading -------------------------------------------------------------------------------------------------------


def load(path: Path) -> Rules:
    """Read rules.

    Raises:
        RecipeInvalid: the file is missing, is no TOML, or a key or figure in it is unknown, absent or impossible.
    """
    return toml_file.read(path, Rules, _problems, RecipeInvalid)


def _problems(rules: Rules) -> Iterator[tuple[str, str]]:
    for index, floor in enumerate(rules.floor):
        if floor.metric in LOWER_IS_BETTER:
            yield f"floor[{index}].metric", "a floor needs a figure of which more is better"


def read_report(path: Path) -> tuple[Report, bytes]:
    """An evaluation's report.json, and its bytes.

    Raises:
        ReportUnusable: it is missing or no report.
    """
    try:
        content = path.read_bytes()
        return msgspec.json.decode(content, type=Report), content
    except OSError as error:
        raise ReportUnusable(path=str(path), problem=f"cannot be read: {error.strerror}") from error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        problem = str(error).replace("`", "")
        raise ReportUnusable(path=str(path), problem=f"is no report of an evaluation: {problem}") from error


# --- judging -------------------------------------------------------------------------------------------------------


def rival_of(report: Report, active_sha256: str, others: Iterable[Report] = ()) -> Rival | None:
    """The active officer's figures to compare with, None where it was not judged on the same conversations.

    Args:
        report: the officer to be judged; it may be the active one, or have been judged beside it.
        active_sha256: of the active officer's file.
        others: further reports, which may be the active officer's.
    """
    if report.against is not None and _is(report.against.model.sha256, active_sha256):
        return Rival(report.against.metrics, report.against.differences)
    for other in (report, *others):
        if _is(other.model.sha256, active_sha256) and same_conversations(report, other):
            return Rival(other.metrics, {})
    return None


def same_conversations(one: Report, other: Report) -> bool:
    """Whether two evaluations rest on the same conversations."""
    return bool(one.set.hashes) and sorted(one.set.hashes) == sorted(other.set.hashes)


def judge(rules: Rules, report: Report, rival: Rival | None, active: str) -> Verdict:
    """Hold a report against the rules; ``active`` names the active officer where there is no rival to compare with."""
    seen = report.set.conversations
    rulings = [
        Ruling(rule="conversations", passed=seen >= rules.conversations, value=seen, threshold=rules.conversations),
        *(_floor(floor, report.metrics.get(floor.metric)) for floor in rules.floor),
        *_not_worse(rules.not_worse.metrics, report.metrics, rival, active),
    ]
    return Verdict(report.model.path, tuple(rulings))


def _is(sha256: str, wanted: str) -> bool:
    return sha256.lower() == wanted.lower()


def _floor(floor: Floor, found: Metric | None) -> Ruling:
    reached = found is not None and found.value >= floor.least
    return Ruling(
        rule="floor", passed=reached, metric=floor.metric, threshold=floor.least, published=floor.published,
        **_figures(found),
    )  # fmt: skip


def _not_worse(
    names: Sequence[MetricName], ours: dict[MetricName, Metric], rival: Rival | None, active: str
) -> Iterator[Ruling]:
    if rival is None:
        if names:
            yield Ruling(rule="not_worse", passed=False, active=active)
        return
    for name in names:
        theirs, found = rival.metrics.get(name), ours.get(name)
        if theirs is not None:  # where the active officer has no figure, there is none to fall behind
            passed = found is not None and not _is_worse(name, found, theirs, rival.differences.get(name))
            figures = _figures(found)
            yield Ruling(rule="not_worse", passed=passed, metric=name, threshold=theirs.value, **figures)


def _is_worse(name: MetricName, ours: Metric, theirs: Metric, difference: Estimate | None) -> bool:
    if difference is not None:
        return difference.low > 0 if name in LOWER_IS_BETTER else difference.high < 0
    return ours.low > theirs.value if name in LOWER_IS_BETTER else ours.high < theirs.value


def _figures(found: Metric | None) -> dict[str, Any]:
    if found is None:
        return {}
    return {"value": found.value, "low": found.low, "high": found.high, "unit": found.unit}
