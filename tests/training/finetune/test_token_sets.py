"""Rows to learn from: made once, found again, made anew where anything that decides them is another."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datasets")

from garita.errors import DatasetRefused, TrainingRefused
from garita.training.data.tokenised import IGNORED
from garita.training.finetune import base_model, quiet, token_sets
from garita.training.finetune.token_sets import Part


@pytest.fixture
def tokenizer(base: Path) -> Any:
    return base_model.load_tokenizer(base, None)


def rows(part: Part, tokenizer: Any, base: Path, store: Path) -> Any:
    with quiet.libraries():
        return token_sets.rows(part, tokenizer, base, store)


def arrows(store: Path) -> set[Path]:
    return set(store.rglob("*.arrow"))


def test_rows_are_the_conversations_up_to_their_longest(
    tokenizer: Any, base: Path, dataset: Path, tmp_path: Path
) -> None:
    long, short = (rows(Part(dataset, "train", most), tokenizer, base, tmp_path) for most in (500, 90))
    assert len(long) == len(short) == 92
    assert max(map(len, long["input_ids"])) > 150
    assert max(map(len, short["input_ids"])) == 90
    for whole, cut in zip(long, short, strict=True):
        assert whole["input_ids"][:90] == cut["input_ids"]
        assert len(whole["input_ids"]) == len(whole["labels"])
        learned = [label for label in whole["labels"] if label != IGNORED]
        assert "Bienvenido" in tokenizer.decode(learned)


def test_only_the_first_conversations_of_a_part_are_measured(
    tokenizer: Any, base: Path, dataset: Path, tmp_path: Path
) -> None:
    some, whole = (rows(Part(dataset, "validation", 200, most), tokenizer, base, tmp_path) for most in (5, None))
    assert some["input_ids"] == whole["input_ids"][:5]


def test_the_same_rows_are_found_again(tokenizer: Any, base: Path, dataset: Path, tmp_path: Path) -> None:
    part = Part(dataset, "train", 200)
    first = rows(part, tokenizer, base, tmp_path)
    made = {path: path.stat().st_mtime_ns for path in arrows(tmp_path)}
    again = rows(part, tokenizer, base, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in arrows(tmp_path)} == made
    assert again["input_ids"] == first["input_ids"]


def test_other_conversations_templates_and_tokenizers_make_other_rows(
    tokenizer: Any, base: Path, dataset: Path, tmp_path: Path
) -> None:
    data, words = shutil.copytree(dataset, tmp_path / "data"), shutil.copytree(base, tmp_path / "base")
    part, store = Part(data, "validation", 200), tmp_path / "rows"
    counts = []
    for change in range(4):
        if change == 1:
            lines = (data / "validation.jsonl").read_bytes().splitlines(keepends=True)
            (data / "validation.jsonl").write_bytes(b"".join(lines[1:]))
        elif change == 2:
            tokenizer.chat_template = "{{ '' }}" + tokenizer.chat_template
        elif change == 3:
            (words / "tokenizer.json").write_bytes((words / "tokenizer.json").read_bytes() + b" ")
        rows(part, tokenizer, words, store)
        counts.append(len(arrows(store)))
    assert counts == [1, 2, 3, 4]


def test_a_reply_of_which_only_the_first_token_fits_teaches_nothing(
    tokenizer: Any, base: Path, dataset: Path, tmp_path: Path
) -> None:
    """Nothing stands before the first token of all, so there is nothing to foretell it from."""
    tokenizer.chat_template = "{% for m in messages %}{{ m['content'] + '<|end|>' }}{% endfor %}"
    data = shutil.copytree(dataset, tmp_path / "data")
    (data / "train.jsonl").write_bytes(
        b'{"id":"1","messages":[{"role":"assistant","content":"Hola."},{"role":"user","content":"Buenas."}]}\n'
    )
    with pytest.raises(TrainingRefused, match="no reply in its train part"):
        rows(Part(data, "train", 1), tokenizer, base, tmp_path / "rows")
    assert len(rows(Part(data, "train", 2), tokenizer, base, tmp_path / "rows")) == 1


def test_a_damaged_line_is_named_wherever_it_is(tokenizer: Any, base: Path, dataset: Path, tmp_path: Path) -> None:
    data = shutil.copytree(dataset, tmp_path / "data")
    with (data / "train.jsonl").open("ab") as file:
        file.write(b"\xff\n")
    with pytest.raises(DatasetRefused, match="line 93"):
        rows(Part(data, "train", 200), tokenizer, base, tmp_path / "rows")
