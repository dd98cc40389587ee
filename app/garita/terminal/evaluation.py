"""``garita evaluate``: judges an officer; its figures as a table or as JSON, the conversations into a folder."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer
from rich.console import Console
from rich.progress import Progress, TaskID
from rich.table import Table

from garita import wiring
from garita.errors import OutputNotWritable, SetUnusable
from garita.files import write_beside
from garita.roleplay import scenario_file
from garita.settings import Settings
from garita.terminal.training import require

if TYPE_CHECKING:
    from garita.training.evaluation.figures import OfficerFigures, Share
    from garita.training.evaluation.report import ByHand, Judged, Report, Sizes


def officer(
    model: Path | None, settings: Settings, seed: int, sizes: tuple[int, int, int], by_hand: Path | None,
    out: Path | None, *, as_json: bool,
) -> None:  # fmt: skip
    """Judge one officer.

    Raises:
        ExtraMissing, OutputNotWritable, SetUnusable, and what loading a model raises.
    """
    require("num2words")
    from garita.training.evaluation.report import Sizes

    if out is not None:
        _prepare(out)
    judged = _judged(wiring.model_path(model, settings), settings, seed, Sizes(*sizes), by_hand)
    if out is not None:
        _write(out, judged)
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(judged.report), indent=2).decode())
    else:
        Console().print(_table(judged.report))


def _judged(path: Path, settings: Settings, seed: int, sizes: Sizes, by_hand: Path | None) -> Judged:
    from garita.training.evaluation.report import ByHand, judge

    sets = _sets(by_hand) if by_hand else ByHand()
    # measured threads may change on the way, and with them the last bits of the logits: one gives the same words again
    settings.model.threads = settings.model.threads or 1
    facts = wiring.checked(path, settings)
    with Progress(console=Console(stderr=True)) as progress:
        tasks: dict[str, TaskID] = {}

        def show(part: str, done: int, total: int) -> None:
            if part not in tasks:
                tasks[part] = progress.add_task(part, total=total)
            progress.update(tasks[part], completed=done)

        with closing(wiring.start_model(facts, settings, lambda _: None)) as model:
            model.load()
            return judge(
                path.name, model, wiring.guard(facts), scenario_file.load_all(),
                sets, wiring.sampling(settings), seed, sizes, show,
            )  # fmt: skip


def _sets(folder: Path) -> ByHand:
    from garita.training.evaluation.report import load

    try:
        return load(folder)
    except (OSError, ValueError, KeyError) as error:  # msgspec's and tomllib's errors are ValueErrors
        raise SetUnusable(path=str(folder), problem=str(error)) from error


def _prepare(out: Path) -> None:
    """Before the slow work: can the folder be written?"""
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_beside(out / "report.json", b"{}")
    except OSError as error:
        raise OutputNotWritable(path=str(out), reason=error.strerror or str(error)) from error


def _write(out: Path, judged: Judged) -> None:
    from garita.training.evaluation.booth import transcript

    write_beside(out / "report.json", msgspec.json.format(msgspec.json.encode(judged.report), indent=2))
    write_beside(out / "simulated.md", transcript(judged.talks).encode())
    write_beside(out / "by_hand.md", transcript(judged.by_hand).encode())


def _table(report: Report) -> Table:
    table = Table("", "", title=report.model)
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
    return f"{share.percent:.1f} %  ({share.hits} of {share.count})"
