"""Writes tensors block by block of rows: decoded, changed, checked, encoded. Memory is bounded by blocks, not tensors.

Rows are encoded each by itself, so the bytes do not depend on how they are cut or who works on them: a pool of threads
takes blocks, and they come back in the file's order. Knows ggml's types; nothing of names, adapters and files.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import ggml
from garita.convert.changes import RowChange, change_in_place
from garita.convert.ggml import Bytes, Floats
from garita.errors import ConversionRefused

BLOCK_VALUES = 128 * 1024  # of one block: 512 KiB as float32, small enough for a core's cache

# Above these a type's own cast makes infinities: half of the last step below 2^16, and bfloat16's largest number.
_LARGEST = {GgmlType.F16: 65520.0, GgmlType.BF16: 3.3961775e38}


class Encoded(Protocol):
    """A tensor of a base, as far as this module reads it."""

    @property
    def kind(self) -> GgmlType:
        """Its type."""

    def rows(self, start: int, stop: int) -> bytes:
        """The encoded rows from ``start`` up to ``stop``."""


@dataclass(frozen=True)
class Work:
    """One tensor to write.

    Attributes:
        name: of the tensor in the result.
        source: where the rows come from; None: zeros (a bias the base does not have).
        rows, columns: of the matrix, or of all matrices of a stack together.
        kind: the type to write.
        changes: gives what to do to the rows, in this order; asked once, when the first rows are due.
        importance: of the columns, (stacked matrices, columns), or None.
    """

    name: str
    source: Encoded | None
    rows: int
    columns: int
    kind: GgmlType
    changes: Callable[[], Sequence[RowChange]] | None = None
    importance: Floats | None = None

    @property
    def copied(self) -> bool:
        """Whether the bytes pass unchanged; encoding a second time would not give the same bytes in every type."""
        return self.changes is None and self.source is not None and self.source.kind == self.kind

    @property
    def size(self) -> int:
        """Bytes to write."""
        return self.rows * ggml.row_bytes(self.kind, self.columns)


def write(works: Iterable[Work], threads: int, block_values: int = BLOCK_VALUES) -> Iterator[tuple[Work, Bytes]]:
    """The encoded bytes of all tensors in order, in pieces of whole rows.

    Raises:
        ConversionRefused: a value is not finite, before or after the cast; the tensor and its row are named.
    """
    tasks = _tasks(works, block_values)
    if threads == 1:
        yield from ((work, task()) for work, task in tasks)
        return
    waiting: deque[tuple[Work, Future[Bytes]]] = deque()
    with ThreadPoolExecutor(threads, "convert") as pool:
        try:
            for work, task in tasks:
                waiting.append((work, pool.submit(task)))
                if len(waiting) > threads + 1:
                    done, future = waiting.popleft()
                    yield done, future.result()
            while waiting:
                done, future = waiting.popleft()
                yield done, future.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _tasks(works: Iterable[Work], block_values: int) -> Iterator[tuple[Work, Callable[[], Bytes]]]:
    for work in works:
        changes = tuple(work.changes()) if work.changes else ()
        step = max(1, block_values // work.columns)
        for start in range(0, work.rows, step):
            yield work, _Task(work, changes, start, min(start + step, work.rows))


@dataclass(frozen=True)
class _Task:
    work: Work
    changes: tuple[RowChange, ...]
    start: int
    stop: int

    def __call__(self) -> Bytes:
        if self.work.copied:
            return encoded(self.work, self.start, self.stop)
        values = decoded(self.work, self.start, self.stop)
        change_in_place(values, self.changes, self.start)
        return encode(self.work, values, self.start)


def encoded(work: Work, start: int, stop: int) -> Bytes:
    """The rows as the base has them."""
    if work.source is None:
        raise ValueError(f"{work.name} has no source")
    return np.frombuffer(work.source.rows(start, stop), np.uint8)


def decoded(work: Work, start: int, stop: int) -> Floats:
    """The base's rows as float32 (rows, columns)."""
    if work.source is None:
        return np.zeros((stop - start, work.columns), np.float32)
    return ggml.decode(work.source.kind, encoded(work, start, stop), work.columns)


def changed(base: Floats, changes: Sequence[RowChange], start: int) -> Floats:
    """The rows with all changes; ``base`` is left as it is."""
    values = base.copy()
    change_in_place(values, changes, start)
    return values


def encode(work: Work, values: Floats, start: int) -> Bytes:
    """Rows from ``start`` on in the type to write; finite ones only.

    Raises:
        ConversionRefused: a value is not finite, before or after the cast.
    """
    _check_finite(work, values, start, "in the result")
    if work.kind in _LARGEST and max(values.max(initial=0.0), -values.min(initial=0.0)) >= _LARGEST[work.kind]:
        raise ConversionRefused(
            path=work.name, problem=f"row {start} or a later one has values beyond {work.kind.name}"
        )
    raw = encode_unchecked(work, values, start)
    if work.kind not in _LARGEST and work.kind != GgmlType.F32:  # a block's scale may have overflowed
        _check_finite(work, ggml.decode(work.kind, raw, work.columns), start, f"as {work.kind.name}")
    return raw


def encode_unchecked(work: Work, values: Floats, start: int) -> Bytes:
    """Rows from ``start`` on in the type to write; each matrix of a stack is weighed by its own importance."""
    if work.importance is None or len(work.importance) == 1:
        return ggml.encode(work.kind, values, None if work.importance is None else work.importance[0])
    height = work.rows // len(work.importance)
    cuts = [cut - start for cut in range((start // height + 1) * height, start + len(values), height)]
    pieces = np.split(values, cuts)
    first = start // height
    return np.concatenate(
        [ggml.encode(work.kind, piece, work.importance[first + number]) for number, piece in enumerate(pieces)]
    )


def _check_finite(work: Work, values: Floats, start: int, where: str) -> None:
    if not np.isfinite(values).all():
        row = start + int(np.flatnonzero(~np.isfinite(values).all(axis=1))[0])
        raise ConversionRefused(path=work.name, problem=f"row {row} has NaN or infinite values {where}")
