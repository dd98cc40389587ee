"""Fetching from a hub: the real client against a server on this computer. No hub of the world was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.errors import DownloadFailed
from garita.library import hub
from garita.library.recognisers import Progress
from tests.library.hub_server import Hub, running

FILES = {"config.json": b"{}", "model.bin": bytes(range(256)) * 4000, "tokenizer.json": b"[]", "other.bin": b"no"}


def fetched(folder: Path, there: Hub) -> list[Progress]:
    steps: list[Progress] = []
    hub.fetch("some/model", folder, steps.append, endpoint=there.address)
    return steps


def test_the_files_of_a_recogniser_are_fetched_and_no_others(tmp_path: Path) -> None:
    with running(Hub(FILES)) as there:
        steps = fetched(tmp_path, there)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        name: content for name, content in FILES.items() if name != "other.bin"
    }
    assert steps == sorted(steps)
    assert steps[-1].done_bytes == steps[-1].total_bytes == len(FILES["model.bin"]) + 4


def test_what_was_stopped_goes_on_where_it_stopped(tmp_path: Path) -> None:
    class Stopped(Exception):
        """As Ctrl-C."""

    def stop(progress: Progress) -> None:
        if progress.done_bytes > 2:
            raise Stopped

    with running(Hub(FILES)) as there:
        with pytest.raises(Stopped):
            hub.fetch("some/model", tmp_path, stop, endpoint=there.address)
        (part,) = tmp_path.glob("model.bin.*.part")
        part.write_bytes(FILES["model.bin"][:1000])
        fetched(tmp_path, there)
    assert "bytes=1000-" in there.ranges
    assert (tmp_path / "model.bin").read_bytes() == FILES["model.bin"]
    assert not list(tmp_path.glob("*.part"))


def test_a_file_with_another_hash_is_not_kept(tmp_path: Path) -> None:
    with running(Hub(FILES, lies=True)) as there, pytest.raises(DownloadFailed, match="not what the hub says"):
        fetched(tmp_path, there)
    assert not list(tmp_path.iterdir())


def test_a_repository_that_is_not_there_is_a_failed_download(tmp_path: Path) -> None:
    with running(Hub({})) as there, pytest.raises(DownloadFailed):
        fetched(tmp_path, there)


def test_a_hub_that_cannot_be_reached_is_a_failed_download(tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed):
        hub.fetch("some/model", tmp_path, lambda _: None, endpoint="http://127.0.0.1:9")
