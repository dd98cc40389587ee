"""Reports of evaluations that never took place, for tests of what is done with them."""

from __future__ import annotations

from garita.training.evaluation.result import Metric, MetricName, ModelFile, Report, SetFacts


def share(value: float, half: float = 0.01) -> Metric:
    """A share of 1 with an interval of ``half`` on both sides."""
    return Metric(value, value - half, value + half, 500, "share")


def report(
    metrics: dict[MetricName, Metric], *, path: str = "new.gguf", sha256: str = "aa", conversations: int = 100,
    hashes: tuple[str, ...] = ("one", "two"),
) -> Report:  # fmt: skip
    """A report of ``path`` with these figures."""
    judged_on = SetFacts("simulated", "", 1, conversations, 10 * conversations, hashes, "")
    return Report(ModelFile(path, sha256, 1), judged_on, metrics, "2026-01-01T00:00:00+00:00", {"garita": "0.1"})
