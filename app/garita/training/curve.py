"""The loss curve of a run: points, a CSV table, and an SVG picture of a few lines. Knows no training."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from garita.files import write_beside

_WIDTH, _HEIGHT, _MARGIN = 640, 320, 40


class Point(NamedTuple):
    """Losses are nats per officer token: smoothed over the last steps, and on the held-out conversations."""

    tokens: int
    seconds: float
    loss: float
    held_out_loss: float


def save(points: Sequence[Point], folder: Path) -> None:
    """Write curve.csv and curve.svg.

    Raises:
        OSError: the folder cannot be written.
    """
    rows = [",".join(Point._fields), *(",".join(f"{value:.6g}" for value in point) for point in points)]
    write_beside(folder / "curve.csv", ("\n".join(rows) + "\n").encode())
    write_beside(folder / "curve.svg", _svg(points).encode())


def _svg(points: Sequence[Point]) -> str:
    if not points:
        return f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}"/>\n'
    most = max(point.tokens for point in points)
    highest = max(max(point.loss, point.held_out_loss) for point in points)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif" '
        'font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
        _line([(point.tokens, point.loss) for point in points], most, highest, "#9db4c0"),
        _line([(point.tokens, point.held_out_loss) for point in points], most, highest, "#c1440e"),
        f'<text x="{_MARGIN}" y="20">loss (nats a token), 0 to {highest:.2f}: '
        '<tspan fill="#9db4c0">training</tspan>, <tspan fill="#c1440e">held out</tspan></text>',
        f'<text x="{_MARGIN}" y="{_HEIGHT - 12}">tokens, 0 to {most:,}</text>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _line(values: Sequence[tuple[float, float]], most: float, highest: float, colour: str) -> str:
    wide, high = _WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN
    places = " ".join(
        f"{_MARGIN + wide * x / max(most, 1):.1f},{_HEIGHT - _MARGIN - high * y / max(highest, 1e-9):.1f}"
        for x, y in values
    )
    return f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{places}"/>'
