"""Importance matrices of both formats are read as llama.cpp reads them; what is damaged is refused."""

from __future__ import annotations

import contextlib
import struct
from pathlib import Path

import gguf
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from garita.convert import imatrix
from garita.errors import ConversionRefused


def _older(entries: dict[str, tuple[int, list[float]]]) -> bytes:
    parts = [struct.pack("<i", len(entries))]
    for name, (calls, values) in entries.items():
        parts += [struct.pack("<i", len(name)), name.encode(), struct.pack("<ii", calls, len(values))]
        parts.append(np.array(values, "<f4").tobytes())
    return b"".join(parts)


def _newer(path: Path, sums: np.ndarray, counts: np.ndarray | None) -> Path:
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_array("imatrix.datasets", ["calibración.txt"])
    writer.add_uint32("imatrix.chunk_count", 12)
    writer.add_tensor("blk.0.ffn_up_exps.weight.in_sum2", sums)
    if counts is not None:
        writer.add_tensor("blk.0.ffn_up_exps.weight.counts", counts)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def test_sums_become_means_by_matrix_and_unused_experts_count_evenly(tmp_path: Path) -> None:
    sums = np.array([[2, 4, 6], [0, 0, 0]], np.float32)
    read = imatrix.read(_newer(tmp_path / "i.gguf", sums, np.array([[2], [0]], np.float32)))
    found = read.of("blk.0.ffn_up_exps.weight", 2, 3)
    assert found is not None
    assert found.tolist() == [[1, 2, 3], [1, 1, 1]]
    assert read.of("blk.1.ffn_up_exps.weight", 2, 3) is None
    said = {key: field.value for key, field in read.fields().items()}
    assert said["quantize.imatrix.dataset"] == "calibración.txt"
    assert said["quantize.imatrix.chunks_count"] == 12
    assert said["quantize.imatrix.entries_count"] == 1


def test_the_older_format(tmp_path: Path) -> None:
    path = tmp_path / "i.dat"
    path.write_bytes(_older({"a.weight": (4, [4.0, 8.0]), "b.weight": (0, [3.0])}))
    read = imatrix.read(path)
    assert {name: values.tolist() for name, values in read.columns.items()} == {"a.weight": [1, 2], "b.weight": [3]}
    with pytest.raises(ConversionRefused, match="has 2 columns"):
        read.of("a.weight", 1, 3)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x01",
        _older({}),
        _older({"a": (1, [np.nan])}),
        _older({"a": (1, [-1.0])}),
        _older({"a": (1, [1.0])})[:-1],
    ],
)
def test_what_is_none_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "i.dat").write_bytes(content)
    with pytest.raises(ConversionRefused):
        imatrix.read(tmp_path / "i.dat")


def test_sums_without_counts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConversionRefused, match="no counts"):
        imatrix.read(_newer(tmp_path / "i.gguf", np.ones((1, 3), np.float32), None))
    with pytest.raises(ConversionRefused, match="do not belong"):
        imatrix.read(_newer(tmp_path / "j.gguf", np.ones((1, 3), np.float32), np.ones((2, 1), np.float32)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 60), st.binary(max_size=6), st.booleans())
def test_damage_never_ends_in_a_crash(tmp_path: Path, place: int, damage: bytes, cut: bool) -> None:
    whole = bytearray(_older({"a.weight": (4, [4.0, 8.0]), "b.weight": (1, [3.0, 1.0, 2.0])}))
    whole[place : place + len(damage)] = damage
    (tmp_path / "i.dat").write_bytes(whole[:place] if cut else whole)
    with contextlib.suppress(ConversionRefused):
        imatrix.read(tmp_path / "i.dat")
