"""Run as a script in its own process: files as llama.cpp's own quantiser writes them.

``llama_quantize.py SOURCE FOLDER WEIGHTS NAME=NUMBER ...``: writes FOLDER/NAME.gguf for every file type, those that
llama.cpp refuses left out. WEIGHTS is an .npz of importance (flat, by tensor) or "-".
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import llama_cpp
import numpy as np


@llama_cpp.llama_log_callback
def _quiet(_level: int, _text: bytes, _data: object) -> None:
    pass


def _importance(path: str):
    """The arrays as llama.cpp wants them, and what must stay alive meanwhile."""
    with np.load(path) as found:
        arrays = {name.encode(): np.ascontiguousarray(found[name], np.float32) for name in found}
    entries = (llama_cpp.llama_model_imatrix_data * (len(arrays) + 1))()
    for entry, (name, values) in zip(entries, arrays.items(), strict=False):
        entry.name, entry.size = name, values.size
        entry.data = values.ctypes.data_as(ctypes.POINTER(ctypes.c_float))
    return entries, arrays


def main(source: str, folder: str, weights: str, *kinds: str) -> None:
    llama_cpp.llama_log_set(_quiet, None)
    params = llama_cpp.llama_model_quantize_default_params()
    params.nthread, params.allow_requantize = 1, True
    if weights != "-":
        entries, _alive = _importance(weights)
        params.imatrix = ctypes.cast(entries, ctypes.POINTER(llama_cpp.llama_model_imatrix_data))
    for kind in kinds:
        name, number = kind.split("=")
        target = Path(folder) / f"{name}.gguf"
        params.ftype = int(number)
        if llama_cpp.llama_model_quantize(source.encode(), str(target).encode(), params):
            target.unlink(missing_ok=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
