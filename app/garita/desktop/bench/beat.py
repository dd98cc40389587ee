"""A heartbeat on the main thread: how late it comes, and how much of that is the thread's own work or the machine's.

As a program of its own, ``beat SECONDS``, it does nothing but beat, and so says what the machine does to everybody.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

from garita.desktop.bench.figures import Spread, spread

_EVERY = 5  # milliseconds
_SCHEDULER = Path(f"/proc/self/task/{os.getpid()}/schedstat")


class Heartbeat(QObject):
    """Beats from ``begin`` on.

    Attributes:
        late: seconds, one for each beat.
        late_by_us: the same without the time in which the thread was ready and the system ran other processes.
        busy: the thread's own processor time.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.late: list[float] = []
        self.late_by_us: list[float] = []
        self.busy: list[float] = []
        self._last = self._own = self._queued = 0.0
        self._timer = QTimer(self, interval=_EVERY, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """From now on."""
        self._last, self._own, self._queued = time.perf_counter(), time.thread_time(), queued()
        self._timer.start()

    def end(self) -> None:
        """No more."""
        self._timer.stop()

    def _beat(self) -> None:
        now, own, waited = time.perf_counter(), time.thread_time(), queued()
        late = max(0.0, now - self._last - _EVERY / 1000)
        self.late.append(late)
        self.late_by_us.append(max(0.0, late - (waited - self._queued)))
        self.busy.append(own - self._own)
        self._last, self._own, self._queued = now, own, waited


def queued() -> float:
    """Seconds in which the main thread was ready to run and did not; Linux tells, elsewhere it is 0."""
    if not _SCHEDULER.exists():
        return 0.0
    return int(_SCHEDULER.read_text(encoding="ascii").split()[1]) / 1e9


def _alone(seconds: float) -> Spread:
    app = QCoreApplication(sys.argv[:1])
    heart = Heartbeat()
    heart.begin()
    QTimer.singleShot(round(1000 * seconds), app.quit)
    app.exec()
    return spread(heart.late)


if __name__ == "__main__":
    sys.stdout.write(msgspec.json.encode(_alone(float(sys.argv[1]))).decode())
