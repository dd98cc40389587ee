"""``garita convert export``: a Llama of transformers as a GGUF file, with a progress bar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import typer

from garita.convert import gguf_write, quantize
from garita.convert.export import ExportType, export
from garita.terminal.byte_progress import byte_progress
from garita.terminal.convert_quantize import ended_as_by_ctrl_c, spare_threads


def run(folder: Path, out: Path, kind: str) -> None:
    """Write the model in ``folder`` as ``kind``; types that are no single tensor type go through a whole F32 file.

    Raises:
        ConversionRefused, OutputTooLarge, OutputNotWritable.
    """
    name = {"general.name": folder.resolve().name}
    direct: dict[str, ExportType] = {one: one for one in get_args(ExportType)}
    kind = quantize.kind_named(out, kind)
    gguf_write.check_target(out, 0, ())
    with ended_as_by_ctrl_c(), byte_progress(out.name) as on_progress:
        if kind in direct:
            export(folder, out, direct[kind], name, on_progress)
        else:
            _through_f32(folder, out, kind, name, on_progress)
    typer.echo(str(out))


def _through_f32(
    folder: Path, out: Path, kind: str, name: dict[str, str], on_progress: Callable[[int, int], None]
) -> None:
    """The F32 file lies beside the result, on a disk that was chosen for files of this size.

    Its name is always the same, so that what a killed run left is replaced by the next.
    """
    whole = out.with_name(f"{out.name}.f32.partial")
    try:
        export(folder, whole, "F32", name, on_progress)
        made = quantize.plan_quantize(whole, kind)
        size = made.size  # a sum over all tensors
        quantize.run(made, out, spare_threads(), lambda done: on_progress(done, size))
    finally:
        whole.unlink(missing_ok=True)
