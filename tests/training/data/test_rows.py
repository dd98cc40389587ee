"""Rows of three kinds of files carry their lines; what cannot be read is named and reading goes on behind it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from garita.errors import DatasetRefused
from garita.training.data.rows import MAX_ROW, Row, json_array, rows

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
OBJECTS = st.lists(
    st.dictionaries(TEXTS, TEXTS | st.integers(-9, 9) | st.none() | st.lists(TEXTS), max_size=3), min_size=1
)
SAME_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)


class Sips(io.StringIO):
    """A file of which only a few characters come at a time, as from a pipe."""

    def __init__(self, text: str, most: int) -> None:
        super().__init__(text)
        self._most = most

    def read(self, size: int | None = -1) -> str:
        return super().read(self._most)


def file(folder: Path, name: str, content: bytes | str) -> list[Row]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(rows(path))


@SAME_FOLDER
@given(OBJECTS, st.booleans())
def test_json_lines_come_back(tmp_path: Path, objects: list[dict[str, object]], mark: bool) -> None:
    text = ("\ufeff" if mark else "") + "".join(json.dumps(one, ensure_ascii=mark) + "\n" for one in objects)
    assert file(tmp_path, "a.jsonl", text) == [Row(line, one) for line, one in enumerate(objects, start=1)]


@given(OBJECTS, st.sampled_from([None, 1]), st.integers(1, 50))
def test_an_array_comes_back_however_it_arrives(
    objects: list[dict[str, object]], indent: int | None, most: int
) -> None:
    text = "\n " + json.dumps(objects, indent=indent, ensure_ascii=False)
    found = list(json_array(Sips(text, most)))
    assert [row.fields for row in found] == objects
    assert found[0].line == (3 if indent else 2)


@SAME_FOLDER
@given(st.lists(st.lists(TEXTS.map(lambda one: one.replace("\r", "").replace("\0", "")), min_size=2, max_size=2)))
def test_csv_comes_back(tmp_path: Path, records: list[list[str]]) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["question", "answer"], *records])
    found = list(rows(path))
    assert [list(row.fields.values()) for row in found if row.fields] == records
    lines = 2
    for row, record in zip(found, records, strict=True):
        assert row.line == lines
        lines += 1 + "".join(record).count("\n")


@SAME_FOLDER
@given(st.binary(max_size=300), st.sampled_from(["a.jsonl", "a.json", "a.csv"]))
def test_any_bytes_are_read_to_the_end(tmp_path: Path, data: bytes, name: str) -> None:
    for row in file(tmp_path, name, data):
        assert (row.fields is None) == bool(row.problem)
        assert 1 <= row.line <= data.count(b"\n") + data.count(b"\r") + 1


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        (
            "a.jsonl",
            b'{"a": 1}\n{"a": \n\n{"a": "\xff"}\n[1]\n{"a": 2}',
            [(1, ""), (2, "no JSON"), (4, "0xff is not UTF-8"), (5, "no JSON object"), (6, "")],
        ),
        (
            "a.json",
            b'[{"a": 1},\n {"a": "\xff"},\n 7,\n {"a": 2}]',
            [(1, ""), (2, "0xff is not UTF-8"), (3, "no JSON object"), (4, "")],
        ),
        ("a.json", b'[{"a": 1},\n {"a": tru},\n {"a": 2}]', [(1, ""), (2, "no JSON from here on")]),
        ("a.json", b'[{"a": 1},\n', [(1, ""), (2, "ends too early")]),
        ("a.json", b'[{"a": 1}]\n[{"a": 1}]', [(1, ""), (2, "follows after")]),
        (
            "a.csv",
            b'q,a\n1,2\n1\n"\xff",2\n3,4,5\n6,7\n',
            [(2, ""), (3, "1 cells for 2 columns"), (4, "0xff is not UTF-8"), (5, "3 cells"), (6, "")],
        ),
        ("a.csv", b"q;a\n1,5;2\n", [(2, "")]),
        ("a.tsv", b"q\ta\n1,5\t2\n", [(2, "")]),
    ],
)
def test_bad_rows_are_named(tmp_path: Path, name: str, content: bytes, found: list[tuple[int, str]]) -> None:
    read = file(tmp_path, name, content)
    assert [row.line for row in read] == [line for line, _ in found]
    for row, (_, problem) in zip(read, found, strict=True):
        assert problem in row.problem
        assert bool(problem) == (row.fields is None)


def test_a_quote_that_never_closes_costs_its_own_stretch_only(tmp_path: Path) -> None:
    read = file(tmp_path, "a.csv", "q,a\n" + '1,"2\n' + "3,4\n" * 60_000)
    assert read[0].line == 2
    assert "CSV" in read[0].problem
    assert read[-1].fields == {"q": "3", "a": "4"}


def test_a_row_beyond_all_measure_is_passed_over(tmp_path: Path) -> None:
    read = file(tmp_path, "a.jsonl", b'{"a": "' + b"x" * (MAX_ROW + 9) + b'"}\n{"a": 2}\n')
    assert [(row.line, bool(row.problem)) for row in read] == [(1, True), (2, False)]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.jsonl", tmp_path / "none.csv"):
        with pytest.raises(DatasetRefused, match="cannot be read"):
            list(rows(path))
