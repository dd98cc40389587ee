"""A context for the officers page, without a window: real settings and jobs, and a note of what it told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from garita.desktop.context import Context, Help
from garita.desktop.jobs import Jobs
from garita.desktop.settings_keeper import SettingsKeeper
from garita.desktop.theme import Theme
from garita.engine_room import EngineRoom
from garita.journal.journal import Journal
from garita.messages_to_user.entry import Language
from garita.settings import Settings


class Scene:
    """What the page did to the rest of the window. The page loads no engine and opens no journal."""

    def __init__(self, theme: Theme, language: Language) -> None:
        self.jobs = Jobs()
        self.keeper = SettingsKeeper(Settings(), self.jobs)
        self.told: list[BaseException | str] = []
        self.jobs.unhandled.connect(self.told.append)
        engines = cast(EngineRoom, None)
        self.context = Context(theme, self.keeper, self.jobs, engines, self._no_journal, language, self._go, self._tell)

    @property
    def settings(self) -> Settings:
        return self.keeper.now

    def _no_journal(self) -> Journal:
        raise AssertionError("the officers page needs no journal")

    def _go(self, page: str, **what: Any) -> None:
        raise AssertionError(f"it leads nowhere: {page} {what}")

    def _tell(self, what: BaseException | str, help: Help | None = None) -> None:
        self.told.append(what)


@contextmanager
def scene(theme: Theme, language: Language = "en") -> Iterator[Scene]:
    made = Scene(theme, language)
    try:
        yield made
    finally:
        made.keeper.flush()
        made.jobs.close()
