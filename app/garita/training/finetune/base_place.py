"""Where the base model of a fine-tune lies: the user's folder, or a repository of the hub, which is fetched once.

A download goes into ``OWNER--NAME.partial`` and gets its name when it is whole, so what is there is found without the
network, and what was interrupted is gone on with, from the same commit. Knows no model and no tokenizer.
"""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

from garita.errors import DiskTooFull, OutputNotWritable, TrainingRefused
from garita.library import hub, transfer
from garita.library.recognisers import OnProgress
from garita.training.finetune import base_files

COMMIT = "commit.txt"
"""Beside the files of a fetched base: the commit of its repository."""
_REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*", re.ASCII)
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


def folder_of(
    base: str, store: Path, on_progress: OnProgress, *, offline: bool = False, endpoint: str | None = None
) -> Path:
    """The folder of a recipe's base: config.json, a tokenizer and weights are in it.

    Of several processes one at a time may ask; the first fetches, the others find it.

    Args:
        base: a folder (it comes first), or a repository of the hub as owner/name.
        store: where fetched bases lie, a folder each.
        on_progress: told while a base is fetched; what it raises stops that, and the next attempt goes on from there.
        offline: the user has locked the network.
        endpoint: of the hub, where it is not the usual one.

    Raises:
        TrainingRefused: there is no such folder, or the folder or repository is no base model.
        NetworkLocked, LicenceNotAccepted, DownloadFailed: it is not here and cannot be had; what has come stays.
        DiskTooFull, OutputNotWritable: no room, or the store cannot be written.
    """
    here = Path(base).expanduser()
    if here.exists():
        return _checked(here, base)
    if not _is_of_the_hub(base):
        raise TrainingRefused(path=base, problem="no such folder; a repository of the hub is written owner/name")
    kept = store / base.replace("/", "--")
    if kept.is_dir() and not base_files.lacking_in(kept):
        return kept
    try:
        _fetch(base, kept, on_progress, offline=offline, endpoint=endpoint)
    except OSError as error:
        raise _no_place(store, error) from error
    return kept


def _checked(folder: Path, base: str) -> Path:
    if not folder.is_dir():
        raise TrainingRefused(path=base, problem="is a file, and a base is a folder")
    try:
        _refuse_if_lacking(base, base_files.lacking_in(folder))
    except OSError as error:
        raise TrainingRefused(path=base, problem=f"cannot be read: {error.strerror}") from error
    return folder


def _refuse_if_lacking(base: str, missing: Collection[str]) -> None:
    if missing:
        raise TrainingRefused(path=base, problem=f"is no base model, it lacks {', '.join(missing)}")


def _is_of_the_hub(base: str) -> bool:
    """Where the part before the slash is a folder here, a path was meant, and the hub need not learn of it."""
    return _REPOSITORY.fullmatch(base) is not None and not Path(base).parent.exists()


def _fetch(base: str, kept: Path, on_progress: OnProgress, *, offline: bool, endpoint: str | None) -> None:
    partial = kept.with_name(f"{kept.name}.partial")

    def choose(names: Sequence[str]) -> Collection[str]:
        _refuse_if_lacking(base, base_files.lacking(names))
        return base_files.chosen(names)

    if kept.exists():  # somebody took a file out of it: the others need not come again
        shutil.rmtree(partial, ignore_errors=True)
        kept.rename(partial)
    partial.mkdir(parents=True, exist_ok=True)
    try:
        commit = _commit(base, partial, offline=offline, endpoint=endpoint)
        hub.fetch_chosen(base, partial, on_progress, choose, revision=commit, offline=offline, endpoint=endpoint)
        _refuse_if_lacking(base, base_files.lacking_in(partial))
        partial.rename(kept)
    finally:
        with suppress(OSError):
            partial.rmdir()  # where nothing came


def _commit(base: str, partial: Path, *, offline: bool, endpoint: str | None) -> str:
    """The commit that an earlier attempt began with, so that no file is newer than another; else the newest."""
    note = partial / COMMIT
    if note.exists() and (begun := note.read_text(encoding="ascii").strip()):
        return begun
    commit = hub.newest_commit(base, offline=offline, endpoint=endpoint)
    note.write_text(f"{commit}\n", encoding="ascii")
    return commit


def _no_place(store: Path, error: OSError) -> DiskTooFull | OutputNotWritable:
    if error.errno in _NO_ROOM:
        return DiskTooFull(path=str(store), needed_bytes=transfer.MARGIN, available_bytes=transfer.free_bytes(store))
    return OutputNotWritable(path=str(store), reason=error.strerror or str(error))
