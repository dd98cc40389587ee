"""Quantises a GGUF file: the same bytes as llama.cpp's own quantiser, without its traps.

llama.cpp's would destroy a file that is input and output at once, write files of an unusual alignment that nobody can
load, leave half a file behind a failure, say nothing on the way, and need the memory of its largest tensors. It is a
merge of no adapters: see ``plan`` and ``merge``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gguf import GGMLQuantizationType as GgmlType

from garita.convert import imatrix, merge, plan, types
from garita.convert.gguf_read import open_gguf
from garita.convert.plan import Plan
from garita.errors import ConversionRefused

_WHOLE = (GgmlType.F32, GgmlType.F16, GgmlType.BF16)


def plan_quantize(source: Path, kind: str, importance: Path | None = None) -> Plan:
    """What ``quantize`` would do to each tensor; reads heads only.

    Args:
        source: a GGUF file, or one of its shards.
        kind: a name of ``types.FILE_TYPES`` ("Q8_0", "Q4_K_M" ...).
        importance: an importance matrix of llama-imatrix, which some types need.

    Raises:
        ConversionRefused: unknown kind, unreadable input, or llama.cpp would not make it of this file.
    """
    kind = kind_named(source, kind)
    return plan.make(open_gguf(source), (), kind, imatrix.read(importance) if importance else None)


def kind_named(path: Path, text: str) -> str:
    """The type that the user means, who may write it small; known before any work for ``path`` begins.

    Raises:
        ConversionRefused: there is none; the message names those there are.
    """
    if text.upper() not in types.FILE_TYPES:
        known = ", ".join(sorted(types.FILE_TYPES))
        raise ConversionRefused(path=str(path), problem=f"unknown type {text}; known: {known}")
    return text.upper()


def rounded_twice(made: Plan) -> int:
    """How many tensors are encoded that were quantised before, and so lose more than their new type costs."""
    encoded = [entry for entry in made.entries if entry.action == "encoded"]
    return sum(entry.base_kind not in _WHOLE for entry in encoded)


def quantize(
    source: Path,
    target: Path,
    kind: str,
    *,
    importance: Path | None = None,
    threads: int = 1,
    on_bytes: Callable[[int], object] = int,
) -> None:
    """Write ``source`` quantised to ``kind`` to ``target``; arguments and errors as for ``plan_quantize``.

    ``threads`` do not change the bytes; ``on_bytes`` hears again and again how many were written.

    Raises:
        ConversionRefused: input and output are one file, or a value is not finite in the new type.
        OutputTooLarge, OutputNotWritable; ``target`` is then what it was before.
    """
    run(plan_quantize(source, kind, importance), target, threads, on_bytes)


def run(made: Plan, target: Path, threads: int, on_bytes: Callable[[int], object]) -> None:
    """Carry out what ``plan_quantize`` planned."""
    merge.run(made, target, merge.fields(made), threads, on_bytes)
