"""What a conversion will do, tensor by tensor, before it does it: merged, encoded anew or copied, and in which type.

Everything that can be known is known here: whether every change fits, which types the tensors get, how much of each
change survives in them, how large the file gets. Reads the base's head and a few rows of what changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

import numpy as np
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import gain, ggml, kinship, tying, types
from garita.convert.adapter import check_together
from garita.convert.adapter_changes import Adapter
from garita.convert.changes import RowChange
from garita.convert.ggml import Floats
from garita.convert.gguf_read import GgufFile, Tensor
from garita.convert.gguf_write import PlannedTensor
from garita.convert.imatrix import ImportanceMatrix
from garita.convert.layout import Layout, as_rows, view
from garita.convert.placing import Placed, Placement, place
from garita.convert.rows import BLOCK_VALUES, Encoded, Work
from garita.convert.tying import EMBEDDING, OUTPUT
from garita.errors import AdapterRefused, ConversionRefused

OnLowGain = Literal["raise", "refuse", "accept"]
KEEP = "keep"  # every tensor keeps the base's type

# Bytes of float32 that a core encodes in a second, in MB; measured with llama.cpp's code on a desktop processor.
_RATES = {"F32": 3000, "F16": 2000, "BF16": 2000, "Q8_0": 1400, "Q4_0": 3200, "Q4_K": 80, "Q5_K": 90, "Q6_K": 150}
_RATE_OF_OTHERS = 50
_BASE_MEMORY = 52_000_000  # bytes: Python and numpy

_Source = tuple[tuple[int, ...], Tensor | None]  # shape, and where the rows come from; None: zeros


@dataclass(frozen=True)
class Entry:
    """One tensor of the result.

    Attributes:
        work: how it is written.
        shape: in numpy's order.
        base_kind: its type in the base, None for a new one.
        wanted_kind: the type it was to get; ``work.kind`` is larger where the change would not have survived.
        gain: how much of the change survives in ``work.kind``; None where nothing changes.
        changed_by: the adapters that change it.
    """

    work: Work
    shape: tuple[int, ...]
    base_kind: GgmlType | None
    wanted_kind: GgmlType
    gain: float | None = None
    changed_by: tuple[Path, ...] = ()

    @property
    def action(self) -> Literal["merged", "encoded", "copied"]:
        """What happens to it."""
        return "merged" if self.work.changes else "copied" if self.work.copied else "encoded"

    @property
    def raised(self) -> bool:
        """Whether it is larger than wanted, for the sake of the change."""
        return self.work.kind is not self.wanted_kind


@dataclass(frozen=True)
class Plan:
    """A conversion in all its parts. ``warnings`` are sentences about what is probably meant otherwise."""

    base: GgufFile
    adapters: tuple[Adapter, ...]
    kind: str
    entries: tuple[Entry, ...]
    untied: bool = False
    importance: ImportanceMatrix | None = None
    warnings: tuple[str, ...] = ()

    @property
    def tensors(self) -> list[PlannedTensor]:
        """The result's tensors."""
        return [PlannedTensor(entry.work.name, entry.shape, entry.work.kind) for entry in self.entries]

    @property
    def size(self) -> int:
        """Bytes of all tensors."""
        return sum(entry.work.size for entry in self.entries)

    @property
    def low(self) -> tuple[Entry, ...]:
        """Tensors of whose change too little survives."""
        return tuple(one for one in self.entries if one.gain is not None and not one.gain >= gain.LOW)

    def expected_seconds(self, threads: int) -> float:
        """About how long it will take on a desktop computer."""
        done = [one for one in self.entries if not one.work.copied]
        work = sum(
            one.work.rows * one.work.columns * 4e-6 / _RATES.get(one.work.kind.name, _RATE_OF_OTHERS) for one in done
        )
        return work / threads + self.size / 3e8

    def expected_memory(self, threads: int) -> int:
        """About how many bytes of memory it will take: some blocks for each thread, and one tensor's adapters."""
        ranks = max((adapter.rank for adapter in self.adapters), default=0)
        sides = max((one.work.rows + one.work.columns for one in self.entries if one.work.changes), default=0)
        return _BASE_MEMORY + threads * 5 * BLOCK_VALUES * 4 + 8 * ranks * sides * len(self.adapters)


def make(
    base: GgufFile,
    adapters: Sequence[Adapter],
    kind: str = KEEP,
    importance: ImportanceMatrix | None = None,
    on_low_gain: OnLowGain = "raise",
) -> Plan:
    """Plan to merge ``adapters`` into ``base`` and write it as ``kind`` ("Q4_K_M" ..., "keep").

    Without adapters it is a plan to quantise.

    Raises:
        ConversionRefused, AdapterRefused: it would not be exact.
    """
    if base.value("general.type") == "adapter":
        raise ConversionRefused(path=str(base.path), problem="is an adapter, not a model")
    found = _placement(base, adapters)
    entries = _entries(base, found, kind, importance)
    if adapters:
        entries = [_with_gain(entry, on_low_gain) for entry in entries]
        if on_low_gain == "refuse":
            _refuse_low(Plan(base, tuple(adapters), kind, tuple(entries)))
    return Plan(
        base, tuple(adapters), kind, tuple(entries), found.untied, importance, tuple(kinship.warnings(base, adapters))
    )


def _placement(base: GgufFile, adapters: Sequence[Adapter]) -> Placement:
    if not adapters:
        return Placement({}, (), untied=False)
    for adapter in adapters:
        if adapter.architecture not in ("", base.architecture):
            raise AdapterRefused(
                path=str(adapter.path), problem=f"is for {adapter.architecture}, the base is {base.architecture}"
            )
    check_together(adapters)
    found = place(Layout(base), adapters, tied=tying.is_tied(base))
    kinship.check_weights(base, found.checks)
    return found


# --- entries -------------------------------------------------------------------------------------------------------


def _entries(base: GgufFile, found: Placement, kind: str, importance: ImportanceMatrix | None) -> list[Entry]:
    """All tensors of the result: the base's in its order, then new ones."""
    sources: dict[str, _Source] = {name: (tensor.shape, tensor) for name, tensor in base.tensors.items()}
    wanted = found.changes.keys() | ({OUTPUT} if found.untied else set())
    for name in sorted(wanted - sources.keys()):
        sources[name] = _new(base, name)
    kinds = _kinds(base, sources, kind, importance is not None)
    entries = [
        _entry(base, name, shape, tensor, kinds[name], found.changes.get(name, ()), importance)
        for name, (shape, tensor) in sources.items()
    ]
    for entry in entries:
        _check_importance(entry, kind)
    return entries


def _check_importance(entry: Entry, mix: str) -> None:
    work = entry.work
    if not work.copied and work.importance is None and types.needs_importance(mix, work.name, work.kind):
        asked = work.kind.name if mix == KEEP else mix
        raise ConversionRefused(path=work.name, problem=f"{asked} needs an importance matrix")


def _new(base: GgufFile, name: str) -> _Source:
    """A tensor the base does not have: its embedding a second time, or a bias of zeros."""
    if name == OUTPUT:
        return base.tensors[EMBEDDING].shape, base.tensors[EMBEDDING]
    shape = Layout(base).shape(name)
    if shape is None:
        raise ConversionRefused(path=str(base.path), problem=f"{name} is not in it")
    return shape, None


def _kinds(base: GgufFile, sources: Mapping[str, _Source], kind: str, importance: bool) -> dict[str, GgmlType]:
    same = {name: tensor.kind if tensor else GgmlType.F32 for name, (_, tensor) in sources.items()}
    if kind == KEEP:
        return same
    planned = [PlannedTensor(name, shape, GgmlType.F32) for name, (shape, _) in sources.items()]
    return same | types.chosen(base.fields, planned, kind, importance)


def _entry(
    base: GgufFile,
    name: str,
    shape: tuple[int, ...],
    tensor: Tensor | None,
    kind: GgmlType,
    changes: Sequence[Placed],
    importance: ImportanceMatrix | None,
) -> Entry:
    rows, columns = view(name, shape) if changes else _whole_rows(shape)
    if changes and tensor and not (ggml.can_decode(tensor.kind) and ggml.fits(tensor.kind, columns)):
        problem = f"{name} is {tensor.kind.name}, which cannot be merged into"
        raise ConversionRefused(path=str(base.path), problem=problem)
    matrices = shape[0] if len(shape) == 3 else 1
    weights = importance.of(name, matrices, columns) if importance and len(shape) > 1 else None
    source = as_rows(tensor, vector=len(shape) < 2 and columns == 1)[0] if tensor else None
    build = partial(_build, source, columns, tuple(changes)) if changes else None
    work = Work(name, source, rows, columns, kind, build, weights)
    by = tuple(dict.fromkeys(one.adapter.path for one in changes))
    in_base = base.tensors.get(name)
    return Entry(work, shape, in_base.kind if in_base else None, kind, changed_by=by)


def _whole_rows(shape: tuple[int, ...]) -> tuple[int, int]:
    """Rows and columns as the file has them."""
    return int(np.prod(shape[:-1])), shape[-1] if shape else 1


def _decoded(source: Encoded | None, columns: int, start: int, stop: int) -> Floats:
    if source is None:
        return np.zeros((stop - start, columns), np.float32)
    return ggml.decode(source.kind, np.frombuffer(source.rows(start, stop), np.uint8), columns)


def _build(source: Encoded | None, columns: int, changes: Sequence[Placed]) -> list[RowChange]:
    base: Callable[[int, int], Floats] = partial(_decoded, source, columns)
    return [one.build(base) for one in changes]


# --- gain ----------------------------------------------------------------------------------------------------------


def _with_gain(entry: Entry, on_low_gain: OnLowGain) -> Entry:
    """The entry with its gain, in a larger type where too little would survive."""
    if entry.work.changes is None:
        return entry
    if entry.work.kind == GgmlType.F32:
        return replace(entry, gain=1.0)
    sampled, found = gain.measure(entry.work, tuple(entry.work.changes()))
    kind = entry.work.kind
    if on_low_gain == "raise" and not found >= gain.LOW:
        kind, found = sampled.raised(kind)
    return replace(entry, work=replace(entry.work, kind=kind), gain=found)


def _refuse_low(plan: Plan) -> None:
    if low := plan.low:
        worst = min(low, key=lambda one: one.gain or 0.0)
        name, kind = worst.work.name, worst.work.kind.name
        problem = f"too little survives of {len(low)} changes: {worst.gain:.2f} of {name} as {kind}"
        raise ConversionRefused(path=str(plan.base.path), problem=problem)
