"""``garita convert check``: what a merged file answers and holds of its adapters' changes, as a table or as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from garita.convert import check
from garita.convert.adapter import read_adapters
from garita.convert.adapter_changes import Adapter
from garita.convert.check import Report
from garita.convert.gguf_read import GgufFile, open_gguf
from garita.convert.likeness import Likeness
from garita.convert.provenance import read_provenance
from garita.errors import ConversionRefused
from garita.messages_to_user import visible
from garita.messages_to_user.entry import Language

_WORST = 5  # tensors shown by name
_LARGEST_TEXT = 16 * 1024 * 1024  # bytes

_WORDS = {
    "reference": ("reading: base + adapters", "leyendo: base + adaptadores"),
    "merged": ("reading: merged file", "leyendo: archivo fundido"),
    "base": ("reading: base alone", "leyendo: base sola"),
    "origin": (
        "Look twice: {name} says it is made of {made}, not of these adapters with these weights.",
        "Mire dos veces: {name} dice que se hizo de {made}, no de estos adaptadores con estos pesos.",
    ),
    "at_run_time": (
        "compared with base + adapters at run time, over {tokens} tokens",
        "comparado con base + adaptadores en ejecución, en {tokens} tokens",
    ),
    "exact": (
        "compared with an exact F32 merge, because llama.cpp cannot apply these adapters at run time; {tokens} tokens",
        "comparado con una fusión exacta en F32, porque llama.cpp no puede aplicar estos adaptadores; {tokens} tokens",
    ),
    "merged_column": ("merged file", "archivo fundido"),
    "base_column": ("base alone", "base sola"),
    "relative": ("largest difference of logits, relative", "mayor diferencia de logits, relativa"),
    "kl": ("KL divergence, mean", "divergencia KL, media"),
    "kl_worst": ("KL divergence, largest", "divergencia KL, mayor"),
    "same_top": ("same likeliest token", "mismo token más probable"),
    "kept": ("kept of what the adapters do", "conservado de lo que hacen los adaptadores"),
    "gain": ("of the changed weights: mean, least", "de los pesos cambiados: media, mínimo"),
    "low": (
        "{count} of {all} tensors hold too little of their change; a larger type keeps it:",
        "{count} de {all} tensores conservan muy poco de su cambio; un tipo mayor lo guarda:",
    ),
}


def run(
    base: Path,
    adapters: Sequence[str],
    merged: Path,
    text: Path | None,
    consoles: tuple[Console, Console],
    language: Language,
    *,
    as_json: bool,
) -> None:
    """Check ``merged``; ``consoles`` are standard output and standard error.

    Raises:
        ConversionRefused, ModelLoadFailed, AdapterInvalid: a file is damaged, or they do not belong together.
    """
    console, errors = consoles
    words = _read(text) if text else check.TEXT
    given, made = read_adapters(adapters), open_gguf(merged)
    if other := _other_origin(given, made):
        warning = _word("origin", language).format(name=merged.name, made=other)
        errors.print(visible(warning), markup=False, highlight=False)
    with errors.status("") as status:
        report = check.check(
            open_gguf(base), given, made, words, lambda step: status.update(_word(step, language))
        )  # fmt: skip
    if as_json:
        typer.echo(json.dumps(_plain(report), indent=1))
    else:
        _show(report, console, language)


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_TEXT).decode("utf-8", "replace")
    except OSError as error:
        raise ConversionRefused(path=str(path), problem=error.strerror or str(error)) from error


def _other_origin(given: Sequence[Adapter], merged: GgufFile) -> str:
    """What the merged file says it is made of, where that is not what it is compared with; else nothing."""
    said = read_provenance(merged)
    if said is None or not said.adapters:
        return ""
    theirs, ours = (Counter((one.sha256, f"{one.weight:g}") for one in some) for some in (said.adapters, given))
    return " + ".join(f"{one.name} × {one.weight:g}" for one in said.adapters) if theirs != ours else ""


def _show(report: Report, console: Console, language: Language) -> None:
    how = "at_run_time" if report.at_run_time else "exact"
    console.print(_word(how, language).format(tokens=report.answers.merged.tokens))
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in ("", _word("merged_column", language), _word("base_column", language)):
        table.add_column(column, justify="right" if column else "left")
    pair = (report.answers.merged, report.answers.base)
    for row in ("relative", "kl", "kl_worst", "same_top"):
        table.add_row(_word(row, language), *(_figure(row, one) for one in pair))
    gains = [one.gain for one in report.gains]
    table.add_row(_word("kept", language), f"{100 * report.answers.share_kept:.1f} %", "0 %")
    table.add_row(_word("gain", language), f"{sum(gains) / len(gains):.3f}, {min(gains):.3f}", "0")
    console.print(table)
    if report.low:
        said = _word("low", language).format(count=len(report.low), all=len(gains))
        console.print(Text(said, "yellow"))
        for one in sorted(report.low, key=lambda one: one.gain)[:_WORST]:
            console.print(Text(f"  {one.name}  {one.kind}  {one.gain:.3f}"))


def _figure(row: str, likeness: Likeness) -> str:
    value = getattr(likeness, row)
    return f"{100 * value:.1f} %" if row == "same_top" else f"{value:.2e}"


def _plain(report: Report) -> dict[str, object]:
    answers = report.answers
    return {
        "compared_with": "run-time adapters" if report.at_run_time else "exact merge",
        "merged": answers.merged._asdict(),
        "base": answers.base._asdict(),
        "share_kept": answers.share_kept,
        "tensors": [one._asdict() for one in report.gains],
    }


def _word(key: str, language: Language) -> str:
    return _WORDS[key][language == "es"]
