"""Fetches files from the Hugging Face hub, the only place where Garita asks the network for something.

File after file on the calling thread; whatever ``on_progress`` raises stops it, what has come of a file stays beside
its place and is gone on with the next time; large files are compared with the hash that the hub names. Knows
repositories and files, not what is in them.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from garita.errors import DownloadFailed, LicenceNotAccepted, NetworkLocked
from garita.library import transfer
from garita.library.recognisers import FILES, OnProgress, Progress
from garita.library.transfer import FreeBytes, OnCount

if TYPE_CHECKING:
    from huggingface_hub.errors import HfHubHTTPError

_SHA256 = re.compile(r"[0-9a-f]{64}")
_HASHED_AT_ONCE = 4 * 1024 * 1024


Choose = Callable[[Sequence[str]], Collection[str]]
"""Given the names of all files of a repository, those to fetch; raises where the repository will not do."""


class _File(NamedTuple):
    """One file as the hub describes it; ``etag`` changes with its content.

    The ``url`` is the hub's own: the address that it passes on to holds for an hour only.
    """

    name: str
    url: str
    etag: str
    size: int
    headers: Mapping[str, str]


class _Place(NamedTuple):
    """A repository and as whom to ask: ``token`` None is the user's own, if there is one; False is nobody."""

    repository: str
    endpoint: str | None
    token: Literal[False] | None
    revision: str | None = None


def fetch(
    repository: str, folder: Path, on_progress: OnProgress, *, wanted: Collection[str] = FILES,
    endpoint: str | None = None, offline: bool = False, free: FreeBytes = transfer.free_bytes,
) -> None:  # fmt: skip
    """Fill ``folder`` with those of a repository's files that are ``wanted`` (a recognisers.Fetch), as nobody.

    Args:
        endpoint: of the hub, where it is not the usual one.
        offline: the user has locked the network.

    Raises:
        NetworkLocked: it is locked.
        DownloadFailed: the hub cannot be reached or gave something else.
        DiskTooFull: the files do not fit, before or while they come.
        OSError: the disk.
    """
    place = _Place(repository, endpoint, token=False)
    with _asking(place, offline=offline):
        _fetch_all(_files(place, lambda names: set(names) & set(wanted)), folder, on_progress, free)


def fetch_chosen(
    repository: str, folder: Path, on_progress: OnProgress, choose: Choose, *, revision: str,
    endpoint: str | None = None, offline: bool = False, free: FreeBytes = transfer.free_bytes,
) -> None:  # fmt: skip
    """Fill ``folder`` with the files of one commit that ``choose`` picks, as the user whom the hub knows.

    The user's token is that of HF_TOKEN or of ``hf auth login``, as huggingface_hub finds it. Only the hub gets it.

    Raises:
        LicenceNotAccepted: the hub gives the files to those only who accepted their licence.
        what ``choose`` and fetch raise.
    """
    place = _Place(repository, endpoint, token=None, revision=revision)
    with _asking(place, offline=offline):
        _fetch_all(_files(place, choose), folder, on_progress, free)


def newest_commit(repository: str, *, endpoint: str | None = None, offline: bool = False) -> str:
    """The commit that a repository's main branch is at, asked as fetch_chosen does.

    Raises:
        NetworkLocked, LicenceNotAccepted, DownloadFailed: as fetch_chosen.
    """
    place = _Place(repository, endpoint, token=None)
    with _asking(place, offline=offline):
        from huggingface_hub import HfApi

        return HfApi(endpoint=endpoint).model_info(repository, token=place.token).sha or "main"


def fetched_bytes(folder: Path) -> int:
    """How much of what is being fetched into ``folder`` is here, from this or an earlier attempt."""
    return sum(path.stat().st_size for path in folder.glob("*") if path.is_file())


@contextmanager
def _asking(place: _Place, *, offline: bool) -> Iterator[None]:
    """What goes wrong with the hub inside is raised as an error of ours."""
    if offline:
        raise NetworkLocked(name=place.repository)
    # The user has asked for a download, whatever the environment says. Read when huggingface_hub is first imported.
    os.environ["HF_HUB_OFFLINE"] = "0"
    import httpx2  # what huggingface_hub speaks through
    from huggingface_hub.errors import HfHubHTTPError

    try:
        yield
    except HfHubHTTPError as error:
        raise _refusal(place, error) from error
    except httpx2.HTTPStatusError as error:
        told = f"{error.response.status_code} {error.response.reason_phrase}"
        raise DownloadFailed(name=place.repository, reason=told) from error
    except (httpx2.NetworkError, httpx2.TimeoutException) as error:
        raise DownloadFailed(
            name=place.repository, reason=f"the hub cannot be reached ({_first_line(error)})"
        ) from error
    except (httpx2.HTTPError, ConnectionError) as error:
        raise DownloadFailed(name=place.repository, reason=_first_line(error)) from error
    except OSError as error:
        if error.errno is not None:  # the disk's; the hub's errors are some of them OSErrors without a number
            raise
        raise DownloadFailed(name=place.repository, reason=_first_line(error)) from error


def _refusal(place: _Place, error: HfHubHTTPError) -> DownloadFailed | LicenceNotAccepted:
    """What the hub's "no" means. One that it does not know may not even learn whether a repository is there."""
    from huggingface_hub import constants
    from huggingface_hub.errors import GatedRepoError, RepositoryNotFoundError, RevisionNotFoundError

    name = place.repository
    if isinstance(error, GatedRepoError) and place.token is None:
        return LicenceNotAccepted(name=name, page=f"{place.endpoint or constants.ENDPOINT}/{name}")
    if isinstance(error, RevisionNotFoundError):
        return DownloadFailed(name=name, reason=f"the hub no longer has the commit {place.revision}")
    if isinstance(error, RepositoryNotFoundError):
        return DownloadFailed(name=name, reason="the hub has no such repository, or does not show it to everybody")
    if error.response.status_code == 401:
        return DownloadFailed(name=name, reason="the hub does not accept the token of HF_TOKEN or of the login")
    return DownloadFailed(name=name, reason=_first_line(error))


def _files(place: _Place, choose: Choose) -> list[_File]:
    """All of one commit, so that no file is newer than another."""
    from huggingface_hub import HfApi

    info = HfApi(endpoint=place.endpoint).model_info(place.repository, revision=place.revision, token=place.token)
    names = [one.rfilename for one in info.siblings or []]
    chosen = choose(names)
    if not chosen:
        raise DownloadFailed(name=place.repository, reason="it has none of the files that are needed")
    return [_file(place._replace(revision=info.sha), name) for name in names if name in chosen]


def _file(place: _Place, name: str) -> _File:
    from huggingface_hub import get_hf_file_metadata, hf_hub_url
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]  # its documented place

    url = hf_hub_url(place.repository, name, revision=place.revision, endpoint=place.endpoint)
    told = get_hf_file_metadata(url, token=place.token, endpoint=place.endpoint)
    if told.size is None:
        raise DownloadFailed(name=name, reason="the hub does not say how large it is")
    return _File(name, url, told.etag or "", told.size, build_hf_headers(token=place.token))


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
    transfer.receive(file.url, part, file.size, on_count, free, file.headers)
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
