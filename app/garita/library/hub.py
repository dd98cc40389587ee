"""Fetches files from the Hugging Face hub, the only place where Garita asks the network for something.

File after file on the calling thread, so that Ctrl-C ends it at once; what has come of a file stays beside it and is
gone on with the next time; large files are compared with the hash that the hub names. Knows repositories and files,
not what is in them.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, NamedTuple

from garita.errors import DownloadFailed
from garita.library.recognisers import FILES, OnProgress, Progress

_SHA256 = re.compile(r"[0-9a-f]{64}")


class _File(NamedTuple):
    """One file as the hub describes it; ``etag`` changes with its content."""

    name: str
    url: str
    etag: str
    size: int


def fetch(
    repository: str, folder: Path, on_progress: OnProgress, *, wanted: Collection[str] = FILES,
    endpoint: str | None = None,
) -> None:  # fmt: skip
    """Fill ``folder`` with those of a repository's files that are ``wanted`` (a recognisers.Fetch).

    Args:
        endpoint: of the hub, where it is not the usual one.

    Raises:
        DownloadFailed: the hub cannot be reached or gave something else.
        OSError: the disk.
    """
    # The user has asked for a download, whatever the environment says. Read when huggingface_hub is first imported.
    os.environ["HF_HUB_OFFLINE"] = "0"
    import httpx2  # what huggingface_hub speaks through
    from huggingface_hub.errors import HfHubHTTPError

    try:
        files = _files(repository, wanted, endpoint)
        total = sum(file.size for file in files)
        before = 0
        for file in files:
            _fetch(file, folder, _counting(before, total, on_progress))
            before += file.size
    except (HfHubHTTPError, httpx2.HTTPError, ConnectionError) as error:
        raise DownloadFailed(name=repository, reason=_first_line(error)) from error
    except OSError as error:
        if error.errno is not None:  # the disk's; the hub's errors are some of them OSErrors without a number
            raise
        raise DownloadFailed(name=repository, reason=_first_line(error)) from error


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
        files.append(_File(name, told.location, told.etag or "", told.size or 0))
    return files


def _fetch(file: _File, folder: Path, on_count: Callable[[int], None]) -> None:
    """One file, from where an earlier attempt stopped."""
    from huggingface_hub.file_download import http_get

    target = folder / file.name
    part = folder / f"{file.name}.{re.sub(r'[^0-9A-Za-z]', '', file.etag)[:16]}.part"
    if target.exists():  # renamed when it was whole
        on_count(file.size)
        return
    with part.open("ab") as content:
        have = content.tell()
        on_count(have)
        if have < file.size or not file.size:
            counter = _counter(have, on_count)
            http_get(file.url, content, resume_size=have, expected_size=file.size or None, tqdm_class=counter)
    _compare(file, part)
    part.rename(target)


def _counting(before: int, total: int, on_progress: OnProgress) -> Callable[[int], None]:
    return lambda count: on_progress(Progress(before + count, total))


def _compare(file: _File, part: Path) -> None:
    """The hub names the hash of large files only."""
    if not _SHA256.fullmatch(file.etag):
        return
    with part.open("rb") as content:
        if hashlib.file_digest(content, "sha256").hexdigest() == file.etag:
            return
    part.unlink()
    raise DownloadFailed(name=file.name, reason="its content is not what the hub says")


def _counter(have: int, on_count: Callable[[int], None]) -> Any:
    """What huggingface_hub takes for a progress bar: as much of tqdm as it calls."""

    class Counter:
        def __init__(self, **_: object) -> None:
            self._count = have

        def __enter__(self) -> Counter:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def update(self, count: int) -> None:
            self._count += count
            on_count(self._count)

    return Counter


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
