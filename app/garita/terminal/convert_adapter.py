"""``garita convert adapter``: a PEFT adapter as a file that llama.cpp applies at run time."""

from __future__ import annotations

from pathlib import Path

import typer

from garita.convert.adapter import read_adapter
from garita.convert.adapter_write import write_adapter
from garita.convert.gguf_read import open_gguf
from garita.convert.layout import Layout


def run(folder: Path, base: Path, out: Path) -> None:
    """Write the adapter in ``folder`` for the base model ``base``, whose order of rows it needs.

    Raises:
        AdapterRefused: it changes what llama.cpp cannot change at run time, or does not fit the base.
        ConversionRefused, OutputTooLarge, OutputNotWritable.
    """
    write_adapter(read_adapter(folder), Layout(open_gguf(base)), out)
    typer.echo(str(out))
