"""A part of a dataset folder as rows of token ids and labels, kept on the disk as Arrow so that memory stays small.

The rows are made once and found again when a run goes on. Knows the chat template's work (data.tokenised), no torch.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from garita.errors import TrainingRefused
from garita.training.data import conversation_line, folder
from garita.training.data.splits import Split
from garita.training.data.tokenised import IGNORED, Tokenizer, tokenised

if TYPE_CHECKING:
    from datasets import Dataset


class Part(NamedTuple):
    """Which conversations: the first ``most`` of a split, each cut after ``max_length`` tokens."""

    dataset: Path
    split: Split
    max_length: int
    most: int | None = None


def rows(part: Part, tokenizer: Tokenizer, tokenizer_files: Path, store: Path) -> Dataset:
    """Columns ``input_ids`` and ``labels``, a conversation a row; those without a reply to learn are left out.

    Args:
        tokenizer: as loaded from ``tokenizer_files``, with its chat template.
        store: a folder for the Arrow files.

    Raises:
        DatasetRefused: the folder is no dataset, or a line is damaged.
        TrainingRefused: no conversation is left, or the chat template cannot write one.
    """
    from datasets import Dataset, Features, List, Value
    from datasets.exceptions import DatasetGenerationError

    _refuse_if_empty(part, tokenizer)
    features = Features({"input_ids": List(Value("int32")), "labels": List(Value("int32"))})
    name = _fingerprint(part, tokenizer, tokenizer_files)
    try:
        made = Dataset.from_generator(_Rows(part, tokenizer), features=features, cache_dir=str(store), fingerprint=name)
    except DatasetGenerationError as error:  # datasets' wrapping of whatever happened while the rows were made
        raise error.__cause__ or error from None
    return made


def _refuse_if_empty(part: Part, tokenizer: Tokenizer) -> None:
    """datasets makes no rows of nothing; hardly ever is more than the first conversation read."""
    if not folder.describe(part.dataset).hashes.get(part.split):
        raise TrainingRefused(path=str(part.dataset), problem=f"its {part.split} part has no conversation")
    if next(_Rows(part, tokenizer)(), None) is None:
        problem = f"no reply in its {part.split} part begins within max_length ({part.max_length})"
        raise TrainingRefused(path=str(part.dataset), problem=problem)


class _Rows:
    """What datasets calls to make the rows; a class, because it wants a function without arguments."""

    def __init__(self, part: Part, tokenizer: Tokenizer) -> None:
        self._part, self._tokenizer = part, tokenizer

    def __call__(self) -> Iterator[dict[str, list[int]]]:
        part = self._part
        lines = islice(conversation_line.load(folder.split_file(part.dataset, part.split)), part.most)
        for row in tokenised(lines, self._tokenizer, part.max_length):
            if any(label != IGNORED for label in row.labels[1:]):  # nothing foretells the first token
                yield {"input_ids": row.input_ids, "labels": row.labels}


def _fingerprint(part: Part, tokenizer: Any, files: Path) -> str:
    """What decides the rows, as one hash, by which datasets finds them again."""
    digest = hashlib.sha256(repr((part.split, part.max_length, part.most, tokenizer.chat_template)).encode())
    for path in (folder.split_file(part.dataset, part.split), files / "tokenizer.json"):
        if path.exists():
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:32]
