"""A desk to put pages on: a context with real jobs, settings and engines, on a computer without sound."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from garita import paths
from garita.audio.devices import Device
from garita.desktop.context import Context, Help
from garita.desktop.jobs import Jobs
from garita.desktop.settings_keeper import SettingsKeeper
from garita.desktop.theme.theme import Theme
from garita.engine_room import EngineRoom
from garita.journal.journal import Journal
from garita.settings import Settings
from tests.audio.fake_system import FakeSystem


class Desk:
    """Notes where pages lead and what they tell; ``close`` waits for everything that was begun."""

    def __init__(self, theme: Theme, folder: Path, *devices: Device, now: Settings | None = None) -> None:
        paths.ensure_home()
        self.jobs = Jobs()
        self.settings = SettingsKeeper(now or Settings(), self.jobs)
        self.journal = Journal(folder / "journal.sqlite3")
        self.engines = EngineRoom(lambda: self.settings.now, lambda: self.journal, lambda: FakeSystem(*devices))
        self.went: list[tuple[str, dict[str, Any]]] = []
        self.told: list[tuple[Any, Help | None]] = []
        self.context = Context(
            theme=theme, settings=self.settings, jobs=self.jobs, engines=self.engines, journal=lambda: self.journal,
            language="en", go=lambda page, **what: self.went.append((page, what)),
            tell=lambda what, help=None: self.told.append((what, help)),
        )  # fmt: skip

    def close(self) -> None:
        self.settings.flush()  # a timer that runs must not be left to Python's collector, which may be on any thread
        self.engines.stop_loading()
        self.jobs.close()
        self.engines.close()
        self.journal.close()
