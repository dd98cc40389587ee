"""Sound files of any length become text, JSON and subtitles; a bad file does not keep the others from being heard."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from garita.errors import OutputNotWritable, SoundFileInvalid
from garita.messages import HeardWord, Transcript
from garita.sound import BLOCK, RATE, Samples
from garita.terminal.speech_spans import Span, spans
from garita.terminal.subtitles import Format, written
from garita.terminal.transcribe import transcribe_files
from tests.engines.known_words import KnownWords, Said


def said(count: int, start: float) -> list[Said]:
    return [Said(f"p{n}.", start + n * 0.5, start + n * 0.5 + 0.4) for n in range(count)]


WORDS = [*said(4, 1.0), *said(90, 10.0)]
SECONDS = 60.0


def find_speech(samples: Samples) -> list[Span]:
    whole = np.abs(samples[: len(samples) // BLOCK * BLOCK]).reshape(-1, BLOCK).max(axis=1)
    return spans([float(level > 0.05) for level in whole], len(samples))


class Files:
    """Reads files by name: "bad" raises."""

    def __init__(self, known: KnownWords) -> None:
        self._known = known

    def read(self, path: Path) -> Samples:
        if "bad" in path.name:
            raise SoundFileInvalid(path=str(path), problem="there is no sound in it")
        return self._known.sound(SECONDS)


def run(*names: str | Path, fmt: Format = "text", test_ear: bool = False) -> tuple[str, str, KnownWords]:
    known = KnownWords(WORDS, test_ear=test_ear)
    out, errors = io.StringIO(), io.StringIO()
    console = Console(file=errors, width=300)
    transcribe_files(
        list(map(Path, names)), known, fmt, "en", out=out, errors=console, read=Files(known).read,
        find_speech=find_speech,
    )  # fmt: skip
    return out.getvalue(), errors.getvalue(), known


def test_text_is_whole_and_in_pieces_a_recogniser_can_take() -> None:
    out, errors, known = run("a.wav")
    assert out.split() == [word.text for word in WORDS]
    assert out.splitlines()[0] == "p0. p1. p2. p3."
    assert max(known.asked) <= 28.0
    assert sum(known.asked) < 50.0 + 15.0, "long silence is left out"
    assert errors == ""


def test_json_has_the_recordings_times() -> None:
    out, _, _ = run("a.wav", "b.wav", fmt="json")
    first, second = map(json.loads, out.splitlines())
    assert (first["file"], second["file"]) == ("a.wav", "b.wav")
    words = [word for piece in first["pieces"] for word in piece["words"]]
    assert [word["start"] for word in words] == pytest.approx([word.start for word in WORDS], abs=0.006)


def test_subtitles_of_one_file_and_of_several(tmp_path: Path) -> None:
    assert run("a.wav", fmt="srt")[0].startswith("1\n00:00:01,000 --> 00:00:01,500\np0.\n\n2\n")
    assert run("a.wav", fmt="vtt")[0].startswith("WEBVTT\n\n00:00:01.000 --> ")
    out, _, _ = run(tmp_path / "a.wav", tmp_path / "b.wav", fmt="srt")
    assert out.splitlines() == [str(tmp_path / "a.srt"), str(tmp_path / "b.srt")]
    assert (tmp_path / "b.srt").read_text().startswith("1\n")
    with pytest.raises(OutputNotWritable):
        run(tmp_path / "a.wav", tmp_path / "c.wav", fmt="srt")
    assert (tmp_path / "c.srt").exists(), "other files are still done"


def test_a_bad_file_is_told_and_the_others_are_done(tmp_path: Path) -> None:
    known = KnownWords(WORDS)
    out, errors = io.StringIO(), io.StringIO()
    with pytest.raises(SoundFileInvalid) as caught:
        transcribe_files(
            [Path("bad1"), Path("a.wav"), Path("bad2")], known, "text", "en", out=out,
            errors=Console(file=errors, width=300), read=Files(known).read, find_speech=find_speech,
        )  # fmt: skip
    assert caught.value.facts["path"] == "bad2"
    assert "bad1" in errors.getvalue()
    assert "bad2" not in errors.getvalue(), "the last one is told by whoever catches it"
    assert len(out.getvalue().split()) == len(WORDS)


def test_a_test_ear_is_not_passed_off_as_the_real_thing() -> None:
    assert "synthetic" in run("a.wav", test_ear=True)[1]


def test_ctrl_c_ends_it_and_keeps_what_was_written() -> None:
    class Stopping(KnownWords):
        def transcribe(
            self, samples: Samples, *, language: str = "es", hot_words: str = "", before: str = ""
        ) -> Transcript:
            if self.asked:
                raise KeyboardInterrupt
            return super().transcribe(samples, language=language, hot_words=hot_words, before=before)

    known, out = Stopping(WORDS), io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        transcribe_files(
            [Path("a")], known, "text", "en", out=out, errors=Console(file=io.StringIO()), read=Files(known).read,
            find_speech=find_speech,
        )  # fmt: skip
    assert out.getvalue() == "p0. p1. p2. p3.\n"


def test_a_real_file_and_the_real_network_on_silence(tmp_path: Path) -> None:
    from garita.audio.files import write_wav

    write_wav(tmp_path / "quiet.wav", np.zeros(RATE * 3, np.float32))
    known, out = KnownWords([]), io.StringIO()
    transcribe_files([tmp_path / "quiet.wav"], known, "text", "en", out=out, errors=Console(file=io.StringIO()))
    assert (out.getvalue(), known.asked) == ("", [])


# --- spans and subtitles -------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from([0.0, 0.4, 0.9]), max_size=400), st.integers(0, BLOCK - 1))
def test_spans_hold_all_speech_in_order(probabilities: list[float], rest: int) -> None:
    total = len(probabilities) * BLOCK + rest
    found = spans(probabilities, total)
    for span, following in pairwise(found):
        assert span.end < following.start
    assert all(0 <= span.start < span.end <= total for span in found)
    for place in range(len(probabilities) - 4):
        if all(p == 0.9 for p in probabilities[place : place + 5]):
            assert any(span.start <= place * BLOCK and (place + 5) * BLOCK <= span.end for span in found)


def test_pieces_are_joined_over_short_pauses_only() -> None:
    second = RATE // BLOCK
    found = spans(
        [0.9] * second + [0.0] * (second // 2) + [0.9] * second + [0.0] * (3 * second) + [0.9] * second, 10**9
    )
    assert len(found) == 2


words = st.lists(st.tuples(st.text("abcñ.<&", min_size=1, max_size=12), st.floats(0, 2), st.floats(0, 9)), max_size=60)


@given(words)
def test_subtitles_are_in_order_and_lose_nothing(drawn: list[tuple[str, float, float]]) -> None:
    time, heard = 0.0, []
    for text, gap, length in drawn:
        heard.append(HeardWord(text, time + gap, time + gap + length, 1.0))
        time += gap + length
    srt = written("x", [Transcript("", tuple(heard))], "srt")
    stamps = [_seconds(stamp) for stamp in re.findall(r"\d\d:\d\d:\d\d,\d{3}", srt)]
    assert stamps == sorted(stamps)
    lines = [line for line in srt.splitlines() if line and "-->" not in line and not line.isdigit()]
    assert " ".join(lines).split() == [word.text for word in heard]


def _seconds(stamp: str) -> float:
    hours, minutes, seconds = stamp.replace(",", ".").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


@pytest.mark.parametrize("fmt", ["srt", "vtt"])
def test_signs_that_mean_something_in_vtt(fmt: Format) -> None:
    show: Callable[[str], str] = lambda text: written("x", [Transcript("", (HeardWord(text, 0, 1, 1),))], fmt)  # noqa: E731
    assert ("a&lt;b&amp;" if fmt == "vtt" else "a<b&") in show("a<b&")
