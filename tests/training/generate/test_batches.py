"""Batch rounds against a server that misbehaves: the conversations are the same, and no line is paid twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from garita.errors import OutputNotWritable, WriterFailed
from garita.training.generate.exchange import RoundWaits
from garita.training.generate.runners import FolderRunner
from tests.training.generate.openai_server import Files, Server, Spoil, empty_line, failed_line, running
from tests.training.generate.small import COUNT, MESSAGES, go_by_files, go_by_server, lines


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What comes out where nothing goes wrong."""
    folder = tmp_path_factory.mktemp("right")
    with running(Server()) as server:
        assert go_by_server(folder, server.url).finished
    assert len(server.batches) == 5
    assert set(server.lines.values()) == {1}
    return lines(folder)


def out_of_order(_: int, all_of_them: list[bytes]) -> Files:
    return Files(all_of_them[::-1])


def duplicated(_: int, all_of_them: list[bytes]) -> Files:
    other = [line.replace(b'"content": "', b'"content": "Otra cosa. ') for line in all_of_them]
    return Files([*all_of_them, *other])


def first_missing(number: int, all_of_them: list[bytes]) -> Files:
    return Files(all_of_them[1:] if number == 0 else all_of_them)


def first_failed(number: int, all_of_them: list[bytes]) -> Files:
    if number:
        return Files(all_of_them)
    return Files(all_of_them[1:], [failed_line(all_of_them[0])])


def cut_off(number: int, all_of_them: list[bytes]) -> Files:
    return Files([*all_of_them[:-1], all_of_them[-1][:40]] if number == 0 else all_of_them)


def noisy(_: int, all_of_them: list[bytes]) -> Files:
    foreign = all_of_them[0].replace(b'"custom_id": "', b'"custom_id": "x')
    return Files([b"\n", b"{}\n", b"\xff\xfe\n", foreign, *all_of_them])


@pytest.mark.parametrize(
    ("spoil", "asked_again"),
    [(out_of_order, 0), (duplicated, 0), (first_missing, 1), (first_failed, 1), (cut_off, 1), (noisy, 0)],
)
def test_whatever_a_batch_server_does_the_conversations_are_the_same(
    spoil: Spoil, asked_again: int, right: bytes, tmp_path: Path
) -> None:
    with running(Server(spoil=spoil, polls=2)) as server:
        report = go_by_server(tmp_path, server.url)
    assert report.finished
    assert lines(tmp_path) == right
    assert server.lines.total() == MESSAGES + asked_again
    assert report.tokens.completion == 10 * MESSAGES


def test_a_line_that_comes_late_is_taken_and_not_paid_again(right: bytes, tmp_path: Path) -> None:
    def late(number: int, all_of_them: list[bytes]) -> Files:
        return Files(all_of_them[1:], late=all_of_them[:1]) if number == 0 else Files(all_of_them)

    with running(Server(spoil=late)) as server:
        assert go_by_server(tmp_path, server.url).finished
    assert lines(tmp_path) == right
    assert set(server.lines.values()) == {1}


def test_an_expired_batch_leaves_what_it_has(right: bytes, tmp_path: Path) -> None:
    with running(Server(spoil=first_missing, status={0: "expired"})) as server:
        assert go_by_server(tmp_path, server.url).finished
    assert lines(tmp_path) == right


def test_a_refused_batch_is_told_and_submitted_anew_by_the_next_call(right: bytes, tmp_path: Path) -> None:
    with running(Server(status={0: "failed"})) as server:
        with pytest.raises(WriterFailed, match="failed"):
            go_by_server(tmp_path, server.url)
        assert go_by_server(tmp_path, server.url).finished
    assert lines(tmp_path) == right


def test_a_request_that_always_fails_leaves_its_conversation_and_no_other(tmp_path: Path) -> None:
    def one_fails(_: int, all_of_them: list[bytes]) -> Files:
        return Files([failed_line(line) if b"-000001-" in line else line for line in all_of_them])

    with running(Server(spoil=one_fails)) as server:
        report = go_by_server(tmp_path, server.url)
    assert (report.done, report.failed) == (COUNT - 1, {"500: overloaded": 1})
    assert len(lines(tmp_path).splitlines()) == COUNT - 1
    assert max(server.lines.values()) == 3


def test_a_stop_while_a_batch_is_under_way_goes_on_with_the_same_batch(right: bytes, tmp_path: Path) -> None:
    with running(Server(polls=1000)) as server:
        report = go_by_server(tmp_path, server.url, stop=lambda: server.looked.total() > 3)
        assert (report.messages, len(server.batches)) == (0, 1)
        server.polls = 0
        assert go_by_server(tmp_path, server.url).finished
    assert lines(tmp_path) == right
    assert set(server.lines.values()) == {1}


def test_an_empty_answer_counts_once_though_its_file_is_read_twice(tmp_path: Path) -> None:
    def first_is_empty(number: int, all_of_them: list[bytes]) -> Files:
        return Files([empty_line(all_of_them[0]), *all_of_them[1:]] if number == 0 else all_of_them)

    def interrupt(*_: int) -> None:
        raise KeyboardInterrupt

    with running(Server(spoil=first_is_empty)) as server:
        whole = go_by_server(tmp_path / "whole", server.url)
    with running(Server(spoil=first_is_empty)) as server:
        with pytest.raises(KeyboardInterrupt):
            go_by_server(tmp_path / "broken", server.url, on_progress=interrupt)
        assert go_by_server(tmp_path / "broken", server.url) == whole
    assert whole.tokens.completion == 10 * (MESSAGES + 1)
    assert lines(tmp_path / "broken") == lines(tmp_path / "whole")


@pytest.mark.parametrize("where", ["/files", "/batches", "/batches/batch-0", "/files/batch-0-out/content"])
def test_a_connection_lost_anywhere_costs_nothing(where: str, right: bytes, tmp_path: Path) -> None:
    lost = []

    def hook(_: str, path: str) -> bool:
        if path == where and not lost:
            lost.append(path)
            return True
        return False

    with running(Server(hook=hook)) as server:
        with pytest.raises(WriterFailed):
            go_by_server(tmp_path, server.url)
        assert go_by_server(tmp_path, server.url).finished
    assert lines(tmp_path) == right
    assert set(server.lines.values()) == {1}


def test_a_wrong_key_is_told(tmp_path: Path) -> None:
    with running(Server()) as server, pytest.raises(WriterFailed, match="wrong key"):
        go_by_server(tmp_path, server.url, key="another")


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with running(Server()) as server:
        pass
    with pytest.raises(WriterFailed, match="127"):
        go_by_server(tmp_path, server.url)


# --- a folder that something else answers -----------------------------------------------------------------------------


def test_files_alone_do_as_well(right: bytes, tmp_path: Path) -> None:
    assert _by_hand(tmp_path, lambda all_of_them: all_of_them) == 5
    assert lines(tmp_path) == right


def test_a_runner_that_loses_lines_gets_them_again(right: bytes, tmp_path: Path) -> None:
    assert _by_hand(tmp_path, lambda all_of_them: all_of_them[:-1] or all_of_them) > 5
    assert lines(tmp_path) == right


def test_the_files_are_what_batch_runners_read(tmp_path: Path) -> None:
    with pytest.raises(RoundWaits) as waits:
        go_by_files(tmp_path, FolderRunner())
    found = [json.loads(line) for line in waits.value.requests.read_bytes().splitlines()]
    assert [set(one) for one in found] == [{"custom_id", "method", "url", "body"}] * COUNT
    assert {(one["method"], one["url"]) for one in found} == {("POST", "/v1/chat/completions")}
    assert {one["body"]["model"] for one in found} == {"small"}
    assert found[0]["body"]["messages"][0]["role"] == "system"


def test_where_no_file_can_be_written_this_is_told(tmp_path: Path) -> None:
    (tmp_path / "batches").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutputNotWritable, match="batches"):
        go_by_files(tmp_path, FolderRunner())


def _by_hand(folder: Path, keep: Callable[[list[bytes]], list[bytes]]) -> int:
    """Answer every round as the server would; returns how many there were."""
    server, rounds = Server(), 0
    while True:
        try:
            assert go_by_files(folder, FolderRunner()).finished
            return rounds
        except RoundWaits as waits:
            rounds += 1
            server.files["in"] = waits.requests.read_bytes()
            server.create({"input_file_id": "in"})
            answers = server.files[f"batch-{rounds - 1}-out"].splitlines(keepends=True)
            waits.answers.write_bytes(b"".join(keep(answers)))
