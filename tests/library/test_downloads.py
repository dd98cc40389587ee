"""A model from the hub or from a file is whole among the user's, or not there at all, whatever happens on the way."""

from __future__ import annotations

import errno
from collections.abc import Collection
from functools import partial
from pathlib import Path

import msgspec
import pytest

from garita.errors import (
    Cancelled,
    DiskTooFull,
    DownloadFailed,
    GaritaError,
    HomeNotWritable,
    ModelEmpty,
    ModelMissing,
    ModelNameTaken,
    ModelNotGGUF,
    ModelTruncated,
    NetworkLocked,
)
from garita.library import catalogue, downloads, hub
from garita.library.recognisers import OnProgress, Progress
from tests.library.hub_server import Hub, running
from tests.library.test_gguf_facts import write_model

ENTRY = msgspec.structs.replace(catalogue.read().officer[0], file="m.gguf", bytes=100_000)


@pytest.fixture
def content(tmp_path: Path) -> bytes:
    return write_model(tmp_path / "source.gguf").read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class Stopping:
    """Progress that stops when so many bytes are here."""

    def __init__(self, at: int) -> None:
        self.at, self.steps = at, list[Progress]()

    def __call__(self, step: Progress) -> None:
        self.steps.append(step)
        if step.done_bytes >= self.at:
            raise Cancelled


class Failing:
    """A hub that writes something and fails."""

    def __init__(self, failure: Exception | None, content: bytes = b"GG") -> None:
        self.failure, self.content = failure, content

    def __call__(self, repository: str, folder: Path, on_progress: OnProgress, *, wanted: Collection[str]) -> None:
        (name,) = wanted
        if self.failure:
            (folder / f"{name}.abc.part").write_bytes(self.content)
            raise self.failure
        (folder / name).write_bytes(self.content)


# --- from the hub --------------------------------------------------------------------------------------------------


def test_a_model_comes_whole_and_gets_its_name(folder: Path, content: bytes) -> None:
    steps: list[Progress] = []
    with running(Hub({"m.gguf": content, "n.gguf": b"another"})) as there:
        path = downloads.download(ENTRY, folder, partial(hub.fetch, endpoint=there.address), steps.append)
    assert path == folder / "m.gguf"
    assert path.read_bytes() == content
    assert names(folder) == ["m.gguf"]
    assert steps[-1] == Progress(len(content), len(content))


def test_what_was_paused_goes_on_and_can_be_thrown_away(folder: Path, content: bytes) -> None:
    content += bytes(1_000_000)
    with running(Hub({"m.gguf": content})) as there:
        fetch = partial(hub.fetch, endpoint=there.address)
        with pytest.raises(Cancelled):
            downloads.download(ENTRY, folder, fetch, Stopping(200_000))
        begun = downloads.begun_bytes(ENTRY, folder)
        assert 200_000 <= begun < len(content)
        assert names(folder) == ["m.gguf.partial"]
        downloads.download(ENTRY, folder, fetch, lambda _: None)
        assert there.ranges == ["", f"bytes={begun}-"]
    assert (folder / "m.gguf").read_bytes() == content
    assert downloads.begun_bytes(ENTRY, folder) == 0


def test_a_paused_download_is_thrown_away(folder: Path) -> None:
    with pytest.raises(DownloadFailed):
        downloads.download(ENTRY, folder, Failing(DownloadFailed(name="x", reason="y")), lambda _: None)
    assert downloads.begun_bytes(ENTRY, folder) == 2
    downloads.discard(ENTRY, folder)
    assert names(folder) == []


def test_what_is_here_is_not_fetched_again_and_what_is_broken_is(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "m.gguf").write_bytes(content)
    assert downloads.download(ENTRY, folder, Failing(AssertionError()), lambda _: None) == folder / "m.gguf"
    (folder / "m.gguf").write_bytes(content[:300])
    downloads.download(ENTRY, folder, Failing(None, content), lambda _: None)
    assert (folder / "m.gguf").read_bytes() == content


def test_what_came_and_is_no_model_does_not_stay(folder: Path) -> None:
    with pytest.raises(ModelNotGGUF):
        downloads.download(ENTRY, folder, Failing(None, b"<!DOCTYPE html>"), lambda _: None)
    assert names(folder) == []


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), DiskTooFull),
        (OSError(errno.EACCES, "Permission denied"), HomeNotWritable),
        (NetworkLocked(name="x"), NetworkLocked),
    ],
)
def test_a_refusal_is_told_and_what_came_stays(folder: Path, failure: Exception, told: type[GaritaError]) -> None:
    with pytest.raises(told):
        downloads.download(ENTRY, folder, Failing(failure), lambda _: None)
    assert downloads.begun_bytes(ENTRY, folder) == 2


# --- from a file ---------------------------------------------------------------------------------------------------


def test_a_file_is_copied_with_progress(tmp_path: Path, folder: Path, content: bytes) -> None:
    steps: list[Progress] = []
    added = downloads.add_model(tmp_path / "source.gguf", folder, steps.append)
    assert added.read_bytes() == content
    assert names(folder) == ["source.gguf"]
    assert steps[-1] == Progress(len(content), len(content))
    assert downloads.add_model(added, folder, lambda _: None) == added


def test_a_name_that_is_taken_is_told(tmp_path: Path, folder: Path) -> None:
    write_model(tmp_path / "a.gguf")
    folder.mkdir()
    (folder / "a.gguf").write_text("mine")
    with pytest.raises(ModelNameTaken):
        downloads.add_model(tmp_path / "a.gguf", folder, lambda _: None)
    assert (folder / "a.gguf").read_text() == "mine"


def test_what_is_no_model_is_refused_before_anything_is_copied(tmp_path: Path, folder: Path, content: bytes) -> None:
    for name, data, told in (
        ("p", b"<html>", ModelNotGGUF),
        ("e", b"", ModelEmpty),
        ("c", content[:-99], ModelTruncated),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(told):
            downloads.add_model(tmp_path / name, folder, lambda _: None)
    with pytest.raises(ModelMissing):
        downloads.add_model(tmp_path / "gone.gguf", folder, lambda _: None)
    assert not folder.exists()


def test_a_cancelled_copy_leaves_nothing(tmp_path: Path, folder: Path, content: bytes) -> None:
    with pytest.raises(Cancelled):
        downloads.add_model(tmp_path / "source.gguf", folder, Stopping(len(content)))
    assert names(folder) == []


def test_too_little_room_is_told_before_the_copy(tmp_path: Path, folder: Path, content: bytes) -> None:
    with pytest.raises(DiskTooFull):
        downloads.add_model(tmp_path / "source.gguf", folder, lambda _: None, free=lambda _: 10)
    assert names(folder) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, folder: Path, content: bytes) -> None:
    folder.write_text("a file")
    with pytest.raises(HomeNotWritable):
        downloads.add_model(tmp_path / "source.gguf", folder, lambda _: None)
    with pytest.raises(HomeNotWritable):
        downloads.download(ENTRY, folder, Failing(None), lambda _: None)
