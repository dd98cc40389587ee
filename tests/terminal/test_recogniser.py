"""``garita recogniser``: what is listed, and how getting one ends. A stand-in for the hub; no real one was asked."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from garita.errors import DownloadFailed, RecogniserInvalid, RecogniserUnknown
from garita.library.recognisers import OnProgress, Progress
from garita.terminal import recogniser


def console() -> Console:
    return Console(file=io.StringIO(), width=160)


def text_of(one: Console) -> str:
    assert isinstance(one.file, io.StringIO)
    return one.file.getvalue()


def web_page(_: str, folder: Path, on_progress: OnProgress) -> None:
    """What a hotel's network answers instead of the hub."""
    for name in ("config.json", "model.bin", "tokenizer.json", "vocabulary.json"):
        (folder / name).write_text("<!doctype html>")
        on_progress(Progress(1, 4))


def cut_off(_: str, folder: Path, on_progress: OnProgress) -> None:
    (folder / "config.json").write_text("{}")
    raise DownloadFailed(name="small", reason="no connection")


def test_the_list_says_what_can_be_had_and_what_is_wrong_with_what_is_here(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "config.json").write_text("{}")
    (tmp_path / "mine").mkdir()
    (tmp_path / "small.partial").mkdir()
    out = console()
    recogniser.show(tmp_path, out, "en")
    lines = {line.split()[0]: line for line in text_of(out).splitlines() if line.strip()}
    assert "145 MB" in lines["base"]
    assert "model.bin" in lines["base"]
    assert lines["small"].split() == ["small", "485", "MB", "–"]
    assert "mine" in lines
    assert "small.partial" not in text_of(out)
    assert "recogniser get" in text_of(out)


def test_a_download_that_is_cut_off_leaves_no_recogniser(tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed):
        recogniser.get("small", tmp_path, cut_off, console(), "en")
    assert [path.name for path in tmp_path.iterdir()] == ["small.partial"]


def test_a_web_page_is_no_recogniser(tmp_path: Path) -> None:
    with pytest.raises(RecogniserInvalid, match="web page"):
        recogniser.get("small", tmp_path, web_page, console(), "es")
    assert not list(tmp_path.iterdir())


def test_an_unknown_size_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecogniserUnknown):
        recogniser.get("enormous", tmp_path, cut_off, console(), "en")
