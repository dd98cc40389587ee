"""Runs a part of the measuring in a process of its own: no screen, a home of its own, Python's byte code kept.

A part is a module of this package that prints JSON. Knows processes, not what is measured.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


def command(part: str, *arguments: object) -> list[str]:
    """How a part is started."""
    return [sys.executable, "-m", f"{__package__}.{part}", *map(str, arguments)]


def environment(home: Path) -> dict[str, str]:
    """Of a part. Byte code is kept beside the home, since whoever starts a program every day has it, too."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    code = str(home.parent / "bytecode")
    return {**kept, "GARITA_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": code}


def result(kind: type[T], home: Path, part: str, *arguments: object) -> T:
    """Run a part to its end; what it measured.

    Raises:
        RuntimeError: it failed; with the end of what it said.
    """
    home.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(command(part, *arguments), env=environment(home), capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{part}: {done.stderr.decode(errors='replace')[-2000:]}")
    return msgspec.json.decode(done.stdout, type=kind)
