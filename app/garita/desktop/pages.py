"""Which pages there are and how each is made; a page's code is imported when the page is first wanted, or before."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtWidgets import QWidget

from garita.desktop.context import Context, PageName

_SOON_WANTED = ("booth.room", "trips.page", "history.page", "officers.page", "preferences.page")


def prepare() -> None:
    """Import what most students turn to, for a thread that has time: then turning to it takes no time."""
    for name in _SOON_WANTED:
        import_module(f"{__package__}.{name}")


def makers(context: Context) -> dict[PageName, Callable[[], QWidget]]:
    """A maker for each page."""

    def booth() -> QWidget:
        from garita.desktop.booth.page import BoothPage

        return BoothPage(context)

    def trips() -> QWidget:
        from garita.desktop.trips.page import TripsPage

        return TripsPage(context)

    def welcome() -> QWidget:
        from garita.desktop.trips.welcome import Welcome

        return Welcome(context)

    def history() -> QWidget:
        from garita.desktop.history.page import HistoryPage

        return HistoryPage(context)

    def progress() -> QWidget:
        from garita.desktop.history.progress import ProgressPage

        return ProgressPage(context)

    def debrief() -> QWidget:
        from garita.desktop.history.debrief import DebriefPage

        return DebriefPage(context)

    def officers() -> QWidget:
        from garita.desktop.officers.page import OfficersPage

        return OfficersPage(context)

    def settings() -> QWidget:
        from garita.desktop.preferences.page import SettingsPage

        return SettingsPage(context)

    def about() -> QWidget:
        from garita.desktop.preferences.about import AboutPage

        return AboutPage(context)

    def presenter() -> QWidget:
        from garita.desktop.presenter.page import PresenterPage

        return PresenterPage(context)

    return {
        "booth": booth, "trips": trips, "welcome": welcome, "history": history, "progress": progress,
        "debrief": debrief, "officers": officers, "settings": settings, "about": about, "presenter": presenter,
    }  # fmt: skip
