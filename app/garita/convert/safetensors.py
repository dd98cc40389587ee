"""Reads safetensors files one tensor at a time or by rows, bfloat16 included, without torch.

Trusts no number in the header: every offset is checked against the file before anything is read, and the tensors must
fill the data without gaps or overlaps, as the format demands. Knows nothing of models.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from garita.convert.source import Source
from garita.errors import ConversionRefused

LONGEST_HEADER = 32 * 1024 * 1024  # bytes; a thousand tensors take about 100 kB
_MOST_SIDES, _LONGEST_SIDE = 8, 2**48  # of a shape; more is damage, and would take for ever to multiply
_WIDTHS: dict[str, np.dtype[Any]] = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2"), "BF16": np.dtype("<u2")}


class Place(NamedTuple):
    """Where a tensor lies: its file, its type there, its shape, and where its bytes begin and end in the file."""

    source: Source
    kind: str
    shape: tuple[int, ...]
    start: int
    stop: int


class SafeTensors(Mapping[str, "np.ndarray"]):
    """The tensors of a file, or of all *.safetensors files of a folder; looking one up reads it as float32.

    Raises:
        ConversionRefused: there is none, one is truncated or lies about itself, or two hold the same name.
    """

    def __init__(self, place: Path) -> None:
        self._places: dict[str, Place] = {}
        paths = sorted(place.glob("*.safetensors")) if place.is_dir() else [place]
        if not paths:
            raise ConversionRefused(path=str(place), problem="there is no .safetensors file")
        for path in paths:
            for name, tensor in _header(path).items():
                if name in self._places:
                    raise ConversionRefused(path=str(path), problem=f"{name} is in two files")
                self._places[name] = tensor

    def __getitem__(self, name: str) -> np.ndarray:
        place = self._places[name]
        return self._read(name, 0, math.prod(place.shape)).reshape(place.shape)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def shape(self, name: str) -> tuple[int, ...]:
        """A tensor's shape without reading it."""
        return self._places[name].shape

    def rows(self, name: str, start: int, stop: int) -> np.ndarray:
        """Rows of a tensor as float32, shape (stop - start, ...)."""
        shape = self._places[name].shape[1:]
        width = math.prod(shape)
        return self._read(name, start * width, (stop - start) * width).reshape(stop - start, *shape)

    def columns(self, name: str, start: int, stop: int) -> np.ndarray:
        """Columns of a matrix as float32, each as a row: shape (stop - start, rows)."""
        rows, width = self._places[name].shape
        parts = [self._read(name, row * width + start, stop - start) for row in range(rows)]
        return np.ascontiguousarray(np.array(parts, np.float32).reshape(rows, stop - start).T)

    def _read(self, name: str, start: int, count: int) -> np.ndarray:
        """``count`` values from the tensor's value ``start`` on."""
        place = self._places[name]
        width = _WIDTHS[place.kind]
        content = place.source.read(place.start + start * width.itemsize, count * width.itemsize)
        raw: np.ndarray = np.frombuffer(content, width)
        if place.kind == "BF16":  # the upper half of a float32
            raw = (raw.astype(np.uint32) << 16).view(np.float32)
        return raw.astype(np.float32, copy=False)


def _header(path: Path) -> dict[str, Place]:
    try:
        source = Source.of(path)
        size = source.size
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if size < 8 or length > min(size - 8, LONGEST_HEADER):
                raise ConversionRefused(path=str(path), problem="is truncated or no safetensors file")
            entries = json.loads(file.read(length), object_pairs_hook=_once)
        if not isinstance(entries, dict):
            raise ConversionRefused(path=str(path), problem="is truncated or no safetensors file")
        data = 8 + length
        found = {name: _place(source, entry, data) for name, entry in entries.items() if name != "__metadata__"}
        _check_filled(found, data, size)
    except OSError as error:
        raise ConversionRefused(path=str(path), problem=error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConversionRefused(path=str(path), problem=f"its header is damaged: {error}") from error
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object in which no name stands twice."""
    if len(found := dict(pairs)) != len(pairs):
        raise ValueError("a name is there twice")
    return found


def _place(source: Source, entry: Mapping[str, object], data: int) -> Place:
    kind, shape, offsets = str(entry["dtype"]), entry["shape"], entry["data_offsets"]
    if not (isinstance(shape, list) and all(type(side) is int and 0 <= side <= _LONGEST_SIDE for side in shape)):
        raise ValueError(f"shape {str(shape)[:80]}")
    if len(shape) > _MOST_SIDES:
        raise ValueError(f"a shape of {len(shape)} sides")
    if not (isinstance(offsets, list) and [type(offset) for offset in offsets] == [int, int]):
        raise ValueError(f"offsets {str(offsets)[:80]}")
    if kind not in _WIDTHS:
        raise ValueError(f"tensors of type {kind[:20]} are not supported")
    start, stop = offsets
    if not 0 <= start <= stop <= source.size - data or stop - start != math.prod(shape) * _WIDTHS[kind].itemsize:
        raise ValueError(f"offsets {str(offsets)[:80]} do not fit {shape} in {source.size} bytes")
    return Place(source, kind, tuple(shape), data + start, data + stop)


def _check_filled(places: Mapping[str, Place], data: int, size: int) -> None:
    """Every byte of the data belongs to exactly one tensor."""
    position = data
    for place in sorted(places.values(), key=lambda place: (place.start, place.stop)):
        if place.start != position:
            raise ValueError(f"its tensors leave gaps or overlap at byte {position}")
        position = place.stop
    if position != size:
        raise ValueError(f"its tensors end at byte {position} of {size}")
