"""Runs a session from a terminal's point of view: sends a command, waits for the turn's events, hands them on.

The one place that knows how events of a turn follow each other; the rich and the plain view both stand on it.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator

from garita.messages import SessionEvent, TurnFailed, TurnFinished


class Events:
    """The stream of a session's events; ``put`` is the session's ``emit``."""

    def __init__(self) -> None:
        self._events: queue.SimpleQueue[SessionEvent] = queue.SimpleQueue()

    def put(self, event: SessionEvent) -> None:
        """Called on the answer thread."""
        self._events.put(event)

    def of_turn(self, number: int) -> Iterator[SessionEvent]:
        """The events of one turn, ending with TurnFinished.

        Raises:
            BaseException: what the turn failed with.
        """
        while True:
            event = self._events.get()
            if event.turn != number:
                continue
            if isinstance(event, TurnFailed):
                raise event.error
            yield event
            if isinstance(event, TurnFinished):
                return


def finished(events: Iterator[SessionEvent], on_event: Callable[[SessionEvent], None]) -> TurnFinished:
    """Hand every event on and return the last one."""
    for event in events:
        on_event(event)
        if isinstance(event, TurnFinished):
            return event
    raise AssertionError("a turn's events end with TurnFinished")
