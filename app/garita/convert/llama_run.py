"""Lets llama.cpp evaluate a model, with run-time adapters or without, in a process of its own: text in, logits out.

A malformed file or an adapter that ends llama.cpp costs a sentence instead of the program. One thread, an F32 cache and
no flash attention, so that two runs differ by their weights only. Knows nothing of what is compared with what.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Literal, NamedTuple

from garita.convert.child import ChildEnded, in_child
from garita.errors import AdapterInvalid, ModelLoadFailed

WINDOW = 128  # tokens evaluated together, from an empty cache
_LONGEST_TOKEN = 32  # letters; a longer text is cut before it is read
_LOG_ERROR = 4  # GGML_LOG_LEVEL_ERROR


class Weighted(NamedTuple):
    """A llama.cpp adapter (a GGUF file) and the factor it is applied with."""

    path: Path
    scale: float


class Run(NamedTuple):
    """What to evaluate: a model, its adapters, and windows of token ids of at most WINDOW each."""

    model: Path
    adapters: tuple[Weighted, ...]
    windows: tuple[tuple[int, ...], ...]


def windows(model: Path, text: str, most: int) -> tuple[tuple[int, ...], ...]:
    """``text`` as ``model`` reads it, cut into windows, each begun as the model wants a text begun; ``most`` in all.

    Raises:
        ModelLoadFailed: llama.cpp cannot read the vocabulary.
    """
    enough = text[: most * WINDOW * _LONGEST_TOKEN]
    found: list[list[int]] = _asked(_tokenised, (str(model), enough), model)
    return tuple(tuple(one) for one in found[:most])


def logits(run: Run, out: Path) -> int:
    """Write a row of float32 logits for every token of every window to ``out``; returns the entries of a row.

    Raises:
        ModelLoadFailed: llama.cpp cannot load or run the model.
        AdapterInvalid: llama.cpp cannot apply an adapter to it.
    """
    entries: int = _asked(_evaluated, (run, str(out)), run.model)
    return entries


# --- the parent's side ---------------------------------------------------------------------------------------------

# What a child says: its result, or what failed ("" for the model, else an adapter's path) and llama.cpp's words.
_Said = tuple[Literal[True], Any] | tuple[Literal[False], tuple[str, str]]


def _asked(work: Callable[..., Any], arguments: tuple[object, ...], model: Path) -> Any:
    """The result of ``work`` in a child, or its failure as an error of ours."""
    try:
        said: _Said = in_child(_told, work, arguments)
    except ChildEnded as ended:
        said = (False, ("", str(ended)))
    if said[0]:
        return said[1]
    culprit, words = said[1]
    raise AdapterInvalid(path=culprit, problem=words) if culprit else ModelLoadFailed(path=str(model), log=words)


# --- the child's side ----------------------------------------------------------------------------------------------


class _Failed(Exception):
    """llama.cpp refused something; ``culprit`` is an adapter's path, or empty for the model."""

    def __init__(self, culprit: str = "") -> None:
        self.culprit = culprit


def _told(work: Callable[..., Any], arguments: tuple[object, ...]) -> _Said:
    import llama_cpp

    log: list[str] = []

    def keep(level: int, text: bytes, _data: object) -> None:
        if level == _LOG_ERROR:
            log.append(text.decode("utf-8", errors="replace"))

    callback = llama_cpp.llama_log_callback(keep)  # must outlive the calls
    llama_cpp.llama_log_set(callback, None)
    try:
        return True, work(*arguments)
    except _Failed as failed:
        return False, (failed.culprit, "".join(log).strip()[-500:] or "llama.cpp refused it")


def _tokenised(model_path: str, text: str) -> list[list[int]]:
    import llama_cpp

    params = llama_cpp.llama_model_default_params()
    params.vocab_only = True
    model = _model(model_path, params)
    vocab = llama_cpp.llama_model_get_vocab(model)
    raw = text.encode()
    room = (llama_cpp.llama_token * (len(raw) + 8))()
    ids = list(room[: llama_cpp.llama_tokenize(vocab, raw, len(raw), room, len(room), False, True)])
    first = llama_cpp.llama_vocab_bos(vocab) if llama_cpp.llama_vocab_get_add_bos(vocab) else -1
    begin = [first] if first >= 0 else []
    step = WINDOW - len(begin)
    llama_cpp.llama_model_free(model)
    return [begin + ids[start : start + step] for start in range(0, len(ids), step)]


def _evaluated(run: Run, out: str) -> int:
    import llama_cpp

    params = llama_cpp.llama_model_default_params()
    params.n_gpu_layers = 0
    model = _model(str(run.model), params)
    context = llama_cpp.llama_init_from_model(model, _context_params(max(map(len, run.windows))))
    if not context:
        raise _Failed
    _apply(model, context, run.adapters)
    entries = int(llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model)))
    with Path(out).open("wb") as file:
        for window in run.windows:
            _evaluate(context, window, entries, file)
    return entries  # the process ends here, and with it what llama.cpp holds


def _model(path: str, params: Any) -> Any:
    import llama_cpp

    model = llama_cpp.llama_model_load_from_file(os.fsencode(path), params)
    if not model:
        raise _Failed
    return model


def _context_params(length: int) -> Any:
    import llama_cpp

    params = llama_cpp.llama_context_default_params()
    params.n_ctx = params.n_batch = params.n_ubatch = length
    params.n_threads = params.n_threads_batch = 1
    params.type_k = params.type_v = llama_cpp.GGML_TYPE_F32
    params.flash_attn_type = llama_cpp.LLAMA_FLASH_ATTN_TYPE_DISABLED
    return params


def _apply(model: Any, context: Any, adapters: Sequence[Weighted]) -> None:
    import llama_cpp

    if not adapters:
        return
    handles = []
    for adapter in adapters:
        handle = llama_cpp.llama_adapter_lora_init(model, os.fsencode(adapter.path))
        if not handle:
            raise _Failed(str(adapter.path))
        handles.append(handle)
    scales = (ctypes.c_float * len(adapters))(*(adapter.scale for adapter in adapters))
    several = (llama_cpp.llama_adapter_lora_p_ctypes * len(handles))(*handles)
    if llama_cpp.llama_set_adapters_lora(context, several, len(handles), scales):
        raise _Failed(str(adapters[0].path))


def _evaluate(context: Any, window: Sequence[int], entries: int, file: BinaryIO) -> None:
    import llama_cpp

    llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(context), True)
    batch = llama_cpp.llama_batch_init(len(window), 0, 1)
    batch.n_tokens = len(window)
    for number, token in enumerate(window):
        batch.token[number], batch.pos[number], batch.n_seq_id[number] = token, number, 1
        batch.seq_id[number][0], batch.logits[number] = 0, True
    failed = llama_cpp.llama_decode(context, batch)
    llama_cpp.llama_batch_free(batch)
    if failed:
        raise _Failed
    first = llama_cpp.llama_get_logits(context)
    file.write(ctypes.string_at(first, 4 * entries * len(window)))
