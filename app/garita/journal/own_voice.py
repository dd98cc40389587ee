"""Where the student's own voice is kept: beside the journal, ``CONVERSATION-NUMBER.flac`` a turn.

The number is the session's turn number, which the turn's row has, too. Knows names of files and no sound.
"""

from __future__ import annotations

import contextlib
from pathlib import Path


def folder(journal: Path) -> Path:
    """The folder that belongs to a journal's file."""
    return journal.parent / "recordings"


def file(folder: Path, conversation: int, number: int) -> Path:
    """Where a turn is kept if it is."""
    return folder / f"{conversation}-{number}.flac"


def remove(folder: Path, conversation: int) -> None:
    """Delete all of a conversation; a file that will not go stays."""
    for path in folder.glob(f"{conversation}-*.flac"):
        with contextlib.suppress(OSError):
            path.unlink()
