"""Ctrl-C in the terminal, and the system's wish that the program end, as a Qt signal.

Python runs its signal handlers between two of its own steps, of which Qt's loop may make none for minutes; the byte
that Python writes to a socket meanwhile wakes the loop. Knows no window.
"""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ASKING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Interrupts(QObject):
    """Listens from when it is made until ``close``. On the main thread only.

    Signals:
        asked(): somebody wants the program to end. Who asks twice ends it at once.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._before: dict[int, Any] = {number: signal.signal(number, _nothing) for number in _ASKING}
        self._wakeup_before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Leave signals to whoever had them before. Safe to call twice."""
        if not self._before:
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._wakeup_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}
        self._read.close()
        self._write.close()

    def _woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            if set(self._read.recv(64)) & set(_ASKING):
                for number in _ASKING:
                    signal.signal(number, signal.SIG_DFL)
                self.asked.emit()


def _nothing(*_: object) -> None:
    """The byte on the socket says it."""
