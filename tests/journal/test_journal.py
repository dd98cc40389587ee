"""The journal keeps every turn, also when the process is killed or the file is damaged."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from garita.errors import ConversationMissing, JournalUnusable, OutputNotWritable
from garita.journal import export
from garita.journal.journal import Journal


def test_turns_come_back_in_order_without_the_taken_back_ones(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        number = journal.begin("madrid", "{}", "oficial.gguf", 7)
        first = journal.add_turn(number, "officer", "Buenos días.")
        second = journal.add_turn(number, "student", "Hola.")
        journal.add_turn(number, "officer", "Pasa", complete=False)
        journal.take_back([second])
        head, turns = journal.conversation(number)
    assert [(turn.who, turn.text, turn.complete) for turn in turns] == [
        ("officer", "Buenos días.", True),
        ("officer", "Pasa", False),
    ]
    assert turns[0].id == first
    assert (head.scenario, head.seed, head.turn_count) == ("madrid", 7, 2)


def test_list_shows_newest_first_and_leaves_out_silent_ones(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        spoken = [journal.begin(name, "{}", "m", 0) for name in "ab"]
        for number in spoken:
            journal.add_turn(number, "student", "Hola.")
        journal.begin("silent", "{}", "m", 0)
        assert [one.scenario for one in journal.conversations()] == ["b", "a"]
        assert [one.scenario for one in journal.conversations(limit=1)] == ["b"]


def test_a_killed_process_loses_nothing_it_saved(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
from garita.journal.journal import Journal
journal = Journal(Path(sys.argv[1]))
number = journal.begin("s", "{}", "m", 0)
turn = journal.add_turn(number, "officer", "Uno.", complete=False)
journal.update_turn(turn, "Uno. Dos.", complete=False)
print("saved", flush=True)
sys.stdin.read()
"""
    path = tmp_path / "j.sqlite3"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "saved\n"
        os.kill(process.pid, signal.SIGKILL)
    with closing(Journal(path)) as journal:
        _, turns = journal.conversation(1)
    assert [(turn.text, turn.complete) for turn in turns] == [("Uno. Dos.", False)]


@pytest.mark.parametrize("damage", [b"this is no database at all, but long enough", b"SQLite format 3\0" + b"x" * 900])
def test_a_damaged_file_is_kept_aside_and_a_new_one_begun(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "j.sqlite3"
    path.write_bytes(damage)
    with closing(Journal(path)) as journal:
        assert journal.replaced is not None
        assert journal.replaced.read_bytes() == damage
        assert journal.begin("s", "{}", "m", 0) == 1


def test_damage_in_the_middle_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "j.sqlite3"
    with closing(Journal(path)) as journal:
        number = journal.begin("s", "{}", "m", 0)
        for _ in range(200):
            journal.add_turn(number, "student", "palabra " * 40)
    content = bytearray(path.read_bytes())
    content[4096:12288] = os.urandom(8192)
    path.write_bytes(content)
    with closing(Journal(path)) as journal:
        assert journal.replaced is not None


def test_a_newer_file_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "j.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(JournalUnusable, match="newer version"):
        Journal(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (999,)


def test_unusable_place_and_unknown_number(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(JournalUnusable):
        Journal(tmp_path / "file" / "j.sqlite3")
    with closing(Journal(tmp_path / "j.sqlite3")) as journal, pytest.raises(ConversationMissing):
        journal.conversation(5)


def test_export_as_markdown_and_json(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        number = journal.begin("madrid", '{"id": "madrid"}', "/x/oficial.gguf", 7)
        journal.add_turn(number, "officer", "Buenos días. ¿Pasaporte?")
        journal.add_turn(number, "student", "Aquí está.")
        found = journal.conversation(number)
    export.write(tmp_path / "c.md", *found)
    export.write(tmp_path / "c.json", *found)
    assert "**Oficial:** Buenos días. ¿Pasaporte?" in (tmp_path / "c.md").read_text(encoding="utf-8")
    assert '"text": "Aquí está."' in (tmp_path / "c.json").read_text(encoding="utf-8")
    assert '"id": "madrid"' in (tmp_path / "c.json").read_text(encoding="utf-8")
    (tmp_path / "blocked").touch()
    with pytest.raises(OutputNotWritable):
        export.write(tmp_path / "blocked" / "c.md", *found)
