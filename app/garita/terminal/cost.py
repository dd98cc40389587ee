"""What a piece of work costs: time, processor time and memory of a process of its own that does nothing else.

Processor time includes the work's own child processes; memory is the peak of the largest of them.
"""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec
import psutil


class Cost(msgspec.Struct, frozen=True):
    """Seconds on the clock, seconds of processors, and the most memory at once in MB (10^6 bytes)."""

    seconds: float
    cpu_seconds: float
    peak_megabytes: float


def of(work: Callable[..., object], *arguments: object) -> Cost:
    """Run a function of some module, with arguments that can be pickled, in a fresh process.

    Raises:
        RuntimeError: the work failed; its traceback went to standard error.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_measured, args=(work, arguments, sender))
    child.start()
    sender.close()
    try:
        cost: Cost = receiver.recv()
    except EOFError:
        raise RuntimeError(f"{work.__name__} failed") from None
    finally:
        child.join()
        receiver.close()
    return cost


def of_command(command: Sequence[str]) -> Cost:
    """Run a program in the same way; what it prints is dropped.

    Raises:
        RuntimeError: it failed.
    """
    return of(_run, list(command))


def _measured(work: Callable[..., object], arguments: tuple[object, ...], sender: Connection) -> None:
    began, before = time.perf_counter(), _cpu_seconds()
    work(*arguments)
    sender.send(Cost(time.perf_counter() - began, _cpu_seconds() - before, _peak_megabytes()))
    sender.close()


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _cpu_seconds() -> float:
    times = psutil.Process().cpu_times()
    return float(times.user + times.system + getattr(times, "children_user", 0) + getattr(times, "children_system", 0))


def _peak_megabytes() -> float:
    """Of this process or its largest child. Linux: VmHWM, because ru_maxrss of a child begins with its parent's."""
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset / 1e6)
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        own = 1024 * int(lines["VmHWM"].split()[0])
    return float(max(own, children) / 1e6)
