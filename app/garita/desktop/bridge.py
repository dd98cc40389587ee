"""Brings messages from other threads to the main thread, without drowning it.

While the window is busy, messages wait; of those that only replace their predecessor (the sentence being written, the
microphone's level, what is being heard) the newest survives. Knows no session and no view.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, Signal

from garita.messages import Listening, Message, PartialHeard, TentativeText

_REPLACES = (TentativeText, Listening, PartialHeard)


class Bridge(QObject):
    """``put`` may be called from any thread; ``arrived`` is emitted on the thread that made the bridge.

    Signals:
        arrived(Message): one message, in order.
    """

    arrived = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: list[Message] = []
        self._closed = False
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def put(self, message: Message) -> None:
        """Hand a message over; does not wait."""
        with self._lock:
            if self._closed:
                return
            wake = not self._waiting
            last = self._waiting[-1] if self._waiting else None
            if isinstance(message, _REPLACES) and type(last) is type(message):
                self._waiting[-1] = message
            else:
                self._waiting.append(message)
            if wake:  # under the lock: who closes the bridge may delete it next
                self._woken.emit()

    def close(self) -> None:
        """Deliver nothing more: the view has turned to something else."""
        with self._lock:
            self._closed = True
            self._waiting = []

    def _deliver(self) -> None:
        with self._lock:
            messages, self._waiting = self._waiting, []
        for message in messages:
            self.arrived.emit(message)
