"""Carries out a plan: base and adapters in, one GGUF file out, in a single pass, exact or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import gguf

from garita.convert import rows, types
from garita.convert.gguf_fields import Field, ValueType, number
from garita.convert.gguf_write import GgufWriter
from garita.convert.plan import KEEP, Plan

_QUANTIZATION_VERSION = 2  # of ggml's encodings (GGML_QNT_VERSION)


def inputs(plan: Plan) -> list[Path]:
    """Every file that is read and must not be written."""
    found = [*plan.base.paths, *(file for adapter in plan.adapters for file in adapter.files)]
    return [*found, plan.importance.path] if plan.importance else found


def fields(plan: Plan, provenance: Mapping[str, Field]) -> dict[str, Field]:
    """The result's head: the base's keys as they are, and what is no longer true of them said anew."""
    kept = dict(plan.base.fields)
    if plan.kind != KEEP:
        kept["general.file_type"] = number(ValueType.UINT32, types.FILE_TYPES[plan.kind])
    if any(gguf.GGML_QUANT_SIZES[entry.work.kind][0] > 1 for entry in plan.entries):
        kept["general.quantization_version"] = number(ValueType.UINT32, _QUANTIZATION_VERSION)
    return kept | (plan.importance.fields() if plan.importance else {}) | dict(provenance)


def run(
    plan: Plan,
    out: Path,
    provenance: Mapping[str, Field],
    threads: int = 1,
    on_bytes: Callable[[int], object] = int,
) -> None:
    """Write the plan's file to ``out``; ``on_bytes`` hears how many bytes were written, again and again.

    The result does not depend on ``threads``.

    Raises:
        ConversionRefused, AdapterRefused, GgufInvalid: a value is not finite, or a file was changed meanwhile.
        OutputTooLarge, OutputNotWritable; ``out`` is then what it was before.
    """
    written = 0
    with GgufWriter(out, fields(plan, provenance), plan.tensors, inputs(plan)) as writer:
        for work, raw in rows.write([entry.work for entry in plan.entries], threads):
            writer.write(work.name, raw.data)
            written += raw.nbytes
            on_bytes(written)
