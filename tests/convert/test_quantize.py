"""llama.cpp's quantiser behind a door that keeps its accidents to itself."""

from __future__ import annotations

from pathlib import Path

import gguf
import pytest

from garita.convert.export import export
from garita.convert.quantize import quantize
from garita.errors import ConversionRefused
from tests.convert import tiny


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    tiny.tokenizer_in(folder)
    tiny.model_in(folder)
    export(folder, folder / "model.gguf", "F32")
    return folder / "model.gguf"


def test_matrices_get_the_type_and_the_model_still_loads(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "small.gguf"
    quantize(source, target, "Q8_0")
    kinds = {tensor.name: tensor.tensor_type.name for tensor in gguf.GGUFReader(target).tensors}
    assert kinds["blk.0.ffn_up.weight"] == "Q8_0"
    assert kinds["output_norm.weight"] == "F32"
    ids, logits = tiny.llama_side(target, ["Buenos días."], [1, 2, 3])
    assert ids[0]
    assert logits.shape == (3, 400)
    assert list(tmp_path.glob("*.partial")) == []


def test_input_and_output_may_not_be_one_file(source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    link = tmp_path / "link.gguf"
    link.symlink_to(source)
    for target in (source, link):
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


@pytest.mark.parametrize(("content", "words"), [(None, "No such file"), (b"", "no GGUF"), (b"\x93NUMPY", "no GGUF")])
def test_what_is_no_gguf_is_refused_at_once(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "x.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConversionRefused, match=words):
        quantize(path, tmp_path / "y.gguf", "Q8_0")


def test_unknown_types_are_named_with_the_known_ones(source: Path, tmp_path: Path) -> None:
    with pytest.raises(ConversionRefused, match="Q4_K_M"):
        quantize(source, tmp_path / "y.gguf", "Q9_Z")


def test_unwritable_places_are_known_before_the_work(source: Path, tmp_path: Path) -> None:
    with pytest.raises(ConversionRefused, match="cannot be written"):
        quantize(source, tmp_path / "nowhere" / "y.gguf", "Q8_0")
