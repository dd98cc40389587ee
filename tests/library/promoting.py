"""Promotes a model again and again, each time in a process of its own and a fresh copy of a home, and has it fail.

    python -m tests.library.promoting FILE HOME OUT [--full]

Process number n counts what it does to the disk under its home OUT/n (through Python's audit events, which come before
each act) and kills itself before act n, with no chance to tidy up; the last one comes to its end. Prints how each
ended: "killed", an error's name, or "done". ``--full``: no killing, but the disk is full at act n, if that needs room.
It forks, so that a hundred deaths take no hundred starts.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path

from garita.errors import DiskTooFull, HomeNotWritable
from garita.library import officers, promotion

ACTS = {"os.rename", "os.mkdir", "os.remove", "os.rmdir"}
NEED_ROOM = {"open", "os.mkdir"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
ENDS = ["done", "no harm", "DiskTooFull", "HomeNotWritable"]  # by exit code


class Harm:
    """What happens at an act: an audit hook."""

    def __init__(self, fatal: int, *, full: bool) -> None:
        self.fatal, self.full = fatal, full
        self.home = str(officers.home())
        self.acts = 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        changes = event in ACTS or (event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES)
        if not changes or not any(self.home in str(one) for one in arguments):
            return
        self.acts += 1
        if self.acts == self.fatal and not self.full:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.acts == self.fatal and event in NEED_ROOM:
            raise OSError(errno.ENOSPC, "full")


def promoted(file: Path, sha256: str, harm: Harm) -> str:
    """How it ended."""
    sys.addaudithook(harm)
    try:
        promotion.promote(file, sha256, b"{}", {})
    except (DiskTooFull, HomeNotWritable) as error:
        return type(error).__name__
    return "done" if harm.acts < harm.fatal else "no harm"


def main(file: Path, home: Path, out: Path, *, full: bool) -> None:
    sha256 = officers.sha256_of(file)
    for fatal in count(1):
        copy = out / str(fatal)
        shutil.copytree(home, copy)
        os.environ["GARITA_HOME"] = str(copy)
        child = os.fork()
        if child == 0:
            os._exit(ENDS.index(promoted(file, sha256, Harm(fatal, full=full))))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        end = "killed" if code == -signal.SIGKILL else ENDS[code]
        print(end, flush=True)
        if end == "done":
            return


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), full="--full" in sys.argv)
