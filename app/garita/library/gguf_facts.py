"""Reads the head of a GGUF file: metadata, tensors, and whether all of its bytes are there.

A lean reader of the format (ggml's docs/gguf.md): large arrays such as a vocabulary are skipped, not parsed, because
the gguf package needs seconds and hundreds of MB for them and the list of models must appear at once. Never loads
weights, and knows nothing of llama.cpp.
"""

from __future__ import annotations

import io
import math
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from garita.errors import ModelDamaged, ModelEmpty, ModelMissing, ModelNotGGUF, ModelTruncated
from garita.library.ggml_types import FILE_TYPES, TENSOR_TYPES, TensorType

Scalar = int | float | bool | str
MAGIC = b"GGUF"
KEPT_ARRAY = 64  # arrays up to this length are kept (head counts per layer, languages), longer ones skipped
LONGEST_STRING = 16 * 1024 * 1024  # a chat template has some kB; anything larger is damage

# struct format by metadata value type (GGUFValueType): uint8, int8, uint16, int16, uint32, int32, float32, bool ...
_FORMATS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q", 12: "<d"}
_STRING, _ARRAY = 8, 9
_LENGTH = struct.Struct("<Q")
_BLOCK = 1024 * 1024
_GUESSED = "GUESSED"  # llama.cpp's word for a file that does not say


@dataclass(frozen=True)
class TensorFacts:
    """One tensor. ``shape`` is ggml's order (fastest first); ``offset`` is from the start of the data section."""

    name: str
    shape: tuple[int, ...]
    type: TensorType
    offset: int
    nbytes: int


@dataclass(frozen=True)
class GgufFacts:
    """The head of one file."""

    path: Path
    file_bytes: int
    metadata: dict[str, Scalar | list[Scalar]]
    array_lengths: dict[str, int]
    tensors: tuple[TensorFacts, ...] = field(repr=False)

    def number(self, key: str, default: int = 0) -> int:
        """An integer of the architecture's own keys: ``number("block_count")``; a per-layer array gives its maximum."""
        value = self.metadata.get(f"{self.architecture}.{key}", default)
        if isinstance(value, list):
            value = max((v for v in value if isinstance(v, int)), default=default)
        return int(value) if isinstance(value, int | float) else default

    @property
    def architecture(self) -> str:
        """llama.cpp's name of the architecture, "" when the file does not say."""
        return str(self.metadata.get("general.architecture", ""))

    @property
    def name(self) -> str:
        """The model's own name, else the file's."""
        return str(self.metadata.get("general.name") or self.path.stem)

    @property
    def parameters(self) -> int:
        """Number of weights in this file."""
        return sum(math.prod(tensor.shape) for tensor in self.tensors)

    @property
    def weight_bytes(self) -> int:
        """Bytes of all tensors."""
        return sum(tensor.nbytes for tensor in self.tensors)

    @property
    def quantisation(self) -> str:
        """ "Q4_K_M", "F16" ...: what the file says, else the type of most of its bytes."""
        said = self.metadata.get("general.file_type")
        if isinstance(said, int) and FILE_TYPES.get(said, _GUESSED) != _GUESSED:
            return FILE_TYPES[said]
        by_type: dict[str, int] = {}
        for tensor in self.tensors:
            by_type[tensor.type.name] = by_type.get(tensor.type.name, 0) + tensor.nbytes
        return max(by_type, key=lambda name: by_type[name]) if by_type else "?"

    @property
    def is_language_model(self) -> bool:
        """Whether it can generate text: it has a vocabulary and layers (projectors and adapters have not)."""
        kind = self.metadata.get("general.type", "model")
        return (
            kind == "model"
            and self.array_lengths.get("tokenizer.ggml.tokens", 0) > 0
            and self.number("block_count") > 0
        )

    @property
    def is_adapter(self) -> bool:
        """Whether it holds changes of another file's weights and no model of its own."""
        return self.metadata.get("general.type") == "adapter"


class _Head:
    """Reads little-endian values and knows how many bytes the file has."""

    def __init__(self, file: BinaryIO, path: Path, size: int) -> None:
        self.file, self.path, self.size = file, path, size

    def take(self, count: int) -> bytes:
        self._check_inside(self.file.tell() + count)
        return self.file.read(count)

    def skip(self, count: int) -> None:
        self._check_inside(self.file.tell() + count)
        self.file.seek(count, io.SEEK_CUR)

    def skip_texts(self, count: int) -> None:
        """A vocabulary has a hundred thousand of them: their lengths are read from large blocks."""
        position = start = self.file.tell()
        block = b""
        for _ in range(count):
            if position + 8 > start + len(block):
                start, block = position, self._block(position)
            position += 8 + _LENGTH.unpack_from(block, position - start)[0]
        self._check_inside(position)
        self.file.seek(position)

    def _block(self, position: int) -> bytes:
        self._check_inside(position + _LENGTH.size)
        self.file.seek(position)
        block = self.file.read(_BLOCK)
        self._check_inside(self.size + _LENGTH.size - min(len(block), _LENGTH.size))  # cut while it is read
        return block

    def _check_inside(self, end: int) -> None:
        if end > self.size:
            raise ModelTruncated(path=str(self.path), expected_bytes=end, actual_bytes=self.size)

    def value(self, form: str) -> int:
        result: int = struct.unpack(form, self.take(struct.calcsize(form)))[0]
        return result

    def text(self) -> str:
        length = self.value("<Q")
        if length > LONGEST_STRING:
            raise self.damaged(f"a text of {length} bytes in its head")
        return self.take(length).decode("utf-8", "replace")

    def damaged(self, problem: str) -> ModelDamaged:
        return ModelDamaged(path=str(self.path), problem=problem)


def read(path: Path) -> GgufFacts:
    """Read a file's head and check that every tensor lies inside the file.

    Raises:
        ModelMissing, ModelEmpty, ModelNotGGUF, ModelTruncated, ModelDamaged.
    """
    if not path.is_file():
        raise ModelMissing(path=str(path))
    size = path.stat().st_size
    if size == 0:
        raise ModelEmpty(path=str(path))
    try:
        with path.open("rb") as file:
            return _read_head(_Head(file, path, size))
    except OSError as error:
        raise ModelDamaged(path=str(path), problem=error.strerror or str(error)) from error


def _read_head(head: _Head) -> GgufFacts:
    if (magic := head.file.read(4)) != MAGIC:
        raise ModelNotGGUF(path=str(head.path), found=_describe(magic))
    version = head.value("<I")
    if version not in (2, 3):
        raise head.damaged(f"GGUF version {version}, and versions 2 and 3 are known")
    tensor_count, key_count = head.value("<Q"), head.value("<Q")
    if max(tensor_count, key_count) > 1_000_000:
        raise head.damaged(f"{tensor_count} tensors and {key_count} keys cannot be")
    metadata: dict[str, Scalar | list[Scalar]] = {}
    lengths: dict[str, int] = {}
    for _ in range(key_count):
        key = head.text()
        value = _value(head, head.value("<I"), key, lengths)
        if value is not None:
            metadata[key] = value
    tensors = tuple(_tensor(head) for _ in range(tensor_count))
    _check_size(head, metadata, tensors)
    return GgufFacts(head.path, head.size, metadata, lengths, tensors)


def _value(head: _Head, kind: int, key: str, lengths: dict[str, int]) -> Scalar | list[Scalar] | None:
    """One metadata value; None for a long array, whose length goes to ``lengths``."""
    if kind == _STRING:
        return head.text()
    if kind != _ARRAY:
        return _scalar(head, kind)
    item, count = head.value("<I"), head.value("<Q")
    lengths[key] = count
    if count <= KEPT_ARRAY:
        return [head.text() if item == _STRING else _scalar(head, item) for _ in range(count)]
    if item == _STRING:
        head.skip_texts(count)
    else:
        head.skip(count * struct.calcsize(_format(head, item)))
    return None


def _scalar(head: _Head, kind: int) -> Scalar:
    return head.value(_format(head, kind))


def _format(head: _Head, kind: int) -> str:
    if kind not in _FORMATS:
        raise head.damaged(f"a value of unknown type {kind} in its head")
    return _FORMATS[kind]


def _tensor(head: _Head) -> TensorFacts:
    name, rank = head.text(), head.value("<I")
    if rank > 4:
        raise head.damaged(f"tensor {name} has {rank} dimensions")
    shape = tuple(head.value("<Q") for _ in range(rank))
    kind, offset = head.value("<I"), head.value("<Q")
    if kind not in TENSOR_TYPES:
        raise head.damaged(f"tensor {name} has the unknown type {kind}")
    stored = TENSOR_TYPES[kind]
    if shape and shape[0] % stored.block:
        raise head.damaged(f"tensor {name} has rows of {shape[0]} values, not whole blocks of {stored.block}")
    return TensorFacts(name, shape, stored, offset, math.prod(shape) // stored.block * stored.block_bytes)


def _check_size(head: _Head, metadata: dict[str, Scalar | list[Scalar]], tensors: tuple[TensorFacts, ...]) -> None:
    alignment = metadata.get("general.alignment", 32)
    if not isinstance(alignment, int) or alignment < 1:
        raise head.damaged(f"an alignment of {alignment}")
    data_start = -(-head.file.tell() // alignment) * alignment
    needed = data_start + max((tensor.offset + tensor.nbytes for tensor in tensors), default=0)
    if needed > head.size:
        raise ModelTruncated(path=str(head.path), expected_bytes=needed, actual_bytes=head.size)


def _describe(magic: bytes) -> str:
    """What a foreign file seems to be, from its first bytes; names that are the same in every language."""
    known = {
        b"PK\x03\x04": "ZIP / PyTorch",
        b"<!DO": "HTML",
        b"<htm": "HTML",
        b"vers": "Git LFS",
        b"GGML": "GGML",
        b"ggjt": "GGML",
    }
    return known.get(magic, magic.hex(" "))
