"""``garita convert inspect``: what is in a GGUF file or an adapter, as a table or as JSON.

A file's texts may hold anything: whatever would steer the terminal is shown as an escape.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from garita import messages_to_user
from garita.convert.inspection import AdapterReport, ChangeReport, ModelReport, inspect
from garita.convert.provenance import Provenance
from garita.errors import GaritaError
from garita.messages_to_user import visible
from garita.messages_to_user.entry import Language

_LABELS = {
    "architecture": ("architecture", "arquitectura"),
    "name": ("name", "nombre"),
    "parameters": ("parameters", "parámetros"),
    "size": ("size", "tamaño"),
    "files": ("files", "archivos"),
    "types": ("tensors", "tensores"),
    "made": ("made of", "hecho de"),
    "merge": ("merging", "fundir"),
    "can_base": ("adapters can be merged into it", "admite que se le fundan adaptadores"),
    "can_adapter": ("it can be merged", "se puede fundir"),
    "kind": ("kind", "tipo"),
    "rank": ("rank", "rango"),
    "alpha": ("alpha", "alfa"),
    "base": ("base", "base"),
    "changes": ("changes", "cambios"),
    "chat_template": ("chat template", "plantilla de chat"),
    "tensors": ("all tensors", "todos los tensores"),
    "metadata": ("metadata", "metadatos"),
    "low_rank": ("low rank", "rango bajo"),
    "dora": ("DoRA", "DoRA"),
    "stacked": ("low rank of experts", "rango bajo de expertos"),
    "replacement": ("replacement", "sustitución"),
    "rows": ("rows replaced", "filas sustituidas"),
    "fingerprint": ("weights of its base", "pesos de su base"),
    "cut": ("{beginning}… ({count} letters)", "{beginning}… ({count} letras)"),
}
_LONGEST = 160  # letters of a text among the metadata; JSON has it whole


def show(path: Path, console: Console, language: Language, *, as_json: bool) -> None:
    """Print what is at ``path``.

    Raises:
        ConversionRefused: it is neither a GGUF file nor an adapter, or damaged.
    """
    report = inspect(path)
    if as_json:
        typer.echo(json.dumps(_plain(report, language), ensure_ascii=False, indent=1))
        return
    rows = _model_rows(report, language) if isinstance(report, ModelReport) else _adapter_rows(report, language)
    console.print(_table(rows, language))
    for heading, lines in _parts(report, language):
        console.print(Text(f"\n{_label(heading, language)}", "bold"))
        console.print(Text("\n".join(visible(line) for line in lines)), soft_wrap=True)


# --- the table -----------------------------------------------------------------------------------------------------


def _table(rows: list[tuple[str, str]], language: Language) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for key, value in rows:
        if value:
            table.add_row(Text(_label(key, language), "cyan"), Text(visible(value)))
    return table


def _model_rows(report: ModelReport, language: Language) -> list[tuple[str, str]]:
    types = ", ".join(f"{count} × {kind}" for kind, count in report.types.items())
    return [
        ("name", report.name),
        ("architecture", report.architecture),
        ("parameters", f"{report.parameters / 1e6:,.1f} M"),
        ("size", messages_to_user.size(report.file_bytes)),
        ("files", ", ".join(path.name for path in report.files) if len(report.files) > 1 else ""),
        ("types", types),
        ("made", _made_of(report.provenance) if report.provenance else ""),
        ("merge", _mergeable(report.problem, "can_base", language)),
    ]


def _adapter_rows(report: AdapterReport, language: Language) -> list[tuple[str, str]]:
    kinds = [change.what for change in report.changes]
    changes = ", ".join(f"{kinds.count(kind)} × {_label(kind, language)}" for kind in dict.fromkeys(kinds))
    return [
        ("kind", f"{report.kind} (PEFT {report.version})" if report.version else report.kind),
        ("rank", str(report.rank) if report.rank else ""),
        ("alpha", f"{report.alpha:g}" if report.alpha else ""),
        ("parameters", f"{report.parameters / 1e6:,.3f} M"),
        ("base", report.base),
        ("changes", changes),
        ("merge", _mergeable(report.problem, "can_adapter", language)),
    ]


def _made_of(provenance: Provenance) -> str:
    adapters = [f"{one.name} ({one.kind}, × {one.weight:g}, {one.sha256[:12]})" for one in provenance.adapters]
    return " + ".join([provenance.base or provenance.base_file, *adapters])


def _mergeable(problem: GaritaError | None, can: str, language: Language) -> str:
    return messages_to_user.explain(problem, language).sentence if problem else _label(can, language)


def _parts(report: ModelReport | AdapterReport, language: Language) -> list[tuple[str, list[str]]]:
    """Longer lists under the table, each with its heading."""
    if isinstance(report, AdapterReport):
        lines = [_change(one, language) for one in report.changes]
        return [("changes", lines)] if lines else []
    parts = [
        ("metadata", [f"{key} = {_beginning(str(value), language)}" for key, value in report.metadata.items()]),
        ("tensors", [f"{one.name}  {one.kind}  {' × '.join(map(str, one.shape))}" for one in report.tensors]),
        ("chat_template", report.chat_template.splitlines()),
    ]
    return [(heading, lines) for heading, lines in parts if lines]


def _change(one: ChangeReport, language: Language) -> str:
    what = f"{one.target}  {_label(one.what, language)}"
    return f"{what}  r={one.rank}  × {one.scale:g}" if one.rank else what


def _beginning(text: str, language: Language) -> str:
    if len(text) <= _LONGEST:
        return text
    return _label("cut", language).format(beginning=text[:_LONGEST], count=len(text))


def _label(key: str, language: Language) -> str:
    return _LABELS[key][language == "es"]


# --- JSON ----------------------------------------------------------------------------------------------------------


def _plain(report: ModelReport | AdapterReport, language: Language) -> dict[str, Any]:
    """The report as JSON has it; a problem becomes its sentence."""
    said = {key: value for key, value in vars(report).items() if key != "problem"}
    plain = asdict(type(report)(**said, problem=None))
    plain["can_be_merged"] = report.problem is None
    plain["problem"] = messages_to_user.explain(report.problem, language).sentence if report.problem else ""
    result: dict[str, Any] = json.loads(json.dumps(plain, default=str), parse_constant=str)  # JSON has no NaN
    return result
