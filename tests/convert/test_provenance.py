"""A converted file keeps what it was told and says what it was made of."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

from garita import __version__
from garita.convert.adapter import read_adapter
from garita.convert.gguf_fields import Field, ValueType, number, text, texts
from garita.convert.gguf_read import GgufFile, open_gguf
from garita.convert.gguf_write import PlannedTensor
from garita.convert.provenance import fields_of_result, read_provenance
from tests.convert.gguf_files import write
from tests.convert.peft_folders import folder, low_rank

HEAD = {
    "general.architecture": text("llama"),
    "general.name": text("Base"),
    "general.author": text("Alguien"),
    "general.size_label": text("1B"),
    "general.file_type": number(ValueType.UINT32, 1),
    "general.base_model.count": number(ValueType.UINT32, 2),
    "general.base_model.1.name": text("Abuela"),
    "tokenizer.chat_template": text("{% for m in messages %}{{ m }}{% endfor %}"),
    "tokenizer.ggml.tokens": texts(["a", "", "ñ"]),
    "own.unknown": Field(ValueType.STRING, (2).to_bytes(8, "little") + b"\xff\xfe"),
}


def _base(folder: Path, fields: dict[str, Field] | None = None) -> GgufFile:
    return open_gguf(write(folder / "base.gguf", {"w": np.ones((2, 32))}, fields or HEAD))


def _plan(base: GgufFile, kind: str = "F32") -> list[PlannedTensor]:
    stored = gguf.GGMLQuantizationType[kind]
    return [PlannedTensor(one.name, one.shape, stored) for one in base.tensors.values()]


def test_keys_are_copied_as_they_are(tmp_path: Path) -> None:
    base = _base(tmp_path)
    assert fields_of_result(base, (), _plan(base), None) == HEAD


def test_types_are_updated(tmp_path: Path) -> None:
    base = _base(tmp_path)
    fields = fields_of_result(base, (), _plan(base, "Q8_0"), 7)
    assert fields["general.file_type"].value == 7
    assert fields["general.quantization_version"].value == gguf.GGML_QUANT_VERSION
    assert fields["general.size_label"].value == "1B"


def test_the_size_is_told_anew_when_it_changes(tmp_path: Path) -> None:
    base = _base(tmp_path)
    more = [*_plan(base), PlannedTensor("output.weight", (50_000, 32_000), gguf.GGMLQuantizationType.F32)]
    assert fields_of_result(base, (), more, None)["general.size_label"].value == "1.6B"
    mixture = _base(tmp_path, HEAD | {"general.size_label": text("8x7B")})
    assert fields_of_result(mixture, (), more, None)["general.size_label"].value == "8x7B"


def test_adapters_are_recorded_and_read_back(tmp_path: Path) -> None:
    adapter = read_adapter(folder(tmp_path / "fina", low_rank(), {"use_rslora": True}), -0.5)
    base = _base(tmp_path)
    fields = fields_of_result(base, [adapter], _plan(base), None)
    assert fields["general.name"].value == "Base + fina"
    assert fields["general.base_model.count"].value == 1
    assert fields["general.base_model.0.author"].value == "Alguien"
    assert "general.base_model.1.name" not in fields
    for key in ("tokenizer.chat_template", "tokenizer.ggml.tokens", "own.unknown"):
        assert fields[key] == HEAD[key]
    found = read_provenance(open_gguf(write(tmp_path / "m.gguf", {"w": np.ones((2, 32))}, fields)))
    assert found is not None
    assert (found.version, found.base, found.base_file) == (__version__, "Base", "base.gguf")
    (one,) = found.adapters
    assert (one.name, one.kind, one.weight, one.rank, one.alpha) == ("fina", "rsLoRA", -0.5, 2, 4.0)
    assert (one.sha256, one.version) == (adapter.sha256, "0.21.2")


def test_earlier_adapters_are_not_forgotten(tmp_path: Path) -> None:
    adapters = [read_adapter(folder(tmp_path / name, low_rank())) for name in ("first", "second", "third")]
    base = _base(tmp_path)
    fields = fields_of_result(base, adapters[:1], _plan(base), None)
    again = open_gguf(write(tmp_path / "m.gguf", {"w": np.ones((2, 32))}, fields))
    fields = fields_of_result(again, adapters[1:], _plan(again), None)
    found = read_provenance(open_gguf(write(tmp_path / "n.gguf", {"w": np.ones((2, 32))}, fields)))
    assert found is not None
    assert [one.name for one in found.adapters] == ["first", "second", "third"]
    assert (found.base, found.base_file) == ("Base + first", "m.gguf")


def test_files_that_say_nothing_or_nonsense(tmp_path: Path) -> None:
    assert read_provenance(_base(tmp_path)) is None
    odd = {
        "garita.convert.version": text("9"),
        "garita.convert.adapter.count": number(ValueType.UINT32, 2**32 - 1),
        "garita.convert.adapter.0.weight": number(ValueType.FLOAT64, float("nan")),
        "garita.convert.adapter.0.rank": text("many"),
    }
    found = read_provenance(_base(tmp_path, odd))
    assert found is not None
    assert len(found.adapters) == 1000
    assert found.adapters[0].rank == 0
