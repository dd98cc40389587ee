"""The engine room and the journal, made where they are first used: on another thread than the window's.

What they import takes several times as long as the window itself, so nothing of it is imported before the window is
drawn. May be asked from any thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from garita.errors import Cancelled, ExtraMissing
from garita.settings import Settings

if TYPE_CHECKING:
    from garita.audio.devices import SoundSystem
    from garita.engine_room import EngineRoom, OnLoad, Talk
    from garita.journal.journal import Journal
    from garita.messages import ModelFacts
    from garita.roleplay.scenario import Scenario
    from garita.session.spoken import Emit


class LateJournal:
    """Opens the journal when it is first asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._journal: Journal | None = None

    def __call__(self) -> Journal:
        """The journal. Waits for the disk."""
        with self._lock:
            if self._journal is None:
                from garita import wiring

                self._journal = wiring.open_journal()
            return self._journal

    def close(self) -> None:
        """Close it if it was ever opened."""
        with self._lock:
            if self._journal:
                self._journal.close()


class LateEngines:
    """An ``engine_room.EngineRoom``, made by the first that needs one; its methods are the room's."""

    def __init__(self, settings: Callable[[], Settings], journal: Callable[[], Journal]) -> None:
        self._settings, self._journal = settings, journal
        self._lock = threading.Lock()
        self._closed = False
        self._room: EngineRoom | None = None

    def make(self) -> None:
        """Import and make the room, which takes a moment. Raises Cancelled after ``close``, as the others do."""
        self._made()

    def warm(self, on_load: OnLoad = lambda _: None) -> ModelFacts:
        """Load the chosen model, and begin to load the recogniser."""
        return self._made().warm(on_load)

    def begin(self, scenario: Scenario, seed: int, emit: Emit, resume: int | None = None) -> Talk:
        """Start a conversation."""
        return self._made().begin(scenario, seed, emit, resume)

    def sound(self) -> SoundSystem:
        """The computer's devices."""
        return self._made().sound()

    def stop_loading(self) -> None:
        """Give up a load in progress; does not wait."""
        if self._room:
            self._room.stop_loading()

    def close(self) -> None:
        """End all engines, if there are any, and make none any more. Safe to call twice."""
        with self._lock:
            self._closed = True
        if self._room:
            self._room.close()

    def _made(self) -> EngineRoom:
        with self._lock:
            if self._closed:
                raise Cancelled
            if self._room is None:
                self._room = _engine_room()(self._settings, self._journal)
            return self._room


def _engine_room() -> type[EngineRoom]:
    """Imported.

    Raises:
        ExtraMissing: what it needs is not installed.
    """
    try:
        from garita.engine_room import EngineRoom
    except ModuleNotFoundError as error:
        raise ExtraMissing(extra="voice", package=error.name or "") from error
    return EngineRoom
