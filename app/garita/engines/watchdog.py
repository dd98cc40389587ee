"""Ends a child that stays at something for too long. Knows what the child says it is at, not what that means."""

from __future__ import annotations

import threading

from garita.engines.process import EngineProcess

_CANCEL_SECONDS = 0.8
_SECONDS = {"template": 5.0, "recogniser": 180.0}
CANCEL = "cancel"
LIMIT = "time limit"


class Watchdog:
    """At most one timer runs; a cancel's timer is not displaced by stages that come after it.

    Attributes:
        stage: what the child said last, "" when it is at nothing in particular.
    """

    def __init__(self) -> None:
        self.stage = ""
        self._why = ""
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def enter(self, process: EngineProcess, stage: str) -> None:
        """The child is at ``stage`` now; some stages have a time limit."""
        self.stage = stage
        if self._why == CANCEL:
            return
        self.calm()
        if stage in _SECONDS:
            self._start(process, stage, _SECONDS[stage])

    def limit(self, process: EngineProcess, seconds: float) -> None:
        """The request that was just sent may take ``seconds`` in all."""
        self.calm()
        self._start(process, LIMIT, seconds)

    def cancel(self, process: EngineProcess) -> None:
        """The child was told to stop and has a moment to do so."""
        self.calm()
        self._start(process, CANCEL, _CANCEL_SECONDS)

    def calm(self) -> None:
        """Nothing to wait for."""
        with self._lock:
            timer, self._timer, self._why = self._timer, None, ""
        if timer:
            timer.cancel()

    def _start(self, process: EngineProcess, why: str, seconds: float) -> None:
        timer = threading.Timer(seconds, process.kill, (why,))
        timer.name, timer.daemon = f"watchdog {why}", True
        with self._lock:
            self._timer, self._why = timer, why
        timer.start()
