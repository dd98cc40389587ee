"""Quantises a GGUF file with llama.cpp's own quantiser, without its traps.

It would destroy a file that is input and output at once, and leave half a file behind a failure. Knows no formats
itself beyond the first bytes.
"""

from __future__ import annotations

import os
from pathlib import Path

import gguf

from garita.convert import ggml
from garita.errors import ConversionRefused

# The names in a file's title ("Q4_K_M") and llama.cpp's numbers for them.
_TYPES = {
    member.name.removeprefix("MOSTLY_").removeprefix("ALL_"): int(member)
    for member in gguf.LlamaFileType
    if member.name != "GUESSED"
}


def quantize(source: Path, target: Path, kind: str, threads: int = 1) -> None:
    """Write ``source`` quantised to ``kind`` ("Q8_0", "Q4_K_M" ...) to ``target``.

    Raises:
        ConversionRefused: unknown kind, unreadable input, input and output are one file, or llama.cpp refused;
            ``target`` is then what it was before.
    """
    if kind not in _TYPES:
        raise ConversionRefused(path=str(source), problem=f"unknown type {kind}; known: {', '.join(sorted(_TYPES))}")
    _check_input(source)
    if target.exists() and source.samefile(target):
        raise ConversionRefused(path=str(target), problem="input and output are the same file")
    partial = target.with_name(target.name + ".partial")
    try:
        partial.touch()  # an unwritable place is known before the slow work
        if problem := ggml.quantize_in_child(source, partial, _TYPES[kind], threads):
            raise ConversionRefused(path=str(source), problem=problem)
        _sync(partial)
        partial.replace(target)
    except OSError as error:
        raise ConversionRefused(path=str(target), problem=f"cannot be written: {error.strerror}") from error
    finally:
        partial.unlink(missing_ok=True)


def _check_input(source: Path) -> None:
    try:
        with source.open("rb") as file:
            magic = file.read(4)
    except OSError as error:
        raise ConversionRefused(path=str(source), problem=error.strerror or str(error)) from error
    if magic != b"GGUF":
        raise ConversionRefused(path=str(source), problem="is no GGUF file")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
