"""The reader believes nothing a file says without checking it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.numpy import save_file

from garita.convert.safetensors import SafeTensors
from garita.errors import ConversionRefused

SHARED_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


def _file(folder: Path, header: object, data: bytes = b"\0" * 16) -> None:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    (folder / "a.safetensors").write_bytes(len(text).to_bytes(8, "little") + text + data)


@SHARED_FOLDER
@given(shape=st.lists(st.integers(0, 5), max_size=3), half=st.booleans(), seed=st.integers(0, 99))
def test_reads_what_the_library_wrote(tmp_path: Path, shape: list[int], half: bool, seed: int) -> None:
    kind = np.float16 if half else np.float32
    values = np.asarray(np.random.default_rng(seed).normal(size=shape)).astype(kind)
    save_file({"w": values, "other": np.ones(3, np.float32)}, tmp_path / "a.safetensors")
    tensors = SafeTensors(tmp_path)
    assert sorted(tensors) == ["other", "w"]
    assert tensors.shape("w") == tuple(shape)
    np.testing.assert_array_equal(tensors["w"], values.astype(np.float32).reshape(shape))


def test_bfloat16_is_the_upper_half_of_float32(tmp_path: Path) -> None:
    upper = np.array([1.5, -2.0, 3.0e38, 0.0], np.float32).view(np.uint32) >> 16
    _file(tmp_path, {"w": {"dtype": "BF16", "shape": [4], "data_offsets": [0, 8]}}, upper.astype("<u2").tobytes())
    assert SafeTensors(tmp_path)["w"].tolist()[:2] == [1.5, -2.0]


@SHARED_FOLDER
@given(content=st.binary(max_size=200))
def test_random_bytes_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.safetensors").write_bytes(content)
    with pytest.raises(ConversionRefused):
        SafeTensors(tmp_path)


@pytest.mark.parametrize(
    "entry",
    [
        {"dtype": "F32", "shape": [4], "data_offsets": [0, 20]},
        {"dtype": "F32", "shape": [4], "data_offsets": [4, 20]},
        {"dtype": "F32", "shape": [4], "data_offsets": [-16, 0]},
        {"dtype": "F32", "shape": [2**62, 4], "data_offsets": [0, 16]},
        {"dtype": "F32", "shape": [-4], "data_offsets": [0, 16]},
        {"dtype": "F32", "shape": [True, 4], "data_offsets": [0, 16]},
        {"dtype": "F8_E4M3", "shape": [16], "data_offsets": [0, 16]},
        {"dtype": ["F32"], "shape": [4], "data_offsets": [0, 16]},
        {"shape": [4], "data_offsets": [0, 16]},
        [],
    ],
)
def test_lies_in_the_header_are_refused(tmp_path: Path, entry: object) -> None:
    _file(tmp_path, {"w": entry})
    with pytest.raises(ConversionRefused):
        SafeTensors(tmp_path)


def test_one_name_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        save_file({"w": np.ones(2, np.float32)}, tmp_path / f"{name}.safetensors")
    with pytest.raises(ConversionRefused, match="two files"):
        SafeTensors(tmp_path)


def _entry(start: int, stop: int) -> dict[str, object]:
    return {"dtype": "F32", "shape": [(stop - start) // 4], "data_offsets": [start, stop]}


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ({"a": _entry(0, 16), "b": _entry(8, 16)}, "overlap at byte"),
        ({"a": _entry(0, 8), "b": _entry(12, 16)}, "gaps or overlap"),
        ({"a": _entry(4, 16)}, "gaps or overlap"),
        ({"a": _entry(0, 12)}, "its tensors end at byte"),
        (b'{"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16], "dtype": "F32"}}', "there twice"),
        ({"a": {"dtype": "F32", "shape": [1] * 9 + [4], "data_offsets": [0, 16]}}, "10 sides"),
        ({"a": {"dtype": "F32", "shape": [10**4000] * 8, "data_offsets": [0, 16]}}, "shape"),
    ],
)
def test_every_byte_belongs_to_one_tensor(tmp_path: Path, header: object, words: str) -> None:
    _file(tmp_path, header)
    with pytest.raises(ConversionRefused, match=words):
        SafeTensors(tmp_path)


@SHARED_FOLDER
@given(rows=st.integers(1, 5), columns=st.integers(1, 6), half=st.booleans(), data=st.data())
def test_rows_and_columns_are_parts_of_the_whole(
    tmp_path: Path, rows: int, columns: int, half: bool, data: st.DataObject
) -> None:
    values = np.arange(rows * columns, dtype=np.float16 if half else np.float32).reshape(rows, columns)
    save_file({"other": np.ones(3, np.float32), "w": values}, tmp_path / "a.safetensors")
    tensors = SafeTensors(tmp_path / "a.safetensors")
    start = data.draw(st.integers(0, rows))
    stop = data.draw(st.integers(start, rows))
    np.testing.assert_array_equal(tensors.rows("w", start, stop), values[start:stop])
    first = data.draw(st.integers(0, columns))
    last = data.draw(st.integers(first, columns))
    np.testing.assert_array_equal(tensors.columns("w", first, last), values.T[first:last])


def test_a_file_that_changes_is_noticed(tmp_path: Path) -> None:
    save_file({"w": np.ones(3, np.float32)}, tmp_path / "a.safetensors")
    tensors = SafeTensors(tmp_path)
    save_file({"w": np.ones(4, np.float32)}, tmp_path / "a.safetensors")
    with pytest.raises(ConversionRefused, match="changed while"):
        tensors["w"]
