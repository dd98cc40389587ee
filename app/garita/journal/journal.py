"""The journal: every conversation in one SQLite file, every turn saved as it happens.

Whatever a user saw as final is on disk before it is shown, so ending the process at any moment loses nothing. Knows
no engine and no prompt. One Journal may be used from several threads.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from garita.errors import ConversationMissing, JournalUnusable
from garita.journal.migrations import migrate

Who = Literal["officer", "student"]


@dataclass(frozen=True)
class Turn:
    """One turn. ``complete`` is False where the officer was interrupted or the process ended while he spoke.

    ``transcript`` is the JSON of a spoken turn's ``messages.Transcript``, empty for a typed one.
    """

    id: int
    who: Who
    text: str
    said_at: str
    complete: bool
    transcript: str = ""


@dataclass(frozen=True)
class Conversation:
    """The head of a conversation; ``turn_count`` counts turns not taken back. Times are UTC, ISO 8601."""

    id: int
    started_at: str
    scenario: str
    scenario_json: str
    model: str
    seed: int
    turn_count: int


class Journal:
    """Opens the file at ``path``, makes it when missing, and moves a damaged one aside.

    Attributes:
        replaced: where a damaged file was kept, None normally.

    Raises:
        JournalUnusable: the file cannot be opened or written for another reason.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.replaced: Path | None = None
        self._lock = threading.Lock()
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            return _connect(self.path)
        except sqlite3.OperationalError as error:  # locked, read-only, no such folder: the file itself may be sound
            raise JournalUnusable(path=str(self.path), reason=str(error)) from error
        except sqlite3.DatabaseError:
            self.replaced = _move_aside(self.path)
            return _connect(self.path)
        except (OSError, ValueError) as error:
            raise JournalUnusable(path=str(self.path), reason=str(error)) from error

    def begin(self, scenario: str, scenario_json: str, model: str, seed: int) -> int:
        """Start a conversation; returns its number."""
        with self._writing() as connection:
            cursor = connection.execute(
                "INSERT INTO conversation (started_at, scenario, scenario_json, model, seed) VALUES (?, ?, ?, ?, ?)",
                (_now(), scenario, scenario_json, model, seed),
            )
            return int(cursor.lastrowid or 0)

    def add_turn(self, conversation: int, who: Who, text: str, *, complete: bool = True, transcript: str = "") -> int:
        """Save a turn; returns its id."""
        with self._writing() as connection:
            cursor = connection.execute(
                "INSERT INTO turn (conversation, who, text, said_at, complete, transcript) VALUES (?, ?, ?, ?, ?, ?)",
                (conversation, who, text, _now(), complete, transcript),
            )
            return int(cursor.lastrowid or 0)

    def update_turn(self, turn: int, text: str, *, complete: bool) -> None:
        """Save what has been said so far in a turn that goes on."""
        with self._writing() as connection:
            connection.execute("UPDATE turn SET text = ?, complete = ? WHERE id = ?", (text, complete, turn))

    def take_back(self, turns: list[int]) -> None:
        """Strike turns out of the conversation; their rows stay."""
        with self._writing() as connection:
            connection.executemany("UPDATE turn SET taken_back = 1 WHERE id = ?", [(turn,) for turn in turns])

    def conversations(self, limit: int = 50) -> list[Conversation]:
        """The newest conversations first, those without a word left out."""
        rows = self._rows(f"{_HEADS} HAVING turn_count > 0 ORDER BY c.id DESC LIMIT ?", limit)
        return [Conversation(*row) for row in rows]

    def conversation(self, number: int) -> tuple[Conversation, list[Turn]]:
        """One conversation with its turns in order.

        Raises:
            ConversationMissing.
        """
        heads = self._rows(f"{_HEADS} HAVING c.id = ?", number)
        if not heads:
            raise ConversationMissing(number=number)
        turns = self._rows(_TURNS, number)
        return Conversation(*heads[0]), [
            Turn(row, who, text, said_at, bool(complete), heard) for row, who, text, said_at, complete, heard in turns
        ]

    def close(self) -> None:
        """Close the file. Safe to call twice."""
        with self._lock:
            self._connection.close()

    def _rows(self, query: str, *values: object) -> list[Any]:
        with self._lock, self._told():
            return self._connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._told(), self._connection:
            yield self._connection

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's errors (disk full, folder gone, locked) as ours."""
        try:
            yield
        except sqlite3.Error as error:
            raise JournalUnusable(path=str(self.path), reason=str(error)) from error


_TURNS = """
    SELECT id, who, text, said_at, complete, transcript FROM turn WHERE conversation = ? AND NOT taken_back ORDER BY id
"""
_HEADS = """
    SELECT c.id, c.started_at, c.scenario, c.scenario_json, c.model, c.seed,
           (SELECT count(*) FROM turn t WHERE t.conversation = c.id AND NOT t.taken_back) AS turn_count
    FROM conversation c GROUP BY c.id
"""


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, check_same_thread=False, timeout=5.0)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # a turn shown as final survives a power cut
        connection.execute("PRAGMA foreign_keys = ON")
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("quick_check failed")
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _move_aside(path: Path) -> Path:
    """Keep a damaged file, with its write-ahead log, under a name of its own."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    for part in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        if part.exists():
            part.rename(part.with_name(f"{part.name}.damaged-{stamp}"))
    return path.with_name(f"{path.name}.damaged-{stamp}")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
