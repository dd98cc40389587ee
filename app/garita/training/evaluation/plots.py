"""Plots of metrics as SVG for a page: figures with their intervals in rows, and figures over turns as lines.

Colours are the page's CSS variables (--ink, --faint, --one, --other), so a plot follows light and dark. Knows shares
from 0 to 1 only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from garita.training.evaluation.interval import Estimate

_ROW, _NAME, _WIDE = 34, 250, 420
_LEFT, _TOP, _PLOT_WIDE, _PLOT_HIGH = 34, 26, 260, 110
_COLOURS = ("var(--one)", "var(--other)")


class Row(NamedTuple):
    """One metric: what it is called, and its figure for each officer."""

    name: str
    figures: Sequence[Estimate]


def intervals(rows: Sequence[Row]) -> str:
    """A dot and a line from low to high for every figure, officers one under the other."""
    height = _ROW * len(rows) + 24
    parts = [_open(_NAME + _WIDE + 30, height), *_grid(rows)]
    for place, row in enumerate(rows):
        middle = _ROW * place + _ROW / 2
        parts.append(f'<text x="0" y="{middle + 4:.0f}" fill="var(--ink)">{escape(row.name)}</text>')
        for at, (figure, colour) in enumerate(zip(row.figures, _COLOURS, strict=False)):
            y = middle + 9 * (at - (len(row.figures) - 1) / 2)
            parts.append(_mark(figure, y, colour))
    return "".join([*parts, "</svg>"])


def over_turns(name: str, officers: Sequence[Mapping[str, Estimate]]) -> str:
    """One metric by turn number: a line and the band of its intervals for every officer."""
    turns = sorted({int(turn) for officer in officers for turn in officer})
    if not turns:
        return ""
    scale = _Scale(turns[0], max(turns[-1], turns[0] + 1))
    parts = [_open(_LEFT + _PLOT_WIDE + 12, _TOP + _PLOT_HIGH + 24), _frame(name, turns, scale)]
    for officer, colour in zip(officers, _COLOURS, strict=False):
        points = [(int(turn), figure) for turn, figure in sorted(officer.items(), key=lambda one: int(one[0]))]
        around = [scale.place(turn, one.low) for turn, one in points]
        around += [scale.place(turn, one.high) for turn, one in reversed(points)]
        line = " ".join(scale.place(turn, one.value) for turn, one in points)
        parts.append(f'<polygon points="{" ".join(around)}" fill="{colour}" opacity="0.15"/>')
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
    return "".join([*parts, "</svg>"])


class _Scale:
    """Turn numbers from left to right, shares from bottom to top."""

    def __init__(self, first: int, last: int) -> None:
        self._first, self._last = first, last

    def place(self, turn: float, share: float) -> str:
        x = _LEFT + _PLOT_WIDE * (turn - self._first) / (self._last - self._first)
        return f"{x:.1f},{_TOP + _PLOT_HIGH * (1 - min(max(share, 0.0), 1.0)):.1f}"


def _open(width: float, height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" font-size="12">'
    )


def _grid(rows: Sequence[Row]) -> list[str]:
    bottom = _ROW * len(rows)
    lines = []
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = _NAME + _WIDE * share
        lines.append(f'<line x1="{x:.0f}" y1="0" x2="{x:.0f}" y2="{bottom}" stroke="var(--faint)"/>')
        lines.append(
            f'<text x="{x:.0f}" y="{bottom + 16}" text-anchor="middle" fill="var(--ink)">{100 * share:.0f} %</text>'
        )
    return lines


def _mark(figure: Estimate, y: float, colour: str) -> str:
    low, middle, high = (_NAME + _WIDE * min(max(one, 0.0), 1.0) for one in (figure.low, figure.value, figure.high))
    return (
        f'<line x1="{low:.1f}" y1="{y:.1f}" x2="{high:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="2"/>'
        f'<circle cx="{middle:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>'
    )


def _frame(name: str, turns: Sequence[int], scale: _Scale) -> str:
    corners = " ".join(scale.place(turn, share) for turn, share in ((turns[0], 1), (turns[0], 0), (turns[-1], 0)))
    bottom = _TOP + _PLOT_HIGH
    return (
        f'<text x="{_LEFT}" y="14" fill="var(--ink)">{escape(name)}</text>'
        f'<polyline points="{corners}" fill="none" stroke="var(--faint)"/>'
        f'<text x="{_LEFT - 4}" y="{_TOP + 8}" text-anchor="end" fill="var(--ink)">1</text>'
        f'<text x="{_LEFT - 4}" y="{bottom}" text-anchor="end" fill="var(--ink)">0</text>'
        f'<text x="{_LEFT}" y="{bottom + 16}" fill="var(--ink)">{turns[0]}</text>'
        f'<text x="{_LEFT + _PLOT_WIDE}" y="{bottom + 16}" text-anchor="end" fill="var(--ink)">{turns[-1]}</text>'
    )
