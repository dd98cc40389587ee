"""Bases of every wrong make meet an adapter: the merge is done, or refused in our own words; never anything else."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import gguf
import numpy as np
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from garita.convert import ggml, merge, plan
from garita.convert.adapter import read_adapter
from garita.convert.gguf_fields import Field, ValueType, number, numbers, text
from garita.convert.gguf_read import open_gguf
from garita.convert.gguf_write import GgufWriter, PlannedTensor
from garita.errors import GaritaError
from tests.convert.peft_folders import folder, values

WIDTH = 8
KINDS = [gguf.GGMLQuantizationType[name] for name in ("F32", "F16", "BF16", "I32", "F64")]
HEADS = st.one_of(
    st.sampled_from([1, 2, 4, 4, -1, 0, 3]).map(lambda one: number(ValueType.INT32, one)),
    st.lists(st.integers(-1, 4), max_size=3).map(lambda some: numbers(ValueType.INT32, some)),
    st.sampled_from([text("two"), number(ValueType.FLOAT32, 2.0), number(ValueType.BOOL, 1), None]),
)
F32, MATRIX, VECTOR, STACK = gguf.GGMLQuantizationType.F32, (WIDTH, WIDTH), (WIDTH,), (2, WIDTH, WIDTH)
SOUND: dict[str, Any] = {
    "token_embd.weight": (MATRIX, F32), "output.weight": (MATRIX, F32), "output_norm.weight": (VECTOR, F32),
    "blk.0.attn_q.weight": (MATRIX, F32), "blk.0.attn_q.bias": (VECTOR, F32),
    "blk.0.ffn_gate_exps.weight": (STACK, F32), "blk.0.ffn_up_exps.weight": (STACK, F32),
}  # fmt: skip
SHAPES = st.sampled_from([MATRIX, MATRIX, MATRIX, VECTOR, STACK, (1, 1), (WIDTH, 2), ()])
DAMAGE = st.dictionaries(
    st.sampled_from(list(SOUND)), st.one_of(st.none(), st.tuples(SHAPES, st.sampled_from(KINDS))), max_size=2
)
PARTS: dict[str, dict[str, np.ndarray]] = {
    "q": {"model.layers.0.self_attn.q_proj.lora_A.weight": values(2, WIDTH),
          "model.layers.0.self_attn.q_proj.lora_B.weight": values(WIDTH, 2)},
    "embedding": {"model.embed_tokens.lora_embedding_A": values(2, WIDTH),
                  "model.embed_tokens.lora_embedding_B": values(WIDTH, 2)},
    "norm": {"model.norm.weight": values(WIDTH)},
    "head": {"lm_head.weight": values(WIDTH, WIDTH)},
    "expert": {"model.layers.0.block_sparse_moe.experts.1.w1.lora_A.weight": values(2, WIDTH),
               "model.layers.0.block_sparse_moe.experts.1.w1.lora_B.weight": values(WIDTH, 2)},
}  # fmt: skip


def _base(path: Path, architecture: str, heads: Field | None, tensors: dict[str, tuple[Any, Any]]) -> Path:
    fields = {"general.architecture": text(architecture)}
    if heads:
        fields[f"{architecture}.attention.head_count"] = heads
    planned = [PlannedTensor(name, shape, kind) for name, (shape, kind) in tensors.items()]
    with GgufWriter(path, fields, planned) as writer:
        for one in planned:
            count = math.prod(one.shape)
            if one.kind.name in ("F32", "F16", "BF16"):
                raw = ggml.encode(one.kind, values(1, count))
            else:
                raw = np.zeros(one.nbytes, np.uint8)
            writer.write(one.name, raw.tobytes())
    return path


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    architecture=st.sampled_from(["llama"] * 8 + ["qwen2", "gptneox", "gpt2", "martian", ""]),
    heads=HEADS,
    damage=DAMAGE,
    parts=st.sets(st.sampled_from(list(PARTS)), min_size=1),
    dora=st.booleans(),
)
def test_any_base_is_merged_or_refused(
    tmp_path: Path, architecture: str, heads: Field | None, damage: dict[str, Any], parts: set[str], dora: bool
) -> None:
    tensors = {name: one for name, one in (SOUND | damage).items() if one is not None}
    held = {name: one for part in parts for name, one in PARTS[part].items()}
    if dora:
        held |= {
            f"{name.rpartition('.lora_')[0]}.lora_magnitude_vector": values(WIDTH) for name in held if "_A" in name
        }
    adapter = folder(tmp_path / "adapter", held, {"use_dora": dora, "modules_to_save": sorted(parts & {"norm"})})
    out = tmp_path / "out.gguf"
    out.unlink(missing_ok=True)
    try:
        base = open_gguf(_base(tmp_path / "base.gguf", architecture, heads, tensors))
        made = plan.make(base, [read_adapter(adapter)])
        merge.run(made, out, merge.fields(made))
    except GaritaError as error:
        event(str(error.facts["problem"])[:60])
        assert not out.exists()
        return
    event("merged")
    merged = open_gguf(out)
    assert merged.tensors.keys() >= base.tensors.keys()
    assert any(entry.action == "merged" for entry in made.entries)
