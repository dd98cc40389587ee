"""The processor's casts from and to F16 give the bits of numpy, for every half and at every edge."""

from __future__ import annotations

import numpy as np
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import ggml


def test_every_half_is_read_exactly() -> None:
    halves = np.arange(65536, dtype=np.uint16).view(np.float16)
    halves = halves[np.isfinite(halves)]
    read = ggml.decode(GgmlType.F16, halves.view(np.uint8), len(halves))
    assert np.array_equal(read[0].view(np.uint32), halves.astype(np.float32).view(np.uint32))


def test_values_are_rounded_to_the_nearest_even_half() -> None:
    halves = (
        np.arange(31744, dtype=np.uint16).view(np.float16).astype(np.float32)
    )  # all from 0 to 65504, small ones too
    between = (halves[:-1] + halves[1:]) / 2
    values = np.concatenate([halves, between, np.nextafter(between, 0), np.nextafter(between, 1e6)])
    values = np.concatenate([values, -values, np.float32([1e-12, 65519.0, -65519.0])])[None]
    written = ggml.encode(GgmlType.F16, values)
    assert np.array_equal(written.view(np.uint16), values[0].astype(np.float16).view(np.uint16))
