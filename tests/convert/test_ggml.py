"""ggml ends the process on arguments it dislikes, so none of these may reach it."""

from __future__ import annotations

import numpy as np
import pytest
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import ggml
from garita.convert.ggml import Floats

ROWS = np.ones((2, 256), np.float32)
WRONG: dict[str, tuple[str, Floats, Floats | None, str]] = {
    "other numbers": ("Q8_0", ROWS.astype(np.float64), None, "float32 in C order"),
    "columns first": ("Q8_0", np.asfortranarray(ROWS), None, "float32 in C order"),
    "half a block": ("Q4_K", np.ones((2, 128), np.float32), None, "whose blocks have 256"),
    "no importance": ("IQ2_XXS", ROWS, None, "with an importance matrix only"),
    "importance of other columns": ("Q4_K", ROWS, np.ones(255, np.float32), "does not fit rows of 256"),
    "importance in other numbers": ("Q4_K", ROWS, np.ones(256), "does not fit rows of 256"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_rows_are_not_encoded(name: str) -> None:
    kind, values, importance, words = WRONG[name]
    with pytest.raises(ValueError, match=words):
        ggml.encode(GgmlType[kind], values, importance)


@pytest.mark.parametrize(
    ("kind", "size", "columns"), [("Q8_0", 33, 32), ("Q8_0", 34, 33), ("I32", 4, 1), ("Q8_K", 292, 256)]
)
def test_wrong_bytes_are_not_decoded(kind: str, size: int, columns: int) -> None:
    with pytest.raises(ValueError, match="rows of"):
        ggml.decode(GgmlType[kind], np.zeros(size, np.uint8), columns)


def test_bytes_with_gaps_are_not_decoded() -> None:
    with pytest.raises(ValueError, match="no rows of"):
        ggml.decode(GgmlType.F32, np.zeros(16, np.uint8)[::2], 2)


@pytest.mark.parametrize("kind", ["F32", "F16", "BF16", "Q8_0", "Q4_K"])
def test_no_rows_are_no_bytes(kind: str) -> None:
    assert ggml.encode(GgmlType[kind], ROWS[:0]).size == 0
    assert ggml.decode(GgmlType[kind], np.zeros(0, np.uint8), 256).shape == (0, 256)
