"""The checkpoints of a fine-tune: which one a run goes on from. Knows transformers' file names, no torch.

A run killed while it saves leaves a checkpoint half written; transformers writes trainer_state.json last.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import msgspec

_STATE = "trainer_state.json"


class _State(msgspec.Struct):
    """The part of transformers' TrainerState that is looked at."""

    global_step: int


class Checkpoint(NamedTuple):
    """``steps`` updates are in it."""

    steps: int
    path: Path


def last_whole(folder: Path) -> Checkpoint | None:
    """The latest complete one; what is incomplete is removed, so that nothing goes on from it."""
    found: list[Checkpoint] = []
    for path in folder.glob("checkpoint-*"):
        try:
            found.append(Checkpoint(msgspec.json.decode((path / _STATE).read_bytes(), type=_State).global_step, path))
        except (OSError, msgspec.MsgspecError):
            shutil.rmtree(path, ignore_errors=True)
    return max(found, default=None)
