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
    """
    ALTER TABLE turn ADD COLUMN number INTEGER NOT NULL DEFAULT 0;  -- the session's; recordings are named by it
    ALTER TABLE turn ADD COLUMN ended_at TEXT NOT NULL DEFAULT '';  -- of an officer's turn: when the last word was out
    ALTER TABLE turn ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE turn ADD COLUMN replaced INTEGER;                   -- sentences the model did not write; NULL: unknown
    ALTER TABLE turn ADD COLUMN verdict TEXT NOT NULL DEFAULT '';   -- what the officer decided in this turn

    -- kept by triggers, so that a list of conversations reads no turns
    ALTER TABLE conversation ADD COLUMN turn_count INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE conversation ADD COLUMN words INTEGER NOT NULL DEFAULT 0;  -- the student's
    ALTER TABLE conversation ADD COLUMN seconds REAL NOT NULL DEFAULT 0;   -- of talk: a pause counts 120 at most
    ALTER TABLE conversation ADD COLUMN ended_at TEXT NOT NULL DEFAULT ''; -- the last sign of life
    ALTER TABLE conversation ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
    ALTER TABLE conversation ADD COLUMN deleted_at TEXT NOT NULL DEFAULT '';

    UPDATE turn SET ended_at = said_at, words = CASE trim(text) WHEN '' THEN 0
        ELSE length(trim(text)) - length(replace(trim(text), ' ', '')) + 1 END;
    UPDATE conversation SET
        turn_count = (SELECT count(*) FROM turn t WHERE t.conversation = conversation.id AND NOT t.taken_back),
        words = (SELECT coalesce(sum(t.words), 0) FROM turn t
                 WHERE t.conversation = conversation.id AND NOT t.taken_back AND t.who = 'student'),
        seconds = (SELECT coalesce(sum(min(gap, 120)), 0) FROM
                   (SELECT max(0, (julianday(t.said_at) - julianday(coalesce(
                       lag(t.said_at) OVER (ORDER BY t.id), conversation.started_at))) * 86400) AS gap
                    FROM turn t WHERE t.conversation = conversation.id)),
        ended_at = (SELECT coalesce(max(t.said_at), '') FROM turn t WHERE t.conversation = conversation.id);

    CREATE INDEX conversation_shown ON conversation (id) WHERE turn_count > 0 AND deleted_at = '';
    CREATE INDEX conversation_deleted ON conversation (deleted_at) WHERE deleted_at <> '';
    CREATE INDEX conversation_sums ON conversation (started_at, id, seconds, words, verdict)
        WHERE turn_count > 0 AND deleted_at = '';

    CREATE TRIGGER turn_counted AFTER INSERT ON turn BEGIN
        UPDATE conversation SET
            turn_count = turn_count + 1,
            words = words + iif(new.who = 'student', new.words, 0),
            seconds = seconds + min(120, max(0, coalesce((julianday(new.said_at)
                - julianday(iif(ended_at = '', started_at, ended_at))) * 86400, 0))),
            ended_at = new.said_at
        WHERE id = new.conversation;
    END;
    CREATE TRIGGER turn_lasted AFTER UPDATE OF ended_at ON turn BEGIN
        UPDATE conversation SET
            seconds = seconds + min(120, max(0, coalesce((julianday(new.ended_at) - julianday(ended_at)) * 86400, 0))),
            ended_at = max(ended_at, new.ended_at)
        WHERE id = new.conversation;
    END;
    CREATE TRIGGER turn_taken_back AFTER UPDATE OF taken_back ON turn WHEN new.taken_back > old.taken_back BEGIN
        UPDATE conversation SET
            turn_count = turn_count - 1,
            words = words - iif(new.who = 'student', new.words, 0)
        WHERE id = new.conversation;
    END;
    CREATE TRIGGER turn_decided AFTER UPDATE OF verdict, taken_back ON turn BEGIN
        UPDATE conversation SET verdict = coalesce((SELECT t.verdict FROM turn t
            WHERE t.conversation = new.conversation AND NOT t.taken_back AND t.verdict <> '' ORDER BY t.id LIMIT 1), '')
        WHERE id = new.conversation;
    END;

    -- full text: the words stay in turn, only the index is here. Beginnings of words are looked up in an index for each
    -- length: put together from whole words they take a third of a second where there are a million turns
    CREATE VIRTUAL TABLE turn_text USING fts5 (
        text, content = 'turn', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2',
        prefix = '1 2 3 4 5 6 7 8 9 10 11 12'
    );
    INSERT INTO turn_text (turn_text) VALUES ('rebuild');
    CREATE TRIGGER turn_found AFTER INSERT ON turn BEGIN
        INSERT INTO turn_text (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER turn_found_anew AFTER UPDATE OF text ON turn WHEN new.text <> old.text BEGIN
        INSERT INTO turn_text (turn_text, rowid, text) VALUES ('delete', old.id, old.text);
        INSERT INTO turn_text (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER turn_lost AFTER DELETE ON turn BEGIN
        INSERT INTO turn_text (turn_text, rowid, text) VALUES ('delete', old.id, old.text);
    END;

    -- what a conversation came to, as its reader worked it out; thrown away with every change
    CREATE TABLE outcome (
        conversation INTEGER PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
        content TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER turn_outdates AFTER INSERT ON turn BEGIN
        DELETE FROM outcome WHERE conversation = new.conversation;
    END;
    CREATE TRIGGER turn_changed_outdates AFTER UPDATE ON turn BEGIN
        DELETE FROM outcome WHERE conversation = new.conversation;
    END;
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
