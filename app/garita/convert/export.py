"""Writes a Llama of transformers (config.json, *.safetensors, tokenizer.json) as a GGUF file for llama.cpp.

Exact or refused: every tensor is expected by name and shape, used once, and free of NaN and infinities in the written
type too. One tensor is in memory at a time. Needs no torch; knows only the Llama architecture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

import gguf
import numpy as np
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import ggml, gguf_fields, vocabulary
from garita.convert.gguf_fields import Field, ValueType
from garita.convert.gguf_write import GgufWriter, PlannedTensor
from garita.convert.safetensors import SafeTensors
from garita.convert.vocabulary import Vocabulary
from garita.errors import ConversionRefused

ExportType = Literal["F32", "F16", "BF16", "Q8_0"]

_FILE_TYPES = {
    "F32": gguf.LlamaFileType.ALL_F32,
    "F16": gguf.LlamaFileType.MOSTLY_F16,
    "BF16": gguf.LlamaFileType.MOSTLY_BF16,
    "Q8_0": gguf.LlamaFileType.MOSTLY_Q8_0,
}
# Beyond these numbers a type overflows; Q8_0 stores a block's largest value divided by 127 in half precision.
_LARGEST = {"F16": 65504.0, "Q8_0": 65504.0 * 127}
# config.json keys that change the mathematics, and the only values this writer can honour.
_ONLY = {"model_type": "llama", "hidden_act": "silu", "attention_bias": False, "mlp_bias": False}


class _Sizes(NamedTuple):
    """What config.json says about the network, in llama.cpp's terms."""

    layers: int
    width: int
    feed_forward: int
    heads: int
    heads_kv: int
    head_width: int
    context: int
    entries: int
    rope_theta: float
    norm_epsilon: float
    tied: bool


class _Tensor(NamedTuple):
    """One tensor to write: both names, the shape it must have, and how many heads to permute (0: none)."""

    source: str
    target: str
    shape: tuple[int, ...]
    heads: int = 0


def export(
    folder: Path,
    out_path: Path,
    kind: ExportType = "F16",
    provenance: Mapping[str, str] | None = None,
    on_progress: Callable[[int, int], object] = lambda _done, _all: None,
) -> None:
    """Write ``folder``'s model to ``out_path``; matrices in ``kind``, norms in F32.

    ``provenance`` are further texts of the header by full key, such as ``{"general.name": "Oficial"}``;
    ``on_progress`` gets the bytes written and those to write.

    Raises:
        ConversionRefused: something is missing, damaged, unknown or not finite; no file is left behind.
        OutputNotWritable, OutputTooLarge: there is no room or no right to write it.
    """
    sizes = _sizes(folder)
    words = vocabulary.read(folder, sizes.entries)
    weights = SafeTensors(folder)
    tensors = list(_expected(sizes))
    _check_accounts(folder, weights, tensors)
    fields = {
        "general.architecture": gguf_fields.text("llama"),
        **{key: gguf_fields.text(value) for key, value in (provenance or {}).items()},
        **_network_fields(sizes, kind),
        **_word_fields(words),
    }
    plan = [PlannedTensor(tensor.target, tensor.shape, _stored_type(tensor, kind)) for tensor in tensors]
    with GgufWriter(out_path, fields, plan, folder.glob("*.safetensors")) as writer:
        done = 0
        for tensor, planned in zip(tensors, plan, strict=True):
            writer.write(planned.name, _converted(weights, tensor, planned.kind).data)
            done += planned.nbytes
            on_progress(done, writer.size)


# --- what is there -------------------------------------------------------------------------------------------------


def _sizes(folder: Path) -> _Sizes:
    path = folder / "config.json"
    config = vocabulary.json_object(path)
    try:
        for key, value in _ONLY.items():
            if config.get(key, value) != value:
                raise ValueError(f"its {key} is {config[key]!r}, and only {value!r} is supported")
        rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
        if (name := rope.get("rope_type", rope.get("type", "default"))) != "default":
            raise ValueError(f"rope scaling of type {name} is not supported")
        return _Sizes(
            layers=_count(config, "num_hidden_layers"),
            width=_count(config, "hidden_size"),
            feed_forward=_count(config, "intermediate_size"),
            heads=_count(config, "num_attention_heads"),
            heads_kv=config.get("num_key_value_heads") or _count(config, "num_attention_heads"),
            head_width=config.get("head_dim") or _count(config, "hidden_size") // _count(config, "num_attention_heads"),
            context=_count(config, "max_position_embeddings"),
            entries=_count(config, "vocab_size"),
            rope_theta=float(rope.get("rope_theta", config.get("rope_theta", 10000.0))),
            norm_epsilon=float(config["rms_norm_eps"]),
            tied=bool(config.get("tie_word_embeddings", False)),
        )
    except KeyError as error:
        raise ConversionRefused(path=str(path), problem=f"{error.args[0]} is missing") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise ConversionRefused(path=str(path), problem=str(error)) from error


def _count(config: Mapping[str, Any], key: str) -> int:
    value = config[key]
    if type(value) is not int or value < 1:
        raise ValueError(f"its {key} is {value!r}, expected a positive whole number")
    return value


def _expected(sizes: _Sizes) -> Iterator[_Tensor]:
    """Every tensor this model must have, in the order of the file."""
    width, whole, part = sizes.width, sizes.heads * sizes.head_width, sizes.heads_kv * sizes.head_width
    yield _Tensor("model.embed_tokens.weight", "token_embd.weight", (sizes.entries, width))
    for number in range(sizes.layers):
        old, new = f"model.layers.{number}", f"blk.{number}"
        yield _Tensor(f"{old}.input_layernorm.weight", f"{new}.attn_norm.weight", (width,))
        yield _Tensor(f"{old}.self_attn.q_proj.weight", f"{new}.attn_q.weight", (whole, width), sizes.heads)
        yield _Tensor(f"{old}.self_attn.k_proj.weight", f"{new}.attn_k.weight", (part, width), sizes.heads_kv)
        yield _Tensor(f"{old}.self_attn.v_proj.weight", f"{new}.attn_v.weight", (part, width))
        yield _Tensor(f"{old}.self_attn.o_proj.weight", f"{new}.attn_output.weight", (width, whole))
        yield _Tensor(f"{old}.post_attention_layernorm.weight", f"{new}.ffn_norm.weight", (width,))
        yield _Tensor(f"{old}.mlp.gate_proj.weight", f"{new}.ffn_gate.weight", (sizes.feed_forward, width))
        yield _Tensor(f"{old}.mlp.up_proj.weight", f"{new}.ffn_up.weight", (sizes.feed_forward, width))
        yield _Tensor(f"{old}.mlp.down_proj.weight", f"{new}.ffn_down.weight", (width, sizes.feed_forward))
    yield _Tensor("model.norm.weight", "output_norm.weight", (width,))
    if not sizes.tied:
        yield _Tensor("lm_head.weight", "output.weight", (sizes.entries, width))


def _check_accounts(folder: Path, weights: SafeTensors, tensors: list[_Tensor]) -> None:
    """Nothing missing, nothing left over, every shape as expected."""
    wanted = {tensor.source for tensor in tensors}
    if missing := sorted(wanted - set(weights)):
        raise ConversionRefused(path=str(folder), problem=f"{missing[0]} is missing ({len(missing)} in all)")
    if unknown := sorted(set(weights) - wanted):
        raise ConversionRefused(
            path=str(folder), problem=f"{unknown[0]} has no place in a Llama ({len(unknown)} in all)"
        )
    for tensor in tensors:
        if weights.shape(tensor.source) != tensor.shape:
            found = weights.shape(tensor.source)
            raise ConversionRefused(path=str(folder), problem=f"{tensor.source} is {found}, expected {tensor.shape}")


# --- what is written -----------------------------------------------------------------------------------------------


def _network_fields(sizes: _Sizes, kind: str) -> dict[str, Field]:
    counts = {
        "general.file_type": _FILE_TYPES[kind],
        "llama.vocab_size": sizes.entries,
        "llama.context_length": sizes.context,
        "llama.embedding_length": sizes.width,
        "llama.block_count": sizes.layers,
        "llama.feed_forward_length": sizes.feed_forward,
        "llama.attention.head_count": sizes.heads,
        "llama.attention.head_count_kv": sizes.heads_kv,
        "llama.attention.key_length": sizes.head_width,
        "llama.attention.value_length": sizes.head_width,
        "llama.rope.dimension_count": sizes.head_width,
    }
    if kind == "Q8_0":
        counts["general.quantization_version"] = gguf.GGML_QUANT_VERSION
    reals = {
        "llama.rope.freq_base": sizes.rope_theta,
        "llama.attention.layer_norm_rms_epsilon": sizes.norm_epsilon,
    }
    return {key: gguf_fields.number(ValueType.UINT32, value) for key, value in counts.items()} | {
        key: gguf_fields.number(ValueType.FLOAT32, value) for key, value in reals.items()
    }


def _word_fields(words: Vocabulary) -> dict[str, Field]:
    ids = {"eos": words.end_id, "padding": words.pad_id, "bos": words.begin_id}
    fields = {
        "tokenizer.ggml.model": gguf_fields.text("gpt2"),  # llama.cpp's name for byte-level BPE
        "tokenizer.ggml.pre": gguf_fields.text(words.splitter),
        "tokenizer.ggml.tokens": gguf_fields.texts(words.tokens),
        "tokenizer.ggml.token_type": gguf_fields.numbers(ValueType.INT32, words.types),
        "tokenizer.ggml.merges": gguf_fields.texts(words.merges),
        "tokenizer.ggml.add_bos_token": gguf_fields.number(ValueType.BOOL, words.begins_with_begin),
    }
    for name, number in ids.items():
        if number is not None:
            fields[f"tokenizer.ggml.{name}_token_id"] = gguf_fields.number(ValueType.UINT32, number)
    if words.chat_template is not None:
        fields["tokenizer.chat_template"] = gguf_fields.text(words.chat_template)
    return fields


def _stored_type(tensor: _Tensor, kind: ExportType) -> GgmlType:
    """Norms stay F32; a row that no whole number of blocks fills is written as F16, as llama.cpp does it."""
    if len(tensor.shape) == 1:
        return GgmlType.F32
    wanted = GgmlType[kind]
    return wanted if ggml.fits(wanted, tensor.shape[-1]) else GgmlType.F16


def _converted(weights: SafeTensors, tensor: _Tensor, stored: GgmlType) -> ggml.Bytes:
    values = weights[tensor.source]
    if tensor.heads:
        values = _interleaved(values, tensor.heads)
    largest = float(np.abs(values).max(initial=0.0))
    if not np.isfinite(largest):
        raise ConversionRefused(path=tensor.source, problem="holds NaN or infinity")
    if largest > _LARGEST.get(stored.name, np.inf):
        raise ConversionRefused(path=tensor.source, problem=f"its {largest:g} does not fit {stored.name}")
    return ggml.encode(stored, np.ascontiguousarray(values).reshape(-1, tensor.shape[-1]))


def _interleaved(values: np.ndarray, heads: int) -> np.ndarray:
    """Reorder a head's rows: transformers rotates row i with row i + half, llama.cpp row 2i with row 2i + 1."""
    rows, width = values.shape
    return values.reshape(heads, 2, rows // heads // 2, width).swapaxes(1, 2).reshape(rows, width)
