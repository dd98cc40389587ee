"""Removing a model so that it can be had back: it is moved aside, and thrown away for good with the next start.

Knows files and folders, not what is in them.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from garita import paths
from garita.errors import HomeNotWritable, ModelMissing, ModelNameTaken


@dataclass(frozen=True)
class Removed:
    """Where something was and where it is kept until it is thrown away."""

    path: Path
    kept: Path


def folder() -> Path:
    """Where removed things wait, in the user's home: mostly on the same disk as what is removed."""
    return paths.home() / "trash"


def remove(path: Path) -> Removed:
    """Move a file or folder aside.

    Raises:
        ModelMissing: it is not there.
        HomeNotWritable: it cannot be moved.
    """
    if not path.exists():
        raise ModelMissing(path=str(path))
    kept = folder() / uuid4().hex / path.name
    try:
        kept.parent.mkdir(parents=True)
        shutil.move(path, kept)
    except OSError as error:
        raise HomeNotWritable(path=str(path), reason=error.strerror or str(error)) from error
    return Removed(path, kept)


def restore(removed: Removed) -> Path:
    """Put it back where it was.

    Raises:
        ModelMissing: it was thrown away meanwhile.
        ModelNameTaken: something else lies there now.
        HomeNotWritable: it cannot be moved.
    """
    if not removed.kept.exists():
        raise ModelMissing(path=str(removed.path))
    if removed.path.exists():
        raise ModelNameTaken(path=str(removed.path))
    try:
        removed.path.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(removed.kept, removed.path)
    except OSError as error:
        raise HomeNotWritable(path=str(removed.path), reason=error.strerror or str(error)) from error
    with suppress(OSError):
        removed.kept.parent.rmdir()
    return removed.path


def empty() -> None:
    """Throw everything away for good; at the start of the program, when nobody can want it back."""
    shutil.rmtree(folder(), ignore_errors=True)
