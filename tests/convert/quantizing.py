"""Shared by the tests of quantising: the same file made by our quantiser and by llama.cpp's must be the same bytes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

import gguf
import numpy as np

from garita.convert.gguf_read import open_gguf
from garita.convert.random_base import BaseShape, random_base
from garita.convert.types import FILE_TYPES

SHAPE = BaseShape(2, 256, 256, 4, 2, 300)
SMALL = replace(SHAPE, layers=1)
# ggml spends seconds on its tables for these; each group has a file of tests of its own.
ONE_BIT = {"IQ1_S", "IQ1_M"}
TWO_BITS = {"IQ2_XXS", "IQ2_XS", "IQ2_S", "IQ2_M", "IQ3_XXS"}
OTHERS = FILE_TYPES.keys() - ONE_BIT - TWO_BITS
NEED_IMPORTANCE = {"Q2_K_S", "IQ3_XS"}  # of the others; those of few bits all do


def assert_same_bytes(source: Path, folder: Path, kinds: Collection[str], matrix: Path | None = None) -> None:
    """Every type's file has the tensors of llama.cpp's, byte for byte; llama.cpp sorts them by layer, we do not."""
    folder.mkdir()
    command = [sys.executable, "-m", "tests.convert.both_quantizers", str(source), str(folder), str(matrix or "-")]
    subprocess.run([*command, *sorted(kinds)], check=True, timeout=120)
    for kind in kinds:
        ours, theirs = open_gguf(folder / f"ours-{kind}.gguf"), open_gguf(folder / f"theirs-{kind}.gguf")
        assert ours.tensors.keys() == theirs.tensors.keys()
        for name, tensor in theirs.tensors.items():
            found = ours.tensors[name]
            assert (found.kind, found.shape) == (tensor.kind, tensor.shape), f"{name} of {kind}"
            assert found.rows(0, found.row_count) == tensor.rows(0, tensor.row_count), f"{name} of {kind}"
        assert ours.value("general.file_type") == theirs.value("general.file_type") == FILE_TYPES[kind]


def assert_same_bytes_with_importance(folder: Path, kinds: Collection[str]) -> None:
    """The same of a small random model, with an importance matrix for every matrix of its layers."""
    rng = np.random.default_rng(3)
    matrices = {name: columns for name, _, columns in SMALL.matrices() if name.startswith("blk")}
    weights = {name: rng.random(columns, np.float32) + 0.01 for name, columns in matrices.items()}
    matrix = importance(folder / "imatrix.gguf", weights)
    assert_same_bytes(random_base(folder / "f32.gguf", SMALL, "F32"), folder / "both", kinds, matrix)
    for kind in kinds:
        assert open_gguf(folder / "both" / f"ours-{kind}.gguf").value("quantize.imatrix.entries_count") == len(weights)


def importance(path: Path, weights: Mapping[str, np.ndarray]) -> Path:
    """An importance matrix as llama-imatrix writes it: sums of squares over 2 uses, of experts a row each."""
    writer = gguf.GGUFWriter(path, "")
    writer.add_type("imatrix")
    for name, values in weights.items():
        rows = np.atleast_2d(values)
        writer.add_tensor(f"{name}.in_sum2", rows * 2)
        writer.add_tensor(f"{name}.counts", np.full((len(rows), 1), 2, np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
