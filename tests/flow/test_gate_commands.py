"""An officer's way into the booth by the commands: judged by a report, promoted, chosen, gone back from, and loaded."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from garita.library import officers, shelf
from garita.training.evaluation.result import Metric, MetricName
from tests.training.reports import report, share

GOOD: dict[MetricName, Metric] = {
    "four_choice": share(0.97), "next_step": share(0.8), "spanish": share(1.0, 0), "facts": share(0.99),
}  # fmt: skip


def garita(*arguments: str, lines: str = "", language: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "garita", *arguments], input=lines, capture_output=True, text=True, encoding="utf-8",
        timeout=60, check=False, env={**os.environ, "LC_ALL": language},
    )  # fmt: skip


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """The built-in officer under another name: it can really talk."""
    return Path(shutil.copy(shelf.built_in(), tmp_path / "tuned.gguf"))


def judged(model: Path, metrics: dict[MetricName, Metric], path: Path) -> str:
    made = report(metrics, path=str(model), sha256=officers.sha256_of(model))
    path.write_bytes(msgspec.json.encode(made))
    return str(path)


def test_a_good_one_is_promoted_speaks_and_can_be_gone_back_from(model: Path, tmp_path: Path) -> None:
    path = judged(model, GOOD, tmp_path / "report.json")
    looked = garita("train", "gate", path)
    assert looked.returncode == 0, looked.stderr
    assert "tuned.gguf passes the gate." in looked.stdout
    assert officers.versions() == []  # it was not asked for
    promoted = garita("train", "gate", path, "--promote")
    assert promoted.returncode == 0, promoted.stderr
    assert "tuned/v1 is now the active officer." in promoted.stderr
    model.unlink()
    talk = garita("chat", "--seed", "1", lines="Buenos días.\n")
    assert (talk.returncode, len(talk.stdout.splitlines())) == (0, 1), talk.stderr
    listed = garita("officers", "list")
    assert "tuned/v1" in listed.stdout
    assert "takes the reference's next step: 80.0 %" in listed.stdout
    assert "tuned-v1.gguf" in garita("models").stdout
    as_json = json.loads(garita("officers", "list", "--json").stdout)
    assert as_json["active"] == "tuned/v1"
    assert Path(as_json["file"]) == officers.versions()[0].file
    back = garita("officers", "rollback")
    assert (back.returncode, back.stdout) == (0, "")
    assert json.loads(garita("officers", "list", "--json").stdout)["file"] == str(shelf.built_in())
    assert garita("officers", "use", "tuned").returncode == 0
    assert "tuned/v1" in garita("officers", "list", language="es_ES.UTF-8").stdout


def test_a_promoted_file_that_is_gone_is_told_and_the_built_in_officer_speaks(model: Path, tmp_path: Path) -> None:
    assert garita("train", "gate", judged(model, GOOD, tmp_path / "r.json"), "--promote").returncode == 0
    officers.versions()[0].file.unlink()
    talk = garita("chat", "--seed", "1", lines="Buenos días.\n")
    assert (talk.returncode, len(talk.stdout.splitlines())) == (0, 1)
    assert "tuned-v1.gguf" in talk.stderr
    assert "the built-in one speaks" in talk.stderr
    assert "no such file" in garita("officers", "list").stdout


def test_who_stays_out_has_exit_code_1_and_bad_input_2(model: Path, tmp_path: Path) -> None:
    path = judged(model, {**GOOD, "facts": share(0.9)}, tmp_path / "report.json")
    refused = garita("train", "gate", path, "--promote", language="es_ES.UTF-8")
    assert refused.returncode == 1
    assert "✗ datos recogidos bien: 90,0 % (de 89,0 % a 91,0 %), menos de lo que se pide, 98,0 %." in refused.stdout
    for arguments in (["train", "gate", str(tmp_path / "none.json")], ["officers", "use", "nobody"]):
        bad = garita(*arguments)
        assert bad.returncode == 2
        assert len(bad.stderr.splitlines()) == 3, bad.stderr  # title, sentence, what to do
    assert officers.versions() == []
