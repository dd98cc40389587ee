"""The one file that talks to llama.cpp: models, contexts, batches and vocabularies over its C interface.

Thin and literal: handles with lifetimes, Python values in and out, errors as NativeError. It knows nothing of chats,
caches, adapters' files or processes. Importing it loads the shared library that LLAMA_CPP_LIB_PATH names (or the
bundled one), so only an engine's process should.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import llama_cpp.llama_cpp as lib
import numpy as np
from llama_cpp.llama_grammar import json_schema_to_gbnf
from numpy.typing import NDArray

__all__ = ["Context", "Log", "Model", "NativeError", "lib"]

ABORTED = 2
_TEXT_BYTES = 256
_DEBUG = 1


class NativeError(Exception):
    """llama.cpp said no; its log says why."""


def default_values() -> dict[str, float]:
    """The library's default parameters as these bindings read them; strange where its structures differ."""
    values: dict[str, float] = {}
    for defaults in (lib.llama_model_default_params(), lib.llama_context_default_params()):
        fields = [(field, getattr(defaults, field)) for field, *_ in defaults._fields_]
        values |= {field: float(value) for field, value in fields if isinstance(value, int | float)}
    return values


class Log:
    """llama.cpp's log: it goes to standard error (unless ``quiet``), and the latest lines are kept for explanations."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._lines: deque[str] = deque(maxlen=40)
        self.callback = lib.llama_log_callback(lambda level, text, _data: self._write(level, text))

    def since(self) -> list[str]:
        """The lines since the last call."""
        lines = [line for line in "".join(self._lines).splitlines() if line.strip()]
        self._lines.clear()
        return lines

    def _write(self, level: int, text: bytes) -> None:
        if level == _DEBUG:
            return
        self._lines.append(text.decode(errors="replace"))
        if not self._quiet:
            sys.stderr.buffer.write(text)
            sys.stderr.buffer.flush()


def start_backends(log: Log) -> None:
    """Make llama.cpp's devices known; a build with loadable backends finds them beside its library."""
    lib.llama_log_set(log.callback, None)
    lib.llama_backend_init()
    folder = os.environ.get("LLAMA_CPP_LIB_PATH")
    ggml = _ggml()
    if folder and hasattr(ggml, "ggml_backend_load_all_from_path"):
        ggml.ggml_backend_load_all_from_path.argtypes = [ctypes.c_char_p]
        ggml.ggml_backend_load_all_from_path(os.fsencode(folder))


def build_name() -> str:
    """The library's version and where it lies."""
    return f"{lib.llama_version().decode()} ({Path(lib._lib._name).parent})"


def gpu_memory() -> list[tuple[str, int]]:
    """Every graphics device llama.cpp can use: its name and free bytes."""
    if not lib.llama_supports_gpu_offload():
        return []
    ggml = _ggml()
    ggml.ggml_backend_dev_count.restype = ctypes.c_size_t
    ggml.ggml_backend_dev_get.restype = ctypes.c_void_p
    ggml.ggml_backend_dev_get.argtypes = [ctypes.c_size_t]
    devices = [ctypes.c_void_p(ggml.ggml_backend_dev_get(i)) for i in range(ggml.ggml_backend_dev_count())]
    return [_device_memory(ggml, device) for device in devices if ggml.ggml_backend_dev_type(device) in (1, 2)]


def supports_gpu() -> bool:
    """Whether this build has any code for graphics devices."""
    return bool(lib.llama_supports_gpu_offload())


def _device_memory(ggml: Any, device: ctypes.c_void_p) -> tuple[str, int]:
    free, total = ctypes.c_size_t(), ctypes.c_size_t()
    ggml.ggml_backend_dev_memory(device, ctypes.byref(free), ctypes.byref(total))
    ggml.ggml_backend_dev_description.restype = ctypes.c_char_p
    return ggml.ggml_backend_dev_description(device).decode(errors="replace"), free.value


def _ggml() -> Any:
    """The handle on which ggml's device functions are found: Windows looks into one file only, others follow links."""
    if hasattr(lib._lib, "ggml_backend_dev_count"):
        return lib._lib
    return ctypes.CDLL(str(Path(lib._lib._name).with_name("ggml.dll")))


def schema_grammar(schema: str) -> str:
    """A JSON schema (as JSON text) as a grammar; raises whatever a strange schema makes fail in the converter."""
    return str(json_schema_to_gbnf(schema))


class Model:
    """A loaded model with its vocabulary.

    Args:
        path: the GGUF file.
        gpu_layers: how many layers go to the graphics device.
        on_progress: called with 0..1; answering False stops the load.
        vocabulary_only: header and vocabulary without weights.

    Raises:
        NativeError: llama.cpp refuses the file, or ``on_progress`` stopped it.
    """

    def __init__(
        self,
        path: str,
        *,
        gpu_layers: int = 0,
        on_progress: Callable[[float], bool] = lambda _: True,
        vocabulary_only: bool = False,
    ) -> None:
        params = lib.llama_model_default_params()
        params.n_gpu_layers = gpu_layers
        params.vocab_only = vocabulary_only
        params.progress_callback = lib.llama_progress_callback(lambda fraction, _: on_progress(fraction))
        self.handle = lib.llama_model_load_from_file(os.fsencode(path), params)
        if not self.handle:
            raise NativeError(path)
        self.vocabulary = lib.llama_model_get_vocab(self.handle)
        self.vocabulary_size: int = lib.llama_vocab_n_tokens(self.vocabulary)
        self._buffer = ctypes.create_string_buffer(_TEXT_BYTES)

    def close(self) -> None:
        """Free the weights; contexts made from it must be closed before."""
        if self.handle:
            lib.llama_model_free(self.handle)
            self.handle = None

    def metadata(self, key: str) -> str | None:
        """A value of the file's header as text."""
        size = lib.llama_model_meta_val_str(self.handle, key.encode(), None, 0)
        if size < 0:
            return None
        buffer = ctypes.create_string_buffer(size + 1)
        lib.llama_model_meta_val_str(self.handle, key.encode(), buffer, size + 1)
        return buffer.value.decode(errors="replace")

    def description(self) -> str:
        """llama.cpp's short name of it: architecture, size, quantisation."""
        lib.llama_model_desc(self.handle, self._buffer, _TEXT_BYTES)
        return self._buffer.value.decode(errors="replace")

    def parameters(self) -> int:
        """Number of weights."""
        return int(lib.llama_model_n_params(self.handle))

    def layers(self) -> int:
        """Number of layers."""
        return int(lib.llama_model_n_layer(self.handle))

    def weight_bytes(self) -> int:
        """Size of all tensors."""
        return int(lib.llama_model_size(self.handle))

    def bytes_per_token(self) -> int:
        """What one token of context takes in the cache: keys and values of every layer, two bytes each."""
        heads = max(1, lib.llama_model_n_head(self.handle))
        width = lib.llama_model_n_embd(self.handle) * lib.llama_model_n_head_kv(self.handle) // heads
        return int(4 * width * self.layers())

    def context_trained(self) -> int:
        """The longest context it was trained with, in tokens."""
        return int(lib.llama_model_n_ctx_train(self.handle))

    def generates_text(self) -> bool:
        """Whether it is a decoder with a vocabulary (an embedding or speech model is not)."""
        is_decoder = bool(lib.llama_model_has_decoder(self.handle)) and not lib.llama_model_has_encoder(self.handle)
        return is_decoder and lib.llama_vocab_type(self.vocabulary) != 0

    def tokenize(self, text: str, *, special: bool) -> list[int]:
        """Token ids of ``text``; with ``special`` the spelling of control tokens counts as these tokens."""
        data = text.encode()
        room = len(data) + 8
        tokens = (lib.llama_token * room)()
        count = lib.llama_tokenize(self.vocabulary, data, len(data), tokens, room, False, special)
        if count < 0:
            tokens = (lib.llama_token * -count)()
            count = lib.llama_tokenize(self.vocabulary, data, len(data), tokens, -count, False, special)
        return list(tokens[:count])

    def piece(self, token: int, *, special: bool = False) -> bytes:
        """The bytes a token stands for; control tokens are empty unless ``special``."""
        size = lib.llama_token_to_piece(self.vocabulary, token, self._buffer, _TEXT_BYTES, 0, special)
        if size < 0:
            self._buffer = ctypes.create_string_buffer(-size)
            size = lib.llama_token_to_piece(self.vocabulary, token, self._buffer, -size, 0, special)
        return self._buffer.raw[:size]

    def ends_answer(self, token: int) -> bool:
        """Whether a generated ``token`` means the turn is over."""
        return bool(lib.llama_vocab_is_eog(self.vocabulary, token))

    def is_control(self, token: int) -> bool:
        """Whether it is a mark of the chat format rather than text."""
        return bool(lib.llama_vocab_is_control(self.vocabulary, token))

    def end_of_turn(self) -> int:
        """The token that closes a chat turn, or the end of text where there is no such; -1 for neither."""
        turn = lib.llama_vocab_eot(self.vocabulary)
        return int(turn if turn >= 0 else lib.llama_vocab_eos(self.vocabulary))

    def begin_token(self) -> int | None:
        """The token every text must begin with, for models that want one."""
        begin = lib.llama_vocab_bos(self.vocabulary)
        return int(begin) if lib.llama_vocab_get_add_bos(self.vocabulary) and begin >= 0 else None

    def spelled(self, name: str) -> str:
        """How the ``bos`` or ``eos`` token is written in a chat template."""
        token = lib.llama_vocab_bos(self.vocabulary) if name == "bos" else lib.llama_vocab_eos(self.vocabulary)
        return self.piece(token, special=True).decode(errors="replace") if token >= 0 else ""


class Context:
    """A model's working memory: sequences of tokens and the logits of what was read last.

    Args:
        model: must outlive the context.
        length: tokens it can hold, over all sequences.
        chunk: how many tokens are computed at once; also the most that ``decode`` takes.
        sequences: how many continuations can be held side by side.
        threads: processor threads.

    Raises:
        NativeError: not enough memory, or the model refuses to be run.
    """

    def __init__(self, model: Model, *, length: int, chunk: int, sequences: int, threads: int) -> None:
        params = lib.llama_context_default_params()
        params.n_ctx = length
        params.n_batch = length
        params.n_ubatch = chunk
        params.n_seq_max = sequences
        params.n_outputs_max_per_seq = 0
        params.kv_unified = True
        params.n_threads = params.n_threads_batch = threads
        self.model = model
        self.chunk = chunk
        self.handle = lib.llama_init_from_model(model.handle, params)
        if not self.handle:
            raise NativeError("no context")
        self.memory = lib.llama_get_memory(self.handle)
        self.length: int = lib.llama_n_ctx(self.handle)
        self._batch = lib.llama_batch_init(self.length, 0, 1)
        self._fields = (self._batch.token, self._batch.pos, self._batch.n_seq_id, self._batch.seq_id)
        self._wanted = self._batch.logits
        self._abort: Any = None  # kept so that the callback outlives this call

    def close(self) -> None:
        """Free the memory."""
        if self.handle:
            lib.llama_batch_free(self._batch)
            lib.llama_free(self.handle)
            self.handle = None

    def decode(self, tokens: Sequence[int], start: int, *, sequence: int = 0, logits: str = "last") -> bool:
        """Read ``tokens`` at positions from ``start``; False when the abort check stopped it.

        Args:
            tokens: at most the context's length of them.
            start: position of the first.
            sequence: which continuation they belong to.
            logits: ``last``, ``all`` or ``none``: for which tokens the next one's logits are kept.
        """
        self.begin_batch()
        for index, token in enumerate(tokens):
            wanted = logits == "all" or (logits == "last" and index == len(tokens) - 1)
            self.add(token, start + index, sequence, wanted)
        return self.run_batch()

    def begin_batch(self) -> None:
        """Empty the batch."""
        self._batch.n_tokens = 0

    def add(self, token: int, position: int, sequence: int, wanted: bool) -> int:
        """Put one token into the batch and return its row; ``wanted`` keeps the logits that follow it."""
        row: int = self._batch.n_tokens
        token_field, position_field, count_field, sequence_field = self._fields
        token_field[row] = token
        position_field[row] = position
        count_field[row] = 1
        sequence_field[row][0] = sequence
        self._wanted[row] = wanted
        self._batch.n_tokens = row + 1
        return row

    def run_batch(self) -> bool:
        """Compute the batch; False when the abort check stopped it.

        Raises:
            NativeError: it does not fit, or a device failed.
        """
        code = lib.llama_decode(self.handle, self._batch)
        if code not in (0, ABORTED):
            raise NativeError(f"llama_decode: {code}")
        return bool(code == 0)

    def logits(self, row: int) -> NDArray[np.float32]:
        """A copy of the logits after the batch's ``row``; -1 is the last one kept. Shape: vocabulary."""
        pointer = lib.llama_get_logits_ith(self.handle, row)
        return np.ctypeslib.as_array(pointer, (self.model.vocabulary_size,)).copy()

    def forget(self, sequence: int, start: int) -> bool:
        """Drop a sequence's tokens from position ``start`` on; False where this memory cannot do so in part."""
        return bool(lib.llama_memory_seq_rm(self.memory, sequence, start, -1))

    def forget_all(self) -> None:
        """Empty every sequence."""
        lib.llama_memory_clear(self.memory, False)

    def share(self, source: int, target: int) -> None:
        """Let ``target`` continue from the tokens of ``source``."""
        lib.llama_memory_seq_cp(self.memory, source, target, -1, -1)

    def set_threads(self, threads: int) -> None:
        """Use so many processor threads from the next call on."""
        lib.llama_set_n_threads(self.handle, threads, threads)

    def abort_when(self, check: Callable[[], bool]) -> None:
        """Ask ``check`` before every graph node from now on, and break off when it says True."""
        self._abort = lib.ggml_abort_callback(lambda _: check())
        lib.llama_set_abort_callback(self.handle, self._abort, None)

    def use_adapters(self, adapters: Sequence[Any], scales: Sequence[float]) -> bool:
        """Apply loaded adapters (none: the base model alone); False when llama.cpp refuses."""
        handles = (lib.llama_adapter_lora_p_ctypes * len(adapters))(*adapters)
        factors = (ctypes.c_float * len(scales))(*scales)
        return bool(lib.llama_set_adapters_lora(self.handle, handles, len(adapters), factors) == 0)
