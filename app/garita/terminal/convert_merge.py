"""``garita convert merge``: shows what will happen to the tensors, merges with a progress bar, names the result.

Standard output gets the result's path, or with ``--json`` the whole plan; everything else goes to standard error.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import typer
from rich.console import Console

from garita import messages_to_user
from garita.convert import imatrix, merge, plan
from garita.convert.adapter import read_adapters
from garita.convert.gguf_read import open_gguf
from garita.convert.plan import Entry, OnLowGain, Plan
from garita.convert.quantize import check_kind
from garita.messages_to_user.entry import Language
from garita.terminal.byte_progress import byte_progress

_LABELS = {
    "merged": ("{count} tensors merged: {kinds}", "{count} tensores fundidos: {kinds}"),
    "encoded": ("{count} encoded anew: {kinds}", "{count} codificados de nuevo: {kinds}"),
    "copied": ("{count} copied byte for byte: {kinds}", "{count} copiados byte a byte: {kinds}"),
    "gain": (
        "Of the adapters' changes {least:.2f} (worst tensor) to {most:.2f} survive in the types written.",
        "De los cambios de los adaptadores quedan de {least:.2f} (el peor tensor) a {most:.2f} en los tipos escritos.",
    ),
    "raised": (
        "{count} tensors are written larger than asked for, because their change would not survive otherwise: {kinds}",
        "{count} tensores se escriben más grandes de lo pedido, porque su cambio se perdería: {kinds}",
    ),
    "low": (
        "{count} tensors lose most of their change, the worst keeps {least:.2f} of it: {name} as {kind}.",
        "{count} tensores pierden casi todo su cambio, el peor conserva {least:.2f}: {name} como {kind}.",
    ),
    "untied": (
        "The embedding and the output shared one matrix; the adapter changes one of them only, so each gets its own.",
        "La entrada y la salida compartían una matriz; el adaptador solo cambia una, así que cada una tendrá la suya.",
    ),
    "size": (
        "{before} → {after}, about {memory} of memory and {seconds:.0f} s.",
        "{before} → {after}, unos {memory} de memoria y {seconds:.0f} s.",
    ),
    "warning": ("Look twice: {text}", "Mire dos veces: {text}"),
}


class Request(NamedTuple):
    """What the user wants: adapters as "PLACE" or "PLACE:WEIGHT"."""

    base: Path
    adapters: tuple[str, ...]
    out: Path
    kind: str
    importance: Path | None
    on_low_gain: OnLowGain
    threads: int
    dry_run: bool


def run(request: Request, errors: Console, language: Language, *, as_json: bool) -> None:
    """Plan, show the plan, and unless it is a dry run carry it out.

    Raises:
        ConversionRefused, OutputNotWritable: it would not be exact, or cannot be written.
    """
    made = _plan(request)
    merge.check_target(made, request.out)
    if not as_json:
        for sentence in _sentences(made, request.threads, language):
            errors.print(sentence, markup=False, highlight=False)
    if not request.dry_run:
        size = made.size  # a sum over all tensors
        with byte_progress(request.out.name) as on_progress:
            told = lambda done: on_progress(done, size)  # noqa: E731
            merge.run(made, request.out, merge.fields(made), request.threads, told)
    if as_json:
        typer.echo(json.dumps(_plain(made, request), ensure_ascii=False, indent=1))
    elif not request.dry_run:
        typer.echo(str(request.out))


def _plan(request: Request) -> Plan:
    if request.kind != plan.KEEP:
        check_kind(request.base, request.kind)
    base = open_gguf(request.base)
    adapters = read_adapters(request.adapters)
    importance = imatrix.read(request.importance) if request.importance else None
    return plan.make(base, adapters, request.kind, importance, request.on_low_gain)


# --- for people ----------------------------------------------------------------------------------------------------


def _sentences(made: Plan, threads: int, language: Language) -> list[str]:
    """The plan in words."""

    def say(key: str, **facts: object) -> str:
        return _LABELS[key][language == "es"].format(**facts)

    found = [say("warning", text=text) for text in made.warnings]
    for action in ("merged", "encoded", "copied"):
        if entries := [one for one in made.entries if one.action == action]:
            found.append(say(action, count=len(entries), kinds=_kinds(entries)))
    if made.untied:
        found.append(say("untied"))
    gains = [one.gain for one in made.entries if one.gain is not None]
    found.append(say("gain", least=min(gains), most=max(gains)))
    if raised := [one for one in made.entries if one.raised]:
        found.append(say("raised", count=len(raised), kinds=_kinds(raised)))
    if low := made.low:
        worst = min(low, key=lambda one: one.gain or 0.0)
        name, kind = worst.work.name, worst.work.kind.name
        found.append(say("low", count=len(low), least=worst.gain or 0.0, name=name, kind=kind))
    before = sum(tensor.nbytes for tensor in made.base.tensors.values())
    size = messages_to_user.size
    memory, seconds = size(made.expected_memory(threads)), made.expected_seconds(threads)
    return [*found, say("size", before=size(before), after=size(made.size), memory=memory, seconds=seconds)]


def _kinds(entries: Sequence[Entry]) -> str:
    """Such as "12 Q4_K, 4 Q5_K → Q8_0": types before and after, the most frequent first."""
    counted = Counter(_way(one) for one in entries)
    return ", ".join(f"{count} {way}" for way, count in counted.most_common())


def _way(entry: Entry) -> str:
    before = entry.base_kind.name if entry.base_kind is not None else "–"
    return before if before == entry.work.kind.name else f"{before} → {entry.work.kind.name}"


# --- for programs --------------------------------------------------------------------------------------------------


def _plain(made: Plan, request: Request) -> dict[str, Any]:
    return {
        "base": str(made.base.path),
        "adapters": [{"path": str(one.path), "kind": one.kind, "weight": one.weight} for one in made.adapters],
        "out": str(request.out),
        "written": not request.dry_run,
        "type": made.kind,
        "bytes": made.size,
        "untied": made.untied,
        "warnings": list(made.warnings),
        "expected_memory_bytes": made.expected_memory(request.threads),
        "expected_seconds": round(made.expected_seconds(request.threads), 1),
        "tensors": [_plain_entry(one) for one in made.entries],
    }


def _plain_entry(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.work.name,
        "shape": list(entry.shape),
        "action": entry.action,
        "base_type": entry.base_kind.name if entry.base_kind is not None else None,
        "type": entry.work.kind.name,
        "raised": entry.raised,
        "gain": None if entry.gain is None or entry.gain != entry.gain else round(entry.gain, 4),
        "adapters": [str(path) for path in entry.changed_by],
    }
