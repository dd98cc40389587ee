"""Writes small or large Llama-architecture GGUF files with random weights, for benchmarks and tests.

Such a model talks nonsense at exactly the cost of a real one of its shape, and needs no download. Its vocabulary is
byte-level (every byte is a token, plus a few Spanish merges), so any text can be read and every answer is a hard case
for UTF-8. Knows the GGUF format through the gguf package; knows nothing of llama.cpp.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import gguf
import numpy as np
from numpy.typing import NDArray

SPECIAL_TOKENS = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
CHATML = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
_SYLLABLES = ("de", "qu", "que", "es", "en", "la", "el", "os", "as", "ar", "on", "er", "ra", "ta", "ci", "ón")
_Q8_BLOCK = 32


@dataclass(frozen=True)
class Shape:
    """What makes a Llama: sizes are numbers of values, ``extra_tokens`` widens the vocabulary with unused words."""

    layers: int = 2
    width: int = 64
    feed_forward: int = 128
    heads: int = 4
    kv_heads: int = 2
    context: int = 1024
    extra_tokens: int = 0


TINY = Shape()
SIX_MILLION = Shape(layers=6, width=256, feed_forward=768, heads=8, kv_heads=8, context=2048, extra_tokens=3800)
HALF_BILLION = Shape(layers=11, width=2048, feed_forward=5632, heads=32, kv_heads=8, context=2048, extra_tokens=3800)


def random_llama(
    path: Path, shape: Shape = TINY, *, chat_template: str | None = CHATML, q8: bool = False, seed: int = 0
) -> Path:
    """Write a random model and return its path; the same arguments give the same bytes.

    Args:
        path: where the file goes; written beside and renamed.
        shape: its sizes; ``width`` and ``feed_forward`` must be multiples of 32 for ``q8``.
        chat_template: the Jinja text to store, or None for a file without one.
        q8: matrices as Q8_0 (one byte a weight) instead of F32.
        seed: of the weights.
    """
    partial = path.with_name(path.name + ".partial")
    writer = gguf.GGUFWriter(partial, "llama")
    tokens = _write_vocabulary(writer, shape, chat_template)
    _write_header(writer, shape, len(tokens))
    _add_tensors(writer, shape, len(tokens), q8, np.random.default_rng(seed))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return partial.replace(path)


def random_adapter(path: Path, shape: Shape = TINY, *, rank: int = 4, strength: float = 1.0, seed: int = 1) -> Path:
    """Write a random LoRA adapter (on every layer's query matrix) that fits a model of ``shape``; return its path."""
    partial = path.with_name(path.name + ".partial")
    writer = gguf.GGUFWriter(partial, "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", float(rank))
    rng = np.random.default_rng(seed)
    for layer in range(shape.layers):
        for part, size in (("lora_a", (rank, shape.width)), ("lora_b", (shape.width, rank))):
            values = (strength * rng.standard_normal(size)).astype(np.float32)
            writer.add_tensor(f"blk.{layer}.attn_q.weight.{part}", values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return partial.replace(path)


def byte_tokens() -> list[str]:
    """The 256 one-byte tokens in the printable spelling that byte-level vocabularies use (GPT-2's table)."""
    printable = {*range(33, 127), *range(161, 173), *range(174, 256)}
    spare = iter(range(256, 512))
    return [chr(byte if byte in printable else next(spare)) for byte in range(256)]


def _write_vocabulary(writer: gguf.GGUFWriter, shape: Shape, chat_template: str | None) -> list[str]:
    letters = byte_tokens()
    merges = []
    words: list[str] = []
    for syllable in _SYLLABLES:
        spelled = [letters[byte] for byte in syllable.encode()]
        for end in range(2, len(spelled) + 1):
            word = "".join(spelled[:end])
            if word not in words:
                words.append(word)
                merges.append(f"{''.join(spelled[: end - 1])} {spelled[end - 1]}")
    filler = [f"palabra{number}" for number in range(shape.extra_tokens)]
    normal = [*letters, *words, *filler]
    tokens = [*normal, *SPECIAL_TOKENS]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    kinds = [gguf.TokenType.NORMAL] * len(normal) + [gguf.TokenType.CONTROL] * len(SPECIAL_TOKENS)
    writer.add_token_types(kinds)
    writer.add_token_merges(merges)
    writer.add_bos_token_id(len(normal))
    writer.add_eos_token_id(len(normal))
    writer.add_eot_token_id(len(normal) + SPECIAL_TOKENS.index("<|im_end|>"))
    writer.add_add_bos_token(False)
    if chat_template is not None:
        writer.add_chat_template(chat_template)
    return tokens


def _write_header(writer: gguf.GGUFWriter, shape: Shape, vocabulary: int) -> None:
    writer.add_name("random")
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.feed_forward)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(shape.width // shape.heads)
    writer.add_vocab_size(vocabulary)


def _add_tensors(writer: gguf.GGUFWriter, shape: Shape, vocabulary: int, q8: bool, rng: np.random.Generator) -> None:
    kv_width = shape.width * shape.kv_heads // shape.heads
    _add_matrix(writer, "token_embd.weight", vocabulary, shape.width, q8, rng)
    for layer in range(shape.layers):
        prefix = f"blk.{layer}."
        _add_matrix(writer, prefix + "attn_q.weight", shape.width, shape.width, q8, rng)
        _add_matrix(writer, prefix + "attn_k.weight", kv_width, shape.width, q8, rng)
        _add_matrix(writer, prefix + "attn_v.weight", kv_width, shape.width, q8, rng)
        _add_matrix(writer, prefix + "attn_output.weight", shape.width, shape.width, q8, rng)
        _add_matrix(writer, prefix + "ffn_gate.weight", shape.feed_forward, shape.width, q8, rng)
        _add_matrix(writer, prefix + "ffn_up.weight", shape.feed_forward, shape.width, q8, rng)
        _add_matrix(writer, prefix + "ffn_down.weight", shape.width, shape.feed_forward, q8, rng)
        for norm in ("attn_norm.weight", "ffn_norm.weight"):
            writer.add_tensor(prefix + norm, np.ones(shape.width, np.float32))
    writer.add_tensor("output_norm.weight", np.ones(shape.width, np.float32))
    _add_output(writer, vocabulary, shape.width, rng)


def _add_matrix(
    writer: gguf.GGUFWriter, name: str, rows: int, columns: int, q8: bool, rng: np.random.Generator
) -> None:
    if not q8:
        writer.add_tensor(name, (rng.standard_normal((rows, columns)) / np.sqrt(columns)).astype(np.float32))
        return
    writer.add_tensor(name, _q8_noise(rows, columns, rng), raw_dtype=gguf.GGMLQuantizationType.Q8_0)


def _q8_noise(rows: int, columns: int, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Q8_0 blocks (a half-precision scale, then 32 signed bytes), drawn directly: nothing has to be quantised."""
    blocks = rng.integers(0, 256, (rows, columns // _Q8_BLOCK, 2 + _Q8_BLOCK), dtype=np.uint8)
    scale = np.array([1.0 / (74 * np.sqrt(columns))], np.float16)  # 74: standard deviation of a uniform signed byte
    blocks[:, :, :2] = scale.view(np.uint8)
    return blocks.reshape(rows, -1)


def _add_output(writer: gguf.GGUFWriter, vocabulary: int, width: int, rng: np.random.Generator) -> None:
    """Wide-spread logits, and zero for special tokens: answers run to their token limit instead of ending at once."""
    values = (rng.standard_normal((vocabulary, width)) * 4 / np.sqrt(width)).astype(np.float32)
    values[-len(SPECIAL_TOKENS) :] = 0
    writer.add_tensor("output.weight", values)
