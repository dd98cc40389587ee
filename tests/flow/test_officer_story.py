"""The story of an officer, top to bottom at tiny size: stopped on the way, gone on with, promoted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "models" / "recipes" / "officer.sh"
PATIENCE = 300  # seconds: what the whole chain may take


def begin(work: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "SIZE": "tiny", "WORK": str(work), "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [str(SCRIPT)], env=environment, cwd=work.parent, text=True, encoding="utf-8", start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def officers(work: Path) -> dict[str, object]:
    listed = subprocess.run(
        [sys.executable, "-m", "garita", "officers", "list", "--json"], capture_output=True, text=True, check=True,
        env={**os.environ, "GARITA_HOME": str(work / "home")},
    )  # fmt: skip
    return dict(json.loads(listed.stdout))


@pytest.mark.timeout(PATIENCE + 60)  # a pretraining, a fine-tune and three evaluations are in it
def test_the_whole_story_stopped_once_and_gone_on_with(tmp_path: Path) -> None:
    work = tmp_path / "work"
    with begin(work) as stopped:
        deadline = time.monotonic() + 60
        while not (work / "base" / "model" / "tokenizer.json").exists():
            assert stopped.poll() is None, stopped.communicate()[0]
            assert time.monotonic() < deadline
            time.sleep(0.05)
        os.killpg(stopped.pid, signal.SIGINT)
        stopped.communicate(timeout=60)
    assert stopped.returncode == 130
    simulated = (work / "conversations.jsonl").stat().st_mtime_ns
    with begin(work) as whole:
        told = whole.communicate(timeout=PATIENCE)[0]
    assert whole.returncode == 0, told
    assert (work / "conversations.jsonl").stat().st_mtime_ns == simulated  # what was done is not done again
    assert "officer.gguf passes the gate." in told
    listed = officers(work)
    assert listed["active"] == "officer/v1"
    report = json.loads((work / "report" / "report.json").read_bytes())
    assert report["against"]["model"]["path"].endswith("base.gguf")
    assert json.loads((work / "check.json").read_bytes())["share_kept"] > 0.9
    before = sorted((path, path.stat().st_mtime_ns) for path in work.rglob("*") if path.is_file())
    with begin(work) as again:
        again.communicate(timeout=60)
    assert again.returncode == 0
    assert sorted((path, path.stat().st_mtime_ns) for path in work.rglob("*") if path.is_file()) == before


def test_a_size_there_is_none_of_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(SCRIPT)], env={**os.environ, "SIZE": "huge", "WORK": str(tmp_path / "w")}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
