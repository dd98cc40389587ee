"""Cancel by number: which request runs, and up to which number requests are to stop.

A stop that comes late names a request that is over and so changes nothing; one that comes early waits for its request.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Stop:
    """Shared by the thread that computes (asks ``wanted``) and the one that hears the user (calls ``cancel``)."""

    def __init__(self) -> None:
        self.current = 1
        self._cancelled = -1
        self._busy = False

    @contextmanager
    def request(self) -> Iterator[None]:
        """Run the current request; afterwards the next number is current."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
            self.current += 1

    def wanted(self) -> bool:
        """Whether the current request is to stop."""
        return self._cancelled >= self.current

    def cancel(self, number: int) -> None:
        """Stop request ``number``, whether it runs or is still to come."""
        self._cancelled = max(self._cancelled, number)

    def load_cancelled(self) -> bool:
        """Whether the load, which is number 0, is to stop."""
        return self._cancelled >= 0

    def cancel_running(self) -> None:
        """Stop the request in progress, if there is one."""
        if self._busy:
            self.cancel(self.current)
