"""garita convert merge on the command line: plan, result, JSON, and one sentence where it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from garita import cli
from garita.convert import types
from garita.convert.gguf_fields import text
from garita.convert.gguf_read import open_gguf
from garita.convert.random_base import TINY, random_adapter, random_base
from tests.convert.gguf_files import adapter_fields, write
from tests.convert.peft_folders import folder, values


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
    assert "Look twice: lora.gguf is given twice, and both weights count" in said.err
    assert "14 tensors merged: 14 Q4_K → Q" in said.err
    assert "7 tensors copied byte for byte: 5 F32, 2 Q4_K" in said.err
    assert "14 tensors in a larger type than asked for" in said.err
    assert not out.exists()
    assert _run(monkeypatch, *arguments, "--threads", 2) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert open_gguf(out).value("garita.convert.adapter.count") == 2
    assert sorted(path.name for path in tmp_path.glob("out*")) == ["out.gguf"]


@pytest.mark.parametrize(("name", "called"), [("", "random + lora"), ("Oficial Peña", "Oficial Peña")])
def test_the_result_is_called_after_its_parts_or_as_one_likes(
    name: str, called: str, model: Path, adapter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.gguf"
    assert _run(monkeypatch, "--base", model, "--adapter", adapter, "--out", out, "--name", name) == 0
    assert open_gguf(out).value("general.name") == called
    assert open_gguf(out).value("general.base_model.0.name") == "random"


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
    "a weight in words": (["--adapter", "LORA:half"], "its weight 'half' is no number"),
    "a decimal comma": (["--adapter", "LORA:0,5"], "its weight '0,5' is no number such as 0.5"),
    "a weight without a number": (["--adapter", "LORA:"], "its weight '' is no number"),
    "a place on another system": (["--adapter", r"C:\lora:0.5"], r"C:\lora: No such file"),
    "a name too long": (["--adapter", "a" * 300], "File name too long"),
    "an output name too long": (["--out", "a" * 300], "File name too long"),
    "the current folder as output": (["--out", "."], "Is a directory"),
    "a model as adapter": (["--adapter", "BASE"], "is a model, not an adapter"),
    "an adapter as model": (["--base", "LORA"], "is an adapter, not a model"),
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
    named = {"BASE": str(model), "nowhere/out.gguf": str(tmp_path / "nowhere" / "out.gguf")}
    arguments = {"--base": str(model), "--adapter": str(adapter), "--out": str(tmp_path / "out.gguf")}
    arguments |= {more[0]: named.get(more[1], more[1]).replace("LORA", str(adapter))}
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
    assert "lora.gguf × 1: LoRA, rango 16" in said
    assert "14 tensores con cambios fundidos: 14 Q4_K" in said
    assert "14 tensores con casi todo el cambio perdido" in said
    assert "menos de un segundo" in said


def test_one_tensor_is_one_tensor(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    factors = {"blk.0.attn_q.weight.lora_a": values(2, 256), "blk.0.attn_q.weight.lora_b": values(256, 2)}
    adapter = write(tmp_path / "small.gguf", factors, adapter_fields(4.0))
    assert _run(monkeypatch, "--base", model, "--adapter", adapter, "--out", tmp_path / "out.gguf", "--dry-run") == 0
    assert "1 tensor merged: 1 Q4_K" in capsys.readouterr().err


def test_types_may_be_written_small(
    model: Path, adapter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.gguf"
    assert _run(monkeypatch, "--base", model, "--adapter", adapter, "--out", out, "--type", "q4_k_m") == 0
    assert open_gguf(out).value("general.file_type") == types.FILE_TYPES["Q4_K_M"]
    assert _run(monkeypatch, "--base", model, "--adapter", adapter, "--out", out, "--type", "KEEP", "--dry-run") == 0


def test_a_change_too_large_for_the_type_is_no_infinity(
    tmp_path: Path, adapter: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    base = random_base(tmp_path / "f16.gguf", TINY, "F16")
    arguments = ("--base", base, "--adapter", f"{adapter}:1e30", "--out", tmp_path / "out.gguf")
    assert _run(monkeypatch, *arguments, "--dry-run", "--json", "--on-low-gain", "accept") == 0
    told = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert {one["gain"] for one in told["tensors"]} == {None}
    assert _run(monkeypatch, *arguments, "--on-low-gain", "accept") == 2
    said = capsys.readouterr().err
    assert "14 tensors with most of the change lost" in said
    assert "beyond F16" in said
    assert _run(monkeypatch, *arguments) == 0
    assert "14 F16 → F32" in capsys.readouterr().err


def test_warnings_are_spanish_too(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "es_ES.UTF-8")
    factors = {"blk.0.attn_q.weight.lora_a": values(2, 256), "blk.0.attn_q.weight.lora_b": values(256, 2)}
    named = {"general.base_model.0.name": text("Otra\x1b[31m")}
    adapter = write(tmp_path / "lora.gguf", factors, adapter_fields(4.0) | named)
    assert _run(monkeypatch, "--base", model, "--adapter", adapter, "--out", tmp_path / "out.gguf", "--dry-run") == 0
    assert r"Mire dos veces: lora.gguf se hizo para Otra\x1b[31m y la base es base.gguf" in capsys.readouterr().err


def test_dora_is_merged_alone_on_its_matrix(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = {"lora_A.weight": values(2, TINY.feed_forward), "lora_B.weight": values(TINY.width, 2)}
    tensors = {f"model.layers.0.mlp.down_proj.{name}": one for name, one in pair.items()}
    plain = folder(tmp_path / "plain", tensors)
    length = {"model.layers.0.mlp.down_proj.lora_magnitude_vector": abs(values(TINY.width)) + 1}
    dora = folder(tmp_path / "dora", tensors | length, {"use_dora": True})
    common = ("--base", model, "--out", tmp_path / "out.gguf", "--dry-run", "--adapter", dora)
    assert _run(monkeypatch, *common) == 0
    capsys.readouterr()
    assert _run(monkeypatch, *common, "--adapter", plain) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "down_proj is also changed by" in said
    assert "DoRA must be alone" in said
