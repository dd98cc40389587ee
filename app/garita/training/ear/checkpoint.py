"""One file that holds a whole run of an ear. Written beside and renamed: a killed run leaves the last complete one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import torch
from tokenizers import Tokenizer

from garita.errors import TrainingRefused
from garita.training import checkpoint as officer
from garita.training.ear.network import Ear
from garita.training.ear.recipe import EarRecipe

FILE = "ear.pt"


class Progress(officer.Progress):
    """Where a run stands; ``curve``: utterances, seconds, the decoder's loss, held-out word error at every save."""

    utterances: int = 0


class Saved(NamedTuple):
    """What a checkpoint holds."""

    recipe: EarRecipe
    progress: Progress
    tokenizer: Tokenizer
    weights: dict[str, torch.Tensor]
    optimiser: list[dict[str, Any]]


def save(folder: Path, recipe: EarRecipe, progress: Progress, ear: Ear, optimiser: list[dict[str, Any]]) -> None:
    """Write the checkpoint.

    Raises:
        TrainingRefused: the disk is full or the folder cannot be made; an earlier checkpoint is still there.
    """
    content = {
        "recipe": msgspec.json.encode(recipe).decode(),
        "progress": msgspec.json.encode(progress).decode(),
        "tokenizer": ear.vocabulary.tokenizer.to_str(),
        "weights": ear.state_dict(),
        "optimiser": optimiser,
    }
    partial = folder / f"{FILE}.partial"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as file:
            torch.save(content, file)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(folder / FILE)
    except (OSError, RuntimeError) as error:  # torch's zip writer reports a full disk as RuntimeError
        if folder.is_dir():
            partial.unlink(missing_ok=True)
        raise TrainingRefused(path=str(folder / FILE), problem=f"cannot be written: {error}") from error


def load(folder: Path, recipe: EarRecipe | None = None) -> Saved | None:
    """A folder's checkpoint, which has to be that of ``recipe`` where one is given; None where there is none yet.

    Raises:
        TrainingRefused: it is damaged or belongs to another recipe.
    """
    path = folder / FILE
    if not path.exists():
        return None
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
        saved = Saved(
            msgspec.json.decode(content["recipe"], type=EarRecipe),
            msgspec.json.decode(content["progress"], type=Progress),
            Tokenizer.from_str(content["tokenizer"]),
            content["weights"],
            content["optimiser"],
        )
    except Exception as error:  # torch raises half a dozen kinds for a damaged file
        raise TrainingRefused(path=str(path), problem=f"the checkpoint is damaged: {error}") from error
    if recipe is not None and saved.recipe != recipe:
        raise TrainingRefused(path=str(path), problem="the checkpoint belongs to another recipe")
    return saved
