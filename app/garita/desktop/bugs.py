"""What goes wrong in the program itself: logged, told, and the window goes on; a program that cannot end is ended.

Knows where Python and Qt report what nobody caught, and no window.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from garita.desktop.jobs import note

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.DEBUG, QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL,
}  # fmt: skip


class Bugs(QObject):
    """Catches what nobody else did, from when it is made until ``close``.

    Signals:
        caught(BaseException): a bug, on whichever thread; it is in the log already.

    Args:
        crashes: where the stacks of all threads go when the program breaks down or has to be ended.
    """

    caught = Signal(object)

    def __init__(self, crashes: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        try:
            self._crashes = crashes.open("a", encoding="utf-8")
        except OSError:  # the end has to come all the same
            self._crashes = Path(os.devnull).open("a", encoding="utf-8")  # noqa: SIM115 - open while the program runs
        faulthandler.enable(self._crashes)
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._in_main, self._in_thread
        qInstallMessageHandler(_from_qt)

    def end_after(self, seconds: float) -> None:
        """End the program, whatever it is at, if it has not ended by itself by then.

        Nothing is lost: turns are in the journal as they are said, and child processes end when we do.
        """
        faulthandler.dump_traceback_later(seconds, exit=True, file=self._crashes)

    def close(self) -> None:
        """Leave errors to whoever had them before; the end that was announced stays."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def _in_main(self, _: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        note(error)
        self.caught.emit(error)

    def _in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value:
            note(caught.exc_value)
            self.caught.emit(caught.exc_value)


def _from_qt(kind: QtMsgType, where: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s: %s", where.category, message)
