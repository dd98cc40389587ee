"""The checkpoints of a fine-tune: which one a run goes on from. Knows transformers' files by name and form, no torch.

A run killed while it saves leaves a checkpoint half written; transformers writes trainer_state.json last. After a power
cut any of the files may be cut off.
"""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import NamedTuple

import msgspec
from safetensors import SafetensorError, safe_open

_STATE = "trainer_state.json"
_ADAPTER = "adapter_model.safetensors"
_OF_TORCH = ("optimizer.pt", "scheduler.pt")  # zip files, whose directory is at the end


class _State(msgspec.Struct):
    """The part of transformers' TrainerState that is looked at."""

    global_step: int
    max_steps: int
    best_model_checkpoint: str | None = None


class Checkpoint(NamedTuple):
    """``steps`` updates are in it, all where it is ``finished``; ``best`` is the one with the lowest loss, if there."""

    steps: int
    path: Path
    finished: bool
    best: Path


def last_whole(folder: Path) -> Checkpoint | None:
    """The latest complete one; what is incomplete is removed, so that nothing goes on from it."""
    found: list[Checkpoint] = []
    for path in folder.glob("checkpoint-*"):
        try:
            found.append(_checked(path))
        except (OSError, ValueError, SafetensorError):
            shutil.rmtree(path, ignore_errors=True)
    return max(found, default=None)


def _checked(path: Path) -> Checkpoint:
    """One checkpoint.

    Raises:
        OSError, ValueError, SafetensorError: a file is missing or ends too early.
    """
    with safe_open(path / _ADAPTER, framework="numpy"):  # compares the file's size with its head
        pass
    for name in _OF_TORCH:
        if not zipfile.is_zipfile(path / name):
            raise ValueError(f"{name} is damaged")
    state = msgspec.json.decode((path / _STATE).read_bytes(), type=_State)
    best = path.with_name(Path(state.best_model_checkpoint or path).name)
    return Checkpoint(state.global_step, path, state.global_step >= state.max_steps, best if best.exists() else path)
