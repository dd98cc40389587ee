"""A spoken conversation as a picture: who sounded when, and what the time between them went into. SVG, no library.

Knows seconds and texts, nothing of sound.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from garita.messages import AnswerTimes

_ROW_SECONDS = 20.0  # a row of the picture
_SCALE, _MARGIN, _LABELS = 46.0, 16.0, 78.0  # points a second; around; at the left
_BAR, _GAP, _ROW = 20.0, 7.0, 86.0
_COLOURS = {
    "student": "#2f6fb3",
    "officer": "#3d8b5f",
    "pause": "#d9d9d9",
    "recognised": "#e3a13b",
    "answer": "#c0584f",
}
_NAMES = {"student": "estudiante", "officer": "oficial"}
_KEY = (
    ("student", "estudiante"),
    ("officer", "oficial"),
    ("pause", "pausa"),
    ("recognised", "oír"),
    ("answer", "pensar"),
)

Bar = tuple[str, float, float, str]  # "student" or "officer", start, end, text


def drawn(bars: Sequence[Bar], times: Sequence[AnswerTimes | None]) -> str:
    """The picture. ``bars`` in order; ``times`` one for each of the student's bars."""
    end = max((bar[2] for bar in bars), default=0.0)
    rows = int(end // _ROW_SECONDS) + 1
    width = _LABELS + _ROW_SECONDS * _SCALE + 2 * _MARGIN
    height = 2 * _MARGIN + rows * _ROW + 24
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'font-family="Inter, Segoe UI, Helvetica, Arial, sans-serif" font-size="11">',
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#ffffff"/>',
        *(_row(number) for number in range(rows)),
    ]
    spoken = iter(times)
    for who, start, stop, text in bars:
        parts += _block(who, start, stop, 0 if who == "student" else 1, text)
        waited = next(spoken, None) if who == "student" else None
        if waited:
            parts += _wait(stop, waited)
    return "\n".join([*parts, _key(height), "</svg>\n"])


def _wait(end: float, times: AnswerTimes) -> list[str]:
    """The silence after the student's last sound, in its parts, between the two lanes."""
    steps = (("pause", 0.0, times.pause), ("recognised", times.pause, times.recognised),
             ("answer", times.recognised, times.first_sound))  # fmt: skip
    return [part for kind, start, stop in steps for part in _block(kind, end + start, end + stop, 0, "")]


def _block(kind: str, start: float, stop: float, lane: int, text: str) -> list[str]:
    """A bar, cut where a row of the picture ends; the text stands in its first piece as far as there is room."""
    parts = []
    while start < stop:
        row = int(start // _ROW_SECONDS)
        until = min(stop, (row + 1) * _ROW_SECONDS)
        x = _MARGIN + _LABELS + (start - row * _ROW_SECONDS) * _SCALE
        y = _MARGIN + row * _ROW + lane * (_BAR + _GAP)
        width = max(1.0, (until - start) * _SCALE)
        parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_BAR}" rx="3" fill="{_COLOURS[kind]}">'
            f"<title>{escape(text or kind)}</title></rect>"
        )
        room = int(width / 6.6) - 1
        if text and room > 3:
            shown = text if len(text) <= room else f"{text[: room - 1]}…"
            parts.append(f'<text x="{x + 4:.1f}" y="{y + 14:.1f}" fill="#ffffff">{escape(shown)}</text>')
        start, text = until, ""
    return parts


def _row(number: int) -> str:
    y = _MARGIN + number * _ROW
    parts = [
        f'<text x="{_MARGIN}" y="{y + 14 + lane * (_BAR + _GAP):.1f}" fill="#444444">{_NAMES[who]}</text>'
        for lane, who in enumerate(("student", "officer"))
    ]
    for second in range(0, int(_ROW_SECONDS) + 1, 5):
        x, bottom = _MARGIN + _LABELS + second * _SCALE, y + 2 * _BAR + _GAP
        label = f"{number * _ROW_SECONDS + second:.0f} s"
        parts.append(f'<line x1="{x:.1f}" y1="{y - 3:.1f}" x2="{x:.1f}" y2="{bottom + 4:.1f}" stroke="#eeeeee"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 16:.1f}" fill="#999999" text-anchor="middle">{label}</text>')
    return "\n".join(parts)


def _key(height: float) -> str:
    parts, x = [], _MARGIN + _LABELS
    for kind, name in _KEY:
        y = height - _MARGIN
        parts.append(f'<rect x="{x:.0f}" y="{y - 9:.0f}" width="11" height="11" rx="2" fill="{_COLOURS[kind]}"/>')
        parts.append(f'<text x="{x + 16:.0f}" y="{y:.0f}" fill="#444444">{name}</text>')
        x += 34 + 7 * len(name)
    return "\n".join(parts)
