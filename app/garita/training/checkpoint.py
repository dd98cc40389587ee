"""One file that holds a whole run, and the folder in which the model stands for other tools to read.

Every file is written beside and renamed, so a run killed at any moment leaves the last complete one. Knows weights and
counters as values; how they come about is pretrain's.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec
import torch
from safetensors.torch import load_file
from safetensors.torch import save as tensors_to_bytes
from transformers import LlamaForCausalLM

from garita.errors import TrainingRefused
from garita.files import write_beside
from garita.training.recipe import Recipe

_FILE = "checkpoint.pt"
_TIED = {"lm_head.weight"}  # stored once, as the embedding


class Progress(msgspec.Struct):
    """Where a run stands: updates made, tokens read, wall-clock seconds spent, and the place in the corpus."""

    steps: int = 0
    tokens: int = 0
    seconds: float = 0.0
    window: int = 0
    batch: int = 0
    curve: list[tuple[int, float, float, float]] = []


def save(
    folder: Path, recipe: Recipe, progress: Progress, model: LlamaForCausalLM, optimiser: list[dict[str, Any]]
) -> None:
    """Write the checkpoint, then the model for others.

    Raises:
        TrainingRefused: the disk is full or the folder went away; the previous checkpoint is still there.
    """
    content = {
        "recipe": msgspec.json.encode(recipe).decode(),
        "progress": msgspec.json.encode(progress).decode(),
        "model": model.state_dict(),
        "optimiser": optimiser,
        "random": torch.get_rng_state(),
    }
    partial = folder / f"{_FILE}.partial"
    try:
        with partial.open("wb") as file:
            torch.save(content, file)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(folder / _FILE)
        save_model(folder / "model", model)
    except (OSError, RuntimeError) as error:  # torch's zip writer reports a full disk as RuntimeError
        partial.unlink(missing_ok=True)
        raise TrainingRefused(path=str(folder / _FILE), problem=f"cannot be written: {error}") from error


def exists(folder: Path) -> bool:
    """Whether a run can be continued here."""
    return (folder / _FILE).exists()


def load(folder: Path, recipe: Recipe, model: LlamaForCausalLM) -> tuple[Progress, list[dict[str, Any]]] | None:
    """Put a checkpoint's weights into ``model`` and return the rest; None where there is no checkpoint yet.

    Raises:
        TrainingRefused: the checkpoint is damaged or belongs to another recipe.
    """
    path = folder / _FILE
    if not path.exists():
        return None
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
        earlier = msgspec.json.decode(content["recipe"], type=Recipe)
        progress = msgspec.json.decode(content["progress"], type=Progress)
    except Exception as error:  # torch raises half a dozen kinds for a damaged file
        raise TrainingRefused(path=str(path), problem=f"the checkpoint is damaged: {error}") from error
    if earlier != recipe:
        raise TrainingRefused(path=str(path), problem="the checkpoint belongs to another recipe")
    model.load_state_dict(content["model"])
    torch.set_rng_state(content["random"])
    return progress, content["optimiser"]


def load_model(folder: Path, model: LlamaForCausalLM) -> None:
    """Put the weights that ``save_model`` wrote into ``model``.

    Raises:
        TrainingRefused: there are none, they are damaged, or the model has other sizes.
    """
    path = folder / "model.safetensors"
    try:
        missing, unexpected = model.load_state_dict(load_file(path), strict=False)
    except Exception as error:  # torch and safetensors raise half a dozen kinds
        raise TrainingRefused(path=str(path), problem=f"cannot be read: {error}") from error
    if unexpected or set(missing) - _TIED:
        raise TrainingRefused(path=str(path), problem="the weights are those of another kind of model")


def save_model(folder: Path, model: LlamaForCausalLM) -> None:
    """config.json and model.safetensors as transformers reads them; a tied lm_head is stored once, as the embedding."""
    weights = {name: value.detach().cpu() for name, value in model.state_dict().items() if name not in _TIED}
    write_beside(folder / "config.json", model.config.to_json_string().encode())
    write_beside(folder / "model.safetensors", tensors_to_bytes(weights, metadata={"format": "pt"}))
