"""How fast a download comes and how long it will take, from what has come so far. No Qt."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_WINDOW = 8.0  # seconds: long enough to be calm, short enough to be true


class Pace:
    """Fed with bytes done; the clock is handed in for tests."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._steps: deque[tuple[float, int]] = deque()

    def add(self, done: int) -> None:
        """So many bytes are here now."""
        now = self._clock()
        self._steps.append((now, done))
        while self._steps[0][0] < now - _WINDOW:
            self._steps.popleft()

    @property
    def rate(self) -> float:
        """Bytes a second lately; 0 while nothing can be said."""
        (start, first), (end, last) = self._steps[0], self._steps[-1]
        return (last - first) / (end - start) if end - start > 0.5 else 0.0
