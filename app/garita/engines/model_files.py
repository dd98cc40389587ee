"""Why a model file cannot be loaded: a look at its first bytes before, and at llama.cpp's log after.

Pure facts about files and log lines; whole headers are read by llama.cpp (and by the library, for its own purposes).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from garita.errors import (
    GaritaError,
    ModelDamaged,
    ModelEmpty,
    ModelLoadFailed,
    ModelMissing,
    ModelNotGGUF,
    ModelTruncated,
    ModelUnsupported,
)

_MAGIC = b"GGUF"
_UNKNOWN = re.compile(r"unknown model architecture: '([^']*)'")
_BOUNDS = re.compile(r"not within the file bounds|corrupted or incomplete|unexpectedly reached end of file")
_DAMAGED = re.compile(r"gguf_init|failed to read|invalid|missing tensor|wrong shape|key not found|hyperparameters")


def check(path: Path) -> None:
    """Raise ModelMissing, ModelEmpty or ModelNotGGUF for what cannot be a model."""
    if not path.is_file():
        raise ModelMissing(path=str(path))
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
    if not start:
        raise ModelEmpty(path=str(path))
    if start != _MAGIC:
        raise ModelNotGGUF(path=str(path), found=ascii(start)[2:-1])


def explain(path: Path, log: Sequence[str]) -> GaritaError:
    """The error for a file that llama.cpp refused, from the lines it logged."""
    text = "\n".join(log)
    reason = reason_in(log)
    if unknown := _UNKNOWN.search(text):
        return ModelUnsupported(path=str(path), architecture=unknown[1])
    if _BOUNDS.search(text):
        size = path.stat().st_size if path.exists() else 0
        return ModelTruncated(path=str(path), expected_bytes=0, actual_bytes=size)
    if _DAMAGED.search(text):
        return ModelDamaged(path=str(path), problem=reason)
    return ModelLoadFailed(path=str(path), log="\n".join(log[-5:]))


def reason_in(log: Sequence[str]) -> str:
    """The most telling line: the first that speaks of an error, or else the last."""
    telling = [line for line in log if re.search(r"error|fail|invalid|corrupt|abort|assert", line, re.IGNORECASE)]
    chosen = (telling or list(log) or ["unknown"])[0]
    return re.sub(r"^\w+: ", "", chosen).strip()
