"""``garita train``: corpus and pretraining with progress on the terminal. Only pretraining needs torch."""

from __future__ import annotations

import importlib
import math
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import Progress

from garita import paths
from garita.errors import ExtraMissing, OutputNotWritable
from garita.roleplay import scenario_file

if TYPE_CHECKING:
    from garita.training.long_run import Report

DEFAULT_MINUTES = 90.0


def corpus(out: Path, count: int, seed: int, *, rare: bool) -> None:
    """Write simulated conversations as JSON lines; ``rare``: more of those in which seldom things happen.

    Raises:
        ExtraMissing, OutputNotWritable.
    """
    require("num2words")
    from garita.training.simulator import conversations, to_learn_from, write_jsonl

    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task(str(out), total=count)
        try:
            told = lambda done: progress.update(task, completed=done)  # noqa: E731
            write_jsonl(out, scenario_file.load_all(), count, seed, told, to_learn_from if rare else conversations)
        except OSError as error:
            raise OutputNotWritable(path=str(out), reason=error.strerror or str(error)) from error


def pretrain(out: Path, recipe_file: Path | None, start: Path | None, minutes: float | None, threads: int) -> None:
    """Pretrain an officer; a folder with a checkpoint goes on from it.

    Raises:
        ExtraMissing, TrainingRefused.
    """
    require("num2words")
    from garita.training import recipe as recipes

    recipe = recipes.load(recipe_file or paths.models() / "recipes" / "officer.toml")
    require("torch")
    from garita.training import pretrain as job  # torch takes seconds to import
    from garita.training.source import source_of, vocabulary_of

    scenarios, budget = scenario_file.load_all(), job.Budget(minutes=minutes or DEFAULT_MINUTES)
    source, vocabulary = source_of(recipe, scenarios), vocabulary_of(recipe, scenarios)
    last = job.run(recipe, source, out, budget, start=start, vocabulary=vocabulary, threads=threads, on_progress=show)
    typer.echo(str(out / "model") if last.finished else f"{out}: {100 * last.share_done:.0f} %", err=not last.finished)


def require(package: str) -> None:
    """The parts of the train extra are needed by some of these commands only."""
    try:
        importlib.import_module(package)
    except ImportError as error:
        raise ExtraMissing(extra="train", package=package) from error


def show(report: Report) -> None:
    """A line about a run, for standard error."""
    left = f"{report.seconds_left / 60:.0f} min" if report.seconds_left is not None else "?"
    held_out = "–" if math.isnan(report.held_out_loss) else f"{report.held_out_loss:.3f}"
    typer.echo(
        f"{100 * report.share_done:5.1f} %  {report.tokens / 1e6:6.2f} M tokens  loss {report.loss:.3f}  "
        f"held-out {held_out}  {report.tokens_per_second:,.0f} tokens/s  {left}",
        err=True,
    )
