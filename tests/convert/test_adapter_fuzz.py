"""Whatever stands in an adapter's files: an error of our own or an answer, and never a crash or a hang."""

from __future__ import annotations

import json
import struct
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from garita.convert.adapter import read_adapter
from garita.convert.adapter_changes import Adapter, Change, LowRank, StackedLowRank, Values
from garita.convert.adapter_config import read_config
from garita.convert.safetensors import SafeTensors
from garita.errors import ConversionRefused
from tests.convert.gguf_files import adapter_fields, write
from tests.convert.peft_folders import PREFIX, Q, folder, low_rank, values

FUZZ = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**30), 10**30), st.floats(), st.text(max_size=8), st.just("q_proj")
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
)
KEYS = st.sampled_from(
    [
        "r", "lora_alpha", "rank_pattern", "alpha_pattern", "use_rslora", "use_dora", "lora_bias", "bias",
        "init_lora_weights", "modules_to_save", "trainable_token_indices", "target_parameters", "peft_type",
        "ensure_weight_tying", "peft_version", "task_type", "base_model_name_or_path", "loftq_config", "something",
    ]
)  # fmt: skip
PATTERNS = st.dictionaries(
    st.one_of(st.from_regex(r"[a-z_.*+?(){}|\\^$0-9\[\]]{0,20}", fullmatch=True), st.just("(a|a)*$")),
    SCALARS,
    max_size=3,
)
ENDINGS = st.sampled_from(
    [
        "lora_A.weight", "lora_B.weight", "lora_B.bias", "lora_embedding_A", "lora_embedding_B",
        "lora_magnitude_vector", "token_adapter.trainable_tokens_delta", "base_layer.weight", "base_layer.bias",
        "base_layer.lora_A.weight", "weight", "bias", "lora_C", "",
    ]
)  # fmt: skip


def _values_of(change: Change) -> list[Values]:
    if isinstance(change, LowRank):
        return [one for one in (change.a, change.b, change.bias, change.magnitude) if one is not None]
    if isinstance(change, StackedLowRank):
        return [one for pair in change.factors for one in pair]
    return [change.values]


def _use(adapter: Adapter) -> None:
    """Everything a caller may do with an adapter that was read."""
    for change in adapter.changes:
        for one in _values_of(change):
            assert one.whole().shape == one.shape
            assert one.rows(1, 1).shape[0] == 0


def _survives(path: Path) -> None:
    with suppress(ConversionRefused):
        _use(read_adapter(path))


@FUZZ
@given(keys=st.dictionaries(KEYS, JSON, max_size=4), patterns=PATTERNS)
def test_any_config(tmp_path: Path, keys: dict[str, Any], patterns: dict[str, Any]) -> None:
    _survives(folder(tmp_path / "a", low_rank(), {"alpha_pattern": patterns} | keys))


@FUZZ
@given(content=st.one_of(st.binary(max_size=60), JSON.map(lambda value: json.dumps(value).encode())))
def test_any_bytes_for_a_config(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "adapter_config.json").write_bytes(content)
    try:
        read_config(tmp_path)
    except ConversionRefused:
        return
    raise AssertionError(content)  # nothing that small is a LoRA's config


@FUZZ
@given(
    names=st.lists(
        st.tuples(st.sampled_from([Q, "lm_head", "model.embed_tokens", "x.experts", ""]), ENDINGS), max_size=4
    ),
    shapes=st.lists(st.lists(st.integers(0, 6), max_size=3), min_size=4, max_size=4),
    config=st.sampled_from(
        [
            {},
            {"use_dora": True},
            {"lora_bias": True, "bias": "all"},
            {"trainable_token_indices": [1, 2]},
            {"target_parameters": ["experts.gate_up_proj", "experts.down_proj"]},
            {"target_parameters": ["experts.weight"]},
        ]
    ),
)
def test_any_tensors(
    tmp_path: Path, names: list[tuple[str, str]], shapes: list[list[int]], config: dict[str, Any]
) -> None:
    tensors = {f"{module}.{ending}": values(*shape) for (module, ending), shape in zip(names, shapes, strict=False)}
    _survives(folder(tmp_path / "a", tensors, config))


DTYPES = st.sampled_from(["F32", "F16", "BF16", "F64", "F8_E4M3", "I64", "BOOL", ""])
NUMBERS = st.one_of(st.integers(-3, 40), st.sampled_from([2**31, 2**48, 2**63, 2**64, 10**400]))
ENTRY = st.one_of(
    JSON,
    st.fixed_dictionaries(
        {
            "dtype": DTYPES,
            "shape": st.lists(NUMBERS, max_size=9),
            "data_offsets": st.lists(NUMBERS, min_size=1, max_size=3),
        }
    ),
)


@FUZZ
@given(
    header=st.dictionaries(st.sampled_from(["w", "v", PREFIX, "__metadata__"]), ENTRY, max_size=3),
    data=st.integers(0, 64),
)
def test_any_safetensors_header(tmp_path: Path, header: dict[str, Any], data: int) -> None:
    path = tmp_path / "x.safetensors"
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + bytes(data))
    try:
        tensors = SafeTensors(path)
    except ConversionRefused:
        return
    for name in tensors:
        assert tensors[name].shape == tensors.shape(name)


@FUZZ
@given(length=st.integers(0, 2**64 - 1), rest=st.binary(max_size=80))
def test_any_safetensors_bytes(tmp_path: Path, length: int, rest: bytes) -> None:
    path = tmp_path / "x.safetensors"
    path.write_bytes(struct.pack("<Q", length) + rest)
    try:
        SafeTensors(path)
    except ConversionRefused:
        return


@FUZZ
@given(
    names=st.lists(st.sampled_from(["token_embd.weight", "blk.0.attn_q.weight", "blk.0.attn_norm.weight"]), max_size=3),
    endings=st.lists(st.sampled_from([".lora_a", ".lora_b", "", ".x"]), min_size=3, max_size=3),
    shapes=st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=4), min_size=3, max_size=3),
)
def test_any_gguf_adapter(tmp_path: Path, names: list[str], endings: list[str], shapes: list[list[int]]) -> None:
    tensors = {f"{name}{end}": values(*shape) for name, end, shape in zip(names, endings, shapes, strict=False)}
    _survives(write(tmp_path / "a.gguf", tensors, adapter_fields(2.0)))
