"""The journal: every conversation in one SQLite file, every turn saved as it happens.

Whatever a user saw as final is on disk before it is shown, so ending the process at any moment loses nothing. Knows
no engine and no prompt. One Journal may be used from several threads.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from garita.errors import ConversationMissing, JournalUnusable
from garita.journal import own_voice, search
from garita.journal.opening import connect, move_aside
from garita.journal.words import words

Who = Literal["officer", "student"]

# Deleted conversations can be restored for so long; then they are removed when the journal is opened.
KEPT_AFTER_DELETION = timedelta(days=30)


@dataclass(frozen=True)
class Turn:
    """One turn. ``complete`` is False where the officer was interrupted or the process ended while he spoke.

    ``transcript`` is the JSON of a spoken turn's ``messages.Transcript``, empty for a typed one. ``number`` is the
    session's, by which a recording is named. Of an officer's turn: ``ended_at`` is when the last word was out,
    ``replaced`` how many sentences the model did not write (None: not known), ``verdict`` what was decided in it.
    """

    id: int
    who: Who
    text: str
    said_at: str
    complete: bool
    transcript: str = ""
    number: int = 0
    ended_at: str = ""
    replaced: int | None = None
    verdict: str = ""


@dataclass(frozen=True)
class Conversation:
    """The head of a conversation. Times are UTC, ISO 8601.

    ``turn_count`` counts turns not taken back, ``words`` the student's, ``seconds`` the time of talk; ``ended_at`` is
    when it was last gone on with, ``verdict`` what the officer decided, empty before that.
    """

    id: int
    started_at: str
    scenario: str
    scenario_json: str
    model: str
    seed: int
    turn_count: int
    words: int = 0
    seconds: float = 0.0
    ended_at: str = ""
    verdict: str = ""


@dataclass(frozen=True)
class Hit:
    """A turn in which something was found; ``marks`` are the places in ``snippet``: (start, end)."""

    conversation: Conversation
    turn: int
    who: Who
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Summary:
    """A conversation as sums over time need it; ``outcome`` is what ``keep_outcome`` was given, if it still holds."""

    id: int
    started_at: str
    seconds: float
    words: int
    verdict: str
    outcome: str


def _utc() -> datetime:
    return datetime.now(UTC)


class Journal:
    """Opens the file at ``path``, makes it when missing, and moves a damaged one aside.

    ``clock`` tells the time in UTC.

    Attributes:
        replaced: where a damaged file was kept, None normally.
        recordings: the folder with the student's own voice.

    Raises:
        JournalUnusable: the file cannot be opened or written for another reason.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime] = _utc) -> None:
        self.path, self._clock = path, clock
        self.recordings = own_voice.folder(path)
        self.replaced: Path | None = None
        self._lock = threading.Lock()
        self._connection = self._open()
        self._remove_deleted(clock() - KEPT_AFTER_DELETION)

    def _open(self) -> sqlite3.Connection:
        try:
            return connect(self.path)
        except sqlite3.OperationalError as error:  # locked, read-only, no such folder: the file itself may be sound
            raise JournalUnusable(path=str(self.path), reason=str(error)) from error
        except sqlite3.DatabaseError:
            self.replaced = move_aside(self.path)
            return connect(self.path)
        except (OSError, ValueError) as error:
            raise JournalUnusable(path=str(self.path), reason=str(error)) from error

    def close(self) -> None:
        """Close the file. Safe to call twice."""
        with self._lock:
            self._connection.close()

    # --- what happens -----------------------------------------------------------------------------------------------

    def begin(self, scenario: str, scenario_json: str, model: str, seed: int) -> int:
        """Start a conversation; returns its number."""
        with self._writing() as connection:
            cursor = connection.execute(
                "INSERT INTO conversation (started_at, scenario, scenario_json, model, seed) VALUES (?, ?, ?, ?, ?)",
                (self._now(), scenario, scenario_json, model, seed),
            )
            return int(cursor.lastrowid or 0)

    def add_turn(
        self, conversation: int, who: Who, text: str, *, complete: bool = True, transcript: str = "", number: int = 0
    ) -> int:
        """Save a turn; returns its id."""
        row = (conversation, who, text, self._now(), complete, transcript, number, len(words(text)))
        with self._writing() as connection:
            cursor = connection.execute(
                "INSERT INTO turn (conversation, who, text, said_at, complete, transcript, number, words)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            return int(cursor.lastrowid or 0)

    def update_turn(
        self, turn: int, text: str, *, complete: bool, verdict: str = "", replaced: int | None = None
    ) -> None:
        """Save what has been said so far in a turn that goes on or ends."""
        row = (text, complete, verdict, replaced, len(words(text)), self._now(), turn)
        with self._writing() as connection:
            connection.execute(
                "UPDATE turn SET text = ?, complete = ?, verdict = ?, replaced = ?, words = ?, ended_at = ?"
                " WHERE id = ?",
                row,
            )

    def turn_ended(self, turn: int) -> None:
        """The officer's voice has come to the end of a turn now, which may be long after its text."""
        with self._writing() as connection:
            connection.execute("UPDATE turn SET ended_at = ? WHERE id = ?", (self._now(), turn))

    def take_back(self, turns: list[int]) -> None:
        """Strike turns out of the conversation; their rows stay."""
        with self._writing() as connection:
            connection.executemany("UPDATE turn SET taken_back = 1 WHERE id = ?", [(turn,) for turn in turns])

    def keep_outcome(self, conversation: int, content: str) -> None:
        """Remember what a conversation came to, until it is gone on with."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO outcome VALUES (?, ?)", (conversation, content))

    # --- what there is ----------------------------------------------------------------------------------------------

    def conversations(self, limit: int = 50, before: int | None = None) -> list[Conversation]:
        """The newest conversations first, those without a word left out; older than number ``before`` if given."""
        rows = self._rows(f"{_HEADS} AND id < ? ORDER BY id DESC LIMIT ?", _ALL if before is None else before, limit)
        return [Conversation(*row) for row in rows]

    def count(self) -> int:
        """How many conversations there are."""
        return int(self._rows(f"SELECT count(*) FROM conversation INDEXED BY conversation_shown WHERE {_SHOWN}")[0][0])

    def conversation(self, number: int) -> tuple[Conversation, list[Turn]]:
        """One conversation with its turns in order.

        Raises:
            ConversationMissing: there is none of this number, or it was deleted.
        """
        heads = self._rows(f"SELECT {_HEAD} FROM conversation WHERE deleted_at = '' AND id = ?", number)
        if not heads:
            raise ConversationMissing(number=number)
        return Conversation(*heads[0]), [
            Turn(row, who, text, said_at, bool(complete), *rest)
            for row, who, text, said_at, complete, *rest in self._rows(_TURNS, number)
        ]

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """Where words that begin like those of ``text`` were said, in one turn all of them; without accents.

        The newest conversations first, each once, with the latest of its turns.
        """
        query = search.query(text)
        if not query:
            return []
        with self._lock, self._told():
            found = self._newest(self._connection.execute(_FOUND, (query,)), limit)
            return [self._hit(query, turn, conversation) for turn, conversation in found]

    def summaries(self, since: str = "") -> list[Summary]:
        """All conversations begun at ``since`` (ISO 8601) or later, the oldest first."""
        return [Summary(*row) for row in self._rows(_SUMMARIES, since)]

    def _newest(self, rows: Iterable[tuple[int, int]], limit: int) -> list[tuple[int, int]]:
        """Reads no further than it has to: a frequent word stands in a million turns."""
        found: dict[int, int] = {}
        for turn, conversation in rows:
            found.setdefault(conversation, turn)
            if len(found) >= limit:
                break
        return [(turn, conversation) for conversation, turn in found.items()]

    def _hit(self, query: str, turn: int, conversation: int) -> Hit:
        (who,) = self._connection.execute("SELECT who FROM turn WHERE id = ?", (turn,)).fetchone()
        marked = self._connection.execute(_SNIPPET, (search.OPENS, search.CLOSES, query, turn)).fetchone()[0]
        head = self._connection.execute(f"SELECT {_HEAD} FROM conversation WHERE id = ?", (conversation,)).fetchone()
        return Hit(Conversation(*head), turn, who, *search.without_marks(marked))

    # --- deleting ---------------------------------------------------------------------------------------------------

    def delete(self, numbers: Iterable[int]) -> None:
        """Leave conversations out everywhere; ``restore`` brings them back for ``KEPT_AFTER_DELETION``."""
        self._mark_deleted(numbers, self._now())

    def restore(self, numbers: Iterable[int]) -> None:
        """Bring deleted conversations back."""
        self._mark_deleted(numbers, "")

    def _mark_deleted(self, numbers: Iterable[int], when: str) -> None:
        with self._writing() as connection:
            rows = [(when, number) for number in numbers]
            connection.executemany("UPDATE conversation SET deleted_at = ? WHERE id = ?", rows)

    def _remove_deleted(self, before: datetime) -> None:
        """Really remove what was deleted long ago, the recordings first: nobody would find them without the row."""
        query = "SELECT id FROM conversation WHERE deleted_at <> '' AND deleted_at < ?"
        if numbers := self._rows(query, before.isoformat(timespec="milliseconds")):
            for (number,) in numbers:
                own_voice.remove(self.recordings, number)
            with self._writing() as connection:
                connection.executemany("DELETE FROM conversation WHERE id = ?", numbers)

    # --- the file ---------------------------------------------------------------------------------------------------

    def _now(self) -> str:
        return self._clock().isoformat(timespec="milliseconds")

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


_ALL = 2**63 - 1
_SHOWN = "turn_count > 0 AND deleted_at = ''"
_HEAD = "id, started_at, scenario, scenario_json, model, seed, turn_count, words, seconds, ended_at, verdict"
_HEADS = f"SELECT {_HEAD} FROM conversation WHERE {_SHOWN}"
_TURNS = """
    SELECT id, who, text, said_at, complete, transcript, number, ended_at, replaced, verdict
    FROM turn WHERE conversation = ? AND NOT taken_back ORDER BY id
"""
# CROSS JOIN keeps the index first, which gives its rows from the newest on without sorting them.
_FOUND = """
    SELECT turn.id, turn.conversation
    FROM turn_text
    CROSS JOIN turn ON turn.id = turn_text.rowid
    CROSS JOIN conversation ON conversation.id = turn.conversation
    WHERE turn_text MATCH ? AND NOT turn.taken_back AND conversation.deleted_at = ''
    ORDER BY turn_text.rowid DESC
"""
_SNIPPET = "SELECT snippet(turn_text, 0, ?, ?, '…', 24) FROM turn_text WHERE turn_text MATCH ? AND rowid = ?"
_SUMMARIES = """
    SELECT c.id, c.started_at, c.seconds, c.words, c.verdict, coalesce(o.content, '')
    FROM conversation c INDEXED BY conversation_sums LEFT JOIN outcome o ON o.conversation = c.id
    WHERE c.turn_count > 0 AND c.deleted_at = '' AND c.started_at >= ? ORDER BY c.started_at
"""
