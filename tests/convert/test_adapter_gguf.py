"""llama.cpp's own adapters are read by the rules of its run-time loader."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np
import pytest

from garita.convert.adapter import read_adapter
from garita.convert.adapter_changes import LowRank, Replacement, StackedLowRank
from garita.convert.gguf_fields import ValueType, numbers, text
from garita.convert.gguf_write import GgufWriter, PlannedTensor
from garita.errors import AdapterRefused, GgufInvalid
from tests.convert.gguf_files import adapter_fields, write
from tests.convert.peft_folders import values

Q = "blk.0.attn_q.weight"
PAIR = {f"{Q}.lora_a": values(2, 6), f"{Q}.lora_b": values(8, 2)}


@pytest.mark.parametrize(("alpha", "scale"), [(6.0, 3.0), (0.0, 1.0)])
def test_alpha_is_divided_by_the_rank_unless_it_is_zero(tmp_path: Path, alpha: float, scale: float) -> None:
    path = write(tmp_path / "a.gguf", PAIR, adapter_fields(alpha))
    (change,) = read_adapter(path).changes
    assert isinstance(change, LowRank)
    assert (change.target, change.scale) == (Q, scale)
    assert np.array_equal(change.a.whole(), PAIR[f"{Q}.lora_a"])
    assert np.array_equal(change.b.rows(3, 7), PAIR[f"{Q}.lora_b"][3:7])
    (negative,) = read_adapter(path, -2.0).changes
    assert isinstance(negative, LowRank)
    assert negative.scale == -2 * scale
    without = {key: field for key, field in adapter_fields().items() if key != "adapter.lora.alpha"}
    (change,) = read_adapter(write(tmp_path / "b.gguf", PAIR, without)).changes
    assert isinstance(change, LowRank)
    assert change.scale == 1.0


def test_what_the_adapter_is(tmp_path: Path) -> None:
    fields = adapter_fields(4.0) | {"general.base_model.0.name": text("Una base")}
    adapter = read_adapter(write(tmp_path / "a.gguf", PAIR, fields))
    assert (adapter.kind, adapter.space, adapter.rank, adapter.alpha) == ("LoRA", "tensor", 2, 4.0)
    assert (adapter.base, adapter.architecture) == ("Una base", "llama")
    assert len(adapter.sha256) == 64


def test_an_embeddings_factors_lie_the_other_way_round(tmp_path: Path) -> None:
    a, b = values(11, 2), values(6, 2)
    path = write(tmp_path / "a.gguf", {"token_embd.weight.lora_a": a, "token_embd.weight.lora_b": b}, adapter_fields())
    (change,) = read_adapter(path).changes
    assert isinstance(change, LowRank)
    assert change.is_embedding
    assert np.allclose(change.b.whole() @ change.a.whole(), a @ b.T)
    assert np.array_equal(change.a.rows(0, 1), b.T[:1])


def test_stacks_norms_and_biases(tmp_path: Path) -> None:
    a, b = values(3, 2, 6), values(3, 8, 2)
    tensors = {
        "blk.0.ffn_up_exps.weight.lora_a": a,
        "blk.0.ffn_up_exps.weight.lora_b": b,
        "blk.0.attn_norm.weight": values(6),
        "blk.0.attn_q.bias": values(5),
    }
    adapter = read_adapter(write(tmp_path / "a.gguf", tensors, adapter_fields()))
    (stack,) = [one for one in adapter.changes if isinstance(one, StackedLowRank)]
    for expert, (ours_a, ours_b) in enumerate(stack.factors):
        assert np.array_equal(ours_a.whole(), a[expert])
        assert np.array_equal(ours_b.rows(2, 5), b[expert][2:5])
    found = {one.target: one for one in adapter.changes if isinstance(one, Replacement)}
    assert found["blk.0.attn_q.bias"].parameter == "bias"
    assert np.array_equal(found["blk.0.attn_norm.weight"].values.rows(2, 6), values(6)[2:6])
    with pytest.raises(AdapterRefused, match="replaces the base"):
        read_adapter(tmp_path / "a.gguf", 0.5)


@pytest.mark.parametrize("kind", ["F16", "BF16", "Q8_0", "Q4_0"])
def test_quantised_adapters_are_decoded(tmp_path: Path, kind: str) -> None:
    stored = gguf.GGMLQuantizationType[kind]
    tensors = {f"{Q}.lora_a": values(32, 64), f"{Q}.lora_b": values(8, 32)}
    plan = [PlannedTensor(name, one.shape, stored) for name, one in tensors.items()]
    encoded = {name: gguf.quantize(one, stored) for name, one in tensors.items()}
    with GgufWriter(tmp_path / "a.gguf", adapter_fields(), plan) as writer:
        for name, one in encoded.items():
            writer.write(name, one.tobytes())
    (change,) = read_adapter(tmp_path / "a.gguf").changes
    assert isinstance(change, LowRank)
    assert np.array_equal(change.a.whole(), gguf.dequantize(encoded[f"{Q}.lora_a"], stored))
    assert np.array_equal(change.b.rows(5, 8), gguf.dequantize(encoded[f"{Q}.lora_b"], stored)[5:8])


A, B = f"{Q}.lora_a", f"{Q}.lora_b"
REFUSED = {
    "a model": (PAIR, {"general.type": text("model")}, "is a model, not an adapter"),
    "of another type": (PAIR, {"general.type": text("mmproj")}, "no LoRA adapter"),
    "a control vector": (PAIR, {"adapter.type": text("control_vector")}, "no LoRA adapter"),
    "aLoRA": (PAIR, {"adapter.alora.invocation_tokens": numbers(ValueType.UINT32, [1])}, "aLoRA"),
    "an alpha in words": (PAIR, {"adapter.lora.alpha": text("8")}, "adapter.lora.alpha is 8"),
    "nothing": ({}, {}, "no tensor in it"),
    "half a pair": ({A: PAIR[A]}, {}, "lora_b is missing"),
    "the other half": ({B: PAIR[B]}, {}, "lora_a is missing"),
    "other ranks": ({A: values(2, 6), B: values(8, 3)}, {}, r"lora_a is \(2, 6\) and blk"),
    "flat factors": ({A: values(2), B: values(8)}, {}, r"lora_a is \(2,\)"),
    "a stack and a matrix": ({A: values(3, 2, 6), B: values(8, 2)}, {}, "lora_b is"),
    "stacks of other sizes": ({A: values(3, 2, 6), B: values(2, 8, 2)}, {}, "lora_b is"),
    "an embedding of other ranks": (
        {"token_embd.weight.lora_a": values(11, 2), "token_embd.weight.lora_b": values(6, 3)},
        {},
        "lora_b is",
    ),
    "something else": (PAIR | {"blk.0.attn_q.scale": values(3)}, {}, "attn_q.scale has no place"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_has_no_place_is_refused_by_name(tmp_path: Path, name: str) -> None:
    tensors, fields, words = REFUSED[name]
    path = write(tmp_path / "a.gguf", tensors, adapter_fields(4.0) | fields)
    with pytest.raises(AdapterRefused, match=words):
        read_adapter(path)


def test_truncated_and_foreign_files_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.gguf", PAIR, adapter_fields())
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(GgufInvalid, match="of at least"):
        read_adapter(path)
    path.write_bytes(b"")
    with pytest.raises(GgufInvalid, match="is empty"):
        read_adapter(path)
    with pytest.raises(GgufInvalid, match="No such file"):
        read_adapter(tmp_path / "none")


def test_values_that_are_not_finite_are_refused(tmp_path: Path) -> None:
    broken = values(8, 2)
    broken[3, 0] = np.nan
    (change,) = read_adapter(write(tmp_path / "a.gguf", {A: values(2, 6), B: broken}, adapter_fields())).changes
    assert isinstance(change, LowRank)
    with pytest.raises(AdapterRefused, match="lora_b holds NaN"):
        change.b.whole()


def test_integers_are_no_weights(tmp_path: Path) -> None:
    kinds = gguf.GGMLQuantizationType
    plan = [PlannedTensor(A, (2, 6), kinds.I32), PlannedTensor(B, (8, 2), kinds.F32)]
    with GgufWriter(tmp_path / "a.gguf", adapter_fields(), plan) as writer:
        for one in plan:
            writer.write(one.name, bytes(one.nbytes))
    with pytest.raises(AdapterRefused, match="tensors of type I32"):
        read_adapter(tmp_path / "a.gguf")
