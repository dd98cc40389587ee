"""Runs a function in a process of its own, for llama.cpp, which ends the whole process on what it dislikes.

Spawned, so that nothing of the parent is in it; what it imports decides how long it takes to start. Ctrl-C reaches the
parent, and the parent ends the child. Knows nothing of what is run.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any


class ChildEnded(Exception):
    """The process ended before the function returned; ``exit_code`` as of multiprocessing: -6 is the signal 6."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(f"its process ended with code {exit_code}")


def in_child(work: Callable[..., Any], *arguments: object) -> Any:
    """``work(*arguments)`` of a spawned process; function, arguments and result are pickled.

    Raises:
        ChildEnded: llama.cpp ended it, or the function raised.
        OSError: the function raised that: a disk is full, a file has gone.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(work, arguments, sender))
    try:
        with _unheard_ctrl_c():
            child.start()
        sender.close()
        result = receiver.recv()
    except EOFError:
        child.join()
        raise ChildEnded(child.exitcode) from None
    finally:
        if child.pid is not None:
            child.terminate()  # only an interrupted parent finds it still at work
            child.join()
        receiver.close()
    if isinstance(result, OSError):
        raise result
    return result


@contextmanager
def _unheard_ctrl_c() -> Iterator[None]:
    """Ctrl-C waits until the end, and a process that is started meanwhile never hears it, not even while it imports."""
    if os.name != "posix":
        yield
        return
    resource_tracker.ensure_running()  # a process of multiprocessing's, whose start lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _child(work: Callable[..., Any], arguments: tuple[object, ...], sender: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        result = work(*arguments)
    except OSError as error:
        result = error
    with suppress(BrokenPipeError):  # the parent was killed, and nobody waits for it
        sender.send(result)
    sender.close()
