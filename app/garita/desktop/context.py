"""The one value that every page receives: what it is made of, whom it asks, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from garita.desktop.jobs import Jobs
from garita.desktop.settings_keeper import SettingsKeeper
from garita.desktop.theme.theme import Theme
from garita.messages_to_user.entry import Language

if TYPE_CHECKING:  # the window is drawn before any of this is imported
    from garita.desktop.late import LateEngines
    from garita.engine_room import EngineRoom
    from garita.journal.journal import Journal

PageName = Literal[
    "booth", "trips", "history", "progress", "officers", "settings", "about", "debrief", "presenter", "welcome",
]  # fmt: skip


class Go(Protocol):
    """How a page leads to another."""

    def __call__(self, page: PageName, **what: Any) -> None:
        """Turn to a page; ``what`` is the page's business, e.g. ``go("debrief", conversation=3)``."""


@dataclass(frozen=True)
class Help:
    """A button that helps: its text, and what it does."""

    text: str
    act: Callable[[], object]


class Tell(Protocol):
    """How a page says what happened."""

    def __call__(self, what: BaseException | str, help: Help | None = None) -> None:
        """Show a failure as a sentence and what to do, or a finished sentence; with a button where one helps."""


@dataclass(frozen=True)
class Context:
    """Made once by ``app``.

    Attributes:
        theme: colours, sizes, icons.
        settings: the present settings, and the way to change them.
        jobs: work away from the main thread.
        engines: the officer, ears and voice; its methods wait, so call them through ``jobs``.
        journal: gives past conversations; waits for the disk, so call and use it through ``jobs``.
        language: of the window.
        go: turns to a page.
        tell: shows what went wrong.
    """

    theme: Theme
    settings: SettingsKeeper
    jobs: Jobs
    engines: EngineRoom | LateEngines
    journal: Callable[[], Journal]
    language: Language
    go: Go
    tell: Tell
