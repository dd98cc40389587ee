"""How much of an adapter's change survives in the type it is written in, and which type keeps it.

A fine-tune often moves weights by less than half a step of a 4-bit grid. Written back into a base whose values lie on
that grid, nearly all of it is rounded away, and nobody says so: the gain of a 1 % change is 0.01 from Q4_K to Q4_K,
0.98 to Q8_0. Measured on rows spread over the tensor, among those that change. Knows rows and types only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import ggml, rows
from garita.convert.changes import RowChange
from garita.convert.ggml import Floats
from garita.convert.rows import Work

LOW = 0.8  # below it, the merged file is no longer the model that was trained
SAMPLE_VALUES = 64 * 1024  # of one tensor: the figure's standard error is about 0.03 for a change of 1 %
_GROUPS = 8  # places in the tensor the sample is from

# Types to raise a tensor to, each keeping more than the one before it.
_LADDER = (GgmlType.Q5_K, GgmlType.Q6_K, GgmlType.Q8_0, GgmlType.BF16, GgmlType.F16, GgmlType.F32)


@dataclass(frozen=True)
class Sample:
    """Some rows of a tensor before and after its changes."""

    work: Work
    pieces: tuple[tuple[int, Floats, Floats], ...]  # first row, base, changed

    def gain(self, kind: GgmlType) -> float:
        """The written change's share of the intended one along its direction: 1 all of it, 0 nothing; NaN: overflow.

        <written - base, changed - base> / |changed - base|², and 1 where nothing changes.
        """
        work, along, whole = replace(self.work, kind=kind), 0.0, 0.0
        for start, base, changed in self.pieces:
            intended = (changed - base).astype(np.float64)
            written = ggml.decode(kind, rows.encode_unchecked(work, changed, start), work.columns)
            along += float(((written - base) * intended).sum())
            whole += float(np.square(intended).sum())
        return along / whole if whole else 1.0

    def raised(self, kind: GgmlType) -> GgmlType:
        """The smallest type above ``kind`` in which the change survives; F32 at the end."""
        width = ggml.row_bytes(kind, self.work.columns)
        above = _LADDER[_LADDER.index(kind) + 1 :] if kind in _LADDER else _LADDER
        larger = (one for one in above if ggml.fits(one, self.work.columns))
        larger = (one for one in larger if ggml.row_bytes(one, self.work.columns) >= width)
        return next((one for one in larger if self.gain(one) >= LOW), GgmlType.F32)


def sample(work: Work, changes: Sequence[RowChange]) -> Sample:
    """Rows of ``work`` that change, from all over the tensor."""
    touched = np.unique(np.concatenate([change.touched() for change in changes]))
    count = max(1, SAMPLE_VALUES // work.columns)
    return Sample(work, tuple(_piece(work, changes, start, stop) for start, stop in _groups(touched.tolist(), count)))


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
