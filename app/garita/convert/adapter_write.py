"""Writes an adapter in llama.cpp's own form, for use at run time: ``<tensor>.lora_a`` and ``.lora_b`` in one GGUF file.

llama.cpp adds low-rank products to matrices and nothing else, and divides one scale for the whole file by each rank.
What it would leave out without a word (biases, norms, whole matrices, tokens) is refused by name; a scale of its own
for each module is in the numbers of its B, and the file says alpha 0, for which llama.cpp does not divide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import gguf
import numpy as np

from garita.convert import gguf_fields
from garita.convert.adapter_changes import Adapter, Change, LowRank
from garita.convert.gguf_fields import Field, ValueType
from garita.convert.gguf_write import GgufWriter, PlannedTensor
from garita.convert.layout import Layout, Part
from garita.errors import AdapterRefused

_F32 = gguf.GGMLQuantizationType.F32


class _Matrix(NamedTuple):
    """A tensor to write, and how to get its numbers when its turn comes."""

    planned: PlannedTensor
    numbers: Callable[[], np.ndarray]


def write_adapter(adapter: Adapter, layout: Layout, out: Path, more: Mapping[str, Field] | None = None) -> None:
    """Write ``adapter`` to ``out`` for the base of ``layout``, whose names and order of rows it gets.

    ``more`` are metadata that the file is to hold besides its own.

    Raises:
        AdapterRefused: it changes something that llama.cpp does not change at run time, or does not fit the base.
        OutputNotWritable, OutputTooLarge, ConversionRefused: ``out`` cannot be written, or is an input.
    """
    matrices = [matrix for change in adapter.changes for matrix in _pair(adapter, change, layout)]
    if not matrices:
        raise AdapterRefused(path=str(adapter.path), problem="it changes nothing")
    fields = {
        "general.architecture": gguf_fields.text(layout.base.architecture),
        "general.type": gguf_fields.text("adapter"),
        "adapter.type": gguf_fields.text("lora"),
        "adapter.lora.alpha": gguf_fields.number(ValueType.FLOAT32, 0.0),
    }
    if adapter.base:
        fields["general.base_model.count"] = gguf_fields.number(ValueType.UINT32, 1)
        fields["general.base_model.0.name"] = gguf_fields.text(adapter.base)
    plan = [matrix.planned for matrix in matrices]
    with GgufWriter(out, {**(more or {}), **fields}, plan, (*adapter.files, *layout.base.paths)) as writer:
        for matrix in matrices:
            writer.write(matrix.planned.name, np.ascontiguousarray(matrix.numbers(), np.float32).data)


def _pair(adapter: Adapter, change: Change, layout: Layout) -> list[_Matrix]:
    if not isinstance(change, LowRank):
        raise _refused(adapter, change, "is no low-rank product, as run time needs")
    for name, extra in (("DoRA", change.magnitude), ("a bias", change.bias)):
        if extra is not None:
            raise _refused(adapter, change, f"has {name}, which llama.cpp leaves out at run time")
    part = _part(adapter, change, layout)
    a, b, scale = change.a, change.b, np.float32(change.scale)
    if change.is_embedding:  # looked up, not multiplied: llama.cpp wants (entries, rank) and (width, rank)
        return [
            _matrix(f"{part.tensor}.lora_a", b.shape, lambda: b.whole()[part.span.rows]),
            _matrix(f"{part.tensor}.lora_b", a.shape[::-1], lambda: a.whole().T * scale),
        ]
    return [
        _matrix(f"{part.tensor}.lora_a", a.shape, a.whole),
        _matrix(f"{part.tensor}.lora_b", b.shape, lambda: b.whole()[part.span.rows] * scale),
    ]


def _matrix(name: str, shape: tuple[int, ...], numbers: Callable[[], np.ndarray]) -> _Matrix:
    return _Matrix(PlannedTensor(name, shape, _F32), numbers)


def _part(adapter: Adapter, change: LowRank, layout: Layout) -> Part:
    """The one tensor of the base that is the change's target, whole."""
    place = layout.tensor(change.target) if adapter.space == "tensor" else layout.parameter(change.target, "weight")
    if place is None:
        raise _refused(adapter, change, "is not in the base")
    if place.vector or (change.b.shape[0], change.a.shape[1]) != (place.rows, place.columns):
        shape = (change.b.shape[0], change.a.shape[1])
        raise _refused(adapter, change, f"is {shape}, expected {(place.rows, place.columns)}")
    part = place.parts[0]
    tensor = layout.base.tensors.get(part.tensor)
    if tensor is None:
        raise _refused(adapter, change, "is tied in the base; only a merge unties it")
    if len(place.parts) > 1 or len(tensor.shape) > 2:
        raise _refused(adapter, change, "is one of a stack of experts, which only a merge changes")
    if change.is_embedding and (adapter.ensure_weight_tying or not layout.stored_output):
        raise _refused(adapter, change, "is also the output; only a merge unties it")
    return part


def _refused(adapter: Adapter, change: Change, problem: str) -> AdapterRefused:
    return AdapterRefused(path=str(adapter.path), problem=f"{change.target} {problem}")
