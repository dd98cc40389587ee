"""``garita convert adapter``: a PEFT adapter as a file that llama.cpp applies at run time."""

from __future__ import annotations

from pathlib import Path

import typer

from garita import own_words
from garita.convert.adapter import read_adapter
from garita.convert.adapter_write import write_adapter
from garita.convert.gguf_read import open_gguf
from garita.convert.layout import Layout


def run(folder: Path, base: Path, out: Path) -> None:
    """Write the adapter in ``folder`` for the base model ``base``, whose order of rows it needs, with its own words.

    Raises:
        AdapterRefused: it changes what llama.cpp cannot change at run time, or does not fit the base.
        ConversionRefused, OutputTooLarge, OutputNotWritable.
    """
    words = own_words.as_fields(own_words.of_adapter(folder))
    write_adapter(read_adapter(folder), Layout(open_gguf(base)), out, words)
    typer.echo(str(out))
