"""Small GGUF files made byte by byte, so that a test can make every mistake a file can have."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from pathlib import Path

import gguf
import numpy as np

from garita.convert.gguf_fields import Field, ValueType, number, text
from garita.convert.gguf_read import open_gguf
from garita.convert.gguf_write import GgufWriter, PlannedTensor

F32 = gguf.GGMLQuantizationType.F32


def packed(value: bytes) -> bytes:
    """A text as the format has it."""
    return struct.pack("<Q", len(value)) + value


def field(key: bytes, kind: int, raw: bytes) -> bytes:
    """A key with its value."""
    return packed(key) + struct.pack("<I", kind) + raw


def tensor(name: bytes, shape: tuple[int, ...], kind: int, offset: int) -> bytes:
    """A tensor's entry; ``shape`` in ggml's order."""
    return packed(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, kind, offset)


def file(
    fields: Iterable[bytes] = (), tensors: Iterable[bytes] = (), data: bytes = b"", *, alignment: int = 32
) -> bytes:
    """A whole file."""
    fields, tensors = list(fields), list(tensors)
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(fields)) + b"".join([*fields, *tensors])
    return head + bytes(-len(head) % alignment) + data


def write(path: Path, tensors: Mapping[str, np.ndarray], fields: Mapping[str, Field] | None = None) -> Path:
    """A file of float32 tensors with our writer."""
    plan = [PlannedTensor(name, values.shape, F32) for name, values in tensors.items()]
    with GgufWriter(path, fields or {}, plan) as writer:
        for name, values in tensors.items():
            writer.write(name, np.ascontiguousarray(values, "<f4").tobytes())
    return path


def adapter_fields(alpha: float = 0.0, kind: str = "lora") -> dict[str, Field]:
    """The head of a llama.cpp adapter."""
    return {
        "general.type": text("adapter"),
        "general.architecture": text("llama"),
        "adapter.type": text(kind),
        "adapter.lora.alpha": number(ValueType.FLOAT32, alpha),
    }


def with_fields(source: Path, target: Path, more: Mapping[str, Field]) -> Path:
    """The same model or adapter with more metadata."""
    file = open_gguf(source)
    plan = [PlannedTensor(one.name, one.shape, one.kind) for one in file.tensors.values()]
    with GgufWriter(target, file.fields | more, plan) as writer:
        for tensor in file.tensors.values():
            writer.write(tensor.name, tensor.rows(0, tensor.row_count))
    return target


def written_anew(source: Path, target: Path, *, tensors_in_a_shard: int = 0, alignment: int = 32) -> list[Path]:
    """The same model by the gguf package; returns the file or its shards."""
    file = open_gguf(source)
    writer = gguf.GGUFWriter(target, "llama", split_max_tensors=tensors_in_a_shard)
    for key, field in file.fields.items():
        if key != "general.architecture":
            item = gguf.GGUFValueType(field.item_kind) if field.kind is ValueType.ARRAY else None
            writer.add_key_value(key, field.value, gguf.GGUFValueType(field.kind), item)
    if alignment != 32:
        writer.add_custom_alignment(alignment)
    for tensor in file.tensors.values():
        values = np.frombuffer(tensor.rows(0, tensor.row_count), np.float32)
        writer.add_tensor(tensor.name, values.reshape(tensor.shape))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return sorted(target.parent.glob(f"{target.stem}*.gguf"))
