"""Writes a Llama of transformers (config.json, *.safetensors, tokenizer.json) as a GGUF file for llama.cpp.

Exact or refused: every tensor is expected by name and shape, used once, and free of NaN and infinities in the written
type too. One tensor is in memory at a time. Needs no torch; knows only the Llama architecture.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

import gguf
import numpy as np

from garita.convert import vocabulary
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


def export(folder: Path, out_path: Path, kind: ExportType = "F16", provenance: Mapping[str, str] | None = None) -> None:
    """Write ``folder``'s model to ``out_path``; matrices in ``kind``, norms in F32.

    ``provenance`` are further texts of the header by full key, such as ``{"general.name": "Oficial"}``.

    Raises:
        ConversionRefused: something is missing, damaged, unknown or not finite; no file is left behind.
    """
    sizes = _sizes(folder)
    words = vocabulary.read(folder, sizes.entries)
    weights = SafeTensors(folder)
    tensors = list(_expected(sizes))
    _check_accounts(folder, weights, tensors)
    partial = out_path.with_name(out_path.name + ".partial")
    writer = gguf.GGUFWriter(None, "llama")
    try:
        _describe(writer, sizes, words, kind, provenance or {})
        _write(writer, partial, weights, tensors, kind)
        partial.replace(out_path)
    except OSError as error:
        raise ConversionRefused(path=str(out_path), problem=f"cannot be written: {error.strerror}") from error
    finally:
        writer.close()
        partial.unlink(missing_ok=True)


# --- what is there -------------------------------------------------------------------------------------------------


def _sizes(folder: Path) -> _Sizes:
    path = folder / "config.json"
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
        for key, value in _ONLY.items():
            if config.get(key, value) != value:
                raise ValueError(f"{key} = {config[key]!r} is not supported, only {value!r}")
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
    except OSError as error:
        raise ConversionRefused(path=str(path), problem=error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConversionRefused(path=str(path), problem=f"{type(error).__name__}: {error}") from error


def _count(config: Mapping[str, Any], key: str) -> int:
    value = config[key]
    if type(value) is not int or value < 1:
        raise ValueError(f"{key} = {value!r} is no positive whole number")
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


def _describe(
    writer: gguf.GGUFWriter, sizes: _Sizes, words: Vocabulary, kind: str, provenance: Mapping[str, str]
) -> None:
    for key, text in provenance.items():
        writer.add_string(key, text)
    writer.add_file_type(_FILE_TYPES[kind])
    if kind == "Q8_0":
        writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
    writer.add_vocab_size(sizes.entries)
    writer.add_context_length(sizes.context)
    writer.add_embedding_length(sizes.width)
    writer.add_block_count(sizes.layers)
    writer.add_feed_forward_length(sizes.feed_forward)
    writer.add_head_count(sizes.heads)
    writer.add_head_count_kv(sizes.heads_kv)
    writer.add_key_length(sizes.head_width)
    writer.add_value_length(sizes.head_width)
    writer.add_rope_dimension_count(sizes.head_width)
    writer.add_rope_freq_base(sizes.rope_theta)
    writer.add_layer_norm_rms_eps(sizes.norm_epsilon)
    _describe_words(writer, words)


def _describe_words(writer: gguf.GGUFWriter, words: Vocabulary) -> None:
    writer.add_tokenizer_model("gpt2")  # llama.cpp's name for byte-level BPE
    writer.add_tokenizer_pre(words.splitter)
    writer.add_token_list(words.tokens)
    writer.add_token_types(words.types)
    writer.add_token_merges(words.merges)
    writer.add_eos_token_id(words.end_id)
    if words.pad_id is not None:
        writer.add_pad_token_id(words.pad_id)
    if words.begin_id is not None:
        writer.add_bos_token_id(words.begin_id)
    writer.add_add_bos_token(words.begins_with_begin)
    if words.chat_template is not None:
        writer.add_chat_template(words.chat_template)


def _write(
    writer: gguf.GGUFWriter, partial: Path, weights: SafeTensors, tensors: list[_Tensor], kind: ExportType
) -> None:
    for tensor in tensors:
        stored = _stored_type(tensor, kind)
        block, size = gguf.GGML_QUANT_SIZES[stored]
        count = int(np.prod(tensor.shape))
        writer.add_tensor_info(
            tensor.target, tensor.shape, np.dtype(np.float32), count // block * size, raw_dtype=stored
        )
    writer.write_header_to_file(partial)
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    for tensor in tensors:
        writer.write_tensor_data(_converted(weights, tensor, _stored_type(tensor, kind)))
    for file in writer.fout or ():
        file.flush()
        os.fsync(file.fileno())


def _stored_type(tensor: _Tensor, kind: ExportType) -> gguf.GGMLQuantizationType:
    """Norms stay F32; a row that no whole number of blocks fills is written as F16, as llama.cpp does it."""
    if len(tensor.shape) == 1:
        return gguf.GGMLQuantizationType.F32
    wanted = gguf.GGMLQuantizationType[kind]
    block, _ = gguf.GGML_QUANT_SIZES[wanted]
    return wanted if tensor.shape[-1] % block == 0 else gguf.GGMLQuantizationType.F16


def _converted(weights: SafeTensors, tensor: _Tensor, stored: gguf.GGMLQuantizationType) -> np.ndarray:
    values = weights[tensor.source]
    if tensor.heads:
        values = _interleaved(values, tensor.heads)
    largest = float(np.abs(values).max(initial=0.0))
    if not np.isfinite(largest):
        raise ConversionRefused(path=tensor.source, problem="holds NaN or infinity")
    if largest > _LARGEST.get(stored.name, np.inf):
        raise ConversionRefused(path=tensor.source, problem=f"its {largest:g} does not fit {stored.name}")
    return np.ascontiguousarray(gguf.quantize(np.ascontiguousarray(values), stored))


def _interleaved(values: np.ndarray, heads: int) -> np.ndarray:
    """Reorder a head's rows: transformers rotates row i with row i + half, llama.cpp row 2i with row 2i + 1."""
    rows, width = values.shape
    return values.reshape(heads, 2, rows // heads // 2, width).swapaxes(1, 2).reshape(rows, width)
