"""What a merge promises about its file: nothing lost, nothing half there, the same bytes however it was worked on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tracemalloc
from pathlib import Path

import gguf
import numpy as np
import pytest

from garita.convert import ggml, imatrix, merge, plan, random_base, rows, types
from garita.convert.adapter import read_adapter
from garita.convert.gguf_read import open_gguf
from garita.convert.provenance import read_provenance
from garita.convert.random_base import TINY, BaseShape
from garita.errors import ConversionRefused
from tests.convert import gguf_files, merging, quantizing
from tests.convert.peft_folders import folder, values

DOWN = "model.layers.0.mlp.down_proj"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return random_base.random_base(tmp_path_factory.mktemp("base") / "base.gguf", TINY, "F32")


@pytest.fixture
def adapter(tmp_path: Path) -> Path:
    pair = {"lora_A": values(2, TINY.feed_forward), "lora_B": values(TINY.width, 2)}
    return folder(tmp_path / "adapter", {f"{DOWN}.{side}.weight": one for side, one in pair.items()})


# --- bytes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["keep", "Q4_K_M"])
def test_threads_and_blocks_do_not_change_a_byte(kind: str, tmp_path: Path) -> None:
    model, lora = merging.random_pair(tmp_path, "F16")
    made = plan.make(open_gguf(model), [read_adapter(lora)], kind)
    expected = tmp_path / "one.gguf"
    merge.run(made, expected, merge.fields(made), threads=1)
    merge.run(made, tmp_path / "three.gguf", merge.fields(made), threads=3)
    assert (tmp_path / "three.gguf").read_bytes() == expected.read_bytes()
    for at_once in (5000, 10_000_000):
        pieces = [raw.tobytes() for _, raw in rows.write([entry.work for entry in made.entries], 2, at_once)]
        whole = b"".join(tensor.data.tobytes() for tensor in gguf.GGUFReader(expected).tensors)
        assert b"".join(pieces) == whole


def test_what_no_adapter_touches_is_copied_byte_for_byte(tmp_path: Path) -> None:
    model, lora = merging.random_pair(tmp_path, "Q4_K")
    before = merging.content(model)
    after = merging.content(merging.merged(model, [lora], tmp_path / "out.gguf"))
    assert after.keys() == before.keys()
    for name in ("token_embd.weight", "output.weight", "output_norm.weight", "blk.0.attn_norm.weight"):
        assert after[name] == before[name]


@pytest.mark.parametrize(("kind", "step"), [("F16", 0.001), ("BF16", 0.008), ("Q8_0", 0.02)])
def test_a_merge_into_a_written_type_is_the_exact_merge_rounded_once(kind: str, step: float, tmp_path: Path) -> None:
    model, lora = merging.random_pair(tmp_path, kind)
    exact = merging.merged(model, [lora], tmp_path / "exact.gguf", "F32")
    kept = merging.merged(model, [lora], tmp_path / "kept.gguf", on_low_gain="accept")
    whole = {one.name: one.data for one in gguf.GGUFReader(exact).tensors}
    for one in gguf.GGUFReader(kept).tensors:
        values = gguf.dequantize(one.data, one.tensor_type)
        assert np.abs(values - whole[one.name]).max() <= step * np.abs(whole[one.name]).max(), one.name


@pytest.mark.parametrize("kind", ["Q4_K_M", "Q5_0", "BF16"])
def test_a_merge_into_a_mix_is_llama_cpps_of_the_exact_merge_byte_for_byte(kind: str, tmp_path: Path) -> None:
    model, lora = merging.random_pair(tmp_path, "F16")
    exact = merging.merged(model, [lora], tmp_path / "exact.gguf", "F32")
    at_once = merging.merged(model, [lora], tmp_path / "at_once.gguf", kind, on_low_gain="accept")
    assert ggml.quantize_in_child(exact, tmp_path / "theirs.gguf", types.FILE_TYPES[kind], 1) == ""
    assert merging.content(at_once) == merging.content(tmp_path / "theirs.gguf")


def test_every_key_stays_as_it_is_and_the_rest_is_told(base: Path, adapter: Path, tmp_path: Path) -> None:
    before = open_gguf(base)
    after = open_gguf(merging.merged(base, [adapter], tmp_path / "out.gguf", "Q8_0"))
    for key, field in before.fields.items():
        if key not in ("general.name", "general.file_type", "general.size_label"):
            assert after.fields[key] == field, key
    assert after.value("general.file_type") == gguf.LlamaFileType.MOSTLY_Q8_0
    assert after.value("general.quantization_version") == 2
    told = read_provenance(after)
    assert told is not None
    assert [one.rank for one in told.adapters] == [2]


# --- gain ----------------------------------------------------------------------------------------------------------


def test_small_changes_in_a_coarse_base_are_raised_refused_or_accepted(tmp_path: Path) -> None:
    model, lora = merging.random_pair(tmp_path, "Q4_K", strength=0.0025)  # about a hundredth of the weights
    raised = merging.planned(model, [lora])
    merged = [entry for entry in raised.entries if entry.action == "merged"]
    assert merged
    assert {entry.work.kind.name for entry in merged} <= {"Q5_K", "Q6_K", "Q8_0"}
    assert all(entry.raised and entry.gain is not None and entry.gain > 0.7 for entry in merged)
    with pytest.raises(ConversionRefused, match="survives"):
        merging.planned(model, [lora], on_low_gain="refuse")
    accepted = merging.planned(model, [lora], on_low_gain="accept")
    assert len(accepted.low) == len(merged)
    assert all(entry.gain is not None and entry.gain < 0.2 for entry in accepted.low)


def test_the_same_changes_survive_from_a_whole_base(tmp_path: Path) -> None:
    model, lora = merging.random_pair(tmp_path, "F16", strength=0.0025)
    made = merging.planned(model, [lora], "Q4_K_M")
    assert not any(entry.raised for entry in made.entries)
    assert all(entry.gain is None or 0.8 < entry.gain < 1.2 for entry in made.entries)


# --- files ---------------------------------------------------------------------------------------------------------


def test_no_input_is_overwritten_and_an_older_result_survives(base: Path, adapter: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.gguf"
    mine.write_bytes(base.read_bytes())
    (tmp_path / "link.gguf").hardlink_to(mine)
    for target in (mine, tmp_path / "link.gguf", adapter / "adapter_model.safetensors"):
        before = target.read_bytes()
        with pytest.raises(ConversionRefused, match="same file"):
            merging.merged(mine, [adapter], target)
        assert target.read_bytes() == before
    older = tmp_path / "older.gguf"
    older.write_bytes(b"before")

    def interrupted(_done: int) -> None:
        raise KeyboardInterrupt

    made = merging.planned(base, [adapter])
    for threads in (1, 3):
        with pytest.raises(KeyboardInterrupt):
            merge.run(made, older, merge.fields(made), threads, interrupted)
        assert older.read_bytes() == b"before"
        assert not list(tmp_path.glob("*.partial"))


def test_a_base_that_changes_meanwhile_is_noticed(base: Path, adapter: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.gguf"
    mine.write_bytes(base.read_bytes())
    made = merging.planned(mine, [adapter])
    mine.write_bytes(base.read_bytes() + b"more")
    with pytest.raises(ConversionRefused, match="changed"):
        merge.run(made, tmp_path / "out.gguf", merge.fields(made))


def test_importance_is_used_and_must_fit(tmp_path: Path) -> None:
    model, lora = merging.random_pair(tmp_path, "F16")
    weights = np.random.default_rng(2).random(TINY.width + 1).astype(np.float32) ** 4
    path = quantizing.importance(tmp_path / "imatrix.gguf", {"blk.0.ffn_up.weight": weights[1:]})
    weighed = merging.planned(model, [lora], "Q4_K_M", importance=imatrix.read(path))
    with pytest.raises(ConversionRefused, match="same file"):
        merge.check_target(weighed, path)
    plain = merging.planned(model, [lora], "Q4_K_M")
    merge.run(weighed, tmp_path / "weighed.gguf", merge.fields(weighed))
    merge.run(plain, tmp_path / "plain.gguf", merge.fields(plain))
    one, other = merging.content(tmp_path / "weighed.gguf"), merging.content(tmp_path / "plain.gguf")
    assert [name for name in one if one[name] != other[name]] == ["blk.0.ffn_up.weight"]
    assert open_gguf(tmp_path / "weighed.gguf").value("quantize.imatrix.entries_count") == 1
    with pytest.raises(ConversionRefused, match="needs an importance matrix"):
        merging.planned(model, [lora], "IQ2_XXS")
    path = quantizing.importance(tmp_path / "wide.gguf", {"blk.0.ffn_up.weight": weights})
    with pytest.raises(ConversionRefused, match="257 columns"):
        merging.planned(model, [lora], "Q4_K_M", importance=imatrix.read(path))


def test_memory_is_bounded_by_blocks_not_by_tensors(tmp_path: Path) -> None:
    """An embedding of 32 MB and more passes through, encoded anew, in a few blocks."""
    shape = BaseShape(1, 512, 1024, 4, 4, 32_000)
    model = random_base.random_base(tmp_path / "base.gguf", shape, "F16")
    lora = random_base.random_adapter(tmp_path / "lora.gguf", shape)
    made = merging.planned(model, [lora], "BF16")
    tracemalloc.start()
    try:
        merge.run(made, tmp_path / "out.gguf", merge.fields(made), threads=2)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 12 * 1024 * 1024


def test_a_base_in_shards_is_the_same_base(base: Path, adapter: Path, tmp_path: Path) -> None:
    first, *more = gguf_files.written_anew(base, tmp_path / "shards.gguf", tensors_in_a_shard=7)
    assert len(more) == 2
    one = merging.content(merging.merged(base, [adapter], tmp_path / "one.gguf"))
    other = merging.content(merging.merged(first, [adapter], tmp_path / "other.gguf"))
    assert other == one


KILLED_MERGE = """
import os, signal, sys
from pathlib import Path
from garita.convert import merge
from tests.convert import merging

made = merging.planned(Path(sys.argv[1]), [Path(sys.argv[2])])
killed = lambda done: done > float(sys.argv[4]) * made.size and os.kill(os.getpid(), signal.SIGKILL)
merge.run(made, Path(sys.argv[3]), merge.fields(made), 2, killed)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("share", [0.0, 0.5, 0.999])
def test_a_merge_killed_at_any_point_hurts_nothing(share: float, base: Path, adapter: Path, tmp_path: Path) -> None:
    inputs = {path: path.read_bytes() for path in (base, *adapter.iterdir())}
    out = tmp_path / "out.gguf"
    command = [sys.executable, "-c", KILLED_MERGE, str(base), str(adapter), str(out), str(share)]
    assert subprocess.run(command, timeout=60, check=False).returncode == -signal.SIGKILL
    assert not out.exists()
    assert {path: path.read_bytes() for path in inputs} == inputs
    merging.merged(base, [adapter], out)  # what the other left behind is no hindrance
    assert [path.name for path in tmp_path.glob("out*")] == ["out.gguf"]


def test_a_merge_writes_no_file_but_its_result(tmp_path: Path) -> None:
    """From the base's type to the target's in one pass, without an F16 file in between."""
    model, lora = merging.random_pair(tmp_path, "Q8_0")
    place = tmp_path / "out"
    place.mkdir()
    made = merging.planned(model, [lora], "Q4_K_M")
    seen: set[Path] = set()
    merge.run(made, place / "out.gguf", merge.fields(made), 2, lambda _: seen.update(place.iterdir()))
    assert seen == {place / "out.gguf.partial"}
