"""What was heard in a recording, as plain text, JSON, SubRip (.srt) or WebVTT (.vtt). Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal, NamedTuple

from garita.messages import HeardWord, Transcript

Format = Literal["text", "json", "srt", "vtt"]
_MOST_LETTERS = 80  # two lines of 40: what can be read while it is shown
_MOST_SECONDS = 6.0
_LEAST_SECONDS = 0.5
_SENTENCE_END = (".", "?", "!", "…")


class Cue(NamedTuple):
    """A subtitle: seconds and text."""

    start: float
    end: float
    text: str


def written(file: str, pieces: Sequence[Transcript], fmt: Format) -> str:
    """The pieces of one recording, whose words carry the recording's times, with a line end at its end."""
    if fmt == "json":
        return json.dumps(_values(file, pieces), ensure_ascii=False) + "\n"
    if fmt == "text":
        return "".join(f"{piece.text}\n" for piece in pieces if piece.text)
    cues = [cue for piece in pieces for cue in _cues(piece.words)]
    if fmt == "srt":
        blocks = [f"{n}\n{_time(c.start, ',')} --> {_time(c.end, ',')}\n{c.text}\n" for n, c in enumerate(cues, 1)]
        return "\n".join(blocks)
    shown = [f"{_time(cue.start, '.')} --> {_time(cue.end, '.')}\n{_escaped(cue.text)}\n" for cue in cues]
    return "\n".join(["WEBVTT\n", *shown])


def _cues(words: Sequence[HeardWord]) -> list[Cue]:
    """Words gathered until a sentence ends or the subtitle is full; none begins before the last one is over."""
    found: list[list[HeardWord]] = []
    for word in words:
        if not found or _full(found[-1], word):
            found.append([])
        found[-1].append(word)
    cues: list[Cue] = []
    for group in found:
        start = max(group[0].start, cues[-1].end if cues else 0.0)
        end = max(group[-1].end, start + _LEAST_SECONDS)
        cues.append(Cue(start, end, " ".join(word.text for word in group)))
    return cues


def _full(group: Sequence[HeardWord], word: HeardWord) -> bool:
    letters = sum(len(one.text) + 1 for one in group) + len(word.text)
    ended = group[-1].text.endswith(_SENTENCE_END)
    return ended or letters > _MOST_LETTERS or word.end - group[0].start > _MOST_SECONDS


def _values(file: str, pieces: Sequence[Transcript]) -> dict[str, object]:
    return {
        "file": file,
        "text": " ".join(piece.text for piece in pieces if piece.text),
        "pieces": [
            {
                "text": piece.text, "language": piece.language,
                "language_probability": round(piece.language_probability, 4), "suppressed": piece.suppressed,
                "words": [
                    {
                        "text": word.text, "start": round(word.start, 2), "end": round(word.end, 2),
                        "probability": round(word.probability, 4),
                    }
                    for word in piece.words
                ],
            }
            for piece in pieces
        ],
    }  # fmt: skip


def _time(seconds: float, mark: str) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}{mark}{thousandths:03d}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
