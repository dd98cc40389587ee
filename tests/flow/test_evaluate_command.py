"""An officer is judged by the command: figures in JSON, conversations to read, the same ones for the same seed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from garita.library import shelf

BUILT_IN = str(shelf.built_in())
BY_HAND = Path(__file__).parents[1] / "by_hand"
GARITA = [sys.executable, "-m", "garita", "evaluate", "officer"]
SMALL = ["--held", "1", "--booth", "1", "--talks", "1", "--heard", "4", "--corpus", "6", "--seed", "3"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*GARITA, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=200, check=False
    )


def test_the_report_counts_and_can_be_made_again(tmp_path: Path) -> None:
    first = run(*SMALL, "--against", BUILT_IN, "--json", "--out", str(tmp_path / "one"))
    assert first.returncode == 0, first.stderr
    report = json.loads(first.stdout)
    assert report["officer"]["conversations"] == 1
    assert report["officer"]["spanish"] == {
        "hits": report["officer"]["sentences"], "count": report["officer"]["sentences"]
    }  # fmt: skip
    assert report["understanding"]["utterances"] > 20
    assert report["variety"]["conversations"] == 6
    assert report["speed"]["turn_mean"] > 0
    assert report["by_hand"] is None
    assert report["model"]["size"] == Path(BUILT_IN).stat().st_size
    assert report["against"]["model"] == report["model"]
    assert report["metrics"]["four_choice"]["value"] > 0.7
    # the same file on the same conversations: the words are the same to the last one
    assert {name: one["value"] for name, one in report["against"]["differences"].items() if one["value"]}.keys() <= {
        "tokens_per_second"
    }
    assert report["metrics"]["memory_bytes"]["value"] > 10_000_000
    assert json.loads((tmp_path / "one" / "report.json").read_text(encoding="utf-8")) == report
    assert (tmp_path / "one" / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    again = run(*SMALL, "--json", "--out", str(tmp_path / "two"))
    assert again.returncode == 0
    for file in ("simulated.md", "tempted.md"):
        texts = [(tmp_path / name / file).read_text(encoding="utf-8") for name in ("one", "two")]
        assert texts[0] == texts[1]
        assert "O: " in texts[0]


def test_sets_that_are_missing_or_damaged_are_named(tmp_path: Path) -> None:
    missing = run(*SMALL, "--by-hand", str(tmp_path))
    assert (missing.returncode, missing.stdout) == (2, "")
    assert str(tmp_path) in missing.stderr
    (tmp_path / "conversations.toml").write_text("[[conversation]]\nid = 3\n")
    (tmp_path / "verdict_cases.toml").write_text("case = []\n")
    damaged = run(*SMALL, "--by-hand", str(tmp_path))
    assert damaged.returncode == 2
    assert "Traceback" not in damaged.stderr


def test_an_output_that_cannot_be_written_is_refused_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused = run("--out", str(tmp_path / "file"))
    assert (refused.returncode, refused.stdout) == (2, "")
