"""``garita bench scoring``: what scoring candidates in one batch gains, with a model's own kind of prompts."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random

import msgspec
import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from garita import wiring
from garita.engines.bench_scoring import Item, ScoringResult, bench
from garita.roleplay import scenario_file
from garita.settings import Settings
from garita.terminal.training import require

_CONVERSATIONS, _SEED = 3, 1


class ScoringReport(msgspec.Struct, frozen=True):
    """The measurement and its two ratios."""

    model: str
    ratio: float
    ratio_prompt_kept: float
    measured: ScoringResult


def run(model: Path | None, settings: Settings, consoles: tuple[Console, Console], *, as_json: bool) -> None:
    """Measure a model, by default the built-in officer. ``consoles`` are for the table and for the progress.

    Raises:
        ExtraMissing, and what loading a model raises.
    """
    require("num2words")
    settings.model.threads = settings.model.threads or 1
    facts = wiring.checked(wiring.model_path(model, settings), settings)
    items = _items(slots=wiring.guard(facts).has_words)
    with Progress(console=consoles[1]) as progress, closing(wiring.start_model(facts, settings, lambda _: None)) as own:
        own.load()
        task = progress.add_task(facts.path.name, total=len(items))
        result = bench(own, items, lambda done, _: progress.update(task, completed=done))
    report = ScoringReport(facts.path.name, result.ratio, result.ratio_kept, result)
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        consoles[0].print(_table(report))


def _items(*, slots: bool) -> list[Item]:
    """Every turn of some simulated conversations, its reply among three others."""
    from garita.training.evaluation.held_out import simulated
    from garita.training.evaluation.scoring import distractors

    turns = simulated(scenario_file.load_all(), _CONVERSATIONS, _SEED).turns(slots)
    return [Item(turn.messages, [turn.reply, *distractors(turn, turns, Random(_SEED))]) for turn in turns]


def _table(report: ScoringReport) -> Table:
    found = report.measured
    table = Table(title=f"{report.model}: {found.candidates} candidates", box=None, pad_edge=False)
    for column in ("", "seconds", "candidates/s", "times"):
        table.add_column(column, justify="left" if not column else "right")
    for name, seconds in (
        ("together", found.together_seconds), ("one by one, prompt kept", found.singly_seconds),
        ("one by one, alone", found.alone_seconds),
    ):  # fmt: skip
        times = f"{seconds / found.together_seconds:.1f}"
        table.add_row(name, f"{seconds:.2f}", f"{found.candidates / seconds:.0f}", times)
    table.caption = f"same choice {100 * found.same_choice:.0f} %, at most {found.apart:.3f} nats a token apart"
    return table
