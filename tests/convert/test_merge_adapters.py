"""Adapters in other forms than PEFT's of today, and several at once, merged into small models."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np
import peft
import pytest
import torch

from garita.convert.adapter import read_adapter
from garita.convert.adapter_write import write_adapter
from garita.convert.gguf_read import open_gguf
from garita.convert.layout import Layout
from garita.errors import AdapterRefused
from tests.convert import bases, llama, merging, peft_models
from tests.convert.bases import EXPERT_WIDE, EXPERTS, KINDS, WIDE, WIDTH
from tests.convert.peft_models import LLAMA, PLAIN

pytestmark = peft_models.QUIET

OTHER = {"r": 2, "lora_alpha": 3, "target_modules": ["q_proj", "o_proj"], "use_rslora": True}


def _tensors(path: Path) -> dict[str, np.ndarray]:
    return {one.name: one.data.copy() for one in gguf.GGUFReader(path).tensors}


def test_several_adapters_with_weights_add_up_as_they_do_at_run_time(base: Path, tmp_path: Path) -> None:
    first = peft_models.adapted(LLAMA, False, PLAIN)
    first.save_pretrained(tmp_path / "first")
    peft_models.adapted(LLAMA, False, OTHER, seed=5).save_pretrained(tmp_path / "second")
    first.load_adapter(str(tmp_path / "second"), "second")
    first.base_model.set_adapter(["default", "second"])
    for module in first.modules():
        if isinstance(module, peft.tuners.lora.LoraLayer) and "second" in module.scaling:
            module.scaling["second"] *= -0.5
    expected = bases.logits_of(first)

    adapters = [read_adapter(tmp_path / "first"), read_adapter(tmp_path / "second", -0.5)]
    out = merging.write(base, adapters, tmp_path / "merged.gguf")
    (found,) = llama.logits([out], bases.PROMPT, tmp_path)
    assert merging.distance(found, expected) < 1e-5


def test_an_adapter_in_llama_cpps_format_gives_the_same_file(base: Path, tmp_path: Path) -> None:
    peft_models.trained(LLAMA, False, PLAIN, tmp_path / "peft")
    write_adapter(read_adapter(tmp_path / "peft"), Layout(open_gguf(base)), tmp_path / "lora.gguf")
    one = _tensors(merging.merged(base, [tmp_path / "peft"], tmp_path / "one.gguf"))
    other = _tensors(merging.merged(base, [tmp_path / "lora.gguf"], tmp_path / "other.gguf"))
    for name, values in one.items():
        assert np.abs(values - other[name]).max() <= 1e-6 * np.abs(values).max(), name


@pytest.mark.parametrize("name", ["mixtral", "qwen3moe"])
def test_experts_that_are_modules_of_their_own(name: str, tmp_path: Path) -> None:
    """As transformers before version 5 had them; an expert without an adapter stays as it is."""
    kind = KINDS[name]
    model = kind.make(False)
    base = bases.export(kind, model, tmp_path / "base.gguf")
    peft_models.trained(kind, False, {"r": 2, "target_modules": ["q_proj"]}, tmp_path / "adapter")
    stem = "block_sparse_moe" if name == "mixtral" else "mlp"
    gate, up, down = ("w1", "w3", "w2") if name == "mixtral" else ("gate_proj", "up_proj", "down_proj")
    wide = model.state_dict()["model.layers.1.mlp.experts.down_proj"].shape[-1]
    rng, tensors, expected = np.random.default_rng(3), {}, {}
    for expert in (0, 2):
        for part, (rows, columns) in {gate: (wide, WIDTH), up: (wide, WIDTH), down: (WIDTH, wide)}.items():
            a, b = (rng.standard_normal(shape).astype(np.float32) for shape in ((2, columns), (rows, 2)))
            module = f"model.layers.1.{stem}.experts.{expert}.{part}"
            tensors |= {f"{module}.lora_A.weight": a, f"{module}.lora_B.weight": b}
            expected[expert, part] = 8 / 2 * b @ a
    merging.change_weights(tmp_path / "adapter", {"layers.1.self_attn.q_proj.lora_A.weight": None, **tensors,
                           "layers.1.self_attn.q_proj.lora_B.weight": None})  # fmt: skip
    merging.change_config(tmp_path / "adapter", target_modules=["q_proj", gate, up, down])

    before, after = _tensors(base), _tensors(merging.merged(base, [tmp_path / "adapter"], tmp_path / "out.gguf"))
    for part, tensor in {gate: "ffn_gate_exps", up: "ffn_up_exps", down: "ffn_down_exps"}.items():
        change = after[f"blk.1.{tensor}.weight"] - before[f"blk.1.{tensor}.weight"]
        for expert in range(EXPERTS):
            assert np.allclose(change[expert], expected.get((expert, part), 0.0), atol=1e-4), (part, expert)
    assert np.array_equal(after["blk.0.ffn_up_exps.weight"], before["blk.0.ffn_up_exps.weight"])


def _stacked_adapter(tmp_path: Path, version: str, shapes: tuple[tuple[int, int], tuple[int, int]]) -> Path:
    """An adapter of the experts' down_proj of layer 0, with matrices of these shapes."""
    folder = tmp_path / "adapter"
    kind = KINDS["mixtral"]
    peft_models.trained(kind, False, {"r": 2, "target_modules": [], "target_parameters": [kind.experts[1]]}, folder)
    rng = np.random.default_rng(4)
    a, b = (rng.standard_normal(shape).astype(np.float32) for shape in shapes)
    merging.change_weights(folder, {"lora_A.weight": None, "lora_B.weight": None})
    merging.change_weights(
        folder, {"model.layers.0.mlp.experts.lora_A.weight": a, "model.layers.0.mlp.experts.lora_B.weight": b}
    )
    merging.change_config(folder, peft_version=version)
    return folder


@pytest.mark.parametrize("version", ["0.18.0", ""])
def test_stacks_of_older_peft_are_the_other_way_round(version: str, tmp_path: Path) -> None:
    kind = KINDS["mixtral"]
    base = bases.export(kind, kind.make(False), tmp_path / "base.gguf")
    adapter = _stacked_adapter(tmp_path, version, ((EXPERTS * 2, WIDTH), (WIDE, EXPERTS * 2)))
    tensors = merging.weights(adapter)
    a = next(values for name, values in tensors.items() if name.endswith("lora_A.weight")).reshape(EXPERTS, 2, WIDTH)
    b = next(values for name, values in tensors.items() if name.endswith("lora_B.weight")).reshape(WIDE, 2, EXPERTS)
    expected = np.einsum("ore,eri->eio", b, a) * 8 / 2
    out = merging.merged(base, [adapter], tmp_path / "out.gguf")
    change = _tensors(out)["blk.0.ffn_down_exps.weight"] - _tensors(base)["blk.0.ffn_down_exps.weight"]
    assert np.allclose(change, expected, atol=1e-4)


def test_a_square_stack_without_a_version_is_refused(tmp_path: Path) -> None:
    kind = KINDS["qwen3moe"]
    square = bases.square_experts(kind)
    base = bases.export(square, square.make(False), tmp_path / "base.gguf")
    adapter = _stacked_adapter(tmp_path, "", ((EXPERTS * 2, WIDTH), (WIDTH, EXPERTS * 2)))
    with pytest.raises(AdapterRefused, match="square"):
        merging.planned(base, [adapter])
    merging.change_config(adapter, peft_version="0.21.2")
    assert merging.planned(base, [adapter])


def test_stacks_of_another_shape_are_refused(tmp_path: Path) -> None:
    kind = KINDS["qwen3moe"]
    base = bases.export(kind, kind.make(False), tmp_path / "base.gguf")
    adapter = _stacked_adapter(tmp_path, "0.21.2", ((EXPERTS * 2, WIDTH), (EXPERT_WIDE, EXPERTS * 2)))
    with pytest.raises(AdapterRefused, match="other way round"):
        merging.planned(base, [adapter])
    adapter = _stacked_adapter(tmp_path, "0.21.2", (((EXPERTS - 1) * 2, EXPERT_WIDE), (WIDTH, (EXPERTS - 1) * 2)))
    with pytest.raises(AdapterRefused, match="3 matrices"):
        merging.planned(base, [adapter])


def test_prefixes_of_multimodal_wrappers_are_understood(tmp_path: Path) -> None:
    kind = KINDS["gemma3"]
    base = bases.export(kind, kind.make(True), tmp_path / "base.gguf")
    peft_models.trained(kind, True, {"r": 2, "target_modules": ["q_proj"]}, tmp_path / "adapter")
    plain = _tensors(merging.merged(base, [tmp_path / "adapter"], tmp_path / "plain.gguf"))
    for prefix in ("model.language_model.", "language_model.model."):
        merging.rename(tmp_path / "adapter", "base_model.model.model.", f"base_model.model.{prefix}")
        wrapped = _tensors(merging.merged(base, [tmp_path / "adapter"], tmp_path / "wrapped.gguf"))
        assert all(np.array_equal(plain[name], wrapped[name]) for name in plain)
        merging.rename(tmp_path / "adapter", f"base_model.model.{prefix}", "base_model.model.model.")


def test_mixed_kinds_of_tied_trainable_tokens(tmp_path: Path) -> None:
    """Tokens of embedding and output that are trained apart get a matrix each."""
    base = bases.export(LLAMA, LLAMA.make(True), tmp_path / "base.gguf")
    model = peft_models.adapted(
        LLAMA, True, PLAIN | {"trainable_token_indices": {"embed_tokens": [1, 5], "lm_head": [5, 7]}}
    )
    model.save_pretrained(tmp_path / "adapter")
    with torch.no_grad():
        expected = bases.logits_of(model)
    out = merging.merged(base, [tmp_path / "adapter"], tmp_path / "out.gguf")
    (found,) = llama.logits([out], bases.PROMPT, tmp_path)
    assert merging.distance(found, expected) < 1e-5


def test_llama_cpps_adapters_may_be_quantised_and_replace_vectors(tmp_path: Path) -> None:
    """Norms and biases in such a file are already as llama.cpp wants them: nothing is permuted or added."""
    kind = KINDS["qwen2"]
    base = bases.export(kind, kind.make(False), tmp_path / "base.gguf")
    rng = np.random.default_rng(6)
    a, b = (rng.standard_normal(shape).astype(np.float32) for shape in ((32, WIDTH), (WIDTH, 32)))
    norm, bias = rng.standard_normal(WIDTH).astype(np.float32), rng.standard_normal(32).astype(np.float32)
    writer = gguf.GGUFWriter(tmp_path / "lora.gguf", "qwen2")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", 16.0)
    packed = {"lora_a": a, "lora_b": b}
    for end, values in packed.items():
        packed[end] = gguf.quantize(values, gguf.GGMLQuantizationType.Q8_0)
        writer.add_tensor(f"blk.0.attn_output.weight.{end}", packed[end], raw_dtype=gguf.GGMLQuantizationType.Q8_0)
    writer.add_tensor("output_norm.weight", norm)
    writer.add_tensor("blk.1.attn_k.bias", bias)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    a, b = (gguf.dequantize(packed[end], gguf.GGMLQuantizationType.Q8_0) for end in ("lora_a", "lora_b"))

    before, after = _tensors(base), _tensors(merging.merged(base, [tmp_path / "lora.gguf"], tmp_path / "out.gguf"))
    name = "blk.0.attn_output.weight"
    assert np.allclose(after[name] - before[name], 16 / 32 * b @ a, atol=1e-4)
    assert np.array_equal(after["output_norm.weight"], norm)
    assert np.array_equal(after["blk.1.attn_k.bias"], bias)
    changed = [one for one in before if not np.array_equal(before[one], after[one])]
    assert sorted(changed) == [name, "blk.1.attn_k.bias", "output_norm.weight"]
