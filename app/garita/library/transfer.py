"""Carries one file over HTTP into a part on the disk: goes on where it stopped, mends a cut line, watches the room.

Every piece is written and counted as it comes, so it can be stopped at once and nothing is lost. Knows addresses and
bytes, nothing of hubs, hashes or models.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from garita.errors import DiskTooFull, DownloadFailed

OnCount = Callable[[int], object]  # so many bytes of the file are here; what it raises stops the transfer
FreeBytes = Callable[[Path], int]

MARGIN = 64 * 1024 * 1024
"""Left free: a disk filled to the brim hurts more than this program."""
_LOOK_EVERY = 16 * 1024 * 1024  # of what has come: the disk is shared with everybody
_ATTEMPTS = 3  # in a row without a byte
_PAUSE_SECONDS = 0.5
_TIMEOUT_SECONDS = 10.0


def free_bytes(folder: Path) -> int:
    """What the disk under ``folder`` has left."""
    return shutil.disk_usage(folder).free


def check_room(folder: Path, needed: int, free: FreeBytes = free_bytes) -> None:
    """Whether ``needed`` bytes more fit into ``folder``.

    Raises:
        DiskTooFull.
    """
    if needed > 0 and (available := free(folder)) < needed + MARGIN:
        raise DiskTooFull(path=str(folder), needed_bytes=needed, available_bytes=max(0, available - MARGIN))


def receive(
    url: str, part: Path, size: int, on_count: OnCount, free: FreeBytes = free_bytes,
    headers: Mapping[str, str] | None = None,
) -> None:  # fmt: skip
    """Make ``part`` the ``size`` bytes at ``url``; what it has of them stays, also when this fails.

    Args:
        headers: sent along; one that says who asks is not passed on where another server has the bytes.

    Raises:
        DownloadFailed: other bytes came than were announced.
        DiskTooFull: the disk fills up meanwhile.
        httpx2.HTTPError: the connection, after several attempts.
    """
    import httpx2  # what huggingface_hub speaks through

    broken = (httpx2.NetworkError, httpx2.TimeoutException, httpx2.RemoteProtocolError)
    attempts = 0
    while (have := _length(part)) != size:
        on_count(have)
        try:
            _receive_rest(url, part, 0 if have > size else have, size, on_count, free, headers or {})
        except broken:
            attempts = 0 if _length(part) > have else attempts + 1
            if attempts == _ATTEMPTS:
                raise
            time.sleep(_PAUSE_SECONDS)
            continue
        if _length(part) != size:
            raise DownloadFailed(name=part.name, reason="it has another size than was announced")
    on_count(size)


def _length(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _receive_rest(
    url: str, part: Path, start: int, size: int, on_count: OnCount, free: FreeBytes, headers: Mapping[str, str]
) -> None:
    from huggingface_hub import get_session

    asked = {**headers, "Accept-Encoding": "identity", **({"Range": f"bytes={start}-"} if start else {})}
    stream = get_session().stream("GET", url, headers=asked, timeout=_TIMEOUT_SECONDS, follow_redirects=True)
    with stream as response, part.open("ab") as content:
        response.raise_for_status()
        done = start if response.status_code == 206 else 0  # a server may ignore the range and send all of it
        content.truncate(done)
        look_at = done
        for piece in response.iter_bytes():
            if done >= look_at:
                check_room(part.parent, size - done, free)
                look_at = done + _LOOK_EVERY
            content.write(piece)
            done += len(piece)
            on_count(done)
