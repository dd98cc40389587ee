"""What is written is finite, to the last value a type can hold, and never a value beyond it."""

from __future__ import annotations

import numpy as np
import pytest
from gguf import GGMLQuantizationType as GgmlType
from hypothesis import given, settings
from hypothesis import strategies as st

from garita.convert import ggml, rows
from garita.convert.rows import Work
from garita.errors import ConversionRefused

# the first float32 that a type's own rounding makes infinite
BEYOND = {"F16": np.float32(65520), "BF16": np.uint32(0x7F7F8000).view(np.float32), "Q8_0": np.float32(65520 * 127)}


def _encoded(kind: str, value: np.float32, row: int = 2) -> np.ndarray:
    values = np.ones((4, 32), np.float32)
    values[row, 7] = value
    raw = rows.encode(Work("w", None, 100, 32, GgmlType[kind]), values, 50)
    return ggml.decode(GgmlType[kind], raw, 32)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("kind", BEYOND)
def test_the_largest_value_of_a_type_is_written_and_the_next_refused(kind: str, sign: int) -> None:
    largest = np.nextafter(BEYOND[kind], np.float32(0))
    assert np.isfinite(_encoded(kind, np.float32(sign) * largest)).all()
    with pytest.raises(ConversionRefused, match=r"beyond|row 52 has NaN or infinite values as Q8_0") as refused:
        _encoded(kind, np.float32(sign) * BEYOND[kind])
    assert refused.value.facts["path"] == "w"


@pytest.mark.parametrize("kind", ["F32", "F16", "BF16", "Q8_0"])
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_is_refused_with_its_row(kind: str, value: float) -> None:
    with pytest.raises(ConversionRefused, match="row 51 has NaN or infinite values in the result"):
        _encoded(kind, np.float32(value), row=1)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["F16", "BF16", "Q8_0", "Q5_0", "Q4_K"]), st.floats(width=32))
def test_any_value_is_written_finite_or_refused(kind: str, value: float) -> None:
    work = Work("w", None, 1, 256, GgmlType[kind])
    values = np.ones((1, 256), np.float32)
    values[0, 9] = value
    try:
        raw = rows.encode(work, values, 0)
    except ConversionRefused:
        return
    assert np.isfinite(ggml.decode(work.kind, raw, 256)).all()
