"""The rows of a file, one at a time, each with the line it begins on: JSON Lines, one JSON array, or CSV.

A row that cannot be read is a row with a problem, and reading goes on behind it. Memory is bounded by the longest row.
Knows no format of conversations.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

import msgspec

from garita.errors import DatasetRefused

Fields = dict[str, Any]  # a JSON object, or a CSV row whose values are all text

MAX_ROW = 16 * 1024 * 1024  # bytes; no conversation is as long
_CHUNK = 1024 * 1024
_CSV_ENDINGS = {".csv", ".tsv"}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_BLANK = re.compile(r"[ \t\r\n]*")


class Row(NamedTuple):
    """``fields``, or None and what the ``problem`` is (a short English fragment). ``line`` counts from 1."""

    line: int
    fields: Fields | None
    problem: str = ""


def rows(path: Path) -> Iterator[Row]:
    """Every row of a file; empty lines are no rows. CSV is known by its ending, a JSON array by its first character.

    Raises:
        DatasetRefused: the file cannot be read.
    """
    try:
        if path.suffix.lower() in _CSV_ENDINGS:
            with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as text:
                yield from _csv(text)
            return
        with path.open("rb") as file:
            start = file.read(4096).removeprefix(_BYTE_ORDER_MARK).lstrip()[:1]
            file.seek(0)
            if start != b"[":
                yield from _json_lines(file)
                return
        with path.open(encoding="utf-8-sig", errors="surrogateescape") as text:
            yield from json_array(text)
    except OSError as error:
        raise DatasetRefused(path=str(path), problem=f"cannot be read: {error.strerror}") from error


def _json_lines(file: IO[bytes]) -> Iterator[Row]:
    number, too_long = 1, False
    while piece := file.readline(MAX_ROW):
        ended = piece.endswith(b"\n")
        if too_long or (not ended and len(piece) == MAX_ROW):
            if not too_long:
                yield Row(number, None, f"longer than {MAX_ROW // 1024} KiB")
            too_long = not ended
        elif piece := piece.removeprefix(_BYTE_ORDER_MARK if number == 1 else b"").strip():
            yield _object(number, piece)
        number += ended


def _object(line: int, data: bytes) -> Row:
    try:
        value = msgspec.json.decode(data)
    except UnicodeDecodeError as error:
        return Row(line, None, f"byte 0x{error.object[error.start]:02x} is not UTF-8")
    except (msgspec.DecodeError, RecursionError) as error:
        return Row(line, None, f"is no JSON: {str(error).removeprefix('JSON is malformed: ')}")
    return Row(line, value) if isinstance(value, dict) else Row(line, None, "is no JSON object")


def json_array(file: IO[str]) -> Iterator[Row]:
    """The elements of one array. Where one is broken nothing tells where the next begins, so reading ends there."""
    text = _JsonText(file)
    text.take()  # the opening bracket
    while (sign := text.next_sign()) not in ("]", ""):
        line = text.line
        try:
            element = text.value()
        except ValueError as error:
            yield Row(line, None, f"is no JSON from here on: {error}")
            return
        yield _object(line, element.encode("utf-8", "surrogateescape"))
        if text.next_sign() == ",":
            text.take()
    if not sign:
        yield Row(text.line, None, "it ends too early")
        return
    text.take()
    if text.next_sign():
        yield Row(text.line, None, "something follows after its last bracket")


class _JsonText:
    """JSON read piece by piece and used up from the left; ``line`` is that of the next sign."""

    def __init__(self, file: IO[str]) -> None:
        self._file, self._text, self._place = file, "", 0
        self._decoder = json.JSONDecoder()
        self.line = 1

    def next_sign(self) -> str:
        """The next character that is not blank, "" at the end. It is not used up."""
        while True:
            blank = _BLANK.match(self._text, self._place)
            self._use(blank.end() if blank else self._place)
            if self._place < len(self._text) or not self._more():
                return self._text[self._place : self._place + 1]

    def take(self) -> None:
        """Use up the next sign."""
        self.next_sign()
        self._use(self._place + 1)

    def value(self) -> str:
        """The text of the value that begins here.

        Raises:
            ValueError: there is none, or it is longer than MAX_ROW characters.
        """
        while True:
            try:
                _, stop = self._decoder.raw_decode(self._text, self._place)
            except (ValueError, RecursionError) as error:
                if len(self._text) - self._place > MAX_ROW or not self._more():
                    raise ValueError(getattr(error, "msg", "nested too deeply")) from error
                continue
            found = self._text[self._place : stop]
            self._use(stop)
            return found

    def _use(self, stop: int) -> None:
        self.line += self._text.count("\n", self._place, stop)
        self._place = stop

    def _more(self) -> bool:
        piece = self._file.read(_CHUNK)
        self._text, self._place = self._text[self._place :] + piece, 0
        return bool(piece)


def _csv(file: IO[str]) -> Iterator[Row]:
    """Rows under the first one, which names the columns. A quote that never closes ends at the csv module's limit."""
    head = file.readline()
    file.seek(0)
    reader = csv.reader(file, delimiter=max(",;\t", key=head.count))
    names: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(line, None, f"is no CSV: {error}")
            continue
        if names is None:
            names = [name.strip() for name in cells]
        elif cells:
            yield _record(line, names, cells)


def _record(line: int, names: list[str], cells: list[str]) -> Row:
    if len(cells) != len(names):
        return Row(line, None, f"{len(cells)} cells for {len(names)} columns")
    for cell in cells:
        try:
            cell.encode()
        except UnicodeEncodeError as error:  # how "surrogateescape" keeps a byte that is not UTF-8
            return Row(line, None, f"byte 0x{ord(cell[error.start]) & 0xFF:02x} is not UTF-8")
    return Row(line, dict(zip(names, cells, strict=True)))
