"""Writes GGUF bases and LoRA adapters of real size with random weights, to measure speed and memory with.

Their shapes, vocabularies and types are those of real models, so that converting one costs what a real one costs. A
matrix repeats one random piece of itself, because drawing eight billion numbers would take longer than converting them.
Llama's architecture only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import gguf
import numpy as np

from garita.convert import ggml

_PIECE = 1 << 20  # values drawn for a matrix, then repeated
_SPECIAL = ("<|begin|>", "<|end|>")


@dataclass(frozen=True)
class BaseShape:
    """A Llama's sizes, in numbers of values; ``tied``: the output is the embedding and not stored."""

    layers: int
    width: int
    feed_forward: int
    heads: int
    kv_heads: int
    vocabulary: int
    tied: bool = False

    @property
    def parameters(self) -> int:
        """Number of weights in the file."""
        return sum(rows * columns for _, rows, columns in self.matrices()) + (2 * self.layers + 1) * self.width

    def matrices(self) -> Iterator[tuple[str, int, int]]:
        """Name, rows and columns of every matrix, in the order of the file."""
        kv_width = self.width * self.kv_heads // self.heads
        yield "token_embd.weight", self.vocabulary, self.width
        for layer in range(self.layers):
            yield f"blk.{layer}.attn_q.weight", self.width, self.width
            yield f"blk.{layer}.attn_k.weight", kv_width, self.width
            yield f"blk.{layer}.attn_v.weight", kv_width, self.width
            yield f"blk.{layer}.attn_output.weight", self.width, self.width
            yield f"blk.{layer}.ffn_gate.weight", self.feed_forward, self.width
            yield f"blk.{layer}.ffn_up.weight", self.feed_forward, self.width
            yield f"blk.{layer}.ffn_down.weight", self.width, self.feed_forward
        if not self.tied:
            yield "output.weight", self.vocabulary, self.width


TINY = BaseShape(2, 256, 512, 4, 2, 600)
SHAPES = {
    "0.85B": BaseShape(16, 2048, 5632, 32, 8, 32_000),
    "1B": BaseShape(16, 2048, 8192, 32, 8, 128_256, tied=True),
    "3B": BaseShape(28, 3072, 8192, 24, 8, 128_256, tied=True),
    "8B": BaseShape(32, 4096, 14_336, 32, 8, 128_256),
}


def random_base(path: Path, shape: BaseShape, kind: str, *, sparse: bool = False, seed: int = 0) -> Path:
    """Write a base of ``shape`` whose matrices are of ggml type ``kind`` ("F16", "Q4_K" ...); norms are F32.

    Args:
        path: the file to write.
        shape: its sizes; columns must be whole blocks of ``kind``.
        kind: a ggml type by name, one that needs no importance matrix.
        sparse: only the head is written and the weights are a hole in the file, which costs no time and no disk.
        seed: of the weights; the same arguments give the same bytes.
    """
    stored = gguf.GGMLQuantizationType[kind]
    writer = gguf.GGUFWriter(None, "llama")
    _describe(writer, shape)
    for name, rows, columns in shape.matrices():
        writer.add_tensor_info(
            name, (rows, columns), np.dtype(np.float32), rows * ggml.row_bytes(stored, columns), raw_dtype=stored
        )
    for name in _norms(shape):
        writer.add_tensor_info(name, (shape.width,), np.dtype(np.float32), 4 * shape.width)
    writer.write_header_to_file(path)
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    writer.close()
    _append(path, shape, stored, None if sparse else _Noise(stored, seed))
    return path


def random_adapter(path: Path, shape: BaseShape, rank: int = 16, strength: float = 0.01, seed: int = 1) -> Path:
    """Write a llama.cpp adapter for every matrix inside ``shape``'s layers; ``strength`` is the size of B's numbers."""
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", float(rank))
    rng = np.random.default_rng(seed)
    for name, rows, columns in shape.matrices():
        if name.startswith("blk."):
            a, b = rng.standard_normal((rank, columns)) / np.sqrt(columns), strength * rng.standard_normal((rows, rank))
            writer.add_tensor(f"{name}.lora_a", a.astype(np.float32))
            writer.add_tensor(f"{name}.lora_b", b.astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


class _Noise:
    """Rows of random numbers in one type; each width is drawn and encoded once."""

    def __init__(self, stored: gguf.GGMLQuantizationType, seed: int) -> None:
        self._stored, self._rng = stored, np.random.default_rng(seed)
        self._pieces: dict[int, bytes] = {}

    def rows(self, count: int, columns: int) -> Iterator[bytes]:
        """``count`` rows, in pieces."""
        piece = self._piece(columns)
        left = count * ggml.row_bytes(self._stored, columns)
        while left > 0:
            yield piece[:left]
            left -= len(piece)

    def _piece(self, columns: int) -> bytes:
        if columns not in self._pieces:
            values = self._rng.standard_normal((max(1, _PIECE // columns), columns), np.float32) / np.sqrt(columns)
            self._pieces[columns] = ggml.encode(self._stored, values.astype(np.float32)).tobytes()
        return self._pieces[columns]


def _append(path: Path, shape: BaseShape, stored: gguf.GGMLQuantizationType, noise: _Noise | None) -> None:
    """The tensors behind the head, each at a multiple of 32 bytes; without noise a hole of their size."""
    with path.open("r+b") as file:
        file.seek(0, 2)
        for _, rows, columns in shape.matrices():
            _align(file.seek(0, 1), file.seek)
            if noise is None:
                file.seek(rows * ggml.row_bytes(stored, columns), 1)
                continue
            for piece in noise.rows(rows, columns):
                file.write(piece)
        for _ in _norms(shape):
            _align(file.seek(0, 1), file.seek)
            file.write(np.ones(shape.width, np.float32).tobytes())
        _align(file.seek(0, 1), file.seek)
        file.truncate()


def _align(position: int, seek: Callable[[int], int]) -> None:
    seek(-(-position // gguf.GGUF_DEFAULT_ALIGNMENT) * gguf.GGUF_DEFAULT_ALIGNMENT)


def _norms(shape: BaseShape) -> list[str]:
    names = [f"blk.{layer}.{part}_norm.weight" for layer in range(shape.layers) for part in ("attn", "ffn")]
    return [*names, "output_norm.weight"]


def _describe(writer: gguf.GGUFWriter, shape: BaseShape) -> None:
    writer.add_name("random")
    writer.add_file_type(gguf.LlamaFileType.GUESSED)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_context_length(2048)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.feed_forward)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads)
    writer.add_rope_dimension_count(shape.width // shape.heads)
    writer.add_layer_norm_rms_eps(1e-5)
    _describe_words(writer, shape.vocabulary)


def _describe_words(writer: gguf.GGUFWriter, count: int) -> None:
    """Every byte is a token; the rest are pairs of earlier ones with a merge each, as in a real vocabulary."""
    tokens, merges = _bytes(), []
    letters = list(tokens)
    for number in range(count - len(tokens) - len(_SPECIAL)):
        left, right = tokens[number // len(letters)], letters[number % len(letters)]
        tokens.append(left + right)
        merges.append(f"{left} {right}")
    kinds = [gguf.TokenType.NORMAL] * len(tokens) + [gguf.TokenType.CONTROL] * len(_SPECIAL)
    writer.add_tokenizer_model("gpt2")  # llama.cpp's name for byte-level BPE
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list([*tokens, *_SPECIAL])
    writer.add_token_types(kinds)
    writer.add_token_merges(merges)
    writer.add_bos_token_id(count - 2)
    writer.add_eos_token_id(count - 1)
    writer.add_add_bos_token(False)


def _bytes() -> list[str]:
    """The 256 one-byte tokens in the printable spelling of byte-level vocabularies (GPT-2's table)."""
    printable = {*range(33, 127), *range(161, 173), *range(174, 256)}
    spare = iter(range(256, 512))
    return [chr(byte if byte in printable else next(spare)) for byte in range(256)]
