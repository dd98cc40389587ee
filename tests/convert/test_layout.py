"""Where parameters lie: only names that an architecture has, rows in llama.cpp's order, heads that differ by layer."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np
import pytest

from garita.convert.architectures import ARCHITECTURES
from garita.convert.gguf_read import open_gguf
from garita.convert.layout import Layout
from garita.errors import ConversionRefused


def _base(path: Path, heads: object, arch: str = "llama") -> Layout:
    writer = gguf.GGUFWriter(path, arch)
    for key in ("head_count", "head_count_kv"):
        if isinstance(heads, list):
            writer.add_array(f"{arch}.attention.{key}", heads)
        else:
            writer.add_uint32(f"{arch}.attention.{key}", heads)
    shapes = {
        "token_embd": (10, 8), "blk.0.attn_q": (8, 8), "blk.1.attn_q": (8, 8), "blk.1.ffn_up_exps": (2, 4, 8),
        "blk.0.attn_norm": (8,),
    }  # fmt: skip
    for name, shape in shapes.items():
        writer.add_tensor(f"{name}.weight", np.zeros(shape, np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return Layout(open_gguf(path))


def _rows(layout: Layout, module: str) -> list[int]:
    place = layout.parameter(module, "weight")
    assert place is not None
    (part,) = place.parts
    return part.span.rows.tolist()


def test_heads_may_differ_by_layer(tmp_path: Path) -> None:
    layout = _base(tmp_path / "base.gguf", [1, 2])
    assert _rows(layout, "model.layers.0.self_attn.q_proj") == [0, 4, 1, 5, 2, 6, 3, 7]
    assert _rows(layout, "model.layers.1.self_attn.q_proj") == [0, 2, 1, 3, 4, 6, 5, 7]


@pytest.mark.parametrize("heads", [0, 3, [1], [4, 0]])
def test_heads_that_cannot_be_are_refused(heads: object, tmp_path: Path) -> None:
    layout = _base(tmp_path / "base.gguf", heads)
    with pytest.raises(ConversionRefused, match="heads in layer 1"):
        layout.parameter("model.layers.1.self_attn.q_proj", "weight")


def test_a_name_is_taken_whole_or_not_at_all(tmp_path: Path) -> None:
    layout = _base(tmp_path / "base.gguf", 2)
    known = "model.layers.0.self_attn.q_proj"
    assert layout.parameter(known, "weight")
    for strange in (f"x.{known}", f"{known}.x", known.upper(), known.replace("0", "00"), known.replace(".", "x"), ""):
        assert layout.parameter(strange, "weight") is None, strange
    absent = [(known, "scales"), (known, ""), ("model.layers.2.self_attn.q_proj", "weight")]
    absent += [("model.layers.0.input_layernorm", "bias"), ("model.layers.0.mlp.up_proj", "weight")]
    for module, parameter in absent:
        assert layout.parameter(module, parameter) is None, (module, parameter)


def test_experts_are_rows_of_a_stack(tmp_path: Path) -> None:
    layout = _base(tmp_path / "base.gguf", 2)
    place = layout.parameter("model.layers.1.block_sparse_moe.experts.1.w3", "weight")
    assert place is not None
    assert (place.rows, place.columns, place.parts[0].span.start) == (4, 8, 4)
    assert layout.parameter("model.layers.1.block_sparse_moe.experts.2.w3", "weight") is None


def test_no_module_stands_for_two_tensors() -> None:
    for name, one in ARCHITECTURES.items():
        modules = [rule.module for rule in one.rules]
        assert len(set(modules)) == len(modules), name
