"""The metadata values of a GGUF file: kept as the bytes of the file, decoded when asked.

Kept as bytes because a conversion must pass on every key unchanged, also those it does not understand; made from
Python values where a conversion adds keys of its own. Source: ggml's docs/gguf.md. Knows nothing of files.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

Scalar = int | float | bool | str
Value = Scalar | list[Scalar]


class ValueType(IntEnum):
    """What a metadata value is (GGUFValueType of the format)."""

    UINT8 = 0
    INT8 = 1
    UINT16 = 2
    INT16 = 3
    UINT32 = 4
    INT32 = 5
    FLOAT32 = 6
    BOOL = 7
    STRING = 8
    ARRAY = 9
    UINT64 = 10
    INT64 = 11
    FLOAT64 = 12


# everything but texts and arrays, as numpy reads and writes it
_NUMBERS = {
    ValueType.UINT8: "<u1",
    ValueType.INT8: "<i1",
    ValueType.UINT16: "<u2",
    ValueType.INT16: "<i2",
    ValueType.UINT32: "<u4",
    ValueType.INT32: "<i4",
    ValueType.FLOAT32: "<f4",
    ValueType.BOOL: "?",
    ValueType.UINT64: "<u8",
    ValueType.INT64: "<i8",
    ValueType.FLOAT64: "<f8",
}
WIDTHS = {kind: np.dtype(form).itemsize for kind, form in _NUMBERS.items()}
_LENGTH = struct.Struct("<Q")
_ARRAY_HEAD = struct.Struct("<IQ")  # type of the items, number of items


@dataclass(frozen=True)
class Field:
    """One value. ``raw`` is its encoding in a file, without key and type; an array's begins with item type and count.

    Two fields are equal when a file would hold the same bytes for them.
    """

    kind: ValueType
    raw: bytes

    @property
    def item_kind(self) -> ValueType:
        """The type of an array's items, of any other value its own."""
        return ValueType(_ARRAY_HEAD.unpack_from(self.raw)[0]) if self.kind is ValueType.ARRAY else self.kind

    @property
    def count(self) -> int:
        """How many items an array has; 1 for any other value."""
        return int(_ARRAY_HEAD.unpack_from(self.raw)[1]) if self.kind is ValueType.ARRAY else 1

    @property
    def value(self) -> Value:
        """The value as Python has it; a byte that is no UTF-8 becomes U+FFFD (``raw`` keeps it)."""
        if self.kind is ValueType.ARRAY:
            return self.first(self.count)
        if self.kind is ValueType.STRING:
            return self.texts()[0].decode("utf-8", "replace")
        item: Scalar = np.frombuffer(self.raw, _NUMBERS[self.kind], 1)[0].item()
        return item

    def first(self, count: int) -> list[Scalar]:
        """The first items of an array, without decoding the others."""
        if self.item_kind is ValueType.STRING:
            return [text.decode("utf-8", "replace") for text in self.texts(count)]
        items: list[Scalar] = np.frombuffer(
            self.raw, _NUMBERS[self.item_kind], min(count, self.count), _ARRAY_HEAD.size
        ).tolist()
        return items

    def texts(self, most: int | None = None) -> list[bytes]:
        """The texts of a text or an array of texts, as the file has them; at most ``most``."""
        position, found = _ARRAY_HEAD.size if self.kind is ValueType.ARRAY else 0, []
        for _ in range(self.count if most is None else min(most, self.count)):
            start = position + _LENGTH.size
            position = start + _LENGTH.unpack_from(self.raw, position)[0]
            found.append(self.raw[start:position])
        return found


def text(value: str) -> Field:
    """A text, also an empty one."""
    return Field(ValueType.STRING, _packed(value))


def number(kind: ValueType, value: float) -> Field:
    """A number or a truth value of a given type."""
    return Field(kind, np.asarray(value).astype(_NUMBERS[kind], casting="unsafe").tobytes())


def texts(values: list[str]) -> Field:
    """An array of texts, also an empty one."""
    return Field(
        ValueType.ARRAY, _ARRAY_HEAD.pack(ValueType.STRING, len(values)) + b"".join(_packed(value) for value in values)
    )


def numbers(kind: ValueType, values: list[int] | list[float]) -> Field:
    """An array of numbers of a given type, also an empty one."""
    return Field(ValueType.ARRAY, _ARRAY_HEAD.pack(kind, len(values)) + np.array(values, _NUMBERS[kind]).tobytes())


def _packed(value: str) -> bytes:
    content = value.encode()
    return _LENGTH.pack(len(content)) + content
