"""``garita convert export``: a Llama of transformers as a GGUF file, with a progress bar."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import get_args

import typer

from garita.convert import quantize
from garita.convert.export import ExportType, export
from garita.terminal.byte_progress import byte_progress
from garita.terminal.convert_quantize import spare_threads


def run(folder: Path, out: Path, kind: str) -> None:
    """Write the model in ``folder`` as ``kind``; types that are no single tensor type go through a whole F32 file.

    Raises:
        ConversionRefused, OutputTooLarge, OutputNotWritable.
    """
    name = {"general.name": folder.resolve().name}
    direct: dict[str, ExportType] = {one: one for one in get_args(ExportType)}
    with byte_progress(out.name) as on_progress:
        if kind in direct:
            export(folder, out, direct[kind], name, on_progress)
        else:
            _through_f32(folder, out, kind, name)
    typer.echo(str(out))


def _through_f32(folder: Path, out: Path, kind: str, name: dict[str, str]) -> None:
    """The F32 file lies beside the result, on a disk that was chosen for files of this size."""
    quantize.check_kind(out, kind)
    place = out.parent if out.parent.is_dir() else None
    with tempfile.TemporaryDirectory(prefix=".garita-export-", dir=place) as temporary:
        whole = Path(temporary) / "f32.gguf"
        export(folder, whole, "F32", name)
        quantize.quantize(whole, out, kind, threads=spare_threads())
