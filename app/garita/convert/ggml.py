"""llama.cpp's own code, as far as converting uses it.

Two doors. Rows of a tensor are decoded and encoded by ggml's own functions, called through ctypes in this process (the
calls let other threads run): ggml ends the process on arguments it dislikes, so every argument is checked here first.
Whole files are quantised in a child process, where such an end costs a sentence instead of the program.
Knows nothing of files' formats or of models. Source of the functions: ggml.h, ggml-quants.c of llama.cpp.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import gguf
import numpy as np
from gguf import GGMLQuantizationType as GgmlType

from garita.convert import llama_quantizer
from garita.convert.child import ChildEnded, in_child
from garita.errors import ConversionRefused

Floats = np.ndarray[Any, np.dtype[np.float32]]
Bytes = np.ndarray[Any, np.dtype[np.uint8]]

# Integers, and intermediate types that only exist within a multiplication.
_NO_WEIGHTS = {"I8", "I16", "I32", "I64", "F64", "Q8_1", "Q8_K"}


class _Traits(ctypes.Structure):
    """The head of ggml_type_traits, as far as it is read here."""

    _fields_ = (
        ("type_name", ctypes.c_char_p),
        ("block_size", ctypes.c_int64),
        ("block_size_interleave", ctypes.c_int64),
        ("type_size", ctypes.c_size_t),
        ("is_quantized", ctypes.c_bool),
        ("to_float", ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64)),
    )


def _path(part: str) -> Path:
    """The wheel's library of that part of ggml. llama_cpp itself is not imported: that costs 60 MB and a second."""
    found = importlib.util.find_spec("llama_cpp")
    if found is None or found.origin is None:
        raise ConversionRefused(path="llama_cpp", problem="is not installed")
    name = {"win32": f"ggml-{part}.dll", "darwin": f"libggml-{part}.dylib"}.get(sys.platform, f"libggml-{part}.so")
    return Path(found.origin).parent / "lib" / name


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL:
    """libggml-base."""
    path = _path("base")
    try:
        library = ctypes.CDLL(str(path))
        library.ggml_get_type_traits.restype = ctypes.POINTER(_Traits)
        library.ggml_get_type_traits.argtypes = [ctypes.c_int]
        library.ggml_quantize_requires_imatrix.restype = ctypes.c_bool
        library.ggml_quantize_requires_imatrix.argtypes = [ctypes.c_int]
        library.ggml_quantize_chunk.restype = ctypes.c_size_t
        library.ggml_quantize_chunk.argtypes = [
            ctypes.c_int,
            ctypes.c_void_p,
            ctypes.c_void_p,
            ctypes.c_int64,
            ctypes.c_int64,
            ctypes.c_int64,
            ctypes.c_void_p,
        ]
    except (OSError, AttributeError) as error:
        raise ConversionRefused(path=str(path), problem=f"cannot be used: {error}") from error
    return library


@lru_cache(maxsize=1)
def _casts() -> ctypes.CDLL | None:
    """libggml-cpu, whose casts from and to F16 are the processor's: the same bits as libggml-base's, 20 times faster.

    None where a build of llama.cpp has it under another name or not at all.
    """
    _library()  # it needs the other one's functions
    try:
        library = ctypes.CDLL(str(_path("cpu")))
        library.ggml_cpu_init.restype, library.ggml_cpu_init.argtypes = None, []
        library.ggml_cpu_init()  # fills the tables that processors without such instructions use
        for cast in (library.ggml_cpu_fp16_to_fp32, library.ggml_cpu_fp32_to_fp16):
            cast.restype, cast.argtypes = None, [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64]
    except (OSError, AttributeError):
        return None
    return library


def row_bytes(kind: GgmlType, columns: int) -> int:
    """How many bytes a row of ``columns`` values takes.

    Raises:
        ValueError: the type packs values in blocks that do not divide the row.
    """
    block, size = gguf.GGML_QUANT_SIZES[kind]
    if columns % block:
        raise ValueError(f"rows of {columns} values cannot be {kind.name}, whose blocks have {block}")
    return int(columns // block * size)


def fits(kind: GgmlType, columns: int) -> bool:
    """Whether rows of ``columns`` values can have this type."""
    return columns % int(gguf.GGML_QUANT_SIZES[kind][0]) == 0


def can_decode(kind: GgmlType) -> bool:
    """Whether tensors of this type can be read as float32."""
    if kind.name in _NO_WEIGHTS:
        return False
    return kind == GgmlType.F32 or bool(_library().ggml_get_type_traits(int(kind)).contents.to_float)


def needs_importance(kind: GgmlType) -> bool:
    """Whether ggml encodes this type with an importance matrix only."""
    return bool(_library().ggml_quantize_requires_imatrix(int(kind)))


def decode(kind: GgmlType, raw: Bytes, columns: int) -> Floats:
    """Encoded rows, flat bytes, to a new array (rows, columns).

    Raises:
        ValueError: the type is no weight's, or the bytes are no whole rows of it.
    """
    width = row_bytes(kind, columns)
    if not can_decode(kind) or raw.size % width or not raw.flags.c_contiguous:
        raise ValueError(f"{raw.size} bytes are no rows of {columns} values of {kind.name}")
    values = np.empty((raw.size // width, columns), np.float32)
    if kind == GgmlType.F32:
        values[:] = raw.view("<f4").reshape(values.shape)
    elif kind == GgmlType.F16 and values.size and (casts := _casts()):
        casts.ggml_cpu_fp16_to_fp32(raw.ctypes.data, values.ctypes.data, values.size)
    elif values.size:
        traits = _library().ggml_get_type_traits(int(kind)).contents
        traits.to_float(raw.ctypes.data, values.ctypes.data, values.size)
    return values


def encode(kind: GgmlType, values: Floats, importance: Floats | None = None) -> Bytes:
    """Rows of float32 (rows, columns) to flat bytes; ``importance`` (columns) weighs the columns' errors.

    Raises:
        ValueError: the type does not fit the columns, lacks its importance matrix, or values are not finite.
    """
    rows, columns = values.shape
    raw = np.empty(rows * row_bytes(kind, columns), np.uint8)
    if values.dtype != np.float32 or not values.flags.c_contiguous:
        raise ValueError("rows must be float32 in C order")
    if importance is None and needs_importance(kind):
        raise ValueError(f"{kind.name} is written with an importance matrix only")
    if importance is not None and (importance.shape != (columns,) or importance.dtype != np.float32):
        raise ValueError(f"an importance matrix of shape {importance.shape} does not fit rows of {columns} values")
    if kind == GgmlType.F32:
        raw.view("<f4")[:] = values.reshape(-1)
    elif kind == GgmlType.F16 and values.size and (casts := _casts()):
        casts.ggml_cpu_fp32_to_fp16(values.ctypes.data, raw.ctypes.data, values.size)
    elif values.size:
        weights = None if importance is None else np.ascontiguousarray(importance).ctypes.data
        done = _library().ggml_quantize_chunk(int(kind), values.ctypes.data, raw.ctypes.data, 0, rows, columns, weights)
        if done != raw.size:
            raise ValueError(f"ggml wrote {done} bytes of {kind.name} instead of {raw.size}")
    return raw


def quantize_in_child(source: Path, target: Path, file_type: int, threads: int) -> str:
    """Quantise ``source`` into ``target``; empty when it worked, else llama.cpp's last words or its end."""
    try:
        return str(in_child(llama_quantizer.quantize, str(source), str(target), file_type, threads))
    except ChildEnded as ended:
        return f"llama.cpp refused it: {ended}"


def quantizing_log_in_child(source: Path, file_type: int, with_importance: bool) -> tuple[str, str]:
    """What llama.cpp would do to each tensor of ``source``, in its own words; and a problem, "" where there is none.

    Nothing is read but the head, nothing written. ``with_importance``: as if an importance matrix were there.
    """
    try:
        log, problem = in_child(llama_quantizer.dry_run, str(source), file_type, with_importance)
    except ChildEnded as ended:
        return "", f"llama.cpp refused it: {ended}"
    return str(log), str(problem)
