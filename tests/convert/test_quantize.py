"""Quantising has none of the accidents of llama.cpp's own quantiser; that the bytes are the same: test_bytes_of_*."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from garita.convert import ggml
from garita.convert.gguf_fields import ValueType, number
from garita.convert.gguf_read import open_gguf
from garita.convert.quantize import plan_quantize, quantize, rounded_twice
from garita.convert.random_base import TINY, random_base
from garita.convert.types import FILE_TYPES
from garita.errors import ConversionRefused, OutputNotWritable
from tests.convert import gguf_files, llama, quantizing


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return random_base(tmp_path_factory.mktemp("source") / "f32.gguf", quantizing.SHAPE, "F32")


@pytest.mark.parametrize(("kind", "into"), [("F16", ["Q4_K_M"]), ("BF16", ["Q8_0"]), ("Q8_0", ["Q4_K_M", "F16"])])
def test_other_beginnings(tmp_path: Path, kind: str, into: list[str]) -> None:
    source = random_base(tmp_path / "source.gguf", TINY, kind)
    quantizing.assert_same_bytes(source, tmp_path / "both", into)
    assert bool(rounded_twice(plan_quantize(source, into[0]))) == (kind == "Q8_0")


def test_every_expert_is_weighed_by_its_own_importance(source: Path, tmp_path: Path) -> None:
    rng = np.random.default_rng(9)
    stacks = [f"blk.{layer}.ffn_{part}_exps.weight" for layer in range(2) for part in ("gate", "up", "down")]
    tensors = {f"blk.{layer}.ffn_gate_inp.weight": rng.standard_normal((3, 256)) for layer in range(2)}
    for name, one in open_gguf(source).tensors.items():
        if name.endswith("norm.weight") or ".ffn_" not in name:
            tensors[name] = np.frombuffer(one.rows(0, one.row_count), np.float32).reshape(one.shape)
    tensors |= {name: rng.standard_normal((3, 256, 256)) for name in stacks}
    experts = {f"llama.expert_{key}": number(ValueType.UINT32, n) for key, n in (("count", 3), ("used_count", 2))}
    mixture = gguf_files.write(tmp_path / "mixture.gguf", tensors, open_gguf(source).fields | experts)
    weights = {name: rng.random((3, 256), np.float32) ** 4 + 0.01 for name in stacks}
    matrix = quantizing.importance(tmp_path / "imatrix.gguf", weights)
    quantizing.assert_same_bytes(mixture, tmp_path / "both", ["Q4_K_M"], matrix)


def test_what_has_the_type_already_passes_unchanged(tmp_path: Path) -> None:
    source = random_base(tmp_path / "source.gguf", TINY, "Q4_K")
    quantize(source, tmp_path / "ours.gguf", "Q4_K_S")
    before, after = open_gguf(source).tensors, open_gguf(tmp_path / "ours.gguf").tensors
    copied = [name for name in before if after[name].kind == before[name].kind]
    assert len(copied) > 0.5 * len(before)
    assert all(before[name].rows(0, 1) == after[name].rows(0, 1) for name in copied)


@pytest.mark.parametrize("how", [{"tensors_in_a_shard": 10}, {"alignment": 256}], ids=str)
def test_shards_and_another_alignment_give_the_same_file(source: Path, tmp_path: Path, how: dict[str, int]) -> None:
    """llama.cpp's quantiser writes a file that nobody can load when the alignment is not 32."""
    paths = gguf_files.written_anew(source, tmp_path / "base.gguf", **how)
    quantize(source, tmp_path / "whole.gguf", "Q4_K_M")
    quantize(paths[-1], tmp_path / "joined.gguf", "Q4_K_M")
    whole, joined = open_gguf(tmp_path / "whole.gguf"), open_gguf(tmp_path / "joined.gguf")
    assert "general.alignment" not in joined.fields
    assert joined.fields == whole.fields
    for name, tensor in whole.tensors.items():
        assert joined.tensors[name].rows(0, tensor.row_count) == tensor.rows(0, tensor.row_count)
    _, logits = llama.answers(tmp_path / "joined.gguf", prompt=[1, 2, 3])
    assert np.isfinite(logits).all()


def test_threads_and_blocks_do_not_show(source: Path, tmp_path: Path) -> None:
    for threads in (1, 3):
        quantize(source, tmp_path / f"{threads}.gguf", "Q4_K_M", threads=threads)
    assert (tmp_path / "1.gguf").read_bytes() == (tmp_path / "3.gguf").read_bytes()


def test_the_model_still_loads_and_progress_is_told(source: Path, tmp_path: Path) -> None:
    told: list[int] = []
    quantize(source, tmp_path / "small.gguf", "Q8_0", on_bytes=told.append)
    ids, logits = llama.answers(tmp_path / "small.gguf", ["Buenos días."], [1, 2, 3])
    assert ids[0]
    assert logits.shape == (3, quantizing.SHAPE.vocabulary)
    assert told == sorted(told)
    assert 0.8 < told[-1] / (tmp_path / "small.gguf").stat().st_size < 1
    assert list(tmp_path.glob("*.partial")) == []


def test_input_and_output_may_not_be_one_file(source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    link, hard = tmp_path / "link.gguf", tmp_path / "hard.gguf"
    link.symlink_to(source)
    hard.hardlink_to(source)
    for target in (source, link, hard):
        with pytest.raises(ConversionRefused, match="same file"):
            quantize(source, target, "Q8_0")
    assert source.read_bytes() == before


def test_a_damaged_file_costs_a_sentence_and_leaves_the_target_alone(source: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(source.read_bytes()[:3000])
    target = tmp_path / "target.gguf"
    target.write_bytes(b"before")
    with pytest.raises(ConversionRefused):
        quantize(damaged, target, "Q8_0")
    assert target.read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["damaged.gguf", "target.gguf"]


@pytest.mark.parametrize(("content", "words"), [(None, "No such file"), (b"", "empty"), (b"\x93NUMPY", "no GGUF")])
def test_what_is_no_gguf_is_refused_at_once(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "x.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConversionRefused, match=words):
        quantize(path, tmp_path / "y.gguf", "Q8_0")


def test_unknown_types_are_named_with_the_known_ones(source: Path, tmp_path: Path) -> None:
    with pytest.raises(ConversionRefused, match="Q4_K_M"):
        quantize(source, tmp_path / "y.gguf", "Q9_Z")


@pytest.mark.parametrize("kind", ["Q2_K_S", "IQ3_XS", "IQ2_M"])
def test_types_that_need_importance_say_so_as_llama_cpp_does(source: Path, tmp_path: Path, kind: str) -> None:
    """ggml itself would write them, badly."""
    with pytest.raises(ConversionRefused, match=f"{kind} needs an importance matrix"):
        plan_quantize(source, kind)
    assert "requires an imatrix" in ggml.quantize_in_child(source, tmp_path / "theirs.gguf", FILE_TYPES[kind], 1)
    one = quantizing.importance(tmp_path / "one.gguf", {"blk.0.attn_q.weight": np.ones(256, np.float32)})
    with pytest.raises(ConversionRefused, match=f"{kind} needs an importance matrix") as refused:
        plan_quantize(source, kind, one)
    assert refused.value.facts["path"] != "blk.0.attn_q.weight"


def test_an_importance_matrix_of_another_width_is_refused(tmp_path: Path) -> None:
    narrow = random_base(tmp_path / "narrow.gguf", replace(TINY, feed_forward=768), "F32")
    wrong = quantizing.importance(tmp_path / "i.gguf", {"blk.0.ffn_down.weight": np.ones(512, np.float32)})
    with pytest.raises(ConversionRefused, match="512 columns"):
        quantize(narrow, tmp_path / "y.gguf", "Q4_K_M", importance=wrong)
    assert not (tmp_path / "y.gguf").exists()


def test_unwritable_places_are_known_before_the_work(source: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritable, match="no folder"):
        quantize(source, tmp_path / "nowhere" / "y.gguf", "Q8_0")
