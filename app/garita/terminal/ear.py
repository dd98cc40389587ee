"""``garita train ear``: trains the synthetic-voice test ear, writes its folder and says how well it hears."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from garita import paths
from garita.roleplay import scenario_file
from garita.terminal.training import require

if TYPE_CHECKING:
    from garita.training.ear.judge import Verdict
    from garita.training.ear.learn import Report

DEFAULT_MINUTES = 90.0
JUDGED_SENTENCES = 100
# another seed than the recipe's, so that not even the measurements during training have seen them
JUDGED_SEED = 2027


def train(out: Path, recipe_file: Path | None, minutes: float | None, threads: int) -> None:
    """Train an ear; a folder with a checkpoint goes on from it. The folder to use is ``out``/ear.

    Raises:
        ExtraMissing, RecipeInvalid, TrainingRefused, VoiceInvalid.
    """
    for package in ("torch", "num2words", "jiwer", "faster_whisper", "espeakng_loader"):
        require(package)
    from garita.training.ear import export, learn, recipe  # torch takes seconds to import
    from garita.training.pretrain import Budget

    plan = recipe.load(recipe_file or paths.models() / "recipes" / "ear.toml")
    budget = Budget(minutes=minutes or DEFAULT_MINUTES)
    last = learn.run(plan, scenario_file.load_all(), out, budget, threads=threads, on_progress=_show)
    if not last.finished:  # stopped, all saved
        typer.echo(f"{out}: {100 * last.share_done:.0f} %", err=True)
        return
    export.write(out, out / "ear")
    _say(_judged(out / "ear"))
    typer.echo(str(out / "ear"))


def _judged(folder: Path) -> Verdict:
    from garita.engines import whisper
    from garita.engines.whisper_options import WhisperOptions
    from garita.training.ear import sentences
    from garita.training.ear.judge import judge

    ear = whisper.load(WhisperOptions(path=str(folder), threads=1))
    return judge(ear, sentences.held_out(scenario_file.load_all(), JUDGED_SEED, JUDGED_SENTENCES))


def _show(report: Report) -> None:
    typer.echo(
        f"{100 * report.share_done:5.1f} %  {report.utterances:,} utterances  loss {report.decoder_loss:.3f}  "
        f"helper {report.helper_loss:.3f}  word error {100 * report.word_error:.1f} %  "
        f"{report.utterances_per_second:.0f} utterances/s",
        err=True,
    )


def _say(verdict: Verdict) -> None:
    for voice, error in verdict.by_voice.items():
        typer.echo(f"{voice:12} {100 * error:5.1f} %", err=True)
    typer.echo(f"{'word error':12} {100 * verdict.word_error:5.1f} %", err=True)
