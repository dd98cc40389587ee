"""Whole conversations with the built-in officer through the command line, in processes of their own."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from garita import paths
from garita.library import shelf
from garita.roleplay.guard import Guard

GARITA = [sys.executable, "-m", "garita"]


def run(*arguments: str, lines: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*GARITA, *arguments], input=lines, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        env={**os.environ, **environment},
    )  # fmt: skip


def test_the_officer_answers_a_piped_conversation_in_spanish() -> None:
    result = run(
        "chat", "--plain", "--scenario", "random", "--seed", "1",
        lines="Buenos días.\nVengo de México por turismo.\nTres semanas.\n",
    )  # fmt: skip
    assert (result.returncode, result.stderr) == (0, "")
    replies = result.stdout.splitlines()
    assert len(replies) == 3
    guard = Guard()
    assert all(guard.check(reply, (), may_repeat=True).ok for reply in replies)
    assert any("?" in reply for reply in replies)


def test_same_seed_same_officer(home: Path) -> None:
    home.mkdir()
    # where threads are measured, a busy moment leads to another number of them, and that to other last digits
    (home / "settings.toml").write_text("[model]\nthreads = 1\n", encoding="utf-8")
    conversation = "Hola.\nAquí tiene mi pasaporte.\n"
    first, second = (run("chat", "--seed", "5", "--model", str(shelf.built_in()), lines=conversation) for _ in range(2))
    assert first.stdout == second.stdout != ""


def test_stats_and_history(tmp_path: Path) -> None:
    assert "tokens/s" in run("chat", "--seed", "2", "--stats", lines="Buenas tardes.\n").stderr
    assert "Buenas tardes." in run("history", "show", "1").stdout
    assert run("history", "list").stdout.split()[1] != ""
    assert run("history", "export", "1", str(tmp_path / "c.json")).returncode == 0
    assert "Buenas tardes." in (tmp_path / "c.json").read_text(encoding="utf-8")
    missing = run("history", "show", "99")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "99" in missing.stderr


@pytest.mark.parametrize("language", ["en", "es"])
def test_bad_input_is_a_sentence_and_exit_code_2(tmp_path: Path, language: str) -> None:
    bad = tmp_path / "bad.gguf"
    bad.write_bytes(os.urandom(5000))
    empty = tmp_path / "empty.gguf"
    empty.touch()
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(shelf.built_in().read_bytes()[:100_000])
    scene = tmp_path / "mine.toml"
    scene.write_text('id = "mine"\n', encoding="utf-8")
    for arguments in (
        ["--model", str(tmp_path / "none.gguf")],
        ["--model", str(bad)],
        ["--model", str(empty)],
        ["--model", str(cut)],
        ["--scenario", "unknown"],
        ["--scenario", str(scene)],
        ["--unknown-option"],
    ):
        result = run("chat", *arguments, lines="Hola.\n", LC_ALL=f"{language}_US.UTF-8")
        assert (result.returncode, result.stdout) == (2, ""), arguments
        assert result.stderr
        assert "Traceback" not in result.stderr


def test_an_unwritable_home_and_a_closed_input(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run("chat", lines="Hola.\n", GARITA_HOME=str(tmp_path / "file"))
    assert result.returncode == 2
    closed = subprocess.run(["sh", "-c", f"{' '.join(GARITA)} chat <&-"], capture_output=True, text=True, check=False)
    assert (closed.returncode, closed.stdout) == (2, "")
    assert "Traceback" not in closed.stderr


def test_a_damaged_journal_is_kept_and_said(home: Path) -> None:
    home.mkdir()
    paths.journal().write_bytes(b"not a database " * 50)
    result = run("chat", "--seed", "1", lines="Hola.\n")
    assert result.returncode == 0
    assert "damaged" in result.stderr
    assert len(list(home.glob("journal.sqlite3.damaged-*"))) == 1


def test_killing_the_program_loses_nothing_that_was_shown(home: Path) -> None:
    with subprocess.Popen(
        [*GARITA, "chat", "--plain", "--seed", "3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin and process.stdout
        shown = []
        for line in ("Buenos días.\n", "Aquí tiene.\n"):
            process.stdin.write(line)
            process.stdin.flush()
            shown.append(process.stdout.readline().strip())
        os.kill(process.pid, signal.SIGKILL)
    with closing(sqlite3.connect(paths.journal())) as journal:
        saved = [text for (text,) in journal.execute("SELECT text FROM turn ORDER BY id")]
    assert saved == ["Buenos días.", shown[0], "Aquí tiene.", shown[1]]


def test_ctrl_c_ends_quietly_and_takes_the_child_along() -> None:
    with subprocess.Popen(
        [*GARITA, "chat", "--plain", "--seed", "3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write("Hola.\n")
        process.stdin.flush()
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr.read() == ""


@pytest.mark.parametrize("delay", [0.05, 0.3, 0.6, 0.8, 1.0, 1.3])
def test_ctrl_c_at_any_point_of_the_start_is_quiet(delay: float) -> None:
    with subprocess.Popen(
        [*GARITA, "chat", "--plain"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stderr
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGINT)
        try:
            code = process.wait(20)
        finally:
            process.kill()
        assert "Traceback" not in process.stderr.read()
        assert code in (130, 1, -signal.SIGINT)


def test_commands_that_look(home: Path) -> None:
    listed = run("scenarios").stdout
    assert "es_barajas_turismo" in listed
    models = run("models").stdout
    assert "oficial-garita.gguf" in models
    assert "llama" in models
    assert run("--version").stdout.startswith("garita ")
    assert run("history", "list").stdout.startswith("There is no conversation")


def test_a_killed_model_process_is_replaced_and_the_conversation_goes_on() -> None:
    with subprocess.Popen(
        [*GARITA, "chat", "--plain", "--seed", "3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdin and process.stdout
        process.stdin.write("Buenos días.\n")
        process.stdin.flush()
        assert process.stdout.readline()
        (child,) = psutil.Process(process.pid).children()
        child.kill()
        rest, told = process.communicate("Aquí tiene mi pasaporte.\n", timeout=60)
    assert process.returncode == 0
    assert len(rest.splitlines()) == 1
    assert "started again" in told
