"""One input file as it was when its head was read. Knows no formats.

Nothing stays open: a file is opened for each read and must still be the same, so that any thread or process may read,
and a file that is replaced in the middle of a conversion is noticed instead of mixed.
"""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from garita.errors import ConversionRefused


@dataclass(frozen=True)
class Source:
    """A file with its size in bytes and the time of its last change."""

    path: Path
    size: int
    changed_ns: int

    @classmethod
    def of(cls, path: Path) -> Source:
        """The file at ``path`` now; OSError where there is none, or a folder, or a pipe that would be waited for."""
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "is no ordinary file")
        return cls(path, found.st_size, found.st_mtime_ns)

    def read(self, start: int, count: int) -> bytes:
        """``count`` bytes from byte ``start``.

        Raises:
            ConversionRefused: the file has gone, became another one or cannot be read.
        """
        try:
            with self.path.open("rb", buffering=0) as file:
                found = os.fstat(file.fileno())
                if (found.st_size, found.st_mtime_ns) != (self.size, self.changed_ns):
                    raise ConversionRefused(path=str(self.path), problem="was changed while it was read")
                file.seek(start)
                content = _whole(file, count)
        except OSError as error:
            raise ConversionRefused(path=str(self.path), problem=error.strerror or str(error)) from error
        if len(content) != count:
            raise ConversionRefused(path=str(self.path), problem="could not be read whole")
        return content


def is_folder(path: Path) -> bool:
    """Whether there is a folder; where the system cannot look (a name too long ...), opening it will say why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether there is anything, as far as the system can look."""
    try:
        return path.exists()
    except OSError:
        return False


def _whole(file: BinaryIO, count: int) -> bytes:
    """``count`` bytes, or what there is; the system hands out at most 2 GB at once."""
    content = file.read(count) or b""
    if len(content) in (0, count):
        return content
    parts = [content]
    while (missing := count - sum(map(len, parts))) and (content := file.read(missing)):
        parts.append(content)
    return b"".join(parts)
