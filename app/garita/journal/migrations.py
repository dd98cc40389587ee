"""The journal's tables as numbered steps; PRAGMA user_version says how many a file has had.

Steps are only ever added, never changed.
"""

from __future__ import annotations

import sqlite3

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE conversation (
        id INTEGER PRIMARY KEY,
        started_at TEXT NOT NULL,
        scenario TEXT NOT NULL,      -- the scenario's id
        scenario_json TEXT NOT NULL, -- the whole scenario with its dossier, so that a conversation can be resumed
        model TEXT NOT NULL,
        seed INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE turn (
        id INTEGER PRIMARY KEY,
        conversation INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        who TEXT NOT NULL CHECK (who IN ('officer', 'student')),
        text TEXT NOT NULL,
        said_at TEXT NOT NULL,
        complete INTEGER NOT NULL,            -- 0 while the officer is still speaking
        taken_back INTEGER NOT NULL DEFAULT 0 -- kept, but no longer part of the conversation
    ) STRICT;
    CREATE INDEX turn_by_conversation ON turn (conversation, id);
    """,
    """
    -- of a spoken turn: the recogniser's words with their times and probabilities (messages.Transcript as JSON)
    ALTER TABLE turn ADD COLUMN transcript TEXT NOT NULL DEFAULT '';
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file up to date, each step in a transaction of its own.

    Raises:
        ValueError: the file was written by a newer Garita.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(STEPS):
        raise ValueError("it was written by a newer version of Garita")
    for number, step in enumerate(STEPS[version:], start=version + 1):
        connection.executescript(f"BEGIN IMMEDIATE; {step} PRAGMA user_version = {number}; COMMIT;")
