"""Random bases are sound GGUF files of the size they promise, and their adapters fit them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import gguf
import numpy as np
import pytest

from garita.convert.random_base import SHAPES, TINY, random_adapter, random_base


@pytest.mark.parametrize("kind", ["F32", "F16", "BF16", "Q8_0", "Q4_K", "Q6_K"])
def test_another_reader_finds_every_tensor_in_its_type(tmp_path: Path, kind: str) -> None:
    path = random_base(tmp_path / "base.gguf", TINY, kind)
    reader = gguf.GGUFReader(path)
    found = {tensor.name: tensor for tensor in reader.tensors}
    for name, rows, columns in TINY.matrices():
        assert found[name].tensor_type.name == kind
        assert found[name].shape.tolist() == [columns, rows]
        values = gguf.dequantize(found[name].data, found[name].tensor_type)
        assert np.std(values) == pytest.approx(columns**-0.5, rel=0.05)
    assert np.array_equal(found["output_norm.weight"].data, np.ones(TINY.width, np.float32))
    assert sum(tensor.n_elements for tensor in reader.tensors) == TINY.parameters
    assert path.stat().st_size % 32 == 0


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    one, other, third = (random_base(tmp_path / str(n), TINY, "F16", seed=n // 2) for n in range(3))
    assert one.read_bytes() == other.read_bytes() != third.read_bytes()


def test_a_base_without_weights_takes_no_room(tmp_path: Path) -> None:
    path = random_base(tmp_path / "base.gguf", SHAPES["0.85B"], "F16", sparse=True)
    assert path.stat().st_size > 2 * SHAPES["0.85B"].parameters
    assert path.stat().st_blocks * 512 < 10_000_000
    assert 840e6 < SHAPES["0.85B"].parameters < 860e6
    assert 7.9e9 < SHAPES["8B"].parameters < 8.1e9


def test_an_adapter_has_a_pair_for_every_matrix_inside_the_layers(tmp_path: Path) -> None:
    names = {tensor.name for tensor in gguf.GGUFReader(random_adapter(tmp_path / "a.gguf", TINY, 4)).tensors}
    matrices = [name for name, _, _ in TINY.matrices() if name.startswith("blk.")]
    assert names == {f"{name}.lora_{side}" for name in matrices for side in "ab"}


def test_columns_must_be_whole_blocks(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="blocks"):
        random_base(tmp_path / "base.gguf", replace(TINY, width=100), "Q8_0")
