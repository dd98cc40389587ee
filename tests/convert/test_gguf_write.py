"""What is written is what was planned, or the target is what it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import gguf
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from garita.convert.gguf_fields import ValueType, number, numbers, text, texts
from garita.convert.gguf_read import open_gguf
from garita.convert.gguf_write import GgufWriter, PlannedTensor
from garita.errors import ConversionRefused, OutputNotWritable, OutputTooLarge
from tests.convert import gguf_files
from tests.convert.gguf_files import field, file, tensor

F32, Q8_0 = gguf.GGMLQuantizationType.F32, gguf.GGMLQuantizationType.Q8_0
SHARED_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
FIELDS = {
    "general.architecture": text("llama"),
    "a.empty": text(""),
    "a.text": text("Año 🙂"),
    "a.number": number(ValueType.INT16, -7),
    "a.precise": number(ValueType.FLOAT64, 0.1),
    "a.truth": number(ValueType.BOOL, True),
    "a.texts": texts(["uno", "", "tres"]),
    "a.no_texts": texts([]),
    "a.numbers": numbers(ValueType.FLOAT32, [1.0, -2.5]),
}
PLAN = [PlannedTensor("one", (3, 4), F32), PlannedTensor("two", (2, 2, 32), Q8_0), PlannedTensor("three", (5,), F32)]
CONTENT = {plan.name: bytes(index % 251 for index in range(plan.nbytes)) for plan in PLAN}


def _write(path: Path) -> GgufWriter:
    with GgufWriter(path, FIELDS, PLAN) as writer:
        for plan in PLAN:
            for row in range(plan.row_count):
                writer.write(plan.name, CONTENT[plan.name][row * plan.row_bytes : (row + 1) * plan.row_bytes])
    return writer


def test_is_read_back_by_ours_and_ggufs_own(tmp_path: Path) -> None:
    path = tmp_path / "x.gguf"
    writer = _write(path)
    assert path.stat().st_size == writer.size
    assert sorted(tmp_path.iterdir()) == [path]
    ours, theirs = open_gguf(path), gguf.GGUFReader(path)
    assert ours.fields == FIELDS
    assert {key: ours.value(key) for key in FIELDS} == {
        "general.architecture": "llama",
        "a.empty": "",
        "a.text": "Año 🙂",
        "a.number": -7,
        "a.precise": 0.1,
        "a.truth": True,
        "a.texts": ["uno", "", "tres"],
        "a.no_texts": [],
        "a.numbers": [1.0, -2.5],
    }
    assert [(one.name, one.data.tobytes()) for one in theirs.tensors] == list(CONTENT.items())
    assert {key: theirs.fields[key].contents() for key in ("a.text", "a.number", "a.texts")} == {
        "a.text": "Año 🙂",
        "a.number": -7,
        "a.texts": ["uno", "", "tres"],
    }


@SHARED_FOLDER
@given(
    shapes=st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=4), max_size=4),
    words=st.lists(st.text(max_size=9), max_size=5),
    value=st.integers(-(2**63), 2**63 - 1),
    cut=st.integers(1, 4),
)
def test_whatever_is_written_is_read_back(
    tmp_path: Path, shapes: list[list[int]], words: list[str], value: int, cut: int
) -> None:
    path = tmp_path / "x.gguf"
    plan = [PlannedTensor(f"t{index}", tuple(shape), F32) for index, shape in enumerate(shapes)]
    fields = {"w": texts(words), "n": number(ValueType.INT64, value)}
    content = {one.name: np.arange(one.nbytes // 4, dtype="<f4").tobytes() for one in plan}
    with GgufWriter(path, fields, plan) as writer:
        for one in plan:
            for row in range(0, one.row_count, cut):
                writer.write(one.name, content[one.name][row * one.row_bytes : (row + cut) * one.row_bytes])
    read = open_gguf(path)
    assert (read.fields, read.value("w"), read.value("n")) == (fields, words, value)
    assert {name: one.rows(0, one.row_count) for name, one in read.tensors.items()} == content
    assert [read.tensors[one.name].shape for one in plan] == [one.shape for one in plan]


def test_a_copy_of_another_alignment_and_of_shards_becomes_an_ordinary_file(tmp_path: Path) -> None:
    source = tmp_path / "m-00001-of-00001.gguf"
    source.write_bytes(
        file(
            [
                field(b"general.alignment", 4, (64).to_bytes(4, "little")),
                field(b"split.count", 2, b"\1\0"),
                field(b"k", 0, b"\7"),
            ],
            [tensor(b"one", (8,), 0, 0), tensor(b"two", (8,), 0, 64)],
            bytes(range(128)),
            alignment=64,
        )
    )
    read, target = open_gguf(source), tmp_path / "x.gguf"
    plan = [PlannedTensor(one.name, one.shape, one.kind) for one in read.tensors.values()]
    with GgufWriter(target, read.fields, plan, [source]) as writer:
        for one in read.tensors.values():
            writer.write(one.name, one.rows(0, one.row_count))
    copy = open_gguf(target)
    assert list(copy.fields) == ["k"]
    assert copy.tensors["two"].rows(0, 1) == bytes(range(64, 96))
    assert copy.tensors["two"].start % 32 == 0


# --- nothing half there --------------------------------------------------------------------------------------------


def test_an_error_leaves_the_target_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "x.gguf"
    target.write_bytes(b"before")
    for problem in (RuntimeError("stop"), KeyboardInterrupt()):
        with pytest.raises(type(problem)), GgufWriter(target, FIELDS, PLAN) as writer:
            writer.write("one", CONTENT["one"])
            raise problem
        assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"before", [target])


def test_what_was_not_planned_is_a_mistake(tmp_path: Path) -> None:
    target = tmp_path / "x.gguf"
    for name, content in (("two", CONTENT["two"]), ("one", CONTENT["one"] + b"x"), ("four", b"")):
        with pytest.raises(ValueError, match="not what the plan says"), GgufWriter(target, FIELDS, PLAN) as writer:
            writer.write(name, content)
    with pytest.raises(ValueError, match="2 tensors were not written"), GgufWriter(target, FIELDS, PLAN) as writer:
        writer.write("one", CONTENT["one"])
    assert list(tmp_path.iterdir()) == []


def test_the_target_may_not_be_an_input_under_any_name(tmp_path: Path) -> None:
    source = gguf_files.write(tmp_path / "base.gguf", {"w": np.ones((2, 2))})
    before = source.read_bytes()
    (tmp_path / "symlink.gguf").symlink_to(source)
    (tmp_path / "hardlink.gguf").hardlink_to(source)
    for name in ("base.gguf", "symlink.gguf", "hardlink.gguf", "./base.gguf"):
        with pytest.raises(ConversionRefused, match="same file"):
            GgufWriter(tmp_path / name, FIELDS, PLAN, [tmp_path / "gone", source])
    assert source.read_bytes() == before


def test_places_that_cannot_be_written_are_known_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritable, match="no folder"):
        GgufWriter(tmp_path / "nowhere" / "x.gguf", FIELDS, PLAN)
    with pytest.raises(OutputNotWritable, match="directory"):
        GgufWriter(tmp_path, FIELDS, PLAN)
    with pytest.raises(OutputTooLarge) as caught:
        GgufWriter(tmp_path / "x.gguf", FIELDS, [PlannedTensor("w", (2**45, 2**10), F32)])
    assert caught.value.facts["needed_bytes"] > 2**56  # type: ignore[operator]
    with pytest.raises(OutputNotWritable, match="directory"):
        GgufWriter(Path(), FIELDS, PLAN)
    with pytest.raises(OutputNotWritable, match="too long"):
        GgufWriter(tmp_path / ("x" * 250), FIELDS, PLAN)  # with .partial it is
    assert list(tmp_path.iterdir()) == []


def test_a_folder_where_the_file_is_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.gguf.partial").mkdir()
    with pytest.raises(OutputNotWritable, match=r"x\.gguf\.partial, .*directory"):
        GgufWriter(tmp_path / "x.gguf", FIELDS, PLAN)


@pytest.mark.skipif(os.name != "posix", reason="only there do devices and pipes stand among the files")
def test_a_pipe_or_a_device_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputNotWritable, match="no ordinary file"):
        GgufWriter(tmp_path / "pipe", FIELDS, PLAN)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_disk_that_fills_up_is_told(tmp_path: Path) -> None:
    writer = GgufWriter(tmp_path / "x.gguf", FIELDS, PLAN)
    with Path("/dev/full").open("wb", buffering=0) as full, pytest.raises(OutputTooLarge), writer:
        os.dup2(full.fileno(), writer._file.fileno())
        writer.write("one", CONTENT["one"])


def test_what_a_killed_run_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "x.gguf.partial").write_bytes(b"half")
    _write(tmp_path / "x.gguf")
    assert [path.name for path in tmp_path.iterdir()] == ["x.gguf"]


def test_two_at_once_do_not_mix(tmp_path: Path) -> None:
    target = tmp_path / "x.gguf"
    with pytest.raises(ConversionRefused, match="another conversion"), GgufWriter(target, FIELDS, PLAN) as first:
        _write(target)
        for plan in PLAN:
            first.write(plan.name, CONTENT[plan.name])
    assert open_gguf(target).tensors["one"].rows(0, 3) == CONTENT["one"]
    assert list(tmp_path.iterdir()) == [target]


SLOW_WRITER = """
import sys, time
from pathlib import Path
from garita.convert.gguf_write import GgufWriter, PlannedTensor
import gguf
plan = [PlannedTensor("w", (1000, 8), gguf.GGMLQuantizationType.F32)]
with GgufWriter(Path(sys.argv[1]), {}, plan) as writer:
    for row in range(1000):
        writer.write("w", bytes(32))
        print(row, flush=True)
        time.sleep(0.01)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_killed_or_interrupted_it_leaves_nothing_at_the_target(tmp_path: Path, number: signal.Signals) -> None:
    target = tmp_path / "x.gguf"
    command = [sys.executable, "-c", SLOW_WRITER, str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.05)
        child.send_signal(number)
        child.wait(20)
    assert not target.exists()
    assert [path.name for path in tmp_path.glob("x*")] == (["x.gguf.partial"] if number == signal.SIGKILL else [])
    _write(target)
    assert [path.name for path in tmp_path.glob("x*")] == ["x.gguf"]
