"""What a run has so far, in one SQLite file: every message as it comes, and every round of batch files.

Each write is a transaction of its own on the disk before it returns, so a run that is killed has everything it was
told. (Files that others read are written beside and renamed; for a state that grows by a message at a time, among a
hundred thousand conversations, that would mean writing everything again each time.) Knows numbers and texts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import msgspec

from garita.errors import GaritaError, GenerationRefused, OutputNotWritable
from garita.training.generate.exchange import Reply
from garita.training.generate.talk import Side

# the write-ahead log costs one flush a transaction; an exclusive lock on it is held from the first write on
_LOCKED = """
PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT;
"""
_TABLES = """
CREATE TABLE IF NOT EXISTS run (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS said (
    talk INTEGER, step INTEGER, text TEXT NOT NULL, cut INTEGER NOT NULL, prompt_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL, PRIMARY KEY (talk, step)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS empty (
    talk INTEGER, step INTEGER, round INTEGER, prompt_tokens INTEGER NOT NULL, completion_tokens INTEGER NOT NULL,
    UNIQUE (talk, step, round));
CREATE TABLE IF NOT EXISTS finished (talk INTEGER PRIMARY KEY, line BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS round (
    number INTEGER PRIMARY KEY, side TEXT NOT NULL, model TEXT NOT NULL, keys TEXT NOT NULL, file TEXT NOT NULL,
    batch TEXT NOT NULL, missing TEXT NOT NULL, closed INTEGER NOT NULL);
"""


class Round(msgspec.Struct, frozen=True):
    """One file of requests. ``file`` and ``batch`` are a server's names for it, empty where it has none yet.

    ``missing`` are the keys no line came back for, once it is ``closed``.
    """

    number: int
    side: Side
    model: str
    keys: tuple[str, ...]
    file: str = ""
    batch: str = ""
    missing: tuple[str, ...] = ()
    closed: bool = False


class Tokens(msgspec.Struct, frozen=True):
    """What was used so far, as the back ends count it."""

    prompt: int
    completion: int


class Store:
    """The state of one run, locked for everybody else until it is closed.

    Its methods raise OutputNotWritable where the disk is full or the file damaged.
    """

    def __init__(self, path: Path) -> None:
        """Opens or begins it.

        Raises:
            GenerationRefused: another run has it open.
        """
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, isolation_level=None, timeout=0)
        except (OSError, sqlite3.Error) as error:
            raise self._failed(error) from error
        try:
            self._database.executescript(f"{_LOCKED}{_TABLES}")
        except sqlite3.Error as error:
            self.close()
            raise self._failed(error) from error

    def close(self) -> None:
        """Safe to call twice."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- the run ----------------------------------------------------------------------------------------------------

    def value(self, key: str) -> str | None:
        """What was kept under a name."""
        rows = self._rows("SELECT value FROM run WHERE key = ?", key)
        return str(rows[0][0]) if rows else None

    def keep(self, key: str, value: str) -> None:
        """Keep a value under a name."""
        self._rows("INSERT OR REPLACE INTO run VALUES (?, ?)", key, value)

    # --- conversations ----------------------------------------------------------------------------------------------

    def say(self, talk: int, step: int, text: str, reply: Reply, line: bytes | None = None) -> None:
        """Keep a message, and the conversation's finished line where it is the last one."""
        with self._transaction():
            row = (talk, step, text, int(reply.cut), reply.prompt_tokens, reply.completion_tokens)
            self._rows("INSERT INTO said VALUES (?, ?, ?, ?, ?, ?)", *row)
            if line is not None:
                self._rows("INSERT INTO finished VALUES (?, ?)", talk, line)

    def say_nothing(self, talk: int, step: int, reply: Reply) -> None:
        """Keep that a reply had no words in it, once for each file it stands in; it was paid all the same."""
        row = (talk, step, reply.round, reply.prompt_tokens, reply.completion_tokens)
        self._rows("INSERT OR IGNORE INTO empty VALUES (?, ?, ?, ?, ?)", *row)

    def empties(self, talk: int, step: int) -> int:
        """How many replies had no words where this message belongs."""
        return int(self._rows("SELECT count(*) FROM empty WHERE talk = ? AND step = ?", talk, step)[0][0])

    def said(self, talk: int) -> tuple[str, ...]:
        """The messages of a conversation, in order."""
        return tuple(row[0] for row in self._rows("SELECT text FROM said WHERE talk = ? ORDER BY step", talk))

    def cut(self, talk: int) -> int:
        """How many of its messages reached the longest length."""
        return int(self._rows("SELECT coalesce(sum(cut), 0) FROM said WHERE talk = ?", talk)[0][0])

    def finished(self) -> set[int]:
        """The number of every conversation that is over."""
        return {row[0] for row in self._rows("SELECT talk FROM finished")}

    def line(self, talk: int) -> bytes:
        """The finished line of a conversation that is over."""
        return bytes(self._rows("SELECT line FROM finished WHERE talk = ?", talk)[0][0])

    def messages(self) -> int:
        """How many messages were said in all conversations."""
        return int(self._rows("SELECT count(*) FROM said")[0][0])

    def letters_per_message(self) -> float | None:
        """The mean length of a message so far."""
        mean = self._rows("SELECT avg(length(text)) FROM said")[0][0]
        return None if mean is None else float(mean)

    def tokens(self) -> Tokens:
        """What all replies together used."""
        columns = "prompt_tokens, completion_tokens"
        paid = f"SELECT {columns} FROM said UNION ALL SELECT {columns} FROM empty"
        row = self._rows(f"SELECT coalesce(sum(prompt_tokens), 0), coalesce(sum(completion_tokens), 0) FROM ({paid})")
        return Tokens(*row[0])

    # --- rounds -----------------------------------------------------------------------------------------------------

    def rounds(self) -> list[Round]:
        """Every round of batch files, oldest first."""
        columns = "number, side, model, keys, file, batch, missing, closed"
        return [
            Round(number, side, model, tuple(keys.split()), file, batch, tuple(missing.split()), bool(closed))
            for number, side, model, keys, file, batch, missing, closed
            in self._rows(f"SELECT {columns} FROM round ORDER BY number")
        ]  # fmt: skip

    def keep_round(self, one: Round) -> None:
        """Keep a round as it is now."""
        lists = (" ".join(one.keys), one.file, one.batch, " ".join(one.missing))
        row = (one.number, one.side, one.model, *lists, int(one.closed))
        self._rows("INSERT OR REPLACE INTO round VALUES (?, ?, ?, ?, ?, ?, ?, ?)", *row)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._rows("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.rollback()
            raise
        self._rows("COMMIT")

    def _rows(self, statement: str, *values: object) -> list[Any]:
        try:
            return self._database.execute(statement, tuple(values)).fetchall()
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _failed(self, error: Exception) -> GaritaError:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            return GenerationRefused(name=str(self._path.parent), problem="another run is at work there")
        return OutputNotWritable(path=str(self._path), reason=getattr(error, "strerror", None) or str(error))
