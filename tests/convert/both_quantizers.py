"""Run as a module in its own process: the files of our quantiser and of llama.cpp's own, side by side.

``python -m tests.convert.both_quantizers SOURCE FOLDER MATRIX NAME ...``: writes FOLDER/ours-NAME.gguf and
FOLDER/theirs-NAME.gguf for every file type; MATRIX is an importance matrix (GGUF) or "-". One process, because ggml
makes its tables for the smallest types once in each (up to nine seconds); ours works first, so that llama.cpp finds
ggml's library loaded and takes the same. Imports where they are used: our quantiser starts processes that read this
file again.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any


def _weights(path: str) -> dict[bytes, Any]:
    """The importance of every tensor's columns, flat."""
    import gguf

    found = {tensor.name: tensor.data for tensor in gguf.GGUFReader(path).tensors}
    sums = {name.removesuffix(".in_sum2"): values for name, values in found.items() if name.endswith(".in_sum2")}
    return {name.encode(): (values / found[f"{name}.counts"]).ravel().copy() for name, values in sums.items()}


def _theirs(source: str, target: Path, file_type: int, weights: dict[bytes, Any]) -> None:
    import ctypes

    import llama_cpp

    quiet = llama_cpp.llama_log_callback(lambda *_: None)
    llama_cpp.llama_log_set(quiet, None)
    entries = (llama_cpp.llama_model_imatrix_data * (len(weights) + 1))()
    for entry, (name, values) in zip(entries, weights.items(), strict=False):
        entry.name, entry.size = name, values.size
        entry.data = values.ctypes.data_as(ctypes.POINTER(ctypes.c_float))
    params = llama_cpp.llama_model_quantize_default_params()
    params.nthread, params.allow_requantize, params.ftype = 1, True, file_type
    if weights:
        params.imatrix = ctypes.cast(entries, ctypes.POINTER(llama_cpp.llama_model_imatrix_data))
    if llama_cpp.llama_model_quantize(source.encode(), str(target).encode(), params):
        raise SystemExit(f"llama.cpp made no {target.name}")


def main(source: str, folder: str, matrix: str, *kinds: str) -> None:
    from garita.convert.quantize import quantize
    from garita.convert.types import FILE_TYPES

    importance = None if matrix == "-" else Path(matrix)
    weights = {} if importance is None else _weights(matrix)
    for kind in kinds:
        quantize(Path(source), Path(folder) / f"ours-{kind}.gguf", kind, importance=importance)
        _theirs(source, Path(folder) / f"theirs-{kind}.gguf", FILE_TYPES[kind], weights)


if __name__ == "__main__":
    main(*sys.argv[1:])
