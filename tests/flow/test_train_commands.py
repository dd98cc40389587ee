"""From nothing to an officer that talks: corpus, pretraining, export, a conversation, all by the commands."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from garita import paths
from garita.library import gguf_facts

GARITA = [sys.executable, "-m", "garita"]
SMALL = {
    "layers = 6": "layers = 1",
    "feed_forward = 768": "feed_forward = 256",
    "context = 1536": "context = 2048",
    "entries = 4096": "entries = 512",
    "conversations = 4000": "conversations = 60",
    "window = 256": "window = 16",
    "held_out = 64": "held_out = 4",
    "step_tokens = 4096": "step_tokens = 2048",
}


def run(*arguments: str, lines: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*GARITA, *arguments], input=lines, capture_output=True, text=True, encoding="utf-8", timeout=200, check=False
    )


def small_recipe(folder: Path) -> Path:
    text = (paths.models() / "recipes" / "officer.toml").read_text(encoding="utf-8")
    for full, small in SMALL.items():
        assert full in text
        text = text.replace(full, small)
    path = folder / "small.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_from_nothing_to_a_conversation(tmp_path: Path) -> None:
    out, officer = tmp_path / "officer", tmp_path / "officer.gguf"
    command = ["train", "pretrain", str(out), "--recipe", str(small_recipe(tmp_path)), "--minutes"]
    begun = run(*command, "0.1")
    assert begun.returncode == 0, begun.stderr
    assert "held-out" in begun.stderr
    assert (out / "curve.svg").exists()
    assert run("train", "export", str(out / "model"), str(officer), "--type", "Q4_K_M").returncode == 0
    made = gguf_facts.read(officer)
    assert (made.quantisation, made.name) == ("Q4_K_M", "officer")
    assert made.metadata["garita.words"]
    talk = run("chat", "--model", str(officer), "--seed", "1", lines="Buenos días.\n")
    assert talk.returncode == 0, talk.stderr
    assert len(talk.stdout.splitlines()) == 1


def test_a_corpus_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    for path in (first, second):
        assert run("train", "corpus", str(path), "--count", "50", "--seed", "3").returncode == 0
    assert first.read_bytes() == second.read_bytes()
    lines = first.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["messages"][0]["role"] for line in lines] == ["system"] * 50


def test_an_interrupted_corpus_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with subprocess.Popen(
        [*GARITA, "train", "corpus", str(path), "--count", "1000000"], stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        while not list(tmp_path.iterdir()):
            assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(20) == 130
    assert list(tmp_path.iterdir()) == []


def test_bad_input_to_training(tmp_path: Path) -> None:
    recipe = tmp_path / "bad.toml"
    recipe.write_text("[model]\nlayers = 0\n", encoding="utf-8")
    (tmp_path / "file").touch()
    for arguments in (
        ["pretrain", str(tmp_path / "out"), "--recipe", str(recipe)],
        ["pretrain", str(tmp_path / "out"), "--recipe", str(tmp_path / "none.toml")],
        ["export", str(tmp_path / "none"), str(tmp_path / "out.gguf")],
        ["corpus", str(tmp_path / "file" / "a.jsonl"), "--count", "1"],
    ):
        result = run("train", *arguments)
        assert result.returncode == 2, arguments
        assert "Traceback" not in result.stderr
