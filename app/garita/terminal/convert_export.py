"""``garita convert export``: a Llama of transformers as a GGUF file, with a progress bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

import typer

from garita import own_words
from garita.convert import gguf_write, quantize
from garita.convert.export import ExportType, export
from garita.terminal.byte_progress import byte_progress
from garita.terminal.convert_quantize import ended_as_by_ctrl_c, spare_threads


def run(folder: Path, out: Path, kind: str, metadata: Mapping[str, str] = {}) -> None:
    """Write the model in ``folder`` as ``kind``; types that are no single tensor type go through a whole F32 file.

    ``metadata`` are texts of the file's header by full key; without a ``general.name`` it gets the folder's.

    Raises:
        ConversionRefused, OutputTooLarge, OutputNotWritable.
    """
    said = {"general.name": folder.resolve().name, **own_words.texts_of_model(folder), **metadata}
    direct: dict[str, ExportType] = {one: one for one in get_args(ExportType)}
    kind = quantize.kind_named(out, kind)
    gguf_write.check_target(out, 0, ())
    with ended_as_by_ctrl_c(), byte_progress(out.name) as on_progress:
        if kind in direct:
            export(folder, out, direct[kind], said, on_progress)
        else:
            _through_f32(folder, out, kind, said, on_progress)
    typer.echo(str(out))


def _through_f32(
    folder: Path, out: Path, kind: str, said: dict[str, str], on_progress: Callable[[int, int], None]
) -> None:
    """The F32 file lies beside the result, on a disk that was chosen for files of this size.

    Its name is always the same, so that what a killed run left is replaced by the next.
    """
    whole = out.with_name(f"{out.name}.f32.partial")
    try:
        export(folder, whole, "F32", said, on_progress)
        made = quantize.plan_quantize(whole, kind)
        size = made.size  # a sum over all tensors
        quantize.run(made, out, spare_threads(), lambda done: on_progress(done, size))
    finally:
        whole.unlink(missing_ok=True)
