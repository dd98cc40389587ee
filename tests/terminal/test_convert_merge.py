"""garita convert merge on the command line: plan, result, JSON, and one sentence where it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from garita import cli
from garita.convert.gguf_read import open_gguf
from garita.convert.random_base import TINY, random_adapter, random_base


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return random_base(tmp_path / "base.gguf", TINY, "Q4_K")


@pytest.fixture
def adapter(tmp_path: Path) -> Path:
    return random_adapter(tmp_path / "lora.gguf", TINY, strength=0.0025)


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr("sys.argv", ["garita", "convert", "merge", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_the_plan_is_shown_and_the_path_printed(
    model: Path, adapter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.gguf"
    arguments = ("--base", model, "--adapter", f"{adapter}:2", "--adapter", f"{adapter}:-1", "--out", out)
    assert _run(monkeypatch, *arguments, "--dry-run") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "14 tensors merged: 14 Q4_K → Q" in said.err
    assert "7 copied byte for byte: 5 F32, 2 Q4_K" in said.err
    assert "14 tensors are written larger than asked for" in said.err
    assert not out.exists()
    assert _run(monkeypatch, *arguments, "--threads", 2) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert open_gguf(out).value("garita.convert.adapter.count") == 2
    assert sorted(path.name for path in tmp_path.glob("out*")) == ["out.gguf"]


def test_json_holds_the_whole_plan(
    model: Path, adapter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("--base", model, "--adapter", adapter, "--out", tmp_path / "out.gguf", "--type", "Q8_0", "--json")
    assert _run(monkeypatch, *arguments, "--dry-run") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["written"] is False
    assert told["type"] == "Q8_0"
    by_name = {one["name"]: one for one in told["tensors"]}
    merged = by_name["blk.1.ffn_down.weight"]
    assert merged["action"] == "merged"
    assert merged["base_type"] == "Q4_K"
    assert merged["type"] == "Q8_0"
    assert merged["adapters"] == [str(adapter)]
    assert 0.9 < merged["gain"] < 1.1
    assert by_name["blk.1.ffn_norm.weight"]["action"] == "copied"
    assert told["bytes"] > 0


REFUSED = {
    "unknown type": (["--type", "Q9_Z"], "Q4_K_M"),
    "no such adapter": (["--adapter", "nowhere"], "nowhere"),
    "a weight of nothing": (["--adapter", "LORA:0"], "weight of 0"),
    "no folder": (["--out", "nowhere/out.gguf"], "nowhere"),
    "input is output": (["--out", "BASE"], "same file"),
    "too coarse": (["--on-low-gain", "refuse"], "survives"),
    "importance that is none": (["--imatrix", "BASE"], "importance"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_one_sentence_and_exit_code_2(
    name: str, model: Path, adapter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    more, words = REFUSED[name]
    named = {"BASE": str(model), "LORA:0": f"{adapter}:0", "nowhere/out.gguf": str(tmp_path / "nowhere" / "out.gguf")}
    arguments = {"--base": str(model), "--adapter": str(adapter), "--out": str(tmp_path / "out.gguf")}
    arguments |= {more[0]: named.get(more[1], more[1])}
    before = model.read_bytes()
    assert _run(monkeypatch, *(part for pair in arguments.items() for part in pair)) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert not list(tmp_path.glob("out.gguf*"))
    assert model.read_bytes() == before


def test_the_plan_in_spanish(
    model: Path, adapter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    arguments = ("--base", model, "--adapter", adapter, "--out", tmp_path / "out.gguf", "--on-low-gain", "accept")
    assert _run(monkeypatch, *arguments, "--dry-run") == 0
    said = capsys.readouterr().err
    assert "14 tensores fundidos: 14 Q4_K" in said
    assert "pierden casi todo su cambio" in said
