"""What garita convert inspect shows, and what it says where it can show nothing."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rich.console import Console

from garita import cli
from garita.convert.gguf_fields import ValueType, number, text, texts
from garita.errors import AdapterRefused, ConversionRefused, GgufInvalid
from garita.terminal.convert_inspect import show
from tests.convert.gguf_files import adapter_fields, write
from tests.convert.peft_folders import Q, folder, low_rank, values

MODEL = {
    "general.architecture": text("martian"),
    "general.name": text("Modelo \x1b[31mrojo"),
    "tokenizer.ggml.tokens": texts([f"t{number}" for number in range(500)]),
    "tokenizer.chat_template": text("{{ uno }}\n{{ dos }}"),
    "odd.number": number(ValueType.FLOAT32, float("nan")),
}


def _shown(path: Path, language: Any = "en") -> str:
    out = StringIO()
    show(path, Console(file=out, width=200), language, as_json=False)
    return out.getvalue()


def _json(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    show(path, Console(), "en", as_json=True)
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_a_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "m.gguf", {"token_embd.weight": np.ones((500, 8)), "output_norm.weight": np.ones(8)}, MODEL)
    seen = _shown(path)
    assert "2 × F32" in seen
    assert "token_embd.weight  F32  500 × 8" in seen
    assert "… (500 STRING)" in seen
    assert "t499" not in seen
    assert "{{ dos }}" in seen
    assert "\x1b" not in seen
    assert "martian" in seen
    report = _json(path, capsys)
    assert (report["architecture"], report["parameters"], report["can_be_merged"]) == ("martian", 4008, False)
    assert "martian" in report["problem"]
    assert report["metadata"]["odd.number"] == "NaN"
    assert report["chat_template"] == "{{ uno }}\n{{ dos }}"
    assert report["tensors"][0] == {"name": "token_embd.weight", "shape": [500, 8], "kind": "F32"}


def test_a_supported_model(tmp_path: Path) -> None:
    path = write(tmp_path / "m.gguf", {"token_embd.weight": np.ones((500, 8))}, {"general.architecture": text("llama")})
    assert "adapters can be merged into it" in _shown(path)
    assert "admite que se le fundan adaptadores" in _shown(path, "es")


def test_adapters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = folder(tmp_path / "a", low_rank() | {"model.norm.weight": values(6)}, {"use_rslora": True})
    seen = _shown(place)
    for words in ("rsLoRA (PEFT 0.21.2)", "1 × low rank, 1 × replacement", f"{Q}  low rank  r=2", "it can be merged"):
        assert words in seen
    report = _json(place, capsys)
    assert (report["rank"], report["alpha"], report["parameters"], report["can_be_merged"]) == (2, 4.0, 34, True)
    file = write(
        tmp_path / "a.gguf", {"x.weight.lora_a": values(2, 6), "x.weight.lora_b": values(8, 2)}, adapter_fields(4.0)
    )
    assert "x.weight  low rank  r=2  × 2" in _shown(file)


def test_adapters_that_cannot_be_merged_are_shown_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = _json(folder(tmp_path / "a", low_rank(), {"init_lora_weights": "pissa"}), capsys)
    assert (report["can_be_merged"], report["parameters"]) == (False, 28)
    assert "pissa" in report["problem"]
    assert report["config"]["lora_alpha"] == 4
    file = write(tmp_path / "a.gguf", {"x": values(3)}, adapter_fields())
    assert "x has no place" in _json(file, capsys)["problem"]


def test_what_is_neither_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.gguf").write_bytes(b"no")
    with pytest.raises(GgufInvalid, match="is no GGUF"):
        _shown(tmp_path / "x.gguf")
    with pytest.raises(ConversionRefused, match=r"adapter_config.json") as caught:
        _shown(tmp_path)
    assert not isinstance(caught.value, AdapterRefused)  # whose advice is to inspect it


def test_a_pickle_is_told_from_a_folder_without_weights(tmp_path: Path) -> None:
    place = folder(tmp_path / "a", low_rank())
    (place / "adapter_model.safetensors").rename(place / "adapter_model.bin")
    with pytest.raises(ConversionRefused, match="a pickle may run any program"):
        _shown(place)


def test_a_long_text_is_cut_for_people_and_whole_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "palabra " * 500
    path = write(tmp_path / "m.gguf", {"w": np.ones((2, 8))}, MODEL | {"garita.words": text(long)})
    assert f"{long[:160]}… (4000 letters)\n" in _shown(path)
    assert "… (4000 letras)" in _shown(path, "es")
    assert _json(path, capsys)["metadata"]["garita.words"] == long


def test_kinds_of_change_in_spanish(tmp_path: Path) -> None:
    place = folder(tmp_path / "a", low_rank() | {"model.norm.weight": values(6)})
    assert "1 × rango bajo, 1 × sustitución" in _shown(place, "es")
    assert f"{Q}  rango bajo  r=2  × 2\nmodel.norm  sustitución\n" in _shown(place, "es")


def test_the_command_says_it_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["garita", "convert", "inspect", str(tmp_path / "none.gguf")])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "No such file" in said
    assert "Traceback" not in said
