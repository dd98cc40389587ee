"""Reads safetensors files one tensor at a time, bfloat16 included, without torch.

Trusts no number in the header: every offset is checked against the file before anything is read.
Knows nothing of models.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from garita.errors import ConversionRefused

_LONGEST_HEADER = 100_000_000  # bytes; the format's own limit
_WIDTHS: dict[str, np.dtype[Any]] = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2"), "BF16": np.dtype("<u2")}


class Place(NamedTuple):
    """Where a tensor lies: its file, its type there, its shape, and its first byte in the file."""

    path: Path
    kind: str
    shape: tuple[int, ...]
    start: int


class SafeTensors(Mapping[str, "np.ndarray"]):
    """The tensors of all *.safetensors files of a folder; looking one up reads it as float32.

    Raises:
        ConversionRefused: there is none, one is truncated or lies about itself, or two hold the same name.
    """

    def __init__(self, folder: Path) -> None:
        self._places: dict[str, Place] = {}
        paths = sorted(folder.glob("*.safetensors"))
        if not paths:
            raise ConversionRefused(path=str(folder), problem="there is no .safetensors file")
        for path in paths:
            for name, place in _header(path).items():
                if name in self._places:
                    raise ConversionRefused(path=str(path), problem=f"{name} is in two files")
                self._places[name] = place

    def __getitem__(self, name: str) -> np.ndarray:
        place = self._places[name]
        count = math.prod(place.shape)
        raw: np.ndarray = np.fromfile(place.path, dtype=_WIDTHS[place.kind], count=count, offset=place.start)
        if raw.size != count:
            raise ConversionRefused(path=str(place.path), problem=f"{name} could not be read whole")
        if place.kind == "BF16":  # the upper half of a float32
            raw = (raw.astype(np.uint32) << 16).view(np.float32)
        values: np.ndarray = raw.astype(np.float32, copy=False).reshape(place.shape)
        return values

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def shape(self, name: str) -> tuple[int, ...]:
        """A tensor's shape without reading it."""
        return self._places[name].shape


def _header(path: Path) -> dict[str, Place]:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if size < 8 or length > min(size - 8, _LONGEST_HEADER):
                raise ConversionRefused(path=str(path), problem="is truncated or no safetensors file")
            entries = json.loads(file.read(length))
        data = 8 + length
        found = {name: _place(path, entry, data, size) for name, entry in entries.items() if name != "__metadata__"}
    except OSError as error:
        raise ConversionRefused(path=str(path), problem=error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConversionRefused(path=str(path), problem=f"its header is damaged: {error}") from error
    return found


def _place(path: Path, entry: Mapping[str, object], data: int, size: int) -> Place:
    kind, shape, offsets = str(entry["dtype"]), entry["shape"], entry["data_offsets"]
    if not (isinstance(shape, list) and all(type(side) is int and side >= 0 for side in shape)):
        raise ValueError(f"shape {shape}")
    if not (isinstance(offsets, list) and [type(offset) for offset in offsets] == [int, int]):
        raise ValueError(f"offsets {offsets}")
    if kind not in _WIDTHS:
        raise ValueError(f"tensors of type {kind} are not supported")
    start, stop = offsets
    if not 0 <= start <= stop <= size - data or stop - start != math.prod(shape) * _WIDTHS[kind].itemsize:
        raise ValueError(f"offsets {offsets} do not fit shape {shape} and the file's {size} bytes")
    return Place(path, kind, tuple(shape), data + start)
