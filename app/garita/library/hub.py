"""Fetches files from the Hugging Face hub, the only place where Garita asks the network for something.

File after file on the calling thread; whatever ``on_progress`` raises stops it, what has come of a file stays beside
its place and is gone on with the next time; large files are compared with the hash that the hub names. Knows
repositories and files, not what is in them.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from garita.errors import DownloadFailed, NetworkLocked
from garita.library import transfer
from garita.library.recognisers import FILES, OnProgress, Progress
from garita.library.transfer import FreeBytes, OnCount

_SHA256 = re.compile(r"[0-9a-f]{64}")
_HASHED_AT_ONCE = 4 * 1024 * 1024


class _File(NamedTuple):
    """One file as the hub describes it; ``etag`` changes with its content."""

    name: str
    url: str
    etag: str
    size: int


def fetch(
    repository: str, folder: Path, on_progress: OnProgress, *, wanted: Collection[str] = FILES,
    endpoint: str | None = None, offline: bool = False, free: FreeBytes = transfer.free_bytes,
) -> None:  # fmt: skip
    """Fill ``folder`` with those of a repository's files that are ``wanted`` (a recognisers.Fetch).

    Args:
        endpoint: of the hub, where it is not the usual one.
        offline: the user has locked the network.

    Raises:
        NetworkLocked: it is locked.
        DownloadFailed: the hub cannot be reached or gave something else.
        DiskTooFull: the files do not fit, before or while they come.
        OSError: the disk.
    """
    if offline:
        raise NetworkLocked(name=repository)
    # The user has asked for a download, whatever the environment says. Read when huggingface_hub is first imported.
    os.environ["HF_HUB_OFFLINE"] = "0"
    import httpx2  # what huggingface_hub speaks through
    from huggingface_hub.errors import HfHubHTTPError

    try:
        _fetch_all(_files(repository, wanted, endpoint), folder, on_progress, free)
    except httpx2.HTTPStatusError as error:
        told = f"{error.response.status_code} {error.response.reason_phrase}"
        raise DownloadFailed(name=repository, reason=told) from error
    except (HfHubHTTPError, httpx2.HTTPError, ConnectionError) as error:
        raise DownloadFailed(name=repository, reason=_first_line(error)) from error
    except OSError as error:
        if error.errno is not None:  # the disk's; the hub's errors are some of them OSErrors without a number
            raise
        raise DownloadFailed(name=repository, reason=_first_line(error)) from error


def fetched_bytes(folder: Path) -> int:
    """How much of what is being fetched into ``folder`` is here, from this or an earlier attempt."""
    return sum(path.stat().st_size for path in folder.glob("*") if path.is_file())


def _files(repository: str, wanted: Collection[str], endpoint: str | None) -> list[_File]:
    """All of one commit, so that no file is newer than another."""
    from huggingface_hub import HfApi, get_hf_file_metadata, hf_hub_url

    info = HfApi(endpoint=endpoint).model_info(repository, token=False)
    names = [one.rfilename for one in info.siblings or [] if one.rfilename in wanted]
    if not names:
        raise DownloadFailed(name=repository, reason="it has none of the files that are needed")
    files = []
    for name in names:
        url = hf_hub_url(repository, name, revision=info.sha, endpoint=endpoint)
        told = get_hf_file_metadata(url, token=False, endpoint=endpoint)
        if told.size is None:
            raise DownloadFailed(name=name, reason="the hub does not say how large it is")
        files.append(_File(name, told.location, told.etag or "", told.size))
    return files


def _fetch_all(files: Collection[_File], folder: Path, on_progress: OnProgress, free: FreeBytes) -> None:
    total = sum(file.size for file in files)
    transfer.check_room(folder, total - sum(_here(file, folder) for file in files), free)
    before = 0
    for file in files:
        _fetch(file, folder, _counting(before, total, on_progress), free)
        before += file.size


def _part(file: _File, folder: Path) -> Path:
    """What has come of this content; a newer content of the same name gets a part of its own."""
    return folder / f"{file.name}.{re.sub(r'[^0-9A-Za-z]', '', file.etag)[:16]}.part"


def _here(file: _File, folder: Path) -> int:
    """Bytes of it that need not come again."""
    part = _part(file, folder)
    if (folder / file.name).exists():
        return file.size
    return min(part.stat().st_size, file.size) if part.exists() else 0


def _fetch(file: _File, folder: Path, on_count: OnCount, free: FreeBytes) -> None:
    """One file, from where an earlier attempt stopped."""
    target, part = folder / file.name, _part(file, folder)
    if target.exists():  # renamed when it was whole
        on_count(file.size)
        return
    for other in folder.glob(f"{file.name}.*.part"):
        if other != part:  # of a content that the hub no longer has
            other.unlink()
    part.touch()
    transfer.receive(file.url, part, file.size, on_count, free)
    _compare(file, part, on_count)
    part.rename(target)


def _counting(before: int, total: int, on_progress: OnProgress) -> Callable[[int], None]:
    return lambda count: on_progress(Progress(before + count, total))


def _compare(file: _File, part: Path, on_count: OnCount) -> None:
    """The hub names the hash of large files only."""
    if not _SHA256.fullmatch(file.etag):
        return
    digest = hashlib.sha256()
    with part.open("rb") as content:
        while piece := content.read(_HASHED_AT_ONCE):
            on_count(file.size)  # several GB take a while, in which it may be stopped
            digest.update(piece)
    if digest.hexdigest() != file.etag:
        part.unlink()
        raise DownloadFailed(name=file.name, reason="its content is not what the hub says")


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
