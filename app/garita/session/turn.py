"""Cancel by number: each answer remembers the turn number it began with; whoever sees an old number stops."""

from __future__ import annotations

import threading


class TurnNumber:
    """The number of the turn that counts now, ``start`` before the first. May be read and raised from any thread."""

    def __init__(self, start: int = 0) -> None:
        self._lock = threading.Lock()
        self._current = start

    def raise_number(self) -> int:
        """Begin a new turn, which ends the old one; returns the new number."""
        with self._lock:
            self._current += 1
            return self._current

    @property
    def current(self) -> int:
        """The turn that counts now."""
        with self._lock:
            return self._current

    def is_current(self, number: int) -> bool:
        """Whether the turn ``number`` still counts."""
        with self._lock:
            return number == self._current
