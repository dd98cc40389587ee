"""Gets a recogniser when the user asks for one: which there are, and a folder that is whole or not there at all.

A download goes into ``NAME.partial`` and is renamed once it passed its check, so that what was interrupted is neither
used nor lost. Where the bytes come from and what a good folder looks like is handed in; knows no network and no
engine.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from garita.errors import DiskTooFull, HomeNotWritable, RecogniserInvalid, RecogniserMissing, RecogniserUnknown

# Where faster-whisper's models lie on the Hugging Face hub; converted from OpenAI's, MIT licence.
REPOSITORIES = {
    "tiny": "Systran/faster-whisper-tiny",
    "base": "Systran/faster-whisper-base",
    "small": "Systran/faster-whisper-small",
    "medium": "Systran/faster-whisper-medium",
    "large-v3-turbo": "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
}
FILES = ("config.json", "model.bin", "preprocessor_config.json", "tokenizer.json", "vocabulary.json", "vocabulary.txt")
"""What of a repository is used, so far as it has them."""
_ROOM = 1.05  # of the size: the file system needs a little itself
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


class Progress(NamedTuple):
    """So much of it is here."""

    done_bytes: int
    total_bytes: int


OnProgress = Callable[[Progress], None]
Fetch = Callable[[str, Path, OnProgress], None]
"""Fills a folder with a repository's FILES; what lies in it from an earlier attempt need not be fetched again.

Raises DownloadFailed, OSError (of the disk), or what ``on_progress`` raises.
"""
Check = Callable[[Path], object]
"""Raises RecogniserInvalid or RecogniserMissing where a folder is not whole."""


class Entry(NamedTuple):
    """A recogniser in the user's home. ``problem`` is None where its folder is whole."""

    name: str
    folder: Path
    problem: RecogniserInvalid | RecogniserMissing | None


def here(folder: Path, check: Check) -> list[Entry]:
    """The recognisers in ``folder``, by name; unfinished downloads are not among them."""
    found = sorted(path for path in folder.glob("*/") if path.suffix != ".partial")
    return [Entry(path.name, path, _problem(path, check)) for path in found]


def get(name: str, folder: Path, fetch: Fetch, check: Check, on_progress: OnProgress, megabytes: int = 0) -> Path:
    """Fetch a recogniser into ``folder / name`` and return that; one that is here and whole is left as it is.

    Args:
        name: one of REPOSITORIES.
        megabytes: about what it takes; looked for on the disk before anything is fetched.

    Raises:
        RecogniserUnknown: of that name there is none.
        DiskTooFull, HomeNotWritable: the folder has no room, or cannot be written.
        DownloadFailed: what has come stays for the next attempt.
        RecogniserInvalid: all came and it is damaged; nothing of it stays.
    """
    if name not in REPOSITORIES:
        raise RecogniserUnknown(name=name, known=", ".join(REPOSITORIES))
    target, partial = folder / name, folder / f"{name}.partial"
    if target.exists() and _problem(target, check) is None:
        return target
    try:
        partial.mkdir(parents=True, exist_ok=True)
        _room(partial, megabytes)
        fetch(REPOSITORIES[name], partial, on_progress)
        _checked(partial, check)
        _replace(partial, target)
    except OSError as error:
        raise _refused(partial, megabytes, error) from error
    finally:
        with suppress(OSError):
            partial.rmdir()  # where nothing came
    return target


def _problem(path: Path, check: Check) -> RecogniserInvalid | RecogniserMissing | None:
    try:
        check(path)
    except (RecogniserInvalid, RecogniserMissing) as error:
        return error
    return None


def _room(partial: Path, megabytes: int) -> None:
    """What is here of an earlier attempt counts."""
    there = sum(path.stat().st_size for path in partial.rglob("*") if path.is_file())
    needed, free = int(megabytes * 1e6 * _ROOM) - there, shutil.disk_usage(partial).free
    if needed > free:
        raise DiskTooFull(path=str(partial.parent), needed_bytes=needed, available_bytes=free)


def _checked(partial: Path, check: Check) -> None:
    """A damaged folder would be taken for half a download the next time, and never become whole."""
    try:
        check(partial)
    except (RecogniserInvalid, RecogniserMissing):
        shutil.rmtree(partial)
        raise


def _replace(partial: Path, target: Path) -> None:
    """A folder cannot be renamed over another; the broken one gives way."""
    for path in partial.iterdir():
        if path.name not in FILES:  # notes of whoever fetched it
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if target.exists():
        shutil.rmtree(target)
    partial.rename(target)


def _refused(partial: Path, megabytes: int, error: OSError) -> DiskTooFull | HomeNotWritable:
    if error.errno in _NO_ROOM:
        free = shutil.disk_usage(partial.parent).free
        return DiskTooFull(path=str(partial.parent), needed_bytes=int(megabytes * 1e6), available_bytes=free)
    return HomeNotWritable(path=str(partial), reason=error.strerror or str(error))
