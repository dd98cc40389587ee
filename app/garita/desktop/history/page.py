"""The history: every conversation by day, searched as one types; opened, gone on with, deleted and brought back.

Everything that reads the journal runs on a worker thread.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from garita.desktop.context import Context
from garita.desktop.history import words
from garita.desktop.history.action_bar import ActionBar
from garita.desktop.history.asking import Asking
from garita.desktop.history.going_on import go_on
from garita.desktop.history.list_view import HistoryList
from garita.desktop.history.model import PAGE, HistoryModel
from garita.desktop.history.rows import Row, found_rows, rows
from garita.desktop.history.search_field import SearchField
from garita.desktop.history.waiting import Waiting
from garita.desktop.widgets import Banner, EmptyState, Page, plain, primary

_TYPING_MS = 180  # a pause after which a search begins
_FOUND_FIRST, _MOST_FOUND = 50, 200  # what fills the screen is looked for, and shown, before the rest


class HistoryPage(Page):
    """Turns to "debrief" with a conversation, to "booth" to go on with one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.set_heading(self.tr("History"))
        self._context = context
        self._deleted: list[int] = []
        self._asking = Asking(context.jobs, self, self._failed)
        self._older = Asking(context.jobs, self, self._failed)
        self._changing = Asking(context.jobs, self, self._failed)
        self.model = HistoryModel(context.language, self._fetch, self)
        self.list = HistoryList(context.theme, self.model)
        self.bar = ActionBar()
        self.field = SearchField(self.tr("Search in everything that was said"))
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._search)
        self._banner: Banner | None = None
        self._states = self._make_states()
        self._fill()
        self._connect()
        self._select_state("loading")

    def _make_states(self) -> dict[str, QWidget]:
        first = primary(self.tr("Choose a trip"))
        first.clicked.connect(self._choose_trip)
        every = plain(self.tr("Show all conversations"))
        every.clicked.connect(self.field.clear)
        again = plain(self.tr("Try again"))
        again.clicked.connect(self.reload)
        return {
            "loading": Waiting(self.tr("Reading the journal")),
            "list": self.list,
            "empty": EmptyState(
                "history", self.tr("No conversations yet"),
                self.tr("Whatever you say at the booth is kept here, on this computer and nowhere else."), first,
            ),
            "nothing": EmptyState(
                "search", self.tr("Nothing found"),
                self.tr("Nobody said that. Beginnings of words are enough, and accents do not matter."), every,
            ),
            "failed": EmptyState(
                "error", self.tr("The journal cannot be read"), self.tr("Nothing was lost by trying."), again
            ),
        }  # fmt: skip

    def _fill(self) -> None:
        self.add(self.field)
        for state in self._states.values():  # no stack: it would be as high as the highest of them
            self.add(state, 1)
        self.add(self.bar)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typing.start)
        self.field.returnPressed.connect(self._search)
        self.list.opened.connect(self.open)
        self.list.delete_wanted.connect(self.delete)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.chosen.connect(self._show_actions)
        self.bar.open.clicked.connect(self.open)
        self.bar.go_on.clicked.connect(self.go_on)
        self.bar.delete.clicked.connect(self.delete)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._find)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Conversations may have been held since."""
        super().showEvent(event)
        self._search()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing runs unseen."""
        self._typing.stop()
        super().hideEvent(event)

    def reload(self) -> None:
        """Read the list anew."""
        self._typing.stop()
        self._search()

    def _search(self) -> None:
        self._typing.stop()
        text = self.field.text().strip()
        if text:
            self._asking.ask(lambda: self._found(text, _FOUND_FIRST), lambda found: self._show_found(text, found))
        else:
            self._asking.ask(self._first, self._show_first)

    def _found(self, text: str, most: int) -> list[Row]:
        return found_rows(self._context.journal().search(text, most), self._context.language)

    def _first(self) -> tuple[int, list[Row]]:
        journal = self._context.journal()
        return journal.count(), rows(journal.conversations(PAGE), self._context.language)

    def _show_first(self, answer: tuple[int, list[Row]]) -> None:
        count, found = answer
        self.set_heading(self.title.text(), words.conversations(count) if count else "")
        if list(self.model.rows[: len(found)]) != found or count < len(self.model.rows):
            self._show_rows(found, more=len(found) == PAGE)
        self.field.setVisible(bool(count))
        self._select_state("list" if found else "empty")

    def _show_found(self, text: str, found: list[Row]) -> None:
        self._show_rows(found, more=False)
        if len(found) == _FOUND_FIRST:
            self._older.ask(
                lambda: self._found(text, _MOST_FOUND)[_FOUND_FIRST:], lambda rest: self.model.add(rest, more=False)
            )
        self._select_state("list" if found else "nothing")

    def _show_rows(self, found: list[Row], *, more: bool) -> None:
        self._older.forget()
        self.model.show(found, more=more)
        self._show_actions()

    def _fetch(self, before: int) -> None:
        context, page = self._context, self.model.page
        self._older.ask(
            lambda: rows(context.journal().conversations(page, before), context.language),
            lambda found: self.model.add(found, more=len(found) == page),
        )

    def _failed(self, error: BaseException) -> None:
        self._context.tell(error)
        if not self.model.rows:
            self._select_state("failed")

    def _select_state(self, name: str) -> None:
        for each, state in self._states.items():
            state.setVisible(each == name)

    def _choose_trip(self) -> None:
        self._context.go("trips")

    def _find(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # --- what is done -----------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Look back on the chosen conversation."""
        if chosen := self.list.chosen_rows():
            self._context.go("debrief", conversation=chosen[0].head.id)

    def go_on(self) -> None:
        """Go on with the chosen conversation where it was left, or hold it once more where it came to its end."""
        for row in self.list.chosen_rows()[:1]:
            go_on(self._context, row.head)

    def delete(self) -> None:
        """Leave the chosen conversations out; a banner brings them back."""
        numbers = [row.head.id for row in self.list.chosen_rows()]
        if not numbers:
            return
        self._deleted = numbers
        self.model.remove(numbers)
        self._changing.ask(lambda: self._context.journal().delete(numbers), lambda _: self._after_deleting())

    def undo(self) -> None:
        """Bring back what was deleted last."""
        numbers, self._deleted = self._deleted, []
        self._drop_banner()
        self._changing.ask(lambda: self._context.journal().restore(numbers), lambda _: self._restored())

    def _restored(self) -> None:
        self.model.show([], more=False)
        self.reload()

    def _after_deleting(self) -> None:
        self._drop_banner()
        back = plain(self.tr("Undo"), "undo")
        back.clicked.connect(self.undo)
        self._banner = Banner("info", words.deleted(len(self._deleted)), action=back, closable=True)
        self.body.insertWidget(1, self._banner)
        self.reload()

    def _drop_banner(self) -> None:
        if self._banner:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    def _show_actions(self) -> None:
        self.bar.show_for(self.list.chosen_rows())

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.bar.open.text(), self.open)
        if self.bar.go_on.isVisible():
            menu.addAction(self.bar.go_on.text(), self.go_on)
        menu.addSeparator()
        menu.addAction(self.bar.delete.text(), self.delete)
        menu.popup(at)
