"""Quantised files have the very bytes of llama.cpp's own quantiser, and none of its accidents."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import gguf
import numpy as np
import pytest

from garita.convert.gguf_fields import ValueType
from garita.convert.gguf_read import open_gguf
from garita.convert.quantize import plan_quantize, quantize, rounded_twice
from garita.convert.random_base import TINY, BaseShape, random_base
from garita.convert.types import FILE_TYPES
from garita.errors import ConversionRefused, OutputNotWritable
from tests.convert import tiny

SHAPE = BaseShape(2, 256, 256, 4, 2, 300)
NEED_WEIGHTS = {"Q2_K_S"}
NEVER = {"NVFP4"}  # llama.cpp has the name, and refuses
# ggml spends 17 s on tables for them before the first value. Compared by hand: put SLOW into NEED_WEIGHTS.
SLOW = {"IQ1_S", "IQ1_M", "IQ2_XS", "IQ2_S", "IQ2_M", "IQ2_XXS", "IQ3_XS", "IQ3_XXS"}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return random_base(tmp_path_factory.mktemp("source") / "f32.gguf", SHAPE, "F32")


def _llamas(source: Path, folder: Path, kinds: list[str], weights: Path | None = None) -> dict[str, Path]:
    """What llama.cpp's quantiser makes of ``source``, by type."""
    folder.mkdir()
    script = Path(__file__).with_name("llama_quantize.py")
    wanted = [f"{kind}={FILE_TYPES[kind]}" for kind in kinds]
    command = [sys.executable, str(script), str(source), str(folder), str(weights or "-"), *wanted]
    subprocess.run(command, check=True, timeout=120)
    return {path.stem: path for path in folder.glob("*.gguf")}


def _assert_same(found: Path, expected: Path) -> None:
    ours, theirs = open_gguf(found), open_gguf(expected)
    assert ours.tensors.keys() == theirs.tensors.keys()  # llama.cpp sorts them by layer; here the base's order stays
    for name, tensor in theirs.tensors.items():
        assert (ours.tensors[name].kind, ours.tensors[name].shape) == (tensor.kind, tensor.shape), name
        assert ours.tensors[name].rows(0, tensor.row_count) == tensor.rows(0, tensor.row_count), name
    assert ours.value("general.file_type") == theirs.value("general.file_type")


def test_every_type_has_llama_cpps_bytes(source: Path, tmp_path: Path) -> None:
    kinds = sorted(FILE_TYPES.keys() - NEED_WEIGHTS - SLOW - NEVER)
    theirs = _llamas(source, tmp_path / "theirs", kinds)
    assert sorted(theirs) == kinds
    for kind in kinds:
        quantize(source, tmp_path / "ours.gguf", kind)
        _assert_same(tmp_path / "ours.gguf", theirs[kind])


def test_with_importance_too(source: Path, tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    weights = {
        name: rng.random(columns, np.float32) + 0.01 for name, _, columns in SHAPE.matrices() if name.startswith("blk")
    }
    np.savez(tmp_path / "weights.npz", **weights)
    matrix = _matrix_file(tmp_path / "imatrix.gguf", weights)
    kinds = sorted({*NEED_WEIGHTS, "Q4_K_M", "IQ4_XS"})
    theirs = _llamas(source, tmp_path / "theirs", kinds, tmp_path / "weights.npz")
    assert sorted(theirs) == kinds
    for kind in kinds:
        quantize(source, tmp_path / "ours.gguf", kind, importance=matrix)
        _assert_same(tmp_path / "ours.gguf", theirs[kind])
    assert open_gguf(tmp_path / "ours.gguf").value("quantize.imatrix.entries_count") == len(weights)


def _matrix_file(path: Path, weights: dict[str, np.ndarray]) -> Path:
    """As llama-imatrix writes it: sums of squares over 2 uses."""
    writer = gguf.GGUFWriter(path, "")
    writer.add_type("imatrix")
    for name, values in weights.items():
        writer.add_tensor(f"{name}.in_sum2", (values * 2)[None])
        writer.add_tensor(f"{name}.counts", np.array([[2.0]], np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


@pytest.mark.parametrize(("kind", "into"), [("F16", "Q4_K_M"), ("BF16", "Q8_0"), ("Q8_0", "Q4_K_M"), ("Q8_0", "F16")])
def test_other_beginnings(tmp_path: Path, kind: str, into: str) -> None:
    source = random_base(tmp_path / "source.gguf", TINY, kind)
    quantize(source, tmp_path / "ours.gguf", into)
    _assert_same(tmp_path / "ours.gguf", _llamas(source, tmp_path / "theirs", [into])[into])
    assert bool(rounded_twice(plan_quantize(source, into))) == (kind == "Q8_0")


def test_what_has_the_type_already_passes_unchanged(tmp_path: Path) -> None:
    source = random_base(tmp_path / "source.gguf", TINY, "Q4_K")
    quantize(source, tmp_path / "ours.gguf", "Q4_K_S")
    before, after = open_gguf(source).tensors, open_gguf(tmp_path / "ours.gguf").tensors
    copied = [name for name in before if after[name].kind == before[name].kind]
    assert len(copied) > 0.5 * len(before)
    assert all(before[name].rows(0, 1) == after[name].rows(0, 1) for name in copied)


def _written_anew(source: Path, target: Path, *, tensors_in_a_shard: int = 0, alignment: int = 32) -> list[Path]:
    """The same model by the gguf package; returns the file or its shards."""
    file = open_gguf(source)
    writer = gguf.GGUFWriter(target, "llama", split_max_tensors=tensors_in_a_shard)
    for key, field in file.fields.items():
        if key != "general.architecture":
            item = gguf.GGUFValueType(field.item_kind) if field.kind is ValueType.ARRAY else None
            writer.add_key_value(key, field.value, gguf.GGUFValueType(field.kind), item)
    if alignment != 32:
        writer.add_custom_alignment(alignment)
    for tensor in file.tensors.values():
        values = np.frombuffer(tensor.rows(0, tensor.row_count), np.float32)
        writer.add_tensor(tensor.name, values.reshape(tensor.shape))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return sorted(target.parent.glob(f"{target.stem}*.gguf"))


@pytest.mark.parametrize("how", [{"tensors_in_a_shard": 10}, {"alignment": 256}], ids=str)
def test_shards_and_another_alignment_give_the_same_file(source: Path, tmp_path: Path, how: dict[str, int]) -> None:
    """llama.cpp's quantiser writes a file that nobody can load when the alignment is not 32."""
    paths = _written_anew(source, tmp_path / "base.gguf", **how)
    quantize(source, tmp_path / "whole.gguf", "Q4_K_M")
    quantize(paths[-1], tmp_path / "joined.gguf", "Q4_K_M")
    whole, joined = open_gguf(tmp_path / "whole.gguf"), open_gguf(tmp_path / "joined.gguf")
    assert "general.alignment" not in joined.fields
    assert joined.fields == whole.fields
    for name, tensor in whole.tensors.items():
        assert joined.tensors[name].rows(0, tensor.row_count) == tensor.rows(0, tensor.row_count)
    _, logits = tiny.llama_side(tmp_path / "joined.gguf", prompt=[1, 2, 3])
    assert np.isfinite(logits).all()


def test_threads_and_blocks_do_not_show(source: Path, tmp_path: Path) -> None:
    for threads in (1, 3):
        quantize(source, tmp_path / f"{threads}.gguf", "Q4_K_M", threads=threads)
    assert (tmp_path / "1.gguf").read_bytes() == (tmp_path / "3.gguf").read_bytes()


def test_the_model_still_loads_and_progress_is_told(source: Path, tmp_path: Path) -> None:
    told: list[int] = []
    quantize(source, tmp_path / "small.gguf", "Q8_0", on_bytes=told.append)
    ids, logits = tiny.llama_side(tmp_path / "small.gguf", ["Buenos días."], [1, 2, 3])
    assert ids[0]
    assert logits.shape == (3, SHAPE.vocabulary)
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


def test_a_type_that_needs_importance_says_so(source: Path, tmp_path: Path) -> None:
    with pytest.raises(ConversionRefused, match="importance"):
        quantize(source, tmp_path / "y.gguf", "IQ2_XXS")
    narrow = random_base(tmp_path / "narrow.gguf", replace(TINY, feed_forward=768), "F32")
    wrong = _matrix_file(tmp_path / "i.gguf", {"blk.0.ffn_down.weight": np.ones(512, np.float32)})
    with pytest.raises(ConversionRefused, match="512 columns"):
        quantize(narrow, tmp_path / "y.gguf", "Q4_K_M", importance=wrong)
    assert not (tmp_path / "y.gguf").exists()


def test_unwritable_places_are_known_before_the_work(source: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritable, match="no folder"):
        quantize(source, tmp_path / "nowhere" / "y.gguf", "Q8_0")
