"""Prints what ``garita bench window`` measured, as a table or as JSON. Knows lines, not what they are about."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import typer
from rich.console import Console
from rich.table import Table


def show(report: msgspec.Struct, lines: Iterable[tuple[str, str, str]], title: str, *, as_json: bool) -> None:
    """All of it: JSON for programs, the lines (what it is, the figure, the goal) for people."""
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        Console().print(table(lines, title))


def table(lines: Iterable[tuple[str, str, str]], title: str) -> Table:
    """One row a line."""
    rows = Table(box=None, pad_edge=False, title=title)
    for column in ("", "figure", "goal"):
        rows.add_column(column, justify="right" if column else "left")
    for line in lines:
        rows.add_row(*line)
    rows.caption = "Spreads are median / p99 / largest. Without a screen; medians of several runs."
    return rows
