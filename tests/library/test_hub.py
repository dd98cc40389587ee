"""Fetching from a hub: the real client against a server on this computer. No hub of the world was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.errors import DiskTooFull, DownloadFailed, NetworkLocked
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


def test_a_cut_connection_is_mended_from_where_it_was(tmp_path: Path) -> None:
    with running(Hub({"model.bin": FILES["model.bin"]}, cuts=2)) as there:
        steps = fetched(tmp_path, there)
    assert (tmp_path / "model.bin").read_bytes() == FILES["model.bin"]
    assert there.ranges == ["", "bytes=512000-", "bytes=768000-"]
    assert steps == sorted(steps)


def test_a_connection_that_never_holds_fails_and_keeps_what_came(tmp_path: Path) -> None:
    with running(Hub({"model.bin": b"0123"}, cuts=99)) as there, pytest.raises(DownloadFailed):
        fetched(tmp_path, there)
    (part,) = tmp_path.glob("*.part")
    assert part.read_bytes() == b"012"


def test_a_server_that_ignores_the_range_sends_all_again(tmp_path: Path) -> None:
    with running(Hub({"model.bin": FILES["model.bin"]}, cuts=1, deaf=True)) as there:
        fetched(tmp_path, there)
    assert (tmp_path / "model.bin").read_bytes() == FILES["model.bin"]


def test_a_part_that_is_longer_than_the_file_begins_anew(tmp_path: Path) -> None:
    with running(Hub({"model.bin": b"0123"})) as there:
        name = f"model.bin.{there.etag(b'0123')[:16]}.part"
        (tmp_path / name).write_bytes(b"x" * 100)
        (tmp_path / "model.bin.0123456789abcdef.part").write_bytes(b"of an older content")
        fetched(tmp_path, there)
    assert [path.name for path in tmp_path.iterdir()] == ["model.bin"]
    assert (tmp_path / "model.bin").read_bytes() == b"0123"


def test_one_file_of_several_is_fetched_where_only_it_is_wanted(tmp_path: Path) -> None:
    with running(Hub(FILES)) as there:
        hub.fetch("some/model", tmp_path, lambda _: None, endpoint=there.address, wanted=("other.bin",))
    assert [path.name for path in tmp_path.iterdir()] == ["other.bin"]


def test_too_little_room_is_told_before_anything_comes(tmp_path: Path) -> None:
    with running(Hub(FILES)) as there, pytest.raises(DiskTooFull, match="needed_bytes=1024004"):
        hub.fetch("some/model", tmp_path, lambda _: None, endpoint=there.address, free=lambda _: 1000)
    assert there.ranges == []
    assert not list(tmp_path.iterdir())


def test_a_disk_that_fills_up_meanwhile_stops_it_and_the_part_stays(tmp_path: Path) -> None:
    big = {"model.bin": bytes(40 * 2**20)}
    answers = [10**12, 10**12, 0]  # before it begins, at its first byte, after some MB
    with running(Hub(big)) as there, pytest.raises(DiskTooFull):
        hub.fetch("some/model", tmp_path, lambda _: None, endpoint=there.address, free=lambda _: answers.pop(0))
    (part,) = tmp_path.glob("*.part")
    assert 16 * 2**20 <= part.stat().st_size < 40 * 2**20
    assert hub.fetched_bytes(tmp_path) == part.stat().st_size


def test_a_file_that_is_listed_and_not_there_is_a_failed_download(tmp_path: Path) -> None:
    with running(Hub(FILES, hides=True)) as there, pytest.raises(DownloadFailed, match="404"):
        fetched(tmp_path, there)


def test_a_locked_network_is_not_asked(tmp_path: Path) -> None:
    with running(Hub(FILES)) as there, pytest.raises(NetworkLocked):
        hub.fetch("some/model", tmp_path, lambda _: None, endpoint=there.address, offline=True)
    assert there.ranges == []
