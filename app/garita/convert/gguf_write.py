"""Writes a GGUF file as a stream: the head first, then the rows of every tensor in order.

Written beside the target as ``<name>.partial``, synced and renamed, so that the target is either what it was or the
whole new file, also after a power cut; an error or Ctrl-C leaves nothing behind. Fields are copied as bytes. Holds no
tensor; knows the format (ggml's docs/gguf.md) and nothing of models.
"""

from __future__ import annotations

import errno
import os
import shutil
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import gguf

from garita.convert.gguf_fields import Field
from garita.convert.gguf_read import DEFAULT_ALIGNMENT, row_bytes
from garita.errors import ConversionRefused, OutputNotWritable, OutputTooLarge
from garita.files import sync_folder

Encoded = bytes | bytearray | memoryview  # an array hands in its .data
ALIGNMENT = DEFAULT_ALIGNMENT  # llama.cpp's own tools write files of another alignment that nobody can load
_VERSION = 3
_LEFT_OUT = ("general.alignment", "split.no", "split.count", "split.tensors.count")  # true of the input only


@dataclass(frozen=True)
class PlannedTensor:
    """A tensor to be written. ``shape`` is numpy's order: the last side is a row, of whole blocks."""

    name: str
    shape: tuple[int, ...]
    kind: gguf.GGMLQuantizationType

    @property
    def row_count(self) -> int:
        """How many rows there are; those of all matrices of a stack together."""
        count = 1
        for side in self.shape[:-1]:
            count *= side
        return count

    @property
    def row_bytes(self) -> int:
        """How many bytes an encoded row takes."""
        return row_bytes(self.kind, self.shape[-1] if self.shape else 1)

    @property
    def nbytes(self) -> int:
        """How many bytes the encoded tensor takes, without padding."""
        return self.row_count * self.row_bytes


class GgufWriter:
    """A file in the making; use it in a ``with`` block and hand in every tensor's bytes in the planned order.

    ``inputs`` are files that the target may not be, under whatever name.

    Raises:
        ConversionRefused: the target is an input.
        OutputTooLarge: the file will not fit, or did not.
        OutputNotWritable: there is no such folder, or it cannot be written.
    """

    def __init__(
        self, target: Path, fields: Mapping[str, Field], tensors: Sequence[PlannedTensor], inputs: Iterable[Path] = ()
    ) -> None:
        self.target, self.tensors = target, tensors
        self._head = head(fields, tensors)
        self.size = len(self._head) + sum(_padded(tensor.nbytes) for tensor in tensors)
        self._number, self._written = 0, 0  # the tensor being written, and how many of its bytes are
        check_target(target, self.size, inputs)
        self._partial = _beside(target)

    def __enter__(self) -> GgufWriter:
        with _Explained(self):
            self._partial.unlink(missing_ok=True)  # what a killed run left; one that still runs will notice
            self._file = self._partial.open("xb", buffering=0)
        try:
            self._put(self._head)
        except BaseException:
            self._discard()
            raise
        return self

    def write(self, name: str, content: Encoded) -> None:
        """Append encoded rows to the tensor ``name``, which must be the next unfinished one of the plan."""
        tensor = self.tensors[self._number] if self._number < len(self.tensors) else None
        view = memoryview(content).cast("B")
        if tensor is None or tensor.name != name or self._written + len(view) > tensor.nbytes:
            raise ValueError(f"{len(view)} bytes for {name} are not what the plan says")
        self._put(view)
        self._written += len(view)
        if self._written == tensor.nbytes:
            self._put(bytes(_padded(tensor.nbytes) - tensor.nbytes))
            self._number, self._written = self._number + 1, 0

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._discard()

    def _finish(self) -> None:
        if self._number != len(self.tensors):
            raise ValueError(f"{len(self.tensors) - self._number} tensors were not written")
        with _Explained(self):
            os.fsync(self._file.fileno())
            if not self._still_ours():
                raise ConversionRefused(path=str(self.target), problem="another conversion writes to the same place")
            self._file.close()  # an open file cannot be renamed everywhere
            self._partial.replace(self.target)
            sync_folder(self.target.parent)

    def _put(self, content: Encoded) -> None:
        with _Explained(self):
            view = memoryview(content)
            while view:
                view = view[self._file.write(view) :]

    def _still_ours(self) -> bool:
        """Whether the partial file is the one we opened; another run would have replaced it."""
        try:
            return os.path.samestat(os.fstat(self._file.fileno()), self._partial.stat())
        except FileNotFoundError:
            return False

    def _discard(self) -> None:
        """Remove what was not renamed."""
        if self._file.closed:
            return
        ours = self._still_ours()
        self._file.close()
        if ours:
            self._partial.unlink(missing_ok=True)


class _Explained:
    """Turns the system's words into errors of ours."""

    def __init__(self, writer: GgufWriter) -> None:
        self._writer = writer

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        target = self._writer.target
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            free = shutil.disk_usage(target.parent).free
            raise OutputTooLarge(path=str(target), needed_bytes=self._writer.size, available_bytes=free) from error
        if isinstance(error, OSError):
            raise OutputNotWritable(path=str(target), reason=error.strerror or str(error)) from error


def check_target(target: Path, size: int, inputs: Iterable[Path]) -> None:
    """Whether ``size`` bytes may be written to ``target``: known before slow work begins.

    Raises:
        ConversionRefused: it is one of the inputs (also by a link).
        OutputTooLarge, OutputNotWritable.
    """
    try:
        _check_place(target)
        same = target.exists() and any(path.exists() and target.samefile(path) for path in inputs)
        free = shutil.disk_usage(target.parent).free
    except OSError as error:  # a name too long, a folder that may not be looked into
        raise OutputNotWritable(path=str(target), reason=error.strerror or str(error)) from error
    if same:
        raise ConversionRefused(path=str(target), problem="input and output are the same file")
    if free < size:
        raise OutputTooLarge(path=str(target), needed_bytes=size, available_bytes=free)


def _check_place(target: Path) -> None:
    if not target.parent.is_dir():
        raise OutputNotWritable(path=str(target), reason=f"there is no folder {target.parent}")
    if not os.access(target.parent, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    for path in (target, _beside(target)) if target.name else (target,):
        if path.is_dir():
            raise OutputNotWritable(path=str(path), reason=os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():  # renaming onto a device would put a file in its place
            raise OutputNotWritable(path=str(path), reason="is no ordinary file")


def _beside(target: Path) -> Path:
    """Where the file is made before it takes its name."""
    return target.with_name(target.name + ".partial")


# --- the head ------------------------------------------------------------------------------------------------------


def head(fields: Mapping[str, Field], tensors: Sequence[PlannedTensor]) -> bytes:
    """Everything before the tensors' data, padded."""
    kept = {key: field for key, field in fields.items() if key not in _LEFT_OUT}
    parts = [struct.pack("<4sIQQ", b"GGUF", _VERSION, len(tensors), len(kept))]
    for key, field in kept.items():
        parts += [_text(key), struct.pack("<I", field.kind), field.raw]
    offset = 0
    for tensor in tensors:
        sides = len(tensor.shape)
        parts += [_text(tensor.name), struct.pack(f"<I{sides}Q", sides, *reversed(tensor.shape))]
        parts.append(struct.pack("<IQ", tensor.kind, offset))
        offset += _padded(tensor.nbytes)
    head = b"".join(parts)
    return head + bytes(_padded(len(head)) - len(head))


def _text(value: str) -> bytes:
    content = value.encode()
    return struct.pack("<Q", len(content)) + content


def _padded(size: int) -> int:
    return -(-size // ALIGNMENT) * ALIGNMENT
