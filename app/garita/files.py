"""Writing files so that they are never half there. Knows nothing of what is written."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4


def write_beside(path: Path, content: bytes) -> None:
    """Write ``content`` so that ``path`` is either the old file or the whole new one, also after a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{uuid4().hex}.partial")
    try:
        with partial.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Names reach the disk, too, before anything relies on them; Windows does that by itself and has no way to ask."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
