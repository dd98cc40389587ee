"""dataset.json tells where every conversation went, and an evaluation set that was trained on is refused."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from garita.errors import DatasetRefused
from garita.training.data.folder import DESCRIPTION, Description, check_free, describe, refuse_overlap
from garita.training.data.splits import Shares

WHOLE = Description({"train": ["a" * 64], "validation": ["b" * 64], "test": ["c" * 64]}, Shares(), {}, [], {})


def test_a_description_comes_back(tmp_path: Path) -> None:
    (tmp_path / DESCRIPTION).write_bytes(msgspec.json.encode(WHOLE))
    assert describe(tmp_path) == WHOLE


@pytest.mark.parametrize(
    ("content", "problem"),
    [(None, "no dataset folder"), (b"{", "damaged"), (b"\xff", "damaged"), (b'{"hashes": {}}', "damaged"),
     (msgspec.json.encode(msgspec.structs.replace(WHOLE, version=2)), "version 2")],
)  # fmt: skip
def test_what_describes_nothing_is_refused(tmp_path: Path, content: bytes | None, problem: str) -> None:
    if content is not None:
        (tmp_path / DESCRIPTION).write_bytes(content)
    with pytest.raises(DatasetRefused, match=problem):
        describe(tmp_path)


@pytest.mark.parametrize(("measured", "common"), [("cdc", 0), ("ca", 1), ("bab", 2)])
def test_nothing_is_measured_on_what_was_learned(measured: str, common: int) -> None:
    hashes = [letter * 64 for letter in measured]
    if not common:
        refuse_overlap(Path("set.jsonl"), hashes, WHOLE)
        return
    with pytest.raises(DatasetRefused, match=f"{common} of its conversations") as refused:
        refuse_overlap(Path("set.jsonl"), hashes, WHOLE)
    assert refused.value.facts["path"] == "set.jsonl"


def test_only_an_empty_place_is_free(tmp_path: Path) -> None:
    check_free(tmp_path / "none")
    check_free(tmp_path)
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    for taken in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(DatasetRefused, match="something"):
            check_free(taken)
