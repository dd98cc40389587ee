"""Reads GGUF files, whole or in shards: metadata as bytes, tensors by rows; trusts no number in them.

Every count, length and offset is checked against the file's size before anything is allocated, and the tensors must
lie as ggml demands (in order, without gaps), so that what is read here is what llama.cpp reads.
Knows the format (ggml's docs/gguf.md) and nothing of models.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import gguf

from garita.convert.gguf_fields import WIDTHS, Field, Scalar, Value, ValueType
from garita.convert.source import Source
from garita.errors import GgufInvalid

DEFAULT_ALIGNMENT = 32
LARGEST_HEAD = 256 * 1024 * 1024  # bytes; a vocabulary of 256k words with its merges takes 12 MB
LONGEST_NAME = 63  # bytes of a tensor's name (GGML_MAX_NAME without its end)
MOST_DIMENSIONS = 4
_STEP = 1024 * 1024  # bytes of the head read at once
_SMALLEST_FIELD, _SMALLEST_TENSOR = 13, 24  # bytes a key with its value and a tensor's entry take at least
_SHARD_NAME = re.compile(r"(?P<stem>.*)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf", re.DOTALL)


@dataclass(frozen=True)
class Tensor:
    """One tensor. ``shape`` is numpy's order: the last side is what ggml calls a row; ``start`` its first byte."""

    name: str
    shape: tuple[int, ...]
    kind: gguf.GGMLQuantizationType
    source: Source
    start: int

    @property
    def row_count(self) -> int:
        """How many rows there are; those of all matrices of a stack together."""
        return math.prod(self.shape[:-1])

    @property
    def row_values(self) -> int:
        """How many values a row has."""
        return self.shape[-1] if self.shape else 1

    @property
    def row_bytes(self) -> int:
        """How many bytes an encoded row takes."""
        return row_bytes(self.kind, self.row_values)

    @property
    def nbytes(self) -> int:
        """How many bytes the encoded tensor takes, without padding."""
        return self.row_count * self.row_bytes

    def rows(self, start: int, stop: int) -> bytes:
        """The encoded rows from ``start`` up to ``stop``.

        Raises:
            ConversionRefused: the file was changed or cannot be read.
        """
        if not 0 <= start <= stop <= self.row_count:
            raise ValueError(f"rows {start} to {stop} of {self.row_count}")
        return self.source.read(self.start + start * self.row_bytes, (stop - start) * self.row_bytes)


@dataclass(frozen=True)
class GgufFile:
    """What a file or all of its shards together say. ``fields`` are the first shard's, without ``split.*``."""

    paths: tuple[Path, ...]
    fields: dict[str, Field]
    tensors: dict[str, Tensor]

    @property
    def path(self) -> Path:
        """The file, or the first shard."""
        return self.paths[0]

    @property
    def architecture(self) -> str:
        """llama.cpp's name of the architecture, "" when the file does not say."""
        return str(self.value("general.architecture", ""))

    def value(self, key: str, default: Value | None = None) -> Value | None:
        """The decoded value of a key, or ``default``."""
        return self.fields[key].value if key in self.fields else default

    def own(self, key: str, default: Value | None = None) -> Value | None:
        """A key of the architecture's own: ``own("block_count")`` is ``llama.block_count``."""
        return self.value(f"{self.architecture}.{key}", default)


def open_gguf(path: Path) -> GgufFile:
    """Read the head of ``path`` and of all its shards, whichever of them ``path`` names.

    Raises:
        GgufInvalid: no such file, no GGUF, truncated, damaged, or a shard is missing.
    """
    head = _Head(path)
    count = head.split("count")
    if count <= 1:
        return GgufFile((path,), head.fields, {tensor.name: tensor for tensor in head.tensors})
    return _joined(path, count, head)


def row_bytes(kind: gguf.GGMLQuantizationType, values: int) -> int:
    """Bytes of an encoded row of ``values`` values, which must be whole blocks."""
    block, size = gguf.GGML_QUANT_SIZES[kind]
    if values % block:
        raise ValueError(f"{values} values are no whole blocks of {block}")
    return int(values // block * size)


# --- shards --------------------------------------------------------------------------------------------------------


def _joined(path: Path, count: int, head: _Head) -> GgufFile:
    heads = [head if shard == path else _Head(shard) for shard in _shards(path, count)]
    tensors: dict[str, Tensor] = {}
    for number, one in enumerate(heads):
        if (one.split("no"), one.split("count")) != (number, count):
            raise one.damaged(f"says it is shard {one.split('no') + 1} of {one.split('count')}")
        for tensor in one.tensors:
            if tensor.name in tensors:
                raise one.damaged(f"{tensor.name} is in two files")
            tensors[tensor.name] = tensor
    if (expected := heads[0].split("tensors.count")) != len(tensors):
        raise heads[0].damaged(f"its shards hold {len(tensors)} tensors, expected {expected}")
    return GgufFile(tuple(one.path for one in heads), heads[0].fields, tensors)


def _shards(path: Path, count: int) -> Iterator[Path]:
    """The paths of all shards, which llama.cpp finds by their names alone."""
    named = _SHARD_NAME.fullmatch(path.name)
    if not named or int(named["count"]) != count:
        raise GgufInvalid(path=str(path), problem=f"is one of {count} shards, but not named like one")
    for number in range(1, count + 1):
        shard = path.with_name(f"{named['stem']}-{number:05}-of-{count:05}.gguf")
        if not shard.is_file():
            raise GgufInvalid(path=str(path), problem=f"the shard {shard.name} is missing")
        yield path if number == int(named["number"]) else shard


# --- one head ------------------------------------------------------------------------------------------------------


class _Head:
    """The head of one file, read in steps; ``position`` is the next byte to look at.

    What was looked at is forgotten step by step, so that no more is held than a value and what is kept of it.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.position = path, 0
        self._content, self._forgotten = bytearray(), 0  # some bytes of the file, and how many stood before them
        try:
            self.source = Source.of(path)
            with path.open("rb") as self._file:
                self._read()
        except OSError as error:
            raise self.damaged(error.strerror or str(error)) from error
        except UnicodeDecodeError as error:
            raise self.damaged("a name in its head is not UTF-8") from error
        finally:
            self._content = bytearray()

    def split(self, key: str) -> int:
        """A number that says how the file was split; 0 where it was not."""
        return self._splits.get(f"split.{key}", 0)

    def damaged(self, problem: str) -> GgufInvalid:
        return GgufInvalid(path=str(self.path), problem=problem)

    def _read(self) -> None:
        if (magic := bytes(self._take(min(4, self.source.size)))) != b"GGUF":
            raise self.damaged(f"is no GGUF file: it begins with {magic!r}" if magic else "is empty")
        if (version := self._number("<I")) not in (2, 3):
            raise self.damaged(f"GGUF version {version}, and versions 2 and 3 are known")
        tensor_count, field_count = self._number("<Q"), self._number("<Q")
        if tensor_count * _SMALLEST_TENSOR + field_count * _SMALLEST_FIELD > self.source.size:
            raise self.damaged(f"{tensor_count} tensors and {field_count} keys cannot be")
        self.fields: dict[str, Field] = {}
        for _ in range(field_count):
            self._add_field()
        self._splits = {key: self._split_number(key) for key in list(self.fields) if key.startswith("split.")}
        infos = [self._tensor_info() for _ in range(tensor_count)]
        self.tensors = list(self._placed(infos))

    # --- fields ---

    def _add_field(self) -> None:
        self._forget()
        key = self._name(LARGEST_HEAD)
        kind = self._value_type()
        start = self.position
        if kind is ValueType.ARRAY:
            self._skip_array()
        else:
            self._skip_items(kind, 1)
        if key in self.fields:
            raise self.damaged(f"{key} is there twice")
        with memoryview(self._content) as content:
            self.fields[key] = Field(kind, bytes(content[start - self._forgotten : self.position - self._forgotten]))

    def _skip_array(self) -> None:
        item = self._value_type()
        if item is ValueType.ARRAY:
            raise self.damaged("an array of arrays in its head")
        self._skip_items(item, self._number("<Q"))

    def _skip_items(self, kind: ValueType, count: int) -> None:
        if kind is not ValueType.STRING:
            self._take(count * WIDTHS[kind])
            return
        if self.position + count * 8 > self.source.size:
            raise self._too_short(self.position + count * 8)
        unpack, content = struct.Struct("<Q").unpack_from, self._content  # a vocabulary has a million texts
        place = self.position - self._forgotten
        for _ in range(count):
            if place + 8 > len(content):
                self._fetch(place + 8 + self._forgotten)
            place += 8 + unpack(content, place)[0]
            if place > len(content):
                self._fetch(place + self._forgotten)
        self.position = place + self._forgotten

    def _value_type(self) -> ValueType:
        if (number := self._number("<I")) not in ValueType._value2member_map_:
            raise self.damaged(f"a value of unknown type {number} in its head")
        return ValueType(number)

    def _split_number(self, key: str) -> int:
        value = self.fields.pop(key).value
        if not isinstance(value, int) or value < 0:
            raise self.damaged(f"the key {key} is {value}")
        return value

    # --- tensors ---

    def _tensor_info(self) -> tuple[str, tuple[int, ...], gguf.GGMLQuantizationType, int]:
        """Name, shape in numpy's order, type, and offset from the start of the data."""
        name, rank = self._name(LONGEST_NAME), self._number("<I")
        if rank > MOST_DIMENSIONS:
            raise self.damaged(f"tensor {name} has {rank} dimensions")
        shape = tuple(reversed([self._number("<Q") for _ in range(rank)]))
        number, offset = self._number("<I"), self._number("<Q")
        if number not in gguf.GGMLQuantizationType._value2member_map_:
            raise self.damaged(f"tensor {name} has the unknown type {number}")
        kind = gguf.GGMLQuantizationType(number)
        block, _ = gguf.GGML_QUANT_SIZES[kind]
        if 0 in shape:
            raise self.damaged(f"tensor {name} has no values")
        width = shape[-1] if shape else 1
        if width % block:
            raise self.damaged(f"tensor {name} has rows of {width} values, not whole blocks of {block}")
        return name, shape, kind, offset

    def _placed(self, infos: list[tuple[str, tuple[int, ...], gguf.GGMLQuantizationType, int]]) -> Iterator[Tensor]:
        alignment, seen = self._alignment(), set()
        data, expected = -(-self.position // alignment) * alignment, 0
        for name, shape, kind, offset in infos:
            if name in seen:
                raise self.damaged(f"{name} is there twice")
            if offset != expected:
                raise self.damaged(f"tensor {name} lies at byte {offset}, expected {expected}")
            seen.add(name)
            tensor = Tensor(name, shape, kind, self.source, data + offset)
            if (end := tensor.start + tensor.nbytes) > self.source.size:
                raise self._too_short(end)
            expected = -(-(offset + tensor.nbytes) // alignment) * alignment
            yield tensor

    def _alignment(self) -> int:
        field = self.fields.get("general.alignment")
        value: Value | Scalar = field.value if field else DEFAULT_ALIGNMENT
        whole = field is None or field.kind is ValueType.UINT32
        if not (whole and isinstance(value, int) and value > 0 and value & (value - 1) == 0):
            raise self.damaged(f"an alignment of {value}")
        return value

    # --- bytes ---

    def _name(self, longest: int) -> str:
        if (length := self._number("<Q")) > longest:
            raise self.damaged(f"a name of {length} bytes in its head")
        return self._take(length).decode()

    def _number(self, form: str) -> int:
        result: int = struct.unpack(form, self._take(struct.calcsize(form)))[0]
        return result

    def _take(self, count: int) -> bytearray:
        end = self.position + count
        if end > self._forgotten + len(self._content):
            self._fetch(end)
        taken = self._content[self.position - self._forgotten : end - self._forgotten]
        self.position = end
        return taken

    def _forget(self) -> None:
        if self.position - self._forgotten > _STEP:
            del self._content[: self.position - self._forgotten]
            self._forgotten = self.position

    def _fetch(self, end: int) -> None:
        """Have the file's bytes up to ``end`` at hand."""
        if end > self.source.size:
            raise self._too_short(end)
        if end > LARGEST_HEAD:
            raise self.damaged(f"its head has more than {LARGEST_HEAD} bytes")
        self._content += self._file.read(max(end - self._forgotten - len(self._content), _STEP))
        if self._forgotten + len(self._content) < end:
            raise self.damaged("was changed while it was read")

    def _too_short(self, needed: int) -> GgufInvalid:
        return self.damaged(f"has {self.source.size} of at least {needed} bytes")
