"""llama.cpp's own quantiser, called in a process of its own: the only file of convert that imports llama_cpp.

ggml ends the whole process on input it dislikes; in a child that costs a sentence instead of the program.
"""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing.connection import Connection
from pathlib import Path


def quantize_in_child(source: Path, target: Path, file_type: int, threads: int) -> str:
    """Quantise ``source`` into ``target``; empty when it worked, else llama.cpp's last words or its end."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_quantize, args=(str(source), str(target), file_type, threads, sender))
    child.start()
    sender.close()
    try:
        problem = str(receiver.recv())
    except EOFError:
        problem = "llama.cpp's process ended without a word"
    finally:
        child.join()
        receiver.close()
    return problem if not child.exitcode else f"{problem} (exit code {child.exitcode})"


def _quantize(source: str, target: str, file_type: int, threads: int, sender: Connection) -> None:
    import llama_cpp

    log: list[str] = []

    def keep(_level: int, text: bytes, _data: object) -> None:
        log.append(text.decode("utf-8", errors="replace"))

    callback = llama_cpp.llama_log_callback(keep)  # must outlive the call
    llama_cpp.llama_log_set(callback, None)
    params = llama_cpp.llama_model_quantize_default_params()
    params.ftype, params.nthread = file_type, threads
    failed = llama_cpp.llama_model_quantize(os.fsencode(source), os.fsencode(target), params)
    sender.send("".join(log).strip()[-500:] or "llama.cpp refused it" if failed else "")
