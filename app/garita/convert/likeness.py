"""How alike two models answer: their logits for the same tokens, compared row by row. Knows files of numbers only."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_ROWS = 32  # compared together: bounds memory at any size of vocabulary


class Likeness(NamedTuple):
    """One model against a reference, over ``tokens`` rows of logits.

    Attributes:
        tokens: how many rows were compared.
        largest: the largest difference of two logits.
        relative: the largest difference over the largest logit of the reference, both without their sign.
        kl: mean Kullback-Leibler divergence of the next token's distribution from the reference's, in nats.
        kl_worst: the largest of them.
        same_top: share of rows whose likeliest token is the same, 0 to 1.
    """

    tokens: int
    largest: float
    relative: float
    kl: float
    kl_worst: float
    same_top: float


def compare(reference: Path, other: Path, entries: int) -> Likeness:
    """Compare two files of float32 rows, ``entries`` numbers each, as ``llama_run.logits`` writes them.

    Raises:
        ValueError: the files are not equally long, or hold no whole row.
    """
    expected, found = _rows(reference, entries), _rows(other, entries)
    if expected.shape != found.shape or not len(expected):
        raise ValueError(f"{expected.shape} and {found.shape} rows cannot be compared")
    parts = [
        _block(expected[start : start + _ROWS], found[start : start + _ROWS]) for start in range(0, len(found), _ROWS)
    ]
    differences, sizes, divergences, same = (np.concatenate(column) for column in zip(*parts, strict=True))
    largest, size = float(differences.max()), float(sizes.max())
    return Likeness(
        tokens=len(found),
        largest=largest,
        relative=largest / size if size else largest,
        kl=float(divergences.mean()),
        kl_worst=float(divergences.max()),
        same_top=float(same.mean()),
    )


def _rows(path: Path, entries: int) -> NDArray[np.float32]:
    if path.stat().st_size % (4 * entries) or not path.stat().st_size:
        raise ValueError(f"{path.stat().st_size} bytes are no rows of {entries} numbers")
    return np.memmap(path, np.float32, "r").reshape(-1, entries)


def _block(expected: NDArray[np.float32], found: NDArray[np.float32]) -> tuple[NDArray[np.float64], ...]:
    """For each row: largest difference, largest logit of the reference, divergence, same likeliest token."""
    p, q = _log_shares(expected), _log_shares(found)
    return (
        np.abs(expected.astype(np.float64) - found).max(axis=1),
        np.abs(expected).max(axis=1).astype(np.float64),
        np.maximum(0.0, (np.exp(p) * (p - q)).sum(axis=1)),  # below zero by rounding only
        (expected.argmax(axis=1) == found.argmax(axis=1)).astype(np.float64),
    )


def _log_shares(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Logarithms of the softmax, by row."""
    shifted = logits.astype(np.float64) - logits.max(axis=1, keepdims=True)
    shares: NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return shares
