"""Embeddings that are also the output: whether a base has one, and what of an adapter is for which use of it.

The measure is PEFT's runtime, where an adapter of one use leaves the other as it was.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from garita.convert import ggml
from garita.convert.adapter_changes import Adapter, Change, Fingerprint, LowRank, ReplacedRows, Replacement, Values
from garita.convert.ggml import Floats
from garita.convert.gguf_read import GgufFile, Tensor
from garita.convert.layout import Layout
from garita.errors import AdapterRefused

EMBEDDING, OUTPUT = "token_embd.weight", "output.weight"
_SAMPLED_ROWS = 256
_COMPARED_ROWS = 4096  # at once, of matrices that may be as large as a vocabulary
# Bits of a weight, and how far a tensor may be from its original for rounding alone, relative to its size.
_ROUNDING = ((8.0, 0.02), (4.0, 0.2), (0.0, 0.6))


def is_tied(base: GgufFile) -> bool:
    """Whether the output is the embedding: not stored at all, or stored a second time, perhaps in another type."""
    embedding, output = base.tensors.get(EMBEDDING), base.tensors.get(OUTPUT)
    if embedding is None or output is None:
        return embedding is not None
    if embedding.shape != output.shape:
        return False
    numbers = np.unique(np.linspace(0, embedding.row_count - 1, _SAMPLED_ROWS).astype(int))
    if embedding.kind == output.kind:
        return all(embedding.rows(row, row + 1) == output.rows(row, row + 1) for row in numbers)
    if not (ggml.can_decode(embedding.kind) and ggml.can_decode(output.kind)):
        return False
    ours, theirs = (np.concatenate([_row(tensor, row) for row in numbers]) for tensor in (embedding, output))
    size = float(np.linalg.norm(theirs))
    return float(np.linalg.norm(ours - theirs)) <= max(rounding(embedding), rounding(output)) * size


def _row(tensor: Tensor, row: int) -> Floats:
    return ggml.decode(tensor.kind, np.frombuffer(tensor.rows(row, row + 1), np.uint8), tensor.row_values)


def rounding(tensor: Tensor) -> float:
    """How far a tensor may be from its original, relative to its size, for its type alone."""
    bits = tensor.row_bytes * 8 / tensor.row_values
    return next(most for least, most in _ROUNDING if bits >= least)


# --- adapters ------------------------------------------------------------------------------------------------------


def once(layout: Layout, adapter: Adapter, tied: bool) -> Iterator[tuple[Change, bool]]:
    """The adapter's changes, and whether they are for both uses of a tied embedding.

    PEFT ties what an adapter does to both when told to, and then its file says the same twice; trainable tokens of the
    embedding it always ties and says once. Whatever is said of one only is for that one.
    """
    uses = [use_of(layout, adapter, change) if tied else "" for change in adapter.changes]
    pairs = [(use, one) for use, one in zip(uses, adapter.changes, strict=True) if not isinstance(one, Fingerprint)]
    of_embedding = [one for use, one in pairs if use == EMBEDDING]
    of_output = [one for use, one in pairs if use == OUTPUT]
    for use, change in zip(uses, adapter.changes, strict=True):
        if use == EMBEDDING and change in of_embedding:
            alone = not any(isinstance(one, ReplacedRows) for one in of_output)
            yield change, any(_equal(change, one) for one in of_output) or (isinstance(change, ReplacedRows) and alone)
        elif not (use == OUTPUT and any(_equal(change, one) for one in of_embedding)):
            if use == OUTPUT and adapter.ensure_weight_tying and any(type(one) is type(change) for one in of_embedding):
                raise AdapterRefused(
                    path=str(adapter.path), problem=f"{change.target} is tied to the embedding, but says something else"
                )
            yield change, False


def use_of(layout: Layout, adapter: Adapter, change: Change) -> str:
    """EMBEDDING or OUTPUT where the change is one of that, else ""."""
    module = layout.canonical(change.target) if adapter.space == "module" else change.target
    return {
        layout.architecture.embedding: EMBEDDING,
        EMBEDDING: EMBEDDING,
        layout.architecture.head: OUTPUT,
        OUTPUT: OUTPUT,
    }.get(module, "")


def _equal(one: Change, other: Change) -> bool:
    """Whether two changes do the same to a matrix, written the same way."""
    if isinstance(one, LowRank) and isinstance(other, LowRank):
        if one.magnitude or other.magnitude or one.scale != other.scale:
            return False
        pairs = [(one.a, other.a), (one.b, other.b)]
    elif isinstance(one, Replacement | ReplacedRows) and isinstance(other, Replacement | ReplacedRows):
        if getattr(one, "indices", None) != getattr(other, "indices", None):
            return False
        pairs = [(one.values, other.values)]
    else:
        return False
    return all(_equal_values(left, right) for left, right in pairs)


def _equal_values(one: Values, other: Values) -> bool:
    starts = range(0, one.shape[0], _COMPARED_ROWS)
    ranges = [(start, min(start + _COMPARED_ROWS, one.shape[0])) for start in starts]
    return one.shape == other.shape and all(np.array_equal(one.rows(*rows), other.rows(*rows)) for rows in ranges)
