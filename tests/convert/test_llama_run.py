"""llama.cpp's logits come from a process of its own, whatever the file does to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import gguf
import numpy as np
import pytest

from garita.convert import llama_run
from garita.convert.llama_run import WINDOW, Run, Weighted
from garita.convert.random_base import TINY, BaseShape, random_adapter, random_base
from garita.errors import AdapterInvalid, ModelLoadFailed
from tests.convert import llama


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return random_base(tmp_path_factory.mktemp("base") / "base.gguf", TINY, "F32")


def _logits(tmp_path: Path, base: Path, windows: tuple[tuple[int, ...], ...], *adapters: Weighted) -> np.ndarray:
    entries = llama_run.logits(Run(base, adapters, windows), tmp_path / "rows")
    assert entries == TINY.vocabulary
    return np.fromfile(tmp_path / "rows", np.float32).reshape(-1, entries)


def test_rows_are_those_of_a_plain_evaluation(base: Path, tmp_path: Path) -> None:
    windows = ((1, 2, 3, 4), (9, 8))
    rows = _logits(tmp_path, base, windows)
    for window, found in zip(windows, (rows[:4], rows[4:]), strict=True):
        _, expected = llama.answers(base, prompt=window)
        assert np.abs(found - expected).max() <= 1e-6 * np.abs(expected).max()


def test_an_adapter_changes_them_by_its_weight(base: Path, tmp_path: Path) -> None:
    adapter = random_adapter(tmp_path / "a.gguf", TINY, 4, strength=0.05)
    plain, zero, half, whole = (
        _logits(tmp_path, base, ((1, 2, 3),), *([Weighted(adapter, scale)] if scale is not None else []))
        for scale in (None, 0.0, 0.5, 1.0)
    )
    assert np.array_equal(plain, zero)
    assert 0 < np.abs(half - plain).max() < np.abs(whole - plain).max()


def test_text_becomes_windows_that_fit(base: Path) -> None:
    found = llama_run.windows(base, "¿Qué trae en la maleta? " * 40, 3)
    assert [len(one) for one in found] == [WINDOW] * 3
    assert len(llama_run.windows(base, "Sí.", 3)) == 1
    assert llama_run.windows(base, "", 3) == ()


def test_what_llama_cpp_refuses_is_told(base: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(base.read_bytes()[:100_000])
    with pytest.raises(ModelLoadFailed):
        _logits(tmp_path, broken, ((1,),))
    with pytest.raises(AdapterInvalid) as refused:
        _logits(tmp_path, base, ((1,),), Weighted(broken, 1.0))
    assert refused.value.facts["path"] == str(broken)


def test_a_process_that_dies_is_told(tmp_path: Path) -> None:
    tied = replace(TINY, tied=True)
    base = random_base(tmp_path / "tied.gguf", tied, "F32")
    deadly = _embedding_adapter(tmp_path / "a.gguf", tied)  # llama.cpp asserts when it meets one on a tied model
    with pytest.raises(ModelLoadFailed, match="ended with code"):
        _logits(tmp_path, base, ((1, 2, 3),), Weighted(deadly, 1.0))


def _embedding_adapter(path: Path, shape: BaseShape) -> Path:
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", 4.0)
    writer.add_tensor("token_embd.weight.lora_a", np.ones((shape.vocabulary, 4), np.float32))
    writer.add_tensor("token_embd.weight.lora_b", np.ones((shape.width, 4), np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
