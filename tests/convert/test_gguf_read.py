"""The reader agrees with gguf's own, and believes nothing a file says without checking it."""

from __future__ import annotations

import os
import struct
import tracemalloc
from pathlib import Path

import gguf
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from garita.convert import gguf_fields, imatrix
from garita.convert.adapter_peft import read_peft
from garita.convert.gguf_fields import ValueType
from garita.convert.gguf_read import LARGEST_HEAD, GgufFile, open_gguf
from garita.convert.safetensors import SafeTensors
from garita.errors import ConversionRefused, GgufInvalid
from tests.convert import gguf_files
from tests.convert.gguf_files import field, file, packed, tensor

SHARED_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
U32, STRING, ARRAY = 4, 8, 9


def _opened(folder: Path, content: bytes) -> GgufFile:
    path = folder / "x.gguf"
    path.write_bytes(content)
    return open_gguf(path)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A file by gguf's own writer: every kind of value, tensors of several types, an alignment of its own."""
    path = tmp_path / "w.gguf"
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_custom_alignment(64)
    writer.add_string("a.text", "Año 🙂")
    writer.add_bool("a.truth", True)
    writer.add_int8("a.small", -3)
    writer.add_uint64("a.large", 2**63 + 5)
    writer.add_float64("a.precise", 0.1)
    writer.add_array("a.texts", ["uno", "", "tres"])
    writer.add_array("a.numbers", [1, -2, 3])
    writer.add_tensor("one", np.arange(12, dtype=np.float32).reshape(3, 4))
    writer.add_tensor("half", np.arange(5, dtype=np.float16))
    blocks = gguf.quantize(
        np.random.default_rng(1).normal(size=(2, 3, 64)).astype(np.float32), gguf.GGMLQuantizationType.Q8_0
    )
    writer.add_tensor("stack", blocks, raw_dtype=gguf.GGMLQuantizationType.Q8_0)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def test_agrees_with_ggufs_own_reader(written: Path) -> None:
    ours, theirs = open_gguf(written), gguf.GGUFReader(written)
    for key in ours.fields:
        assert ours.value(key) == theirs.fields[key].contents(), key
    assert {f"GGUF.{key}" for key in ("version", "tensor_count", "kv_count")} | set(ours.fields) == set(theirs.fields)
    for one in theirs.tensors:
        found = ours.tensors[one.name]
        assert found.kind == one.tensor_type
        assert found.shape == tuple(int(side) for side in reversed(one.shape))
        assert found.rows(0, found.row_count) == one.data.tobytes()
    assert ours.architecture == "llama"


def test_rows_are_the_rows_asked_for(written: Path) -> None:
    stack = open_gguf(written).tensors["stack"]
    assert (stack.shape, stack.row_count, stack.row_bytes, stack.nbytes) == ((2, 3, 64), 6, 68, 408)
    assert stack.rows(0, 2) + stack.rows(2, 5) + stack.rows(5, 6) == stack.rows(0, 6)
    assert stack.rows(3, 3) == b""
    with pytest.raises(ValueError, match="rows 5 to 7 of 6"):
        stack.rows(5, 7)


def test_values_of_arrays(written: Path) -> None:
    fields = open_gguf(written).fields
    assert fields["a.texts"].texts() == [b"uno", b"", b"tres"]
    assert fields["a.texts"].first(2) == ["uno", ""]
    assert (fields["a.numbers"].item_kind, fields["a.numbers"].count) == (ValueType.INT32, 3)


def test_a_file_that_changes_is_noticed(written: Path) -> None:
    one = open_gguf(written).tensors["one"]
    written.write_bytes(written.read_bytes() + b"x")
    with pytest.raises(ConversionRefused, match="changed"):
        one.rows(0, 1)
    written.unlink()
    with pytest.raises(ConversionRefused, match="No such file"):
        one.rows(0, 1)


# --- shards --------------------------------------------------------------------------------------------------------


def _shards(folder: Path, count: int = 3, total: int | None = None) -> list[Path]:
    paths = []
    for number in range(count):
        path = folder / f"m-{number + 1:05}-of-{count:05}.gguf"
        fields = [
            field(b"split.no", 2, struct.pack("<H", number)),
            field(b"split.count", 2, struct.pack("<H", count)),
            field(b"split.tensors.count", 5, struct.pack("<i", count if total is None else total)),
        ]
        if number == 0:
            fields.append(field(b"general.architecture", STRING, packed(b"llama")))
        path.write_bytes(file(fields, [tensor(b"t%d" % number, (8,), 0, 0)], struct.pack("<8f", *[number] * 8)))
        paths.append(path)
    return paths


def test_all_shards_are_joined_whichever_is_named(tmp_path: Path) -> None:
    paths = _shards(tmp_path)
    for path in paths:
        joined = open_gguf(path)
        assert joined.paths == tuple(paths)
        assert list(joined.tensors) == ["t0", "t1", "t2"]
        assert joined.tensors["t2"].rows(0, 1) == struct.pack("<8f", *[2.0] * 8)
        assert list(joined.fields) == ["general.architecture"]


def test_shards_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    paths = _shards(tmp_path)
    whole = {path: path.read_bytes() for path in paths}
    paths[1].unlink()
    with pytest.raises(GgufInvalid, match=r"m-00002-of-00003.gguf is missing"):
        open_gguf(paths[0])
    paths[1].write_bytes(whole[paths[2]])
    with pytest.raises(GgufInvalid, match="shard 3 of 3"):
        open_gguf(paths[0])
    paths[1].write_bytes(whole[paths[1]].replace(b"t1", b"t0"))
    with pytest.raises(GgufInvalid, match="t0 is in two files"):
        open_gguf(paths[0])
    paths[0].rename(tmp_path / "other.gguf")
    with pytest.raises(GgufInvalid, match="not named like one"):
        open_gguf(tmp_path / "other.gguf")
    with pytest.raises(GgufInvalid, match="hold 3 tensors, expected 4"):
        open_gguf(_shards(tmp_path, 3, total=4)[0])


# --- damage --------------------------------------------------------------------------------------------------------


def _huge(count: int) -> bytes:
    return struct.pack("<Q", count)


DATA = bytes(64)
DAMAGED = {
    "empty": (b"", "is empty"),
    "no GGUF": (b"PK\x03\x04 and more", "begins with"),
    "only the magic": (b"GGUF", "has 4 of at least 8"),
    "big-endian": (b"GGUF" + struct.pack(">IQQ", 3, 0, 0), "GGUF version"),
    "a million million tensors": (b"GGUF" + struct.pack("<IQQ", 3, 10**12, 0), "cannot be"),
    "a million million keys": (b"GGUF" + struct.pack("<IQQ", 3, 0, 10**12) + DATA, "cannot be"),
    "a text longer than the file": (file([field(b"k", STRING, _huge(2**60))]), "of at least"),
    "an array longer than the file": (
        file([field(b"k", ARRAY, struct.pack("<I", U32) + _huge(2**60))]),
        "of at least",
    ),
    "an array of texts longer than the file": (
        file([field(b"k", ARRAY, struct.pack("<I", STRING) + _huge(2**60))]),
        "of at least",
    ),
    "an array of arrays": (file([field(b"k", ARRAY, struct.pack("<IQ", ARRAY, 1))]), "array of arrays"),
    "an unknown type of value": (file([field(b"k", 77, b"")], data=DATA), "unknown type 77"),
    "a key twice": (file([field(b"k", 0, b"\1")] * 2), "k is there twice"),
    "a key that is no text": (file([field(b"\xff", 0, b"\1")]), "not UTF-8"),
    "a tensor twice": (file([], [tensor(b"t", (8,), 0, 0), tensor(b"t", (8,), 0, 32)], DATA), "t is there twice"),
    "a tensor of unknown type": (file([], [tensor(b"t", (8,), 99, 0)], DATA), "unknown type 99"),
    "a removed type": (file([], [tensor(b"t", (32,), 4, 0)], DATA), "unknown type 4"),
    "a block type without sides": (file([], [tensor(b"t", (), 8, 0)], DATA), "rows of 1 values"),
    "a tensor of five sides": (file([], [tensor(b"t", (1,) * 5, 0, 0)], DATA), "5 dimensions"),
    "a tensor without values": (file([], [tensor(b"t", (8, 0), 0, 0)], DATA), "no values"),
    "broken blocks": (file([], [tensor(b"t", (33,), 8, 0)], DATA), "not whole blocks of 32"),
    "an overflowing shape": (file([], [tensor(b"t", (2**62, 2**62, 4), 0, 0)], DATA), "of at least"),
    "overlapping tensors": (
        file([], [tensor(b"t", (8,), 0, 0), tensor(b"u", (8,), 0, 0)], DATA),
        "u lies at byte 0, expected 32",
    ),
    "a gap": (file([], [tensor(b"t", (8,), 0, 32)], DATA), "t lies at byte 32, expected 0"),
    "cut short": (file([], [tensor(b"t", (17,), 0, 0)], DATA), "of at least"),
    "an odd alignment": (file([field(b"general.alignment", U32, struct.pack("<I", 48))]), "alignment of 48"),
    "an alignment of 0": (file([field(b"general.alignment", U32, struct.pack("<I", 0))]), "alignment of 0"),
    "an alignment in words": (file([field(b"general.alignment", STRING, packed(b"32"))]), "alignment of 32"),
    "a name without end": (file([], [tensor(b"t" * 64, (8,), 0, 0)], DATA), "a name of 64 bytes"),
    "a negative shard": (file([field(b"split.count", 5, struct.pack("<i", -2))]), "split.count is -2"),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_is_named(tmp_path: Path, name: str) -> None:
    content, words = DAMAGED[name]
    with pytest.raises(GgufInvalid, match=words):
        _opened(tmp_path, content)


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    with pytest.raises(GgufInvalid, match="No such file"):
        open_gguf(tmp_path / "none.gguf")
    with pytest.raises(GgufInvalid, match="directory"):
        open_gguf(tmp_path)
    with pytest.raises(GgufInvalid, match="too long"):
        open_gguf(tmp_path / ("x" * 300))


@pytest.mark.skipif(os.name != "posix", reason="only there do pipes stand among the files")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "adapter_config.json"
    os.mkfifo(pipe)
    for read in (open_gguf, imatrix.read, SafeTensors, read_peft):
        with pytest.raises(ConversionRefused, match="no ordinary file"):
            read(tmp_path if read is read_peft else pipe)


def test_a_head_without_end_takes_no_memory(tmp_path: Path) -> None:
    """A sparse file that says it is one text of half a gigabyte."""
    path = tmp_path / "x.gguf"
    path.write_bytes(file([field(b"k", STRING, _huge(2**29))]))
    with path.open("r+b") as sparse:
        sparse.truncate(2**30)
    tracemalloc.start()
    try:
        with pytest.raises(GgufInvalid, match=f"more than {LARGEST_HEAD} bytes"):
            open_gguf(path)
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


# --- fuzz ----------------------------------------------------------------------------------------------------------

WHOLE = file(
    [
        field(b"general.architecture", STRING, packed(b"llama")),
        field(b"general.alignment", U32, struct.pack("<I", 64)),
        field(b"list", ARRAY, struct.pack("<IQ", STRING, 2) + packed(b"a") + packed(b"bc")),
        field(b"numbers", ARRAY, struct.pack("<IQ3H", 2, 3, 1, 2, 3)),
    ],
    [tensor(b"one", (8, 2), 0, 0), tensor(b"two", (32,), 8, 64)],
    bytes(128),
    alignment=64,
)


def _read_all(path: Path) -> None:
    """Everything a caller may do with a file that was opened."""
    opened = open_gguf(path)
    for one in opened.fields.values():
        assert one.value is not None
    for each in opened.tensors.values():
        assert len(each.rows(0, each.row_count)) == each.nbytes


def _survives(folder: Path, content: bytes) -> None:
    path = folder / "x.gguf"
    path.write_bytes(content)
    try:
        _read_all(path)
    except ConversionRefused:
        return


def test_the_whole_file_is_well(tmp_path: Path) -> None:
    _survives(tmp_path, WHOLE)
    assert open_gguf(tmp_path / "x.gguf").tensors["two"].start % 64 == 0


@SHARED_FOLDER
@given(data=st.data())
def test_changed_bytes_never_crash_the_reader(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.sampled_from([0, 1, 2, 3, 8, 9, 0x7F, 0x80, 0xFF]))
    _survives(tmp_path, bytes(content))


@SHARED_FOLDER
@given(
    at=st.integers(0, len(WHOLE) - 8),
    number=st.one_of(st.integers(0, 2**64 - 1), st.sampled_from([2**31, 2**32 - 1, 2**63 - 1, 2**63, 2**64 - 1])),
)
def test_absurd_numbers_never_crash_the_reader(tmp_path: Path, at: int, number: int) -> None:
    _survives(tmp_path, WHOLE[:at] + struct.pack("<Q", number) + WHOLE[at + 8 :])


@SHARED_FOLDER
@given(length=st.integers(0, len(WHOLE)), rest=st.binary(max_size=40))
def test_cut_files_never_crash_the_reader(tmp_path: Path, length: int, rest: bytes) -> None:
    _survives(tmp_path, WHOLE[:length] + rest)


@SHARED_FOLDER
@given(fields=st.binary(max_size=120), counts=st.tuples(st.integers(0, 3), st.integers(0, 3)))
def test_random_heads_never_crash_the_reader(tmp_path: Path, fields: bytes, counts: tuple[int, int]) -> None:
    _survives(tmp_path, b"GGUF" + struct.pack("<IQQ", 3, *counts) + fields)


def test_a_head_that_is_read_in_many_steps(tmp_path: Path) -> None:
    lengths = np.random.default_rng(4).integers(0, 200, 60_000)
    words = ["ñ" * int(length) for length in lengths]
    fields = {
        "before": gguf_fields.text("uno"),
        "words": gguf_fields.texts(words),
        "between": gguf_fields.number(ValueType.UINT8, 7),
        "long": gguf_fields.text("x" * 5_000_000),
        "scores": gguf_fields.numbers(ValueType.FLOAT32, lengths.tolist()),
        "after": gguf_fields.text("dos"),
    }
    read = open_gguf(gguf_files.write(tmp_path / "x.gguf", {"w": np.ones((2, 4))}, fields))
    assert read.fields == fields
    assert read.value("words") == words
    assert read.tensors["w"].rows(0, 2) == np.ones(8, "<f4").tobytes()


def test_our_own_files_are_read(tmp_path: Path) -> None:
    values = np.random.default_rng(3).normal(size=(3, 8)).astype(np.float32)
    read = open_gguf(gguf_files.write(tmp_path / "x.gguf", {"w": values}))
    assert np.array_equal(np.frombuffer(read.tensors["w"].rows(0, 3), "<f4").reshape(3, 8), values)
