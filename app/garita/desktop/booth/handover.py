"""Hands a conversation from the thread that began it to the one that uses it, or gives it back if nobody wants it.

Knows that a conversation can be closed, and nothing else of it.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from garita.engine_room import Talk


class Handover:
    """One conversation's way. Between the two threads it is never lost and never closed while it is used."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._talk: Talk | None = None
        self._wanted = True

    @property
    def talk(self) -> Talk | None:
        """What was handed over and is still wanted."""
        return self._talk

    def give(self, talk: Talk) -> bool:
        """Hand it over; False: nobody wants it any more, so close it."""
        with self._lock:
            if self._wanted:
                self._talk = talk
            return self._wanted

    def abandon(self) -> Talk | None:
        """Nobody wants it any more; the conversation if it was handed over, to be closed by the caller."""
        with self._lock:
            talk, self._talk, self._wanted = self._talk, None, False
            return talk
