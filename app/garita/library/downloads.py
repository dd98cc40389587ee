"""Brings one model among the user's: from the hub by the catalogue, or from a file of theirs. Whole or not at all.

What has come of a download lies in ``FILE.partial`` beside its place and is gone on with; only what can be read as a
model gets its name. Where the bytes come from is handed in; knows no network and no window.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from garita.errors import DiskTooFull, GaritaError, HomeNotWritable, ModelDamaged, ModelNameTaken
from garita.library import gguf_facts, hub, transfer
from garita.library.catalogue import Officer
from garita.library.recognisers import OnProgress, Progress

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_COPIED_AT_ONCE = 4 * 1024 * 1024


class Fetch(Protocol):
    """What hub.fetch does."""

    def __call__(self, repository: str, folder: Path, on_progress: OnProgress, *, wanted: Collection[str]) -> None:
        """Fill ``folder`` with the wanted files of ``repository``."""


def begun_bytes(entry: Officer, folder: Path) -> int:
    """How much of an unfinished download is here; 0 where there is none."""
    return hub.fetched_bytes(_partial(entry, folder))


def download(entry: Officer, folder: Path, fetch: Fetch, on_progress: OnProgress) -> Path:
    """Bring a model of the catalogue into ``folder`` and return its file; one that is here and whole stays as it is.

    What ``on_progress`` raises stops it, and the next attempt goes on from there.

    Raises:
        NetworkLocked, DownloadFailed: what has come stays for the next attempt.
        DiskTooFull, HomeNotWritable: no room, or the folder cannot be written.
        ModelNotGGUF, ModelTruncated, ModelDamaged: all came and it is no model; nothing of it stays.
    """
    target, partial = folder / entry.file, _partial(entry, folder)
    if target.exists() and _is_readable(target):
        return target
    try:
        partial.mkdir(parents=True, exist_ok=True)
        fetch(entry.repository, partial, on_progress, wanted=(entry.file,))
        _checked(partial, entry.file)
        (partial / entry.file).replace(target)
        shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise _refused(folder, entry.bytes, error) from error
    finally:
        with suppress(OSError):
            partial.rmdir()  # where nothing came
    return target


def discard(entry: Officer, folder: Path) -> None:
    """Throw away what has come of a download."""
    shutil.rmtree(_partial(entry, folder), ignore_errors=True)


def add_model(
    path: Path, folder: Path, on_progress: OnProgress, free: transfer.FreeBytes = transfer.free_bytes
) -> Path:
    """Copy a .gguf file (a model or an adapter) into ``folder`` and return the copy; one that is there already stays.

    What ``on_progress`` raises stops it and leaves nothing.

    Raises:
        ModelMissing, ModelEmpty, ModelNotGGUF, ModelTruncated, ModelDamaged: it is no model.
        ModelNameTaken: another file has its name.
        DiskTooFull, HomeNotWritable: no room, or the folder cannot be written.
    """
    size = gguf_facts.read(path).file_bytes
    target = folder / path.name
    if target.exists():
        if target.samefile(path):
            return target
        raise ModelNameTaken(path=str(target))
    partial = folder / f"{path.name}.adding"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        transfer.check_room(folder, size, free)
        _copy(path, partial, size, on_progress)
        partial.rename(target)
    except OSError as error:
        raise _refused(folder, size, error) from error
    finally:
        with suppress(OSError):
            partial.unlink()
    return target


def _partial(entry: Officer, folder: Path) -> Path:
    return folder / f"{entry.file}.partial"


def _is_readable(path: Path) -> bool:
    try:
        gguf_facts.read(path)
    except GaritaError:
        return False
    return True


def _checked(partial: Path, name: str) -> None:
    """Something that is no model would be taken for half a download the next time, and never become one."""
    try:
        gguf_facts.read(partial / name)
    except GaritaError:
        shutil.rmtree(partial)
        raise


def _copy(path: Path, partial: Path, size: int, on_progress: OnProgress) -> None:
    done = 0
    with path.open("rb") as source, partial.open("wb") as copy:
        while piece := source.read(_COPIED_AT_ONCE):
            on_progress(Progress(done, size))
            copy.write(piece)
            done += len(piece)
    if done != size:
        raise ModelDamaged(path=str(path), problem="it changed while it was copied")
    on_progress(Progress(done, size))


def _refused(folder: Path, needed: int, error: OSError) -> GaritaError:
    if error.errno in _NO_ROOM:
        return DiskTooFull(path=str(folder), needed_bytes=needed, available_bytes=transfer.free_bytes(folder))
    return HomeNotWritable(path=str(folder), reason=error.strerror or str(error))
