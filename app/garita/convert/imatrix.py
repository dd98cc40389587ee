"""Reads importance matrices: how strongly each column of a matrix counts, from llama-imatrix's files.

Two formats: GGUF (tensors ``<name>.in_sum2`` and ``<name>.counts``) and the older binary one. Source: llama.cpp's
tools/imatrix and tools/quantize. Knows nothing of models.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from gguf import GGMLQuantizationType as GgmlType

from garita.convert.ggml import Floats
from garita.convert.gguf_fields import Field, ValueType, number, text
from garita.convert.gguf_read import GgufFile, Tensor, open_gguf
from garita.convert.source import Source
from garita.errors import ConversionRefused

_SUMS, _COUNTS = ".in_sum2", ".counts"
_LONGEST_NAME = 4096


@dataclass(frozen=True)
class ImportanceMatrix:
    """``columns`` gives for a tensor's name flat weights: one for each column of each of its matrices."""

    path: Path
    columns: Mapping[str, Floats]
    dataset: str = ""
    chunks: int = 0

    def of(self, name: str, matrices: int, columns: int) -> Floats | None:
        """The weights (matrices, columns) of a tensor, None where there are none for it.

        Raises:
            ConversionRefused: there are some, but of another size.
        """
        found = self.columns.get(name)
        if found is None:
            return None
        if found.size != matrices * columns:
            problem = f"{name} has {found.size} columns, the model's has {matrices * columns}"
            raise ConversionRefused(path=str(self.path), problem=problem)
        return found.reshape(matrices, columns)

    def fields(self) -> dict[str, Field]:
        """What llama-quantize says of it in a file's head."""
        return {
            "quantize.imatrix.file": text(self.path.name),
            "quantize.imatrix.dataset": text(self.dataset),
            "quantize.imatrix.entries_count": number(ValueType.INT32, len(self.columns)),
            "quantize.imatrix.chunks_count": number(ValueType.INT32, self.chunks),
        }


def read(path: Path) -> ImportanceMatrix:
    """An importance matrix of either format.

    Raises:
        ConversionRefused: missing, damaged, empty or not finite.
    """
    try:
        Source.of(path)  # a pipe would be waited for
        with path.open("rb") as file:
            is_gguf = file.read(4) == b"GGUF"
            file.seek(0)
            found = _of_gguf(open_gguf(path)) if is_gguf else _of_older(path, file)
    except OSError as error:
        raise ConversionRefused(path=str(path), problem=error.strerror or str(error)) from error
    except (struct.error, UnicodeDecodeError) as error:
        raise ConversionRefused(path=str(path), problem="is truncated or no importance matrix") from error
    if not found.columns:
        raise ConversionRefused(path=str(path), problem="holds no importance matrix")
    for name, values in found.columns.items():
        if not np.isfinite(values).all() or values.min() < 0:
            raise ConversionRefused(path=str(path), problem=f"{name} has weights that are negative or not finite")
    return found


def _of_gguf(file: GgufFile) -> ImportanceMatrix:
    columns = {}
    for name, sums in file.tensors.items():
        if name.endswith(_SUMS):
            counts = file.tensors.get(name.removesuffix(_SUMS) + _COUNTS)
            if counts is None:
                raise ConversionRefused(path=str(file.path), problem=f"{name} has no counts")
            columns[name.removesuffix(_SUMS)] = _means(file.path, _whole(file.path, sums), _whole(file.path, counts))
    datasets = file.value("imatrix.datasets", [])
    chunks = file.value("imatrix.chunk_count", 0)
    dataset = str(datasets[0]) if isinstance(datasets, list) and datasets else ""
    return ImportanceMatrix(file.path, columns, dataset, chunks if isinstance(chunks, int) else 0)


def _whole(path: Path, tensor: Tensor) -> Floats:
    if tensor.kind != GgmlType.F32:
        raise ConversionRefused(path=str(path), problem=f"{tensor.name} is {tensor.kind.name}, expected F32")
    return np.frombuffer(tensor.rows(0, tensor.row_count), "<f4").astype(np.float32)


def _means(path: Path, sums: Floats, counts: Floats) -> Floats:
    """Sums over counts for each matrix; a matrix that was never used (an expert) counts every column the same."""
    if sums.size % max(1, counts.size):
        raise ConversionRefused(path=str(path), problem=f"{sums.size} sums do not belong to {counts.size} counts")
    shaped, divisor = sums.reshape(counts.size, -1), counts.reshape(-1, 1)
    means = np.divide(shaped, divisor, out=np.ones_like(shaped), where=divisor > 0)
    return means.reshape(-1)


def _of_older(path: Path, file: BinaryIO) -> ImportanceMatrix:
    columns = {}
    size = path.stat().st_size
    for _ in range(_integer(file, size)):
        name = file.read(_integer(file, _LONGEST_NAME)).decode()
        (calls,) = struct.unpack("<i", file.read(4))
        count = _integer(file, size // 4)
        raw = file.read(count * 4)
        if len(raw) != count * 4:
            raise struct.error("truncated")
        columns[name] = np.frombuffer(raw, "<f4").astype(np.float32) / np.float32(calls if calls > 0 else 1)
    return ImportanceMatrix(path, columns)


def _integer(file: BinaryIO, largest: int) -> int:
    value: int = struct.unpack("<i", file.read(4))[0]
    if not 0 < value <= largest:
        raise struct.error(f"a count of {value}")
    return value
