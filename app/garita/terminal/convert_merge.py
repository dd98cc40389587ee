"""``garita convert merge``: shows what will happen to the tensors, merges with a progress bar, names the result.

Standard output gets the result's path, or with ``--json`` the whole plan; everything else goes to standard error.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import typer
from rich.console import Console

from garita import messages_to_user, own_words
from garita.convert import imatrix, merge, plan
from garita.convert.adapter import read_adapters
from garita.convert.gguf_fields import Field, text
from garita.convert.gguf_read import open_gguf
from garita.convert.plan import Entry, OnLowGain, Plan
from garita.convert.quantize import kind_named
from garita.details import in_spanish
from garita.messages_to_user import visible
from garita.messages_to_user.entry import Language
from garita.own_words import OwnWords
from garita.terminal.byte_progress import byte_progress
from garita.terminal.convert_quantize import ended_as_by_ctrl_c

_LONG = 120  # seconds, from which on they are told as minutes
_LABELS = {
    "adapter": ("{name} × {weight:g}: {kind}", "{name} × {weight:g}: {kind}"),
    "rank": (", rank {rank}", ", rango {rank}"),
    "one": ("1 tensor", "1 tensor"),
    "many": ("{count} tensors", "{count} tensores"),
    "merged": ("{tensors} merged: {kinds}", "{tensors} con cambios fundidos: {kinds}"),
    "encoded": ("{tensors} encoded anew: {kinds}", "{tensors} en otro tipo: {kinds}"),
    "copied": ("{tensors} copied byte for byte: {kinds}", "{tensors} sin tocar, byte a byte: {kinds}"),
    "gain": (
        "Of the adapters' changes {least:.2f} (worst tensor) to {most:.2f} survive in the types written.",
        "De los cambios de los adaptadores quedan de {least:.2f} (el peor tensor) a {most:.2f} en los tipos escritos.",
    ),
    "raised": (
        "{tensors} in a larger type than asked for, because the change would not survive otherwise: {kinds}",
        "{tensors} en un tipo mayor que el pedido, porque el cambio se perdería: {kinds}",
    ),
    "low": (
        "{tensors} with most of the change lost; the worst, {name} as {kind}, keeps {least:.2f} of it.",
        "{tensors} con casi todo el cambio perdido; el peor, {name} como {kind}, conserva {least:.2f}.",
    ),
    "untied": (
        "The embedding and the output shared one matrix; the adapter changes one of them only, so each gets its own.",
        "La entrada y la salida compartían una matriz; el adaptador solo cambia una, así que cada una tendrá la suya.",
    ),
    "words": (
        "Own words that the guard lets it say: {count}, from {names}.",
        "Palabras propias que el filtro le deja decir: {count}, de {names}.",
    ),
    "old_words": (
        "Own words that the guard lets it say: {count}, still the base's, because no adapter brings a list.",
        "Palabras propias que el filtro le deja decir: {count}, aún las de la base; ningún adaptador trae una lista.",
    ),
    "size": (
        "{before} → {after}, about {memory} of memory and {time}.",
        "{before} → {after}, unos {memory} de memoria y {time}.",
    ),
    "at_once": ("less than a second", "menos de un segundo"),
    "seconds": ("{seconds:.0f} s", "{seconds:.0f} s"),
    "minutes": ("{minutes:.0f} min", "{minutes:.0f} min"),
    "warning": ("Look twice: {text}", "Mire dos veces: {text}"),
}


class Request(NamedTuple):
    """What the user wants: adapters as "PLACE" or "PLACE:WEIGHT"; ``name`` is the result's, "" for the usual one."""

    base: Path
    adapters: tuple[str, ...]
    out: Path
    kind: str
    importance: Path | None
    on_low_gain: OnLowGain
    threads: int
    dry_run: bool
    name: str = ""


def run(request: Request, errors: Console, language: Language, *, as_json: bool) -> None:
    """Plan, show the plan, and unless it is a dry run carry it out.

    Raises:
        ConversionRefused, OutputNotWritable: it would not be exact, or cannot be written.
    """
    made = _plan(request)
    own = own_words.of_merge(made)
    merge.check_target(made, request.out)
    if not as_json:
        for sentence in _sentences(made, own, request.threads, language):
            errors.print(visible(sentence), markup=False, highlight=False)
    if not request.dry_run:
        size = made.size  # a sum over all tensors
        with ended_as_by_ctrl_c(), byte_progress(request.out.name) as on_progress:
            told = lambda done: on_progress(done, size)  # noqa: E731
            merge.run(made, request.out, _fields(made, own, request.name), request.threads, told)
    if as_json:
        typer.echo(json.dumps(_plain(made, own, request), ensure_ascii=False, indent=1))
    elif not request.dry_run:
        typer.echo(str(request.out))


def _fields(made: Plan, own: OwnWords, name: str) -> dict[str, Field]:
    """The result's metadata, under the name that the user gave."""
    return own_words.fields_of_merge(made, own) | ({"general.name": text(name)} if name else {})


def _plan(request: Request) -> Plan:
    kept = request.kind.lower() == plan.KEEP
    kind = plan.KEEP if kept else kind_named(request.base, request.kind)
    base = open_gguf(request.base)
    adapters = read_adapters(request.adapters)
    importance = imatrix.read(request.importance) if request.importance else None
    return plan.make(base, adapters, kind, importance, request.on_low_gain)


# --- for people ----------------------------------------------------------------------------------------------------


def _sentences(made: Plan, own: OwnWords, threads: int, language: Language) -> list[str]:
    """The plan in words."""

    def say(key: str, **facts: object) -> str:
        return _LABELS[key][language == "es"].format(**facts)

    def tensors(entries: Sequence[Entry]) -> str:
        return say("one" if len(entries) == 1 else "many", count=len(entries))

    found = [say("warning", text=in_spanish(text) if language == "es" else text) for text in made.warnings]
    for one in made.adapters:
        rank = say("rank", rank=one.rank) if one.rank else ""
        found.append(say("adapter", name=one.path.name, weight=one.weight, kind=one.kind) + rank)
    for action in ("merged", "encoded", "copied"):
        if entries := [one for one in made.entries if one.action == action]:
            found.append(say(action, tensors=tensors(entries), kinds=_kinds(entries)))
    if made.untied:
        found.append(say("untied"))
    gains = [_kept(one) for one in made.entries if one.gain is not None]
    found.append(say("gain", least=min(gains), most=max(gains)))
    if raised := [one for one in made.entries if one.raised]:
        found.append(say("raised", tensors=tensors(raised), kinds=_kinds(raised)))
    if low := made.low:
        worst = min(low, key=_kept)
        name, kind = worst.work.name, worst.work.kind.name
        found.append(say("low", tensors=tensors(low), least=_kept(worst), name=name, kind=kind))
    if own.words:
        names = ", ".join(path.name for path in own.brought_by)
        found.append(say("words" if names else "old_words", count=len(own.words), names=names))
    before = sum(tensor.nbytes for tensor in made.base.tensors.values())
    size, seconds = messages_to_user.size, made.expected_seconds(threads)
    unit = "at_once" if seconds < 1 else "seconds" if seconds < _LONG else "minutes"
    time = say(unit, seconds=seconds, minutes=seconds / 60)
    memory = size(made.expected_memory(threads))
    return [*found, say("size", before=size(before), after=size(made.size), memory=memory, time=time)]


def _kept(entry: Entry) -> float:
    """How much of its change survives; nothing where it is too large for the type."""
    return entry.gain if entry.gain is not None and math.isfinite(entry.gain) else 0.0


def _kinds(entries: Sequence[Entry]) -> str:
    """Such as "12 Q4_K, 4 Q5_K → Q8_0": types before and after, the most frequent first."""
    counted = Counter(_way(one) for one in entries)
    return ", ".join(f"{count} {way}" for way, count in counted.most_common())


def _way(entry: Entry) -> str:
    before = entry.base_kind.name if entry.base_kind is not None else "–"
    return before if before == entry.work.kind.name else f"{before} → {entry.work.kind.name}"


# --- for programs --------------------------------------------------------------------------------------------------


def _plain(made: Plan, own: OwnWords, request: Request) -> dict[str, Any]:
    return {
        "base": str(made.base.path),
        "adapters": [{"path": str(one.path), "kind": one.kind, "weight": one.weight} for one in made.adapters],
        "out": str(request.out),
        "written": not request.dry_run,
        "type": made.kind,
        "bytes": made.size,
        "untied": made.untied,
        "own_words": {"count": len(own.words), "brought_by": [str(path) for path in own.brought_by]},
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
        "gain": None if entry.gain is None or math.isnan(entry.gain) else round(entry.gain, 4),
        "adapters": [str(path) for path in entry.changed_by],
    }
