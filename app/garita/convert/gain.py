"""How much of an adapter's change survives in the type it is written in, and which type keeps it.

A fine-tune often moves weights by less than half a step of a 4-bit grid. Written back into a base whose values lie on
that grid, nearly all of it is rounded away, and nobody says so: the gain of a 1 % change is 0.01 from Q4_K to Q4_K,
0.98 to Q8_0. Measured on rows spread over the tensor, among those that change. Knows rows and types only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import ggml, rows
from garita.convert.changes import RowChange
from garita.convert.ggml import Floats
from garita.convert.rows import Work

LOW = 0.7  # below it, the merged file is no longer the model that was trained
_SURELY_LOW = 0.4  # between the two a larger sample decides
SAMPLE_VALUES = 32 * 1024  # of one tensor: the figure's standard error is about 0.03 for a change of 1 %
_LARGER = 8
_GROUPS = 8  # places in the tensor the sample is from

# Types to raise a tensor to, each keeping more than the one before it.
_LADDER = (GgmlType.Q5_K, GgmlType.Q6_K, GgmlType.Q8_0, GgmlType.BF16, GgmlType.F16, GgmlType.F32)


@dataclass(frozen=True)
class Sample:
    """Some rows of a tensor before and after its changes."""

    work: Work
    pieces: tuple[tuple[int, Floats, Floats], ...]  # first row, base, changed

    def gain(self, kind: GgmlType) -> float:
        """The written change's share of the intended one, along its direction: 1 all of it, 0 nothing; NaN: overflow.

        <written - before, changed - base> / |changed - base|², where ``before`` is the base as it would stand in the
        same type without the change, so that rounding as such does not count; 1 where nothing changes.
        """
        work, along, whole = replace(self.work, kind=kind), 0.0, 0.0
        lies_on_grid = work.source is None or work.source.kind == kind
        with np.errstate(all="ignore"):  # an overflow makes it NaN
            for start, base, changed in self.pieces:
                intended = (changed - base).astype(np.float64)
                before = base if lies_on_grid else _written(work, base, start)
                along += float(((_written(work, changed, start) - before) * intended).sum())
                whole += float(np.square(intended).sum())
        found = along / whole if whole else 1.0
        return found if math.isfinite(found) else math.nan

    def raised(self, kind: GgmlType) -> tuple[GgmlType, float]:
        """The smallest type above ``kind`` in which the change survives, F32 at the end; and the gain there."""
        width = ggml.row_bytes(kind, self.work.columns)
        above = _LADDER[_LADDER.index(kind) + 1 :] if kind in _LADDER else _LADDER
        for one in (one for one in above if ggml.fits(one, self.work.columns)):
            if ggml.row_bytes(one, self.work.columns) >= width and (gain := self.gain(one)) >= LOW:
                return one, gain
        return GgmlType.F32, 1.0


def _written(work: Work, values: Floats, start: int) -> Floats:
    return ggml.decode(work.kind, rows.encode_unchecked(work, values, start), work.columns)


def measure(work: Work, changes: Sequence[RowChange]) -> tuple[Sample, float]:
    """Rows of ``work`` that change, from all over the tensor, and the gain in its type."""
    sampled = sample(work, changes, SAMPLE_VALUES)
    gain = sampled.gain(work.kind)
    if _SURELY_LOW <= gain < LOW:
        sampled = sample(work, changes, SAMPLE_VALUES * _LARGER)
        gain = sampled.gain(work.kind)
    return sampled, gain


def sample(work: Work, changes: Sequence[RowChange], values: int = SAMPLE_VALUES) -> Sample:
    """Rows of ``work`` that change, about ``values`` numbers from all over the tensor."""
    touched = [change.touched() for change in changes]
    numbers = touched[0] if len(touched) == 1 else np.unique(np.concatenate(touched))
    count = max(1, values // work.columns)
    return Sample(work, tuple(_piece(work, changes, start, stop) for start, stop in _groups(numbers.tolist(), count)))


def _groups(touched: list[int], count: int) -> list[tuple[int, int]]:
    """At most ``count`` of the rows in ranges of neighbours."""
    if len(touched) > count:
        size = max(1, count // _GROUPS)
        starts = np.linspace(0, len(touched) - size, max(1, count // size)).astype(int)
        touched = sorted({touched[start + step] for start in starts for step in range(size)})
    ranges: list[tuple[int, int]] = []
    for row in touched:
        if ranges and ranges[-1][1] == row:
            ranges[-1] = (ranges[-1][0], row + 1)
        else:
            ranges.append((row, row + 1))
    return ranges


def _piece(work: Work, changes: Sequence[RowChange], start: int, stop: int) -> tuple[int, Floats, Floats]:
    base = rows.decoded(work, start, stop)
    return start, base, rows.changed(base, changes, start)
