"""How much of a change survives in a type: the figures that say why a 4-bit base is not written back into 4 bits."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pytest
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import gain, ggml
from garita.convert.changes import LowRank, RowsReplaced, Span
from garita.convert.rows import Work

ROWS, COLUMNS, RANK = 256, 512, 4


@dataclass(frozen=True)
class Stored:
    """Rows as a base holds them."""

    kind: GgmlType
    raw: np.ndarray

    def rows(self, start: int, stop: int) -> bytes:
        width = ggml.row_bytes(self.kind, COLUMNS)
        return bytes(self.raw[start * width : stop * width])


def _work(base: str, written: str) -> Work:
    values = np.random.default_rng(1).standard_normal((ROWS, COLUMNS)).astype(np.float32)
    stored = Stored(GgmlType[base], ggml.encode(GgmlType[base], values))
    return Work("w", stored, ROWS, COLUMNS, GgmlType[written])


def _change(strength: float) -> LowRank:
    """A change whose values are about ``strength`` of the base's."""
    rng = np.random.default_rng(2)
    left, right = rng.standard_normal((ROWS, RANK)), rng.standard_normal((RANK, COLUMNS))
    return LowRank(Span(0, np.arange(ROWS)), left.astype(np.float32), right.astype(np.float32), strength / RANK**0.5)


@pytest.mark.parametrize(
    ("base", "written", "strength", "least", "most"),
    [
        ("Q4_K", "Q4_K", 0.01, 0.0, 0.05),
        ("Q4_K", "Q4_K", 0.05, 0.3, 0.6),
        ("Q4_K", "Q4_K", 0.3, 0.95, 1.05),
        ("Q4_K", "Q5_K", 0.01, 0.0, 0.7),
        ("Q4_K", "Q8_0", 0.01, 0.95, 1.05),
        ("F32", "Q4_K", 0.01, 0.85, 1.15),
        ("F32", "F16", 0.01, 0.99, 1.01),
        ("F16", "F16", 1e-6, 0.0, 0.1),
        ("F32", "F32", 1e-6, 0.8, 1.2),
    ],
)
def test_what_is_kept_of_a_small_change(base: str, written: str, strength: float, least: float, most: float) -> None:
    _, found = gain.measure(_work(base, written), [_change(strength)])
    assert least <= found <= most


@pytest.mark.parametrize(
    ("base", "strength", "expected"),
    [("Q4_K", 0.05, "Q5_K"), ("Q4_K", 0.01, "Q6_K"), ("Q8_0", 0.0005, "BF16"), ("BF16", 0.0005, "F16"),
     ("F16", 1e-6, "F32")],
)  # fmt: skip
def test_the_next_larger_type_that_keeps_the_change_is_taken(base: str, strength: float, expected: str) -> None:
    sampled, found = gain.measure(_work(base, base), [_change(strength)])
    assert found < gain.LOW
    kind, kept = sampled.raised(GgmlType[base])
    assert kind.name == expected
    assert kept > 0.9


def test_only_rows_that_change_are_measured() -> None:
    """Three new rows of many: all of them survive, and the others say nothing."""
    work = _work("Q8_0", "Q8_0")
    new = np.random.default_rng(3).standard_normal((3, COLUMNS)).astype(np.float32)
    tokens = RowsReplaced(Span(0, np.arange(ROWS)), np.array([0, 100, 255]), new)
    sampled, found = gain.measure(work, [tokens])
    assert [start for start, *_ in sampled.pieces] == [0, 100, 255]
    assert found == pytest.approx(1.0, abs=0.01)
    nothing = replace(_change(0.01), left=np.zeros((ROWS, RANK), np.float32))
    assert gain.measure(work, [nothing])[1] == 1.0
