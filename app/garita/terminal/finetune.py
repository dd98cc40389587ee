"""``garita train finetune``: finds or fetches the base, shows how the fine-tune goes, names the adapter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from garita.errors import Cancelled
from garita.messages_to_user import notice
from garita.messages_to_user.entry import Language
from garita.settings import Settings
from garita.terminal import finetune_base
from garita.terminal.training import require, show

if TYPE_CHECKING:
    from accelerate import PartialState

    from garita.training.finetune.recipe import FinetuneRecipe
    from garita.training.long_run import Report


def run(recipe_file: Path, threads: int, settings: Settings, console: Console, language: Language) -> None:
    """Fine-tune; the same command goes on where an earlier run stopped. Under ``accelerate launch`` in every process.

    Raises:
        RecipeInvalid, TrainingRefused, DatasetRefused, ExtraMissing.
        DownloadFailed, LicenceNotAccepted, NetworkLocked, DiskTooFull, OutputNotWritable: the base cannot be had.
        Cancelled: stopped on the way, all saved.
    """
    require("torch")
    from garita.training.finetune import job, processes  # torch takes seconds to import
    from garita.training.finetune import recipe as recipes

    process = processes.group()
    try:
        recipe = recipes.load(recipe_file)
        last = _tuned(recipe, threads, settings, process)
    except Exception:
        if processes.may_speak():
            raise
        raise typer.Exit(1) from None
    if not process.is_main_process:
        return
    if last is not None and not last.finished:
        console.print(notice("finetune_stopped", language, steps=last.steps, share=round(100 * last.share_done)))
        raise Cancelled
    typer.echo(str(Path(recipe.output) / job.ADAPTER))


def _tuned(recipe: FinetuneRecipe, threads: int, settings: Settings, process: PartialState) -> Report | None:
    from garita.training.finetune import job

    with process.main_process_first():  # one fetches, the others find it
        base = finetune_base.at_hand(recipe.base, offline=settings.network.offline)
    last = job.run(recipe, base, threads=threads, on_progress=show)
    process.destroy_process_group()  # where there is one; NCCL complains about groups left over
    return last
