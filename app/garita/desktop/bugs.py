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

_LONGEST_END = 6.0  # seconds
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.DEBUG, QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR, QtMsgType.QtFatalMsg: logging.CRITICAL,
}  # fmt: skip


class Bugs(QObject):
    """Catches what nobody else did, from when it is made until ``close``.

    Signals:
        caught(BaseException): a bug, on whichever thread; it is in the log already.
    """

    caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._in_main, self._in_thread
        self._qt_before = qInstallMessageHandler(_from_qt)

    def close(self) -> None:
        """Leave errors to whoever had them before."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(self._qt_before)

    def _in_main(self, _: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        note(error)
        self.caught.emit(error)

    def _in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value:
            note(caught.exc_value)
            self.caught.emit(caught.exc_value)


class LastResort:
    """Ends a program that does not end by itself, and writes down where every thread was; also when it breaks down.

    Nothing is lost by it: turns are in the journal as they are said, and child processes end when we do.

    Args:
        crashes: the file for that.
    """

    def __init__(self, crashes: Path) -> None:
        try:
            self._crashes = crashes.open("a", encoding="utf-8")
        except OSError:  # the end has to come all the same
            self._crashes = Path(os.devnull).open("a", encoding="utf-8")  # noqa: SIM115 - open while the program runs
        faulthandler.enable(self._crashes)

    def begin(self) -> None:
        """From now on the program has a few seconds."""
        faulthandler.dump_traceback_later(_LONGEST_END, exit=True, file=self._crashes)


def _from_qt(kind: QtMsgType, where: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s: %s", where.category, message)
