"""The lean reader agrees with the gguf package's writer and never answers damage with anything but our errors."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np
import pytest
from gguf import GGMLQuantizationType, GGUFWriter
from gguf.quants import quantize
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from garita.errors import GaritaError, ModelDamaged, ModelEmpty, ModelMissing, ModelNotGGUF, ModelTruncated
from garita.library import gguf_facts


def write_model(path: Path, tokens: int = 300) -> Path:
    """A file with strings, numbers, a long and a short array, and tensors of two types."""
    writer = GGUFWriter(path, "llama")
    writer.add_name("Prueba ñ")
    writer.add_block_count(2)
    writer.add_context_length(1024)
    writer.add_embedding_length(64)
    writer.add_head_count(4)
    writer.add_head_count_kv([2, 4])
    writer.add_file_type(7)
    writer.add_token_list([f"t{n}" for n in range(tokens)])
    writer.add_tensor("token_embd.weight", np.ones((tokens, 64), np.float32))
    block = quantize(np.ones((64, 64), np.float32), GGMLQuantizationType.Q8_0)
    writer.add_tensor("blk.0.attn_q.weight", block, raw_dtype=GGMLQuantizationType.Q8_0)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return write_model(tmp_path / "m.gguf")


def test_facts_of_a_written_file(model: Path) -> None:
    facts = gguf_facts.read(model)
    assert (facts.architecture, facts.name, facts.quantisation) == ("llama", "Prueba ñ", "Q8_0")
    assert facts.parameters == 300 * 64 + 64 * 64
    assert facts.weight_bytes == 300 * 64 * 4 + 64 * 64 // 32 * 34
    assert facts.number("context_length") == 1024
    assert facts.number("attention.head_count_kv") == 4  # the maximum of a per-layer array
    assert facts.array_lengths["tokenizer.ggml.tokens"] == 300
    assert facts.is_language_model


def test_long_lists_of_texts_are_skipped_over_any_number_of_blocks(tmp_path: Path) -> None:
    writer = GGUFWriter(tmp_path / "long.gguf", "llama")
    writer.add_array("long.texts", ["ñ" * length for length in range(0, 40_000, 300)])  # 5 MB
    writer.add_name("after")
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    facts = gguf_facts.read(tmp_path / "long.gguf")
    assert (facts.name, facts.array_lengths["long.texts"]) == ("after", 134)
    content = (tmp_path / "long.gguf").read_bytes()
    for length in (200, len(content) // 2, len(content) - 40):
        (tmp_path / "cut.gguf").write_bytes(content[:length])
        with pytest.raises(ModelTruncated):
            gguf_facts.read(tmp_path / "cut.gguf")


def test_every_truncation_is_noticed(model: Path, tmp_path: Path) -> None:
    content = model.read_bytes()
    cut = tmp_path / "cut.gguf"
    for length in [*range(4, 400, 13), len(content) // 2, len(content) - 4096, len(content) - 33]:
        cut.write_bytes(content[:length])
        with pytest.raises((ModelTruncated, ModelDamaged)):
            gguf_facts.read(cut)


def test_what_is_no_model(tmp_path: Path) -> None:
    empty, page = tmp_path / "e.gguf", tmp_path / "p.gguf"
    empty.touch()
    page.write_text("<!DOCTYPE html>")
    with pytest.raises(ModelEmpty):
        gguf_facts.read(empty)
    with pytest.raises(ModelNotGGUF, match="HTML"):
        gguf_facts.read(page)
    with pytest.raises(ModelMissing):
        gguf_facts.read(tmp_path / "none.gguf")
    with pytest.raises(ModelMissing):
        gguf_facts.read(tmp_path)


@given(data=st.binary(max_size=400))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_bytes_give_our_errors_only(data: bytes, tmp_path: Path) -> None:
    for content in (data, b"GGUF" + data, b"GGUF\x03\0\0\0" + data):
        path = tmp_path / "r.gguf"
        path.write_bytes(content)
        with contextlib.suppress(GaritaError):
            gguf_facts.read(path)


@given(position=st.integers(0, 700), value=st.integers(0, 255))
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_byte_gives_facts_or_our_errors(position: int, value: int, tmp_path: Path) -> None:
    path = tmp_path / "flipped.gguf"
    content = bytearray(write_model(tmp_path / "whole.gguf", tokens=80).read_bytes())
    content[position] = value
    path.write_bytes(content)
    with contextlib.suppress(GaritaError):
        assert gguf_facts.read(path).quantisation
