"""The history as Qt's views read it, page by page: more is asked for when the view comes to the end.

Knows rows and the words a screen reader says; where rows come from is the owner's business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from garita.desktop.history import words
from garita.desktop.history.rows import Row
from garita.messages_to_user.entry import Language

ROW = Qt.ItemDataRole.UserRole  # the Row
DAY = Qt.ItemDataRole.UserRole + 1  # the heading of its day above the first row of it, else ""

PAGE = 100  # rows asked for at first
MOST_AT_ONCE = 4000

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HistoryModel(QAbstractListModel):
    """``fetch(before)`` is called when more rows are wanted: those older than that conversation's number.

    The answer comes to ``add``, whenever it comes; ``show`` begins anew.
    """

    def __init__(self, language: Language, fetch: Callable[[int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language, self._fetch = language, fetch
        self._rows: list[Row] = []
        self._today = date.today()
        self._more = self._waiting = False

    @property
    def rows(self) -> Sequence[Row]:
        """What has been fetched."""
        return self._rows

    @property
    def page(self) -> int:
        """How many rows to ask for next: the more there are, the dearer it is for the view to take in some."""
        return max(PAGE, min(len(self._rows) // 2, MOST_AT_ONCE))

    def begins_day(self, place: int) -> bool:
        """Whether a row is the first of its day."""
        return not place or self._rows[place - 1].day != self._rows[place].day

    def show(self, rows: Sequence[Row], *, more: bool) -> None:
        """Show these rows instead; ``more``: there are older ones."""
        self.beginResetModel()
        self._rows, self._more, self._waiting = list(rows), more, False
        self._today = date.today()
        self.endResetModel()

    def add(self, rows: Sequence[Row], *, more: bool) -> None:
        """Show these below."""
        self._more, self._waiting = more, False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def remove(self, numbers: Sequence[int]) -> None:
        """Leave conversations out."""
        gone = set(numbers)
        for place in reversed(range(len(self._rows))):
            if self._rows[place].head.id in gone:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()

    # --- what Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """How many rows have been fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Whether there are older rows that are not on their way yet."""
        return not parent.isValid() and self._more and not self._waiting

    def fetchMore(self, parent: AnyIndex) -> None:
        """Ask for the next page."""
        if self.canFetchMore(parent) and self._rows:
            self._waiting = True
            self._fetch(self._rows[-1].head.id)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, the words of a screen reader, the row itself, the heading of its day."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return words.mark(row.head.verdict).word
        if role == ROW:
            return row
        return self._heading(index.row()) if role == DAY else None

    def _heading(self, place: int) -> str:
        if not self.begins_day(place):
            return ""
        return words.day(self._rows[place].day, self._today, self._language)

    def _spoken(self, row: Row) -> str:
        parts = [
            row.title, row.place, row.level, words.day(row.day, self._today, self._language), row.clock,
            words.mark(row.head.verdict).word, words.minutes(row.head.seconds), words.words(row.head.words),
        ]  # fmt: skip
        if row.found:
            parts.append(f"{words.who(row.found.who)}: {row.found.text}")
        return ", ".join(part for part in parts if part)
