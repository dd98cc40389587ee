"""Promotes a judged model: kept whole as the next version of its name, then made active in one step.

A version is made under a passing name and renamed when it is whole; only then active.json is replaced. Whoever is
killed on the way leaves the old officer active or the new one, and what lies about is cleared away by the next
promotion. Two programs that promote at the same moment both keep their version, and the later one's is active. Knows
files, no rules: what deserves to be promoted is training/gate.py's matter.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import msgspec
import psutil

from garita import __version__
from garita.errors import DiskTooFull, GaritaError, HomeNotWritable, ModelDamaged
from garita.files import sync_folder, write_beside
from garita.library import gguf_facts, officers, transfer
from garita.library.ancestry import made_of
from garita.library.officers import Figure, OnProgress, Origin, Version

_LONGEST_NAME = 60
_AT_ONCE = 4 * 1024 * 1024
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_STAGED = re.compile(r"\.(\d+)-[0-9a-f]{32}\.partial")


def promote(
    file: Path, sha256: str, report: bytes, figures: dict[str, Figure], on_progress: OnProgress = lambda *_: None
) -> Version:
    """Keep a model that was judged as the next version of its name (its file's), and make it active.

    A model that is kept already gets no second version.

    Args:
        file: the model.
        sha256: its hash as the report says it; the file must still have it.
        report: report.json of its evaluation.
        figures: the main ones, shown beside its name.
        on_progress: told how much was copied; what it raises leaves everything as it was.

    Raises:
        ModelMissing, ModelEmpty, ModelNotGGUF, ModelTruncated, ModelDamaged: it is no model, or not the judged one.
        DiskTooFull, HomeNotWritable: it cannot be kept.
    """
    name = name_of(file)
    version = next((one for one in officers.versions() if one.name == name and _holds(one, sha256)), None)
    if version is None:
        try:
            _clear_left_over()
            version = _keep(file, name, sha256, report, figures, on_progress)
        except OSError as error:
            raise _refused(file, error) from error
    officers.activate(version.id)
    return version


def name_of(file: Path) -> str:
    """What an officer is called: its file's name in small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:_LONGEST_NAME].strip("-") or "officer"


def _holds(version: Version, sha256: str) -> bool:
    return not version.problem and version.origin is not None and version.origin.sha256 == sha256


def _keep(
    file: Path, name: str, sha256: str, report: bytes, figures: dict[str, Figure], on_progress: OnProgress
) -> Version:
    facts = gguf_facts.read(file)
    origin = Origin(
        sha256=sha256, bytes=facts.file_bytes, source=str(file.resolve()), made_of=made_of(facts),
        promoted_at=datetime.now(UTC).isoformat(timespec="seconds"), garita=__version__, figures=figures,
    )  # fmt: skip
    staged = officers.home() / f".{os.getpid()}-{uuid4().hex}.partial"
    staged.mkdir(parents=True)
    try:
        model = staged / "model.gguf"
        if _copied(file, model, facts.file_bytes, on_progress) != sha256:
            raise ModelDamaged(path=str(file), problem="it is not the file that was judged")
        write_beside(staged / officers.REPORT, report)
        write_beside(staged / officers.ORIGIN, msgspec.json.format(msgspec.json.encode(origin), indent=1))
        return Version(name, _placed(staged, model, name), origin)
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _copied(file: Path, target: Path, size: int, on_progress: OnProgress) -> str:
    """Copy the model and return the hash of what was copied.

    A hard link would cost nothing, but tools that write a model in place would change the version with it.
    """
    transfer.check_room(target.parent, size)
    digest, done = hashlib.sha256(), 0
    with file.open("rb") as source, target.open("wb") as copy:
        while piece := source.read(_AT_ONCE):
            copy.write(piece)
            digest.update(piece)
            done += len(piece)
            on_progress(done, size)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest()


def _placed(staged: Path, model: Path, name: str) -> int:
    """Give the staged folder the next free number and return it; another program may take one meanwhile."""
    (officers.home() / name).mkdir(exist_ok=True)
    while True:
        number = 1 + max((one.number for one in officers.versions() if one.name == name), default=0)
        version = Version(name, number, None)
        model = model.rename(staged / version.file.name)
        sync_folder(staged)
        try:
            staged.rename(version.folder)
        except OSError:
            if not version.folder.exists():
                raise
            continue
        sync_folder(version.folder.parent)
        return number


def _clear_left_over() -> None:
    """Throw away what programs left that died while they promoted; one that still runs keeps its own."""
    for folder in officers.home().glob(".*.partial"):
        match = _STAGED.fullmatch(folder.name)
        if match and not psutil.pid_exists(int(match[1])):
            shutil.rmtree(folder, ignore_errors=True)


def _refused(file: Path, error: OSError) -> GaritaError:
    folder = officers.home()
    if error.errno in _NO_ROOM:
        needed, available = file.stat().st_size, transfer.free_bytes(folder)
        return DiskTooFull(path=str(folder), needed_bytes=needed, available_bytes=available)
    return HomeNotWritable(path=str(folder), reason=error.strerror or str(error))
