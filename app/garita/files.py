"""Writing files beside and renaming them, and finding lines in TOML files. Knows nothing of what is written."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path


def write_beside(path: Path, content: bytes) -> None:
    """Write ``content`` so that ``path`` is either the old file or the whole new one, also after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".partial", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def line_of_key(toml_text: str, message: str) -> int:
    """The 1-based line a decoder's ``message`` speaks of: its own "line N", or where its `$.table.key` path stands.

    0 when the text does not hold the key (a missing one, say).
    """
    if told := re.search(r"line (\d+)", message):
        return int(told.group(1))
    unknown = re.search(r"unknown field `([^`]+)`", message)
    location = re.search(r"at `\$\.?([^`]*)`", message)
    keys = location.group(1).split(".") if location and location.group(1) else []
    return _line_of(toml_text, [*keys, unknown.group(1)] if unknown else keys)


def _line_of(text: str, keys: list[str]) -> int:
    """Line where dotted ``keys`` are set; an index such as ``rows[2]`` counts its [[rows]] headers."""
    table, counts = "", dict[str, int]()
    wanted = ".".join(keys)
    parent_line = 0
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[\[\s*([\w.\-]+)\s*\]\]", line):
            name = header.group(1)
            counts[name] = counts.get(name, -1) + 1
            table = f"{name}[{counts[name]}]"
        elif header := re.match(r"\s*\[\s*([\w.\-]+)\s*\]", line):
            table = header.group(1)
        if table and (wanted == table or wanted.startswith(f"{table}.") or wanted.startswith(f"{table}[")):
            parent_line = parent_line if parent_line and header is None else number
        if (key := re.match(r"\s*([\w\-]+)\s*=", line)) and _covers(f"{table}.{key.group(1)}".lstrip("."), wanted):
            return number
    return parent_line


def _covers(place: str, wanted: str) -> bool:
    """Whether the key at ``place`` holds ``wanted``: itself, or a value inside its array or inline table."""
    return wanted == place or wanted.startswith((f"{place}[", f"{place}."))
