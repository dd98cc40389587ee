"""The program itself, for measuring: begun on a screen that nobody sees, waited for, ended in order."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from garita import paths
from garita.desktop.app import Program, application
from garita.settings import Settings

_LOOK_EVERY = 5  # milliseconds


class Impatient(RuntimeError):
    """What was waited for did not come."""


@contextmanager
def program(now: Settings, size: tuple[int, int] = (1360, 850)) -> Iterator[Program]:
    """The whole program with these settings, at its first page."""
    paths.ensure_home()
    running = Program(application(), now)
    running.window.resize(*size)
    running.start()
    try:
        yield running
    finally:
        running.window.close()


def wait(done: Callable[[], object], seconds: float = 60.0) -> None:
    """Let Qt work until it is done.

    Raises:
        Impatient.
    """
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise Impatient
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _LOOK_EVERY)
        time.sleep(0.001)
