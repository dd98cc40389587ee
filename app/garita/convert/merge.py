"""Carries out a plan: base and adapters in, one GGUF file out, in a single pass, exact or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from garita.convert import gguf_write, rows, types
from garita.convert.gguf_fields import Field
from garita.convert.gguf_write import GgufWriter
from garita.convert.plan import KEEP, Plan
from garita.convert.provenance import fields_of_result


def inputs(plan: Plan) -> list[Path]:
    """Every file that is read and must not be written."""
    found = [*plan.base.paths, *(file for adapter in plan.adapters for file in adapter.files)]
    return [*found, plan.importance.path] if plan.importance else found


def check_target(plan: Plan, out: Path) -> None:
    """Whether the result may be written to ``out``, before any work.

    Raises:
        ConversionRefused, OutputTooLarge, OutputNotWritable.
    """
    gguf_write.check_target(out, plan.size, inputs(plan))


def fields(plan: Plan) -> dict[str, Field]:
    """The result's metadata: the base's, what is no longer true of them said anew, and where it all comes from."""
    file_type = None if plan.kind == KEEP else types.FILE_TYPES[plan.kind]
    return fields_of_result(plan.base, plan.adapters, plan.tensors, file_type)


def run(
    plan: Plan,
    out: Path,
    fields: Mapping[str, Field],
    threads: int = 1,
    on_bytes: Callable[[int], object] = int,
) -> None:
    """Write the plan's file with ``fields`` to ``out``; ``on_bytes`` hears how many bytes were written so far.

    The result does not depend on ``threads``.

    Raises:
        ConversionRefused, AdapterRefused: a value is not finite, or a file was changed meanwhile.
        OutputTooLarge, OutputNotWritable; ``out`` is then what it was before.
    """
    written = 0
    said = {**fields, **(plan.importance.fields() if plan.importance else {})}
    with GgufWriter(out, said, plan.tensors, inputs(plan)) as writer:
        for work, raw in rows.write([entry.work for entry in plan.entries], threads):
            writer.write(work.name, raw.data)
            written += raw.nbytes
            on_bytes(written)
