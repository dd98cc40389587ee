"""Opens the journal's file: makes it, brings it up to date, and keeps a damaged one aside. Knows no turns."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

from garita.journal.migrations import migrate

# A large file is looked over for so long; damage further back shows when it is read.
_LOOKED_OVER_SECONDS = 0.25
_STEPS_BETWEEN_LOOKS = 5000


def connect(path: Path) -> sqlite3.Connection:
    """The file, looked over and up to date; its folder is made.

    Raises:
        sqlite3.OperationalError: locked, read-only, no such folder: the file itself may be sound.
        sqlite3.DatabaseError: it is damaged, or no journal.
        OSError, ValueError: its folder cannot be made; it was written by a newer Garita.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, check_same_thread=False, timeout=5.0)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # a turn shown as final survives a power cut
        connection.execute("PRAGMA foreign_keys = ON")
        if not _looks_sound(connection):
            raise sqlite3.DatabaseError("quick_check failed")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def move_aside(path: Path) -> Path:
    """Keep a damaged file, with its write-ahead log, under a name of its own."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    for part in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        if part.exists():
            part.rename(part.with_name(f"{part.name}.damaged-{stamp}"))
    return path.with_name(f"{path.name}.damaged-{stamp}")


def _looks_sound(connection: sqlite3.Connection) -> bool:
    deadline = time.monotonic() + _LOOKED_OVER_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS_BETWEEN_LOOKS)
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.OperationalError:
        if time.monotonic() > deadline:
            return True
        raise
    finally:
        connection.set_progress_handler(None, 0)
