"""A recogniser that is asked for is whole or not there, whatever happens on the way."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from garita.errors import (
    DiskTooFull,
    DownloadFailed,
    HomeNotWritable,
    RecogniserInvalid,
    RecogniserUnknown,
)
from garita.library.recognisers import OnProgress, Progress, get, here


class Source:
    """Stands for the hub: writes a file, then the rest, and fails where it was told to."""

    def __init__(self, failure: BaseException | None = None) -> None:
        self.failure = failure
        self.asked: list[str] = []
        self.found: list[list[str]] = []  # what lay in the folder from before

    def __call__(self, repository: str, folder: Path, on_progress: OnProgress) -> None:
        self.asked.append(repository)
        self.found.append(sorted(path.name for path in folder.iterdir()))
        (folder / "config.json").write_text("{}")
        on_progress(Progress(2, 5))
        if self.failure:
            raise self.failure
        (folder / "model.bin").write_text("abc")
        (folder / "notes of the client").mkdir()
        on_progress(Progress(5, 5))


def check(folder: Path) -> None:
    """Whole is what has a model."""
    if not (folder / "model.bin").exists():
        raise RecogniserInvalid(path=str(folder), file="model.bin", problem="it is missing")


def test_it_is_fetched_checked_and_renamed(tmp_path: Path) -> None:
    source, steps = Source(), list[Progress]()
    folder = get("small", tmp_path, source, check, steps.append)
    assert source.asked == ["Systran/faster-whisper-small"]
    assert folder == tmp_path / "small"
    assert sorted(path.name for path in folder.iterdir()) == ["config.json", "model.bin"]
    assert steps == [Progress(2, 5), Progress(5, 5)]
    assert [path.name for path in tmp_path.iterdir()] == ["small"]


def test_what_is_here_is_not_fetched_again(tmp_path: Path) -> None:
    get("base", tmp_path, Source(), check, lambda _: None)
    again = Source()
    assert get("base", tmp_path, again, check, lambda _: None) == tmp_path / "base"
    assert not again.asked


def test_a_broken_one_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "config.json").write_text("broken")
    get("base", tmp_path, Source(), check, lambda _: None)
    assert [entry.problem for entry in here(tmp_path, check)] == [None]


@pytest.mark.parametrize("failure", [DownloadFailed(name="x", reason="y"), KeyboardInterrupt()])
def test_what_was_stopped_is_not_a_recogniser_and_goes_on_later(tmp_path: Path, failure: BaseException) -> None:
    with pytest.raises(type(failure)):
        get("tiny", tmp_path, Source(failure), check, lambda _: None)
    assert not here(tmp_path, check)
    later = Source()
    get("tiny", tmp_path, later, check, lambda _: None)
    assert later.found == [["config.json"]]
    assert [entry.name for entry in here(tmp_path, check)] == ["tiny"]


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), DiskTooFull),
        (OSError(errno.EACCES, "Permission denied"), HomeNotWritable),
    ],
)
def test_a_disk_that_refuses_is_told(tmp_path: Path, failure: OSError, told: type[Exception]) -> None:
    with pytest.raises(told):
        get("tiny", tmp_path, Source(failure), check, lambda _: None, megabytes=75)
    assert not here(tmp_path, check)


def test_too_little_room_is_told_before_anything_is_fetched(tmp_path: Path) -> None:
    source = Source()
    with pytest.raises(DiskTooFull):
        get("medium", tmp_path, source, check, lambda _: None, megabytes=10**12)
    assert not source.asked


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "recognisers").write_text("a file")
    with pytest.raises(HomeNotWritable):
        get("tiny", tmp_path / "recognisers", Source(), check, lambda _: None)


def test_what_came_damaged_does_not_stay(tmp_path: Path) -> None:
    def damaged(_: str, folder: Path, on_progress: OnProgress) -> None:
        (folder / "config.json").write_text("<html>")

    with pytest.raises(RecogniserInvalid):
        get("tiny", tmp_path, damaged, check, lambda _: None)
    assert not list(tmp_path.iterdir())


def test_where_nothing_came_nothing_stays(tmp_path: Path) -> None:
    def unreachable(_: str, folder: Path, on_progress: OnProgress) -> None:
        raise DownloadFailed(name="x", reason="no connection")

    with pytest.raises(DownloadFailed):
        get("tiny", tmp_path / "recognisers", unreachable, check, lambda _: None)
    assert not list((tmp_path / "recognisers").iterdir())


def test_an_unknown_one_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(RecogniserUnknown, match="tiny, base, small"):
        get("huge", tmp_path, Source(), check, lambda _: None)
    assert not list(tmp_path.iterdir())
