"""``garita bench convert``: what converting files of real size costs, beside llama.cpp doing the same in the same run.

Every job is the command as a user types it, on one thread, in a process of its own. The bases are random, of the shapes
of real models. llama.cpp's quantiser is always there; its llama-export-lora is timed when it is on the path.
"""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from garita import paths
from garita.convert import ggml
from garita.convert.random_base import SHAPES, BaseShape, random_adapter, random_base
from garita.convert.types import FILE_TYPES
from garita.terminal import cost
from garita.terminal.cost import Cost

_EXPORT_LORA = "llama-export-lora"
_BASE, _LARGE, _TARGET = "0.85B", "8B", "Q4_K_M"


class ConvertReport(msgspec.Struct, frozen=True):
    """Costs, and ratios of processor time; what could not be measured is None.

    Attributes:
        day, processor: when and on what.
        merge: base and adapter into F16, ``export_lora``: llama.cpp's tool doing so.
        merge_and_quantise: base and adapter into Q4_K_M in one pass, ``quantise``: llama.cpp's quantiser alone.
        plan: a dry run on a file of eight billion parameters.
    """

    day: str
    processor: str
    merge: Cost
    export_lora: Cost | None
    merge_ratio: float | None
    merge_and_quantise: Cost
    quantise: Cost
    quantise_ratio: float
    plan: Cost


def run(errors: Console, *, as_json: bool) -> None:
    """Measure and print; needs 6 GB of room in the cache folder while it runs."""
    paths.cache().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=paths.cache()) as folder, errors.status("measuring"):
        report = measured(Path(folder), SHAPES[_BASE], SHAPES[_LARGE])
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        Console().print(table(report))


def measured(folder: Path, shape: BaseShape, large: BaseShape) -> ConvertReport:
    """All costs for a base of ``shape``, and of a plan for a ``large`` one; files come and go in ``folder``."""
    base = random_base(folder / "base.gguf", shape, "F16")
    adapter = random_adapter(folder / "adapter.gguf", shape)
    merged, small = folder / "merged.gguf", folder / "small.gguf"
    merge = _merge(base, adapter, merged, "F16")
    both = _merge(base, adapter, small, _TARGET)
    small.unlink()
    alone = cost.of(_llama_quantises, merged, small)
    merged.unlink()
    theirs = _export_lora(base, adapter, merged)
    return ConvertReport(
        day=date.today().isoformat(),
        processor=_processor(),
        merge=merge,
        export_lora=theirs,
        merge_ratio=merge.cpu_seconds / theirs.cpu_seconds if theirs else None,
        merge_and_quantise=both,
        quantise=alone,
        quantise_ratio=both.cpu_seconds / alone.cpu_seconds,
        plan=_plan(folder, large),
    )


def _merge(base: Path, adapter: Path, out: Path, kind: str, *more: str) -> Cost:
    names = ["--base", str(base), "--adapter", str(adapter), "--out", str(out), "--type", kind]
    return cost.of_command([sys.executable, "-m", "garita", "convert", "merge", *names, "--threads", "1", *more])


def _plan(folder: Path, shape: BaseShape) -> Cost:
    """The weights are a hole in the file: planning reads a few rows of them."""
    base = random_base(folder / "large.gguf", shape, "F16", sparse=True)
    adapter = random_adapter(folder / "large-adapter.gguf", shape)
    return _merge(base, adapter, folder / "none.gguf", _TARGET, "--dry-run")


def _llama_quantises(source: Path, target: Path) -> None:
    if problem := ggml.quantize_in_child(source, target, FILE_TYPES[_TARGET], threads=1):
        raise RuntimeError(problem)


def _export_lora(base: Path, adapter: Path, out: Path) -> Cost | None:
    tool = shutil.which(_EXPORT_LORA)
    return cost.of_command([tool, "-m", str(base), "--lora", str(adapter), "-o", str(out), "-t", "1"]) if tool else None


def _processor() -> str:
    """The processor as the system names it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8", errors="replace").splitlines() if info.exists() else []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine()


def table(report: ConvertReport) -> Table:
    """One row a job; llama.cpp's own below ours."""
    rows = Table(box=None, pad_edge=False, title=f"{report.processor}, {report.day}, one thread")
    for column in ("", "s", "CPU s", "peak MB", "CPU ratio"):
        rows.add_column(column, justify="right" if column else "left")
    _row(rows, f"{_BASE} F16 + adapter → F16", report.merge, report.merge_ratio)
    _row(rows, f"  {_EXPORT_LORA}", report.export_lora)
    _row(rows, f"{_BASE} F16 + adapter → {_TARGET}", report.merge_and_quantise, report.quantise_ratio)
    _row(rows, f"  llama.cpp F16 → {_TARGET}, nothing merged", report.quantise)
    _row(rows, f"plan for {_LARGE} F16 + adapter → {_TARGET}", report.plan)
    return rows


def _row(rows: Table, name: str, one: Cost | None, ratio: float | None = None) -> None:
    if one is None:
        rows.add_row(name, "–", "–", "–", "")
        return
    said = "" if ratio is None else f"{ratio:.2f}"
    rows.add_row(name, f"{one.seconds:.1f}", f"{one.cpu_seconds:.1f}", f"{one.peak_megabytes:.0f}", said)
