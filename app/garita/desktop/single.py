"""One Garita for each home: a second start tells the first to come to the front, and ends.

A lock file says who is the first; a local socket named after the home carries the word to it. A first one that is
just closing has no socket any more and is waited for. Knows files and sockets and no window.
"""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 500  # milliseconds for a first instance to answer
_CLOSING = 10.0  # seconds for a first instance to end, or to begin
_RAISE = b"raise\n"


class SingleInstance(QObject):
    """The claim on a home.

    Signals:
        raised(): somebody started Garita a second time.
    """

    raised = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"garita-{hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:16]}"
        self._lock = QLockFile(str(home / "garita.lock"))
        self._lock.setStaleLockTime(0)  # held as long as the program runs; one that was killed is recognised
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self, closing: float = _CLOSING) -> bool:
        """True: this is the first. False: the first has been told to come to the front.

        ``closing``: seconds to wait for one that neither answers nor has gone.
        """
        deadline = time.monotonic() + closing
        while not self._is_first():
            if self._tell_first() or time.monotonic() > deadline:
                return False
        QLocalServer.removeServer(self._name)  # what a first one that was killed left behind
        self._server.listen(self._name)  # without it a second start is not heard, and that is all
        return True

    def stop_answering(self) -> None:
        """This one is closing: who starts now waits for the claim."""
        self._server.close()

    def close(self) -> None:
        """Give the claim back."""
        self._server.close()
        self._lock.unlock()

    def _is_first(self) -> bool:
        """Where no lock can be had at all (a file system without), everybody is."""
        return self._lock.tryLock(200) or self._lock.error() != QLockFile.LockError.LockFailedError

    def _tell_first(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(_RAISE)
        told = socket.waitForBytesWritten(_PATIENCE)
        socket.disconnectFromServer()
        return told

    def _greet(self) -> None:
        while connection := self._server.nextPendingConnection():
            connection.disconnected.connect(connection.deleteLater)
            self.raised.emit()
