"""Files of any known format as conversations, each with the place it stands at. Knows no cleaning.

The format is seen row by row, so a file may mix them; a row of none is set aside under its line, and a file whose
beginning holds no conversation at all is refused by name before any work is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from garita.errors import DatasetRefused
from garita.training.data.conversation_line import ConversationLine, LineInvalid
from garita.training.data.formats import FORMATS, format_of
from garita.training.data.formats.format import Format
from garita.training.data.rows import Fields, rows

_LOOKED_AT = 1000  # rows at the beginning of a file


class Found(NamedTuple):
    """A conversation, the format it was read from and where it begins; ``line`` counts from 1."""

    file: str
    line: int
    format: str
    conversation: ConversationLine


class Unreadable(NamedTuple):
    """A row that is no conversation, and why (a short English fragment)."""

    file: str
    line: int
    problem: str


def format_named(name: str) -> Format:
    """A format by its name.

    Raises:
        DatasetRefused: there is none.
    """
    for one in FORMATS:
        if name == one.NAME:
            return one
    raise DatasetRefused(path=name, problem=f"is no known format; known: {', '.join(one.NAME for one in FORMATS)}")


def check(paths: Sequence[Path], chosen: Format | None = None) -> None:
    """Look at the beginning of every file.

    Raises:
        DatasetRefused: one is missing, empty, given twice, or has no conversation there.
    """
    for number, path in enumerate(paths):
        if path.resolve() in {other.resolve() for other in paths[:number]}:
            raise DatasetRefused(path=str(path), problem="is there twice")
        _check_start(path, chosen)


def _check_start(path: Path, chosen: Format | None) -> None:
    first: Unreadable | None = None
    for one in islice(read(path, chosen), _LOOKED_AT):
        if isinstance(one, Found):
            return
        first = first or one
    if first is None:
        raise DatasetRefused(path=str(path), problem="is empty")
    raise DatasetRefused(path=str(path), problem=f"no conversation in it, first line {first.line}: {first.problem}")


def read(path: Path, chosen: Format | None = None) -> Iterator[Found | Unreadable]:
    """Every conversation and every row that is none, in the file's order. ``chosen``: all rows are of this format.

    Raises:
        DatasetRefused: the file cannot be read.
    """
    for row in rows(path):
        if row.fields is None:
            yield Unreadable(str(path), row.line, row.problem)
            continue
        try:
            form, found = _conversations(row.fields, chosen)
        except LineInvalid as error:
            yield Unreadable(str(path), row.line, str(error))
            continue
        yield from (Found(str(path), row.line, form.NAME, one) for one in found)


def _conversations(fields: Fields, chosen: Format | None) -> tuple[Format, Sequence[ConversationLine]]:
    form = chosen or format_of(fields)
    if form is None:
        names = ", ".join(str(name)[:40] for name in islice(fields, 8))
        raise LineInvalid(f"no known format has the fields {names}")
    found = form.conversations(fields)
    if not found:
        raise LineInvalid("nobody says anything")
    return form, found
