"""A conversation as a page, as sound, and what happens when it cannot be written."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from garita import messages_to_user
from garita.audio.files import read, write_flac
from garita.errors import NothingRecorded, OutputNotWritable
from garita.journal import own_voice
from garita.journal.export import recorded, write
from garita.journal.journal import Conversation, Turn
from garita.sound import RATE, Samples

SCENE = '{"title": "Vino & jamón", "place_name": "Barajas <T4>", "more": [1, 2]}'
HEAD = Conversation(7, "2026-11-01T10:00:00.250+00:00", "madrid", SCENE, "/x/oficial.gguf", 1, 4, verdict="hold")
SAID = '<script>alert("x")</script> & «¿?»'
TURNS = [
    Turn(1, "officer", "Buenos días. ¿Pasaporte?", "2026-11-01T10:00:01.000+00:00", True, number=1),
    Turn(2, "student", SAID, "2026-11-01T10:00:04+00:00", True, "{}", number=2),
    Turn(3, "officer", "Un momento", "", False, number=2),
    Turn(4, "student", "Vale.", "2026-11-01T10:00:09.000+00:00", True, "{}", number=3),
    Turn(5, "student", "Escrito.", "2026-11-01T10:00:12.000+00:00", True, number=4),
]


class Page(HTMLParser):
    """The text by tag, and what the page would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.fetched: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "!doctype"):
            self.open.append(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data))


def tone(seconds: float) -> Samples:
    return (0.3 * np.sin(np.arange(int(RATE * seconds)) / 9)).astype(np.float32)


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    folder = tmp_path / "recordings"
    for number, seconds in ((2, 0.5), (3, 0.25), (4, 0.1)):
        write_flac(own_voice.file(folder, HEAD.id, number), tone(seconds))
    return folder


def test_a_page_is_whole_escaped_and_fetches_nothing(tmp_path: Path) -> None:
    write(tmp_path / "c.html", HEAD, TURNS, facts=[("Words", "12 <b>")])
    text = (tmp_path / "c.html").read_text(encoding="utf-8")
    page = Page(text)
    said = "".join(data for tag, data in page.texts if tag == "p")
    assert SAID in said
    assert "Barajas <T4>" in said
    assert "Un momento …" in said
    assert "La aduana retiene" in said
    assert ("h1", "Vino & jamón") in [(tag, data) for tag, data in page.texts]
    assert ("dd", "12 <b>") in page.texts
    assert page.fetched == []
    assert not re.search(r"https?:|url\(|@import", text)
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def test_a_page_of_a_scene_that_is_not_understood(tmp_path: Path) -> None:
    write(tmp_path / "c.htm", replace(HEAD, scenario_json="no json", verdict=""), [])
    page = Page((tmp_path / "c.htm").read_text(encoding="utf-8"))
    assert ("h1", "madrid") in page.texts


@pytest.mark.parametrize("ending", [".flac", ".wav", ".FLAC"])
def test_sound_is_what_was_spoken_with_silence_between(tmp_path: Path, recordings: Path, ending: str) -> None:
    path = tmp_path / f"voice{ending}"
    write(path, HEAD, TURNS, recordings=recordings)
    sound = read(path)
    assert sound.size / RATE == pytest.approx(0.5 + 0.6 + 0.25, abs=0.01)
    assert np.abs(sound[: RATE // 2] - tone(0.5)).max() < 1e-3
    assert np.abs(sound[RATE // 2 + 1000 : RATE]).max() == 0.0


def test_what_was_typed_has_no_recording_even_where_a_file_of_its_number_lies(recordings: Path) -> None:
    assert list(recorded(HEAD, TURNS, recordings)) == [2, 4]


def test_sound_of_nothing_is_told(tmp_path: Path, recordings: Path) -> None:
    for folder in (None, tmp_path / "nowhere"):
        with pytest.raises(NothingRecorded) as told:
            write(tmp_path / "v.flac", HEAD, TURNS, recordings=folder)
    assert not (tmp_path / "v.flac").exists()
    assert "7" in messages_to_user.one_line(told.value, "es")
    with pytest.raises(NothingRecorded):
        write(tmp_path / "v.flac", replace(HEAD, id=70), TURNS, recordings=recordings)


@pytest.mark.parametrize("name", ["c.html", "c.flac", "c.wav", "c.json"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, recordings: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputNotWritable):
        write(tmp_path / "file" / name, HEAD, TURNS, recordings=recordings)
