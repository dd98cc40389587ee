"""What the journal keeps beside the words: counts, times, verdicts, what was deleted, and files of older versions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from garita.errors import ConversationMissing
from garita.journal import own_voice
from garita.journal.journal import KEPT_AFTER_DELETION, Journal
from garita.journal.migrations import STEPS
from tests.journal.many import fill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "j.sqlite3"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with closing(Journal(path)) as journal:
        yield journal


def conversation(journal: Journal, *said: str) -> int:
    number = journal.begin("s", "{}", "m", 0)
    for text in said or ("Hola, buenos días.",):
        journal.add_turn(number, "student", text, number=1)
    return number


def at(path: Path, query: str, *values: object) -> None:
    """Change the file behind the journal's back: what a clock would have written."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(query, values)


# --- counts and times ----------------------------------------------------------------------------------------------


def test_counts_follow_the_turns(journal: Journal) -> None:
    number = journal.begin("s", "{}", "m", 0)
    journal.add_turn(number, "officer", "¿De dónde viene usted?")
    last = [journal.add_turn(number, "student", text) for text in ("Vengo de Lima, Perú.", "¿Cómo?")]
    head, _ = journal.conversation(number)
    assert (head.turn_count, head.words) == (3, 5)
    journal.take_back([last[1]])
    journal.take_back([last[1]])
    head, _ = journal.conversation(number)
    assert (head.turn_count, head.words) == (2, 4)


def test_the_time_of_talk_leaves_long_pauses_out(journal: Journal, path: Path) -> None:
    number = journal.begin("s", "{}", "m", 0)
    start = datetime(2026, 11, 1, 10, 0, tzinfo=UTC)
    at(path, "UPDATE conversation SET started_at = ?", start.isoformat())
    for seconds in (10, 25, 25 + 3 * 24 * 3600):  # and gone on with three days later
        said = (start + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")
        at(path, "INSERT INTO turn (conversation, who, text, said_at, complete) VALUES (?, 'student', 'a', ?, 1)",
           number, said)  # fmt: skip
    head, _ = journal.conversation(number)
    assert head.seconds == pytest.approx(10 + 15 + 120, abs=0.01)
    assert head.ended_at == said


def test_times_have_milliseconds_and_the_officers_end(journal: Journal) -> None:
    number = journal.begin("s", "{}", "m", 0)
    turn = journal.add_turn(number, "officer", "Buenos días.", complete=False)
    journal.update_turn(turn, "Buenos días. ¿Y bien?", complete=True, replaced=1)
    (first,) = journal.conversation(number)[1]
    assert "." in first.said_at
    assert first.said_at <= first.ended_at
    assert first.replaced == 1
    journal.turn_ended(turn)
    assert journal.conversation(number)[1][0].ended_at >= first.ended_at


def test_the_first_verdict_that_stands_is_the_conversations(journal: Journal) -> None:
    number = conversation(journal)
    turns = [journal.add_turn(number, "officer", "…", complete=False) for _ in range(2)]
    for turn, verdict in zip(turns, ("hold", "admit"), strict=True):
        journal.update_turn(turn, "Ya está.", complete=True, verdict=verdict)
    assert journal.conversation(number)[0].verdict == "hold"
    journal.take_back([turns[0]])
    assert journal.conversation(number)[0].verdict == "admit"


def test_an_outcome_is_kept_until_the_conversation_goes_on(journal: Journal) -> None:
    number = conversation(journal)
    journal.keep_outcome(number, '{"a": 1}')
    journal.keep_outcome(number, '{"a": 2}')
    assert [(one.id, one.outcome) for one in journal.summaries()] == [(number, '{"a": 2}')]
    journal.add_turn(number, "student", "Otra cosa.")
    assert [one.outcome for one in journal.summaries()] == [""]


def test_pages_follow_each_other(journal: Journal) -> None:
    numbers = [conversation(journal) for _ in range(7)]
    journal.begin("silent", "{}", "m", 0)
    journal.delete([numbers[3]])
    shown = [one.id for one in journal.conversations(3)]
    while page := journal.conversations(3, before=shown[-1]):
        shown += [one.id for one in page]
    assert shown == [number for number in reversed(numbers) if number != numbers[3]]
    assert journal.count() == len(shown)


# --- deleting ------------------------------------------------------------------------------------------------------


def test_deleted_is_gone_and_can_be_restored(journal: Journal) -> None:
    numbers = [conversation(journal) for _ in range(3)]
    journal.delete(numbers[:2])
    assert [one.id for one in journal.conversations()] == numbers[2:]
    assert [one.id for one in journal.summaries()] == numbers[2:]
    with pytest.raises(ConversationMissing):
        journal.conversation(numbers[0])
    journal.restore(numbers[:2])
    assert journal.conversation(numbers[0])[1][0].text == "Hola, buenos días."
    assert journal.count() == 3


def test_after_a_month_it_is_removed_with_its_recordings(path: Path) -> None:
    with closing(Journal(path)) as journal:
        old, young, kept = (conversation(journal, f"única{number}") for number in range(3))
        journal.delete([old, young])
        files = [own_voice.file(journal.recordings, number, 1) for number in (old, young, kept, 10 * old)]
    files[0].parent.mkdir()
    for file in files:
        file.touch()
    long_ago = (datetime.now(UTC) - KEPT_AFTER_DELETION - timedelta(minutes=1)).isoformat(timespec="milliseconds")
    at(path, "UPDATE conversation SET deleted_at = ? WHERE id = ?", long_ago, old)
    with closing(Journal(path)) as journal:
        journal.restore([old, young])
        assert [one.id for one in journal.conversations()] == [kept, young]
        assert journal.search("única0") == []
        assert [file.exists() for file in files] == [False, True, True, True]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM turn").fetchone() == (2,)
        connection.execute("INSERT INTO turn_text (turn_text) VALUES ('integrity-check')")


def test_the_index_stays_whole_through_everything(path: Path) -> None:
    fill(path, 40)
    with closing(Journal(path)) as journal:
        for head in journal.conversations(10):
            turns = journal.conversation(head.id)[1]
            journal.update_turn(turns[0].id, "Otra cosa.", complete=True)
            journal.take_back([turns[1].id])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO turn_text (turn_text) VALUES ('integrity-check')")


# --- older files ---------------------------------------------------------------------------------------------------


def test_a_file_of_the_first_versions_is_brought_up_to_date(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for step in STEPS[:2]:
            connection.executescript(step)
        connection.execute("PRAGMA user_version = 2")
        connection.execute("INSERT INTO conversation VALUES (4, '2026-10-01T10:00:00+00:00', 's', '{}', 'm', 0)")
        rows = [
            (1, 4, "officer", "¿De dónde viene?", "2026-10-01T10:00:04+00:00", 1, 0, ""),
            (2, 4, "student", " Vengo de Bogotá. ", "2026-10-01T10:00:14+00:00", 1, 0, ""),
            (3, 4, "student", "No, de Lima.", "2026-10-01T11:00:14+00:00", 1, 1, ""),
        ]
        connection.executemany("INSERT INTO turn VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        connection.commit()
    with closing(Journal(path)) as journal:
        assert journal.replaced is None
        (head,) = journal.conversations()
        assert (head.turn_count, head.words, head.verdict) == (2, 3, "")
        assert head.seconds == pytest.approx(4 + 10 + 120, abs=0.01)
        assert [hit.turn for hit in journal.search("bogota")] == [2]
        turns = journal.conversation(4)[1]
        assert [(turn.number, turn.replaced) for turn in turns] == [(0, None), (0, None)]
        journal.add_turn(4, "student", "Y de Cali.")
        assert journal.conversation(4)[0].turn_count == 3
