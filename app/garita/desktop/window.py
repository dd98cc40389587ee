"""The main window: navigation at the left, one page at a time, notices above it, jobs in the corner.

Makes a page when it is first wanted. Knows how pages are made and nothing of what they do.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, cast

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from garita.desktop.context import Help, PageName
from garita.desktop.jobs import Jobs
from garita.desktop.jobs_view import JobsButton
from garita.desktop.notices import Notices
from garita.desktop.rail import Rail
from garita.desktop.theme.theme import Theme
from garita.messages_to_user.entry import Language

TAKEN = {".gguf", ".toml"}
SMALLEST = (1024, 700)
_FIRST = (1280, 820)


class Shown(Protocol):
    """A page that wants to know what it is shown for, e.g. which conversation."""

    def shown(self, **what: Any) -> None:
        """The user has turned to it."""


MakePage = Callable[[], QWidget]


class Window(QMainWindow):
    """Signals:
    closing(): the user closes the window; it is hidden already.
    drawn(): it has been painted for the first time, and answers.
    dropped(list[Path]): models or trips were dropped somewhere on it.
    """

    closing = Signal()
    drawn = Signal()
    dropped = Signal(object)

    def __init__(self, theme: Theme, jobs: Jobs, language: Callable[[], Language], place: QSettings) -> None:
        super().__init__()
        self.setWindowTitle("Garita")
        self.setAcceptDrops(True)
        self._makers: dict[PageName, MakePage] = {}
        self._pages: dict[PageName, QWidget] = {}
        self._outdated: set[PageName] = set()  # kept because they were busy when the others were made anew
        self._place = place
        self._was_drawn = False
        self.notices = Notices(language)
        self._theme, self._jobs = theme, jobs
        self.rail = self._new_rail()
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self._stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self._restore()

    def pages(self, makers: dict[PageName, MakePage]) -> None:
        """Say how pages are made."""
        self._makers = makers

    def renew(self, makers: dict[PageName, MakePage]) -> None:
        """Throw the pages away and make them again as they are wanted; one that is ``busy`` stays until it is not."""
        self._makers = makers
        shown = self.current
        self._outdated = set(self._pages)
        for name in list(self._pages):
            self._drop_outdated(name)
        self._renew_rail()
        if shown:
            self.go(shown)

    def made(self) -> list[QWidget]:
        """The pages that exist."""
        return list(self._pages.values())

    def page(self, name: PageName) -> QWidget:
        """The page of that name, made now if need be."""
        self._drop_outdated(name)
        if name not in self._pages:
            self._pages[name] = self._makers[name]()
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    @property
    def current(self) -> PageName | None:
        """The name of the page that is shown."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), None)

    def go(self, page: PageName, **what: Any) -> None:
        """Turn to a page."""
        widget = self.page(page)
        self.rail.show_page(page)
        if widget is not self._stack.currentWidget():
            self._stack.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt would choose a control of the new page
            self._stack.setCurrentWidget(widget)
        self.rail.setVisible(page != "welcome")
        if not widget.isAncestorOf(self.focusWidget() or widget):
            # a page that can scroll takes the keys; no control shows a ring before somebody goes there
            takes = widget.focusProxy() or widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            (widget if takes else self._stack).setFocus(Qt.FocusReason.OtherFocusReason)
        if hasattr(widget, "shown"):
            cast(Shown, widget).shown(**what)

    def tell(self, what: BaseException | str, help: Help | None = None) -> None:
        """Show what happened above the page."""
        self.notices.tell(what, help)

    def come_to_front(self) -> None:
        """Somebody started Garita again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's; what waits for the window hears that it is there."""
        super().paintEvent(event)
        if not self._was_drawn:
            self._was_drawn = True
            QTimer.singleShot(0, self.drawn.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only what somebody here can take."""
        if files_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Leave it to whoever knows the pages."""
        event.acceptProposedAction()
        self.dropped.emit(files_in(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide at once, keep size and place, and let the program end things in order."""
        self._place.setValue("geometry", self.saveGeometry())
        self._place.sync()
        self.hide()
        event.accept()
        self.closing.emit()

    def _drop_outdated(self, name: PageName) -> None:
        if name not in self._outdated or getattr(self._pages[name], "busy", False):
            return
        self._outdated.remove(name)
        page = self._pages.pop(name)
        if hasattr(page, "leave"):
            page.leave()
        self._stack.removeWidget(page)
        page.deleteLater()

    def _chosen(self, name: str) -> None:
        self.go(cast(PageName, name))

    def _lay_out(self) -> None:
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.notices)
        content.addWidget(self._stack, 1)
        whole = QWidget()
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(content, 1)
        self._across = across
        self.setCentralWidget(whole)

    def _new_rail(self) -> Rail:
        rail = Rail(self._theme)
        rail.add(JobsButton(self._jobs, self._theme, self))
        rail.chosen.connect(self._chosen)
        return rail

    def _renew_rail(self) -> None:
        """The navigation in another language."""
        before, self.rail = self.rail, self._new_rail()
        self._across.removeWidget(before)
        before.deleteLater()
        self._across.insertWidget(0, self.rail)

    def _restore(self) -> None:
        """Size and place of the last time; Qt brings a window back that would lie off the screen."""
        # not self.screen(): PySide6 6.11 destroys the screen with the second window that asked for it
        room = QGuiApplication.primaryScreen().availableSize()
        self.setMinimumSize(min(SMALLEST[0], room.width()), min(SMALLEST[1], room.height()))
        geometry = self._place.value("geometry")  # anything, where somebody has edited the file
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            self.resize(min(_FIRST[0], room.width()), min(_FIRST[1], room.height()))


def files_in(event: QDropEvent) -> list[Path]:
    """The models and trips that are being dropped."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in TAKEN]
