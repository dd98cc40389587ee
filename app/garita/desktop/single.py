"""One Garita for each home: a second start tells the first to come to the front, and ends.

Uses a local socket named after the home folder. Knows sockets and no window.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 500  # milliseconds for a first instance to answer; one that hangs is not waited for longer
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
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """True: this is the first. False: the first has been told to come to the front."""
        if self._tell_first():
            return False
        QLocalServer.removeServer(self._name)  # what a first one that was killed left behind
        return self._server.listen(self._name)

    def close(self) -> None:
        """Give the claim back."""
        self._server.close()

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
