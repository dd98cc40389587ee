"""llama.cpp's quantiser, as it runs in a process of its own (see ``child``). Imports little and so starts fast."""

from __future__ import annotations

import ctypes
import os
from typing import Any


def quantize(source: str, target: str, file_type: int, threads: int) -> str:
    """Quantise a file; empty when it worked, else llama.cpp's last words."""
    import llama_cpp

    params = llama_cpp.llama_model_quantize_default_params()
    params.ftype, params.nthread = file_type, threads
    failed, log = _quantize(source, target, params)
    return _last_words(log) if failed else ""


def dry_run(source: str, file_type: int, with_importance: bool) -> tuple[str, str]:
    """What it would do to each tensor, in its own words; and a problem, "" where there is none.

    Nothing is read but the head, nothing written. ``with_importance``: as if an importance matrix were there.
    """
    import llama_cpp

    params = llama_cpp.llama_model_quantize_default_params()
    params.ftype, params.nthread, params.dry_run = file_type, 1, True
    if with_importance:  # which types are chosen depends on whether there is one, not on what it says
        name, one = ctypes.c_char_p(b"any"), ctypes.c_float(1.0)
        entries = (llama_cpp.llama_model_imatrix_data * 2)()
        entries[0].name, entries[0].data, entries[0].size = name, ctypes.pointer(one), 1
        params.imatrix = ctypes.cast(entries, ctypes.POINTER(llama_cpp.llama_model_imatrix_data))
    failed, log = _quantize(source, source + ".none", params)
    return log, _last_words(log) if failed else ""


def _quantize(source: str, target: str, params: Any) -> tuple[bool, str]:
    """Whether it failed, and its log."""
    import llama_cpp

    log: list[str] = []

    def keep(_level: int, text: bytes, _data: object) -> None:
        log.append(text.decode("utf-8", errors="replace"))

    callback = llama_cpp.llama_log_callback(keep)  # must outlive the call
    llama_cpp.llama_log_set(callback, None)
    failed = llama_cpp.llama_model_quantize(os.fsencode(source), os.fsencode(target), params)
    return bool(failed), "".join(log)


def _last_words(log: str) -> str:
    last = log.strip().rpartition("\n")[2]
    return last.rpartition("failed to quantize: ")[2][-500:] or "llama.cpp refused it"
