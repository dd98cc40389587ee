"""Promotes a model in a process of its own: python -m tests.library.promoting FILE FATAL [--no-links]

Counts what is done to the disk under the home (through Python's audit events, which come before each act) and kills
itself, with no chance to tidy up, before act number FATAL; 0 lets it live. ``--no-links``: a disk without hard links.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from pathlib import Path

from garita.library import officers, promotion

ACTS = {"os.link", "os.rename", "os.mkdir", "os.remove", "os.rmdir"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main(file: Path, fatal: int, *, links: bool) -> None:
    home = str(officers.home())
    acts = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal acts
        changes = event in ACTS or (event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES)
        if not changes or not any(home in str(one) for one in arguments):
            return
        acts += 1
        if acts == fatal:
            os.kill(os.getpid(), signal.SIGKILL)
        if event == "os.link" and not links:
            raise OSError(errno.EXDEV, "another disk")

    sha256 = officers.sha256_of(file)
    sys.addaudithook(watch)
    promotion.promote(file, sha256, b"{}", {})


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), links="--no-links" not in sys.argv)
