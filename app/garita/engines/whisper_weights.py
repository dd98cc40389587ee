"""The table of contents of a CTranslate2 model.bin: names, shapes, and whether all of it is there.

Reads the single whole numbers in it and no weights.

Layout (little endian), from CTranslate2's own writer (``ctranslate2/specs/model_spec.py``): u32 version; string name;
u32 revision; u32 count; then for each variable string name, u8 rank, u32 dimensions, u8 type, u32 bytes, the bytes;
at the end u32 count of aliases, each two strings. A string is u16 length, its final zero included, and that zero.
"""

from __future__ import annotations

import math
import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

VERSIONS = range(4, 7)  # before 4 a variable had no type; 6 is what CTranslate2 has written since
_TYPE_BYTES = (4, 1, 2, 4, 2, 2)  # float32, int8, int16, int32, float16, bfloat16
_WHOLE = {1: "<b", 2: "<h", 3: "<i"}  # types that are whole numbers
_MOST_VARIABLES = 100_000
_MOST_DIMENSIONS = 8


class WeightsDamaged(ValueError):
    """The file is no whole model.bin; its text says why."""


@dataclass(frozen=True)
class Weights:
    """What a model.bin says it holds: the kind of model, each variable's shape (an alias's is its target's), and the
    value of those that are one whole number."""

    kind: str
    shapes: dict[str, tuple[int, ...]]
    numbers: dict[str, int]


def read(path: Path) -> Weights:
    """The table of ``path``.

    Raises:
        WeightsDamaged: it is no model.bin or ends too early.
        OSError: it cannot be read.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        return _Reader(file, size).weights()


class _Reader:
    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._size = file, size
        self._numbers: dict[str, int] = {}

    def weights(self) -> Weights:
        version = self._number("<I")
        if version not in VERSIONS:
            raise WeightsDamaged(f"its first bytes say format {version}, which is no CTranslate2 format in use")
        kind = self._text()
        self._number("<I")  # revision
        shapes = dict(self._variable() for _ in range(self._count()))
        for _ in range(self._count()):
            alias, target = self._text(), self._text()
            shapes[alias] = shapes.get(target, ())
        if self._file.tell() != self._size:
            raise WeightsDamaged(f"{self._size - self._file.tell()} bytes follow after its end")
        return Weights(kind, shapes, self._numbers)

    def _variable(self) -> tuple[str, tuple[int, ...]]:
        name, rank = self._text(), self._number("<B")
        if rank > _MOST_DIMENSIONS:
            raise WeightsDamaged(f"variable {name} has {rank} dimensions")
        shape = tuple(self._number("<I") for _ in range(rank))
        kind, length = self._number("<B"), self._number("<I")
        if kind >= len(_TYPE_BYTES) or length != math.prod(shape) * _TYPE_BYTES[kind]:
            raise WeightsDamaged(f"variable {name} has {length} bytes for shape {shape}")
        if not shape and kind in _WHOLE:
            self._numbers[name] = self._number(_WHOLE[kind])
        elif self._file.seek(length, os.SEEK_CUR) > self._size:
            raise WeightsDamaged(f"it ends within variable {name}")
        return name, shape

    def _count(self) -> int:
        count = self._number("<I")
        if count > _MOST_VARIABLES:
            raise WeightsDamaged(f"it claims {count} variables")
        return count

    def _text(self) -> str:
        raw = self._bytes(self._number("<H"))
        try:
            return raw.removesuffix(b"\0").decode()
        except UnicodeDecodeError as error:
            raise WeightsDamaged("a name in it is no text") from error

    def _number(self, kind: str) -> int:
        return int(struct.unpack(kind, self._bytes(struct.calcsize(kind)))[0])

    def _bytes(self, count: int) -> bytes:
        found = self._file.read(count)
        if len(found) < count:
            raise WeightsDamaged("it ends too early")
        return found
