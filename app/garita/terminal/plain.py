"""The plain conversation: one line in, one officer reply per line out, nothing else on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from garita.messages import Notice, SessionEvent
from garita.session.session import Session
from garita.terminal.conversation import Events, finished
from garita.terminal.stats import Stats


def talk(session: Session, events: Events, lines: Iterable[str], tell: Callable[[Notice], None], stats: Stats) -> None:
    """Answer every non-empty line. Notices go to ``tell``, never to standard output."""

    def on_event(event: SessionEvent) -> None:
        if isinstance(event, Notice):
            tell(event)

    for line in lines:
        if text := line.strip():
            last = finished(events.of_turn(session.say(text)), on_event)
            stats.count(last)
            sys.stdout.write(" ".join(last.text.split()) + "\n")
            sys.stdout.flush()
