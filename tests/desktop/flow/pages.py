"""All pages of a window with a history, each turned to and read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from garita.desktop.context import PageName
from garita.desktop.history.debrief import DebriefPage
from garita.desktop.history.page import HistoryPage
from garita.desktop.officers.page import OfficersPage
from garita.desktop.preferences.about import AboutPage
from garita.desktop.trips.page import TripsPage
from garita.desktop.trips.welcome import Welcome
from tests.desktop.flow.whole import Whole

PAGES: tuple[PageName, ...] = (
    "booth", "trips", "history", "progress", "officers", "presenter", "settings", "about", "debrief", "welcome",
)  # fmt: skip


def each_page(garita: Whole) -> Iterator[tuple[PageName, QWidget]]:
    """Turn to one after the other."""
    for name in PAGES:
        yield name, read(garita, name)


def read(garita: Whole, name: PageName) -> QWidget:
    """Turn to a page and wait for what it reads."""
    garita.window.go(name)
    page = garita.window.page(name)

    def ready() -> bool:
        match page:
            case OfficersPage():
                return page.stock is not None
            case TripsPage():
                return len(page.browse.shown_trips()) > 5
            case Welcome():
                return bool(page.choose.tiles)
            case HistoryPage():
                return page.list.isVisible()
            case DebriefPage():
                return page.content.isVisible()
            case AboutPage():
                return page.table.rowCount() > 3
            case _:
                return True

    garita.qtbot.waitUntil(ready, timeout=20_000)
    garita.qtbot.wait(30)
    return page


def controls(page: QWidget) -> list[QWidget]:
    """What the keyboard is to reach: what can be used, is no part of another control and has no proxy."""
    return [
        each for each in page.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.focusProxy() and not each.objectName().startswith("qt_")
    ]  # fmt: skip
