"""A merged file is checked by its answers: an exact merge answers like base + adapter, a wrong one does not."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import gguf
import numpy as np
import pytest

from garita.convert import merge, plan
from garita.convert.adapter import read_adapter
from garita.convert.adapter_changes import Adapter, Replacement, Values
from garita.convert.check import WINDOWS, check, compare_answers
from garita.convert.gguf_fields import text
from garita.convert.gguf_read import GgufFile, open_gguf
from garita.convert.gguf_write import GgufWriter, PlannedTensor
from garita.convert.llama_run import WINDOW, Weighted
from garita.convert.random_base import TINY, random_adapter, random_base
from garita.errors import ConversionRefused, OutputNotWritable
from tests.convert.gguf_files import write


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("pair")
    return random_base(folder / "base.gguf", TINY, "F32"), random_adapter(folder / "a.gguf", TINY, 4, strength=0.1)


def _merged_by_hand(base: Path, adapter: Path, out: Path, scale: float) -> Path:
    file = open_gguf(base)
    factors = {tensor.name: tensor.data for tensor in gguf.GGUFReader(adapter).tensors}
    plan = [PlannedTensor(tensor.name, tensor.shape, tensor.kind) for tensor in file.tensors.values()]
    with GgufWriter(out, file.fields, plan) as writer:
        for tensor in file.tensors.values():
            rows = np.frombuffer(tensor.rows(0, tensor.row_count), np.float32).reshape(tensor.shape)
            if f"{tensor.name}.lora_a" in factors:
                rows = rows + scale * (factors[f"{tensor.name}.lora_b"] @ factors[f"{tensor.name}.lora_a"])
            writer.write(tensor.name, rows.astype(np.float32).tobytes())
    return out


def test_an_exact_merge_answers_like_the_adapter_at_run_time(pair: tuple[Path, Path], tmp_path: Path) -> None:
    base, adapter = pair
    merged, steps = _merged_by_hand(base, adapter, tmp_path / "merged.gguf", 0.5), []
    found = compare_answers(base, [Weighted(adapter, 0.5)], merged, on_step=steps.append)
    assert steps == ["reference", "merged", "base"]
    assert found.merged.tokens == WINDOWS * WINDOW
    assert found.merged.relative < 1e-5
    assert found.merged.same_top == 1.0
    assert found.base.relative > 1e-2
    assert found.share_kept > 0.999


def test_a_wrong_merge_is_seen(pair: tuple[Path, Path], tmp_path: Path) -> None:
    base, adapter = pair
    half = _merged_by_hand(base, adapter, tmp_path / "half.gguf", 0.5)
    found = compare_answers(base, [Weighted(adapter, 1.0)], half, "¿Algo que declarar?")
    assert found.merged.relative > 1e-3
    assert 0.2 < found.share_kept < 0.95


def test_what_cannot_be_compared_is_refused(pair: tuple[Path, Path], tmp_path: Path) -> None:
    other = random_base(tmp_path / "other.gguf", replace(TINY, vocabulary=700), "F32")
    with pytest.raises(ConversionRefused, match="700 words, expected 600"):
        compare_answers(pair[0], [], other, "Hola.")
    with pytest.raises(ConversionRefused, match="empty"):
        compare_answers(pair[0], [], pair[0], "")


def _merged(base: Path, adapters: Sequence[Adapter], out: Path, kind: str) -> GgufFile:
    made = plan.make(open_gguf(base), adapters, kind, on_low_gain="accept")
    merge.run(made, out, merge.fields(made))
    return open_gguf(out)


def test_a_merge_is_checked_by_its_answers_and_its_bytes(pair: tuple[Path, Path], tmp_path: Path) -> None:
    base, adapters = pair[0], [read_adapter(pair[1], 0.5)]
    found = check(open_gguf(base), adapters, _merged(base, adapters, tmp_path / "m.gguf", "F32"), "Sin nada.")
    assert found.at_run_time
    assert found.answers.merged.relative < 1e-5
    assert {one.name for one in found.gains} == {name for name, _, _ in TINY.matrices() if name.startswith("blk.")}
    assert all(one.kind == "F32" and abs(one.gain - 1) < 1e-4 for one in found.gains)
    assert found.low == ()


def test_llama_cpps_own_adapter_of_an_embedding(pair: tuple[Path, Path], tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    writer = gguf.GGUFWriter(tmp_path / "a.gguf", "llama")
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", 8.0)
    writer.add_tensor("token_embd.weight.lora_a", rng.normal(size=(TINY.vocabulary, 4)).astype(np.float16))
    writer.add_tensor("token_embd.weight.lora_b", 0.05 * rng.normal(size=(TINY.width, 4)).astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    adapters = [read_adapter(tmp_path / "a.gguf")]
    found = check(open_gguf(pair[0]), adapters, _merged(pair[0], adapters, tmp_path / "m.gguf", "F32"), "Sin nada.")
    assert found.at_run_time
    assert found.answers.merged.relative < 1e-5 < found.answers.base.relative
    run_time = compare_answers(pair[0], [Weighted(tmp_path / "a.gguf", 1.0)], tmp_path / "m.gguf", "Sin nada.")
    assert run_time.merged.relative < 1e-5


def test_a_change_that_was_rounded_away_is_seen(tmp_path: Path) -> None:
    """A change of one percent, into the four bits the base already has."""
    base = random_base(tmp_path / "base.gguf", TINY, "Q4_K")
    adapters = [read_adapter(random_adapter(tmp_path / "a.gguf", TINY, 4, strength=0.0003))]
    found = check(open_gguf(base), adapters, _merged(base, adapters, tmp_path / "m.gguf", "keep"), "Sin nada.")
    assert len(found.low) == len(found.gains) == 14
    assert max(one.gain for one in found.gains) < 0.3


def test_what_run_time_cannot_do_is_compared_with_an_exact_merge(pair: tuple[Path, Path], tmp_path: Path) -> None:
    rng = np.random.default_rng(8)
    numbers = (1 + 0.2 * rng.normal(size=TINY.width)).astype(np.float32)
    values = Values("norm", numbers.shape, tmp_path, lambda start, stop: numbers[start:stop])
    norm = Adapter(tmp_path, (), "LoRA", "module", (Replacement("model.norm", "weight", values),), "0" * 64)
    merged = _merged(pair[0], [norm], tmp_path / "m.gguf", "F16")
    found = check(open_gguf(pair[0]), [norm], merged, "Sin nada.")
    assert not found.at_run_time
    assert found.answers.merged.relative < 1e-2 < found.answers.base.relative
    assert [(one.name, one.kind, round(one.gain, 3)) for one in found.gains] == [("output_norm.weight", "F32", 1.0)]


def test_a_base_without_words_cannot_read(pair: tuple[Path, Path], tmp_path: Path) -> None:
    """Of which llama.cpp would end its process with a page of addresses."""
    fields = {"general.architecture": text("llama"), "tokenizer.ggml.model": text("none")}
    base = open_gguf(write(tmp_path / "base.gguf", {"token_embd.weight": np.ones((8, 8))}, fields))
    with pytest.raises(ConversionRefused, match="has no vocabulary"):
        check(base, [read_adapter(pair[1])], base)


def test_answers_that_are_not_finite_cannot_be_compared(pair: tuple[Path, Path], tmp_path: Path) -> None:
    adapters = [read_adapter(pair[1], 1e30)]
    merged = _merged(pair[0], adapters, tmp_path / "m.gguf", "F32")
    with pytest.raises(ConversionRefused, match="not finite"):
        check(open_gguf(pair[0]), adapters, merged, "Sin nada.")


def test_a_full_disk_under_the_answers_is_told(
    pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder for them is taken away as soon as the first model reads."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def take_away(step: str) -> None:
        shutil.rmtree(next(tmp_path.glob("garita-check-*")), ignore_errors=True)

    with pytest.raises(OutputNotWritable) as caught:
        compare_answers(pair[0], [], pair[0], "Sin nada.", take_away)
    assert caught.value.facts == {"path": str(tmp_path), "reason": "No such file or directory"}


def test_a_file_of_other_tensors_is_no_merge_of_these(pair: tuple[Path, Path], tmp_path: Path) -> None:
    other = random_base(tmp_path / "other.gguf", replace(TINY, feed_forward=768), "F32")
    with pytest.raises(ConversionRefused, match="of the base is not in it"):
        check(open_gguf(pair[0]), [read_adapter(pair[1])], open_gguf(other))
