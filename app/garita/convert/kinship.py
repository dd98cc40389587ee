"""Whether adapters were made for the base they are to be merged into.

Weights of the base that an adapter carries are proof: other ones are refused. Names and vocabularies are hints: a model
may be renamed and a vocabulary padded, so what does not agree is only told; so are an adapter that is given twice and
one that was never trained.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from garita.convert import ggml
from garita.convert.adapter_changes import Adapter, Change, LowRank, Values
from garita.convert.gguf_read import GgufFile, Tensor
from garita.convert.layout import as_rows
from garita.convert.placing import Check
from garita.convert.tying import rounding
from garita.errors import AdapterRefused

_SAMPLED_ROWS = 256
_ROWS = 1024  # read at once
_LARGEST_TOKENIZER = 256 * 1024 * 1024  # bytes


def check_weights(base: GgufFile, checks: Iterable[Check]) -> None:
    """Compare what adapters hold of their base with ``base``.

    Raises:
        AdapterRefused: an adapter was made for another base.
    """
    for check in checks:
        tensor = base.tensors[check.part.tensor]
        if not ggml.can_decode(tensor.kind):
            problem = f"the tensor {tensor.name} has the type {tensor.kind.name}"
            raise AdapterRefused(path=str(base.path), problem=problem)
        if _difference(tensor, check) > rounding(tensor):
            problem = f"was made for another base: its {check.target} is not the one of {base.path.name}"
            raise AdapterRefused(path=str(check.adapter.path), problem=problem)


def _difference(tensor: Tensor, check: Check) -> float:
    """Root mean square of the difference over that of the base's values, of rows from all over the tensor."""
    span = check.part.span
    source, columns = as_rows(tensor, vector=check.vector)
    whole = check.values.whole().T if check.transposed else None
    difference = size = 0.0
    for number in np.unique(np.linspace(0, len(span.rows) - 1, _SAMPLED_ROWS).astype(int)):
        row, place = int(span.rows[number]), span.start + int(number)
        theirs = check.values.rows(row, row + 1).reshape(-1) if whole is None else whole[row]
        ours = ggml.decode(source.kind, np.frombuffer(source.rows(place, place + 1), np.uint8), columns)[0]
        difference += float(np.square(ours - theirs - check.part.plus, dtype=np.float64).sum())
        size += float(np.square(ours, dtype=np.float64).sum())
    return float(np.sqrt(difference / size)) if size else float(difference > 0)


# --- hints ---------------------------------------------------------------------------------------------------------


def warnings(base: GgufFile, adapters: Iterable[Adapter]) -> Iterator[str]:
    """Sentences about what is probably meant otherwise.

    Raises:
        AdapterRefused: an adapter's values are not finite.
    """
    seen: set[str] = set()
    for adapter in adapters:
        if adapter.sha256 in seen:
            yield f"{adapter.path.name} is given twice, and both weights count"
        seen.add(adapter.sha256)
        if not any(_does_something(change) for change in adapter.changes):
            yield f"{adapter.path.name} changes nothing: it is as it was before training"
        if not _may_be_named(base, adapter.base):
            yield f"{adapter.path.name} was made for {adapter.base}, the base is {base.path.name}"
        if (count := _other_tokens(base, adapter.path)) > 0:
            yield f"{count} words of {adapter.path.name}'s tokenizer.json are others in {base.path.name}"


def _does_something(change: Change) -> bool:
    """Training begins with one factor at zero; of a trained adapter the first change says so."""
    if not isinstance(change, LowRank) or change.bias or change.magnitude:
        return True
    return _has_numbers(change.a) and _has_numbers(change.b)


def _has_numbers(values: Values) -> bool:
    """Whether any is not zero; an embedding's factor has a row for every word, so it is not read at once."""
    height = values.shape[0]
    return any(values.rows(start, min(start + _ROWS, height)).any() for start in range(0, height, _ROWS))


def _may_be_named(base: GgufFile, name: str) -> bool:
    """Whether the base may be what the adapter calls its base: one name contains the other.

    Of the hub's OWNER/NAME the name counts; of a longer path its last two, because many a folder is called "model".
    """
    path = name.replace("\\", "/").rstrip("/")
    known = path.split("/")[-2:] if path.count("/") > 1 else [path.rpartition("/")[2]]
    theirs = [plain for part in known if (plain := _plain(part))]
    said = (base.value("general.name"), base.value("general.basename"), base.path.stem)
    ours = [plain for one in said if one and (plain := _plain(str(one)))]
    return not theirs or any(their in our or our in their for their in theirs for our in ours)


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _other_tokens(base: GgufFile, folder: Path) -> int:
    """How many words of the adapter's tokenizer the base does not have under the same number."""
    path = folder / "tokenizer.json"
    field = base.fields.get("tokenizer.ggml.tokens")
    try:
        if field is None or not path.is_file() or path.stat().st_size > _LARGEST_TOKENIZER:
            return 0
        theirs = _words(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return 0  # not needed for merging, so no reason to refuse
    ours = field.texts()
    return sum(number >= len(ours) or ours[number] != word.encode() for number, word in theirs.items())


def _words(said: Any) -> dict[int, str]:
    """Words by number, of a tokenizer.json of any kind of model."""
    vocabulary = said["model"]["vocab"]
    if isinstance(vocabulary, dict):
        found = {int(number): str(word) for word, number in vocabulary.items()}
    else:  # Unigram: a list of word and score
        found = {number: str(word) for number, (word, *_) in enumerate(vocabulary)}
    return found | {int(one["id"]): str(one["content"]) for one in said.get("added_tokens", [])}
