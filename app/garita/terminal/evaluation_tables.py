"""What ``garita evaluate`` prints: an officer's metrics with their intervals, and the counts behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from garita.messages_to_user.entry import Language
    from garita.training.evaluation.figures import OfficerFigures, Share
    from garita.training.evaluation.report import Report


def metrics(report: Report, language: Language) -> Table:
    """A line a metric: the figure, its interval, and the other model's beside it."""
    from garita.training.evaluation.page import metric_rows
    from garita.training.evaluation.page_words import Words

    head, rows = metric_rows(report, Words(language))
    table = Table(*head, title=report.model.path, box=None)
    for row in rows:
        table.add_row(*row)
    return table


def counts(report: Report) -> Table:
    """Everything that was counted."""
    table = Table("", "")
    for part, officer_figures in (("simulated", report.officer), ("by hand", report.by_hand)):
        if officer_figures is not None:
            _officer_rows(table, part, officer_figures)
    if report.verdicts is not None:
        table.add_row("verdicts worked out by hand", _percent(report.verdicts))
    for name, found in report.utterances.items():
        table.add_row(f"{name}: facts", _both(found.facts_precision, found.facts_recall))
        table.add_row(f"{name}: signals", _both(found.signals_precision, found.signals_recall))
    heard = report.understanding
    table.add_row("understanding: precision", _percent(heard.precision))
    table.add_row("understanding: recall", _percent(heard.recall))
    for topic, hearing in heard.by_topic.items():
        table.add_row(f"  {topic}", _both(hearing.precision, hearing.recall))
    table.add_row("corpus: different turns of the officer", _percent(report.variety.distinct))
    table.add_row("  turns that come once", _percent(report.variety.once))
    for name, share in list(report.variety.largest_families.items())[:3]:
        table.add_row(f"  largest family of {name}", f"{share:.2f} %")
    table.add_row("understanding, agenda and guard, a turn", f"{report.speed.turn_mean:.2f} ms")
    table.add_row("  the slowest of them", f"{report.speed.turn_worst:.2f} ms")
    table.add_row("  to load", f"{report.speed.start:.0f} ms")
    return table


def _officer_rows(table: Table, part: str, found: OfficerFigures) -> None:
    table.add_row(part, f"{found.conversations} conversations, {found.turns} turns, {found.sentences} sentences")
    table.add_row("  facts taken up", _percent(found.facts_taken_up))
    for topic, share in found.facts_by_topic.items():
        table.add_row(f"    {topic}", _percent(share))
    table.add_row("  acts realised", _percent(found.acts_realised))
    table.add_row("  acts realised by the model itself", _percent(found.acts_realised_by_model))
    table.add_row("  sentences in Spanish", _percent(found.spanish))
    table.add_row("  sentences replaced", _percent(found.replaced))
    table.add_row("  sentences sampled again", _percent(found.resampled))
    table.add_row("  sentences repeated", _percent(found.repeated))
    table.add_row("  conversations with a verdict", _percent(found.with_verdict))
    table.add_row("  tokens a second", f"{found.tokens_per_second:,.0f}")


def _both(precision: Share, recall: Share) -> str:
    return f"{_percent(precision)}  /  {_percent(recall)}"


def _percent(share: Share) -> str:
    if not share.count:
        return "–"
    return f"{share.percent:.1f} %  ({share.hits} of {share.count})"
