"""Reads a TOML file into a typed value and says line, key and problem of whatever is wrong in it.

Knows TOML and msgspec, nothing of what the values mean: the caller hands in the type and a check of its own.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from garita.errors import GaritaError

T = TypeVar("T")
Invalid = type[GaritaError]  # made with path, line (1-based), key ("checklist[2].topic", "" where none fits), problem
Check = Callable[[T], Iterable[tuple[str, str]]]  # -> (dotted key, problem) of everything impossible in the value
Step = str | int  # a key of a table or an index of an array

MAX_BYTES = 64 * 1024  # ten times the longest shipped file; looking up lines is slow in a huge one


def read(path: Path, kind: type[T], check: Check[T], invalid: Invalid) -> T:
    """The file's content as ``kind``, after ``check`` found nothing in it.

    Raises:
        invalid: with path, line, key and problem (a short English fragment).
    """
    try:
        return _read(path, kind, check)
    except _Wrong as wrong:
        raise invalid(path=str(path), line=wrong.line, key=wrong.key, problem=wrong.problem) from wrong.__cause__


class _Wrong(Exception):
    """What is wrong, before it becomes the caller's error."""

    def __init__(self, line: int, key: str, problem: str) -> None:
        super().__init__(problem)
        self.line, self.key, self.problem = line, key, problem


def _read(path: Path, kind: type[T], check: Check[T]) -> T:
    text = _text_of(path)
    table = _parsed(text)
    try:
        value = msgspec.convert(table, kind, strict=True)
    except msgspec.ValidationError as error:
        key, problem = _explained(str(error))
        raise _at(text, key, problem) from error
    for key, problem in check(value):
        raise _at(text, key, problem)
    return value


def line_of(text: str, key: str) -> int:
    """The 1-based line where ``key`` (dotted, ``[2]`` for arrays) begins in valid TOML; its table's if it is missing.

    tomllib keeps no positions. But a statement begins on the first line which, read up to its end, makes the key
    appear; that only ever turns from no to yes, so halving finds it.
    """
    lines = text.splitlines(keepends=True)
    steps = _present(tomllib.loads(text), _steps(key))
    if not steps:
        return 1
    return 1 + bisect_left(range(1, len(lines) + 1), True, key=lambda count: _contains(lines, count, steps))


def _text_of(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _Wrong(1, "", f"cannot be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise _Wrong(1, "", f"larger than {MAX_BYTES // 1024} KiB")
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Wrong(line, "", f"byte 0x{data[error.start]:02x} is not UTF-8") from error


def _parsed(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise _Wrong(1, "", "nested too deeply") from error
    except ValueError as error:  # TOMLDecodeError, and int() for numbers of thousands of digits
        problem, line = str(error), 1
        if position := re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", problem):
            line = int(position[1] or max(1, len(text.splitlines())))
            problem = problem[: position.start()]
        raise _Wrong(line, "", f"not valid TOML: {problem}") from error


def _explained(message: str) -> tuple[str, str]:
    """Key and problem of msgspec's "Expected `int`, got `str` - at `$.traveller.stay_days`"."""
    problem, _, where = message.partition(" - at ")
    key = where.strip("`").removeprefix("$").removeprefix(".")
    if field := re.fullmatch(r"Object (contains unknown|missing required) field `(.*)`", problem, re.DOTALL):
        key = f"{key}.{field[2]}".removeprefix(".")
        return key, "unknown key" if field[1] == "contains unknown" else "missing"
    problem = problem.replace("`", "")
    return key, problem[:1].lower() + problem[1:]


def _steps(key: str) -> list[Step]:
    return [int(index) if index else name for name, index in re.findall(r"([^.\[\]]+)(?![^\[]*\])|\[(\d+)\]", key)]


def _present(table: object, steps: list[Step]) -> list[Step]:
    """The longest beginning of ``steps`` that leads somewhere."""
    for depth, step in enumerate(steps):
        try:
            table = table[step]  # type: ignore[index]  # whatever cannot be entered raises, which is the question
        except (KeyError, IndexError, TypeError):
            return steps[:depth]
    return steps


def _contains(lines: list[str], count: int, steps: list[Step]) -> bool:
    """Whether the first ``count`` lines, and as many more as end the statement there, hold the key."""
    for end in range(count, len(lines) + 1):
        try:
            return _present(tomllib.loads("".join(lines[:end])), steps) == steps
        except tomllib.TOMLDecodeError:  # inside an array or a string of several lines
            continue
    return True


def _at(text: str, key: str, problem: str) -> _Wrong:
    return _Wrong(line_of(text, key), key, problem)
