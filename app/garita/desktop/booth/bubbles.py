"""The transcript as Qt's item views want it. Knows the entries and what they are called, nothing of how they look."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from garita.desktop.booth.transcript import Entry, TranscriptModel

EntryRole = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Bubbles(QAbstractListModel):
    """One row an entry; a Watcher of the transcript."""

    def __init__(self, transcript: TranscriptModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.transcript = transcript
        self.officer_name = self.tr("Officer")
        transcript.watcher = self

    def entry(self, row: int) -> Entry:
        """The entry at a row."""
        return self.transcript.entries[row]

    def name(self, entry: Entry) -> str:
        """Who says it."""
        return self.officer_name if entry.who == "officer" else self.tr("You")

    def remarks(self, entry: Entry) -> list[str]:
        """What is noted softly below it."""
        found = []
        if entry.set_words:
            found.append(self.tr("partly in set words") if entry.text else "")
        if entry.reworded:
            found.append(self.tr("worded anew"))
        if entry.heard is not None or (entry.who == "officer" and entry.state == "interrupted"):
            found.append(self.tr("interrupted"))
        if entry.doubts:
            found.append(self.tr("not sure: {words}").format(words=self._doubtful(entry)))
        return [remark for remark in found if remark]

    # --- Qt's questions ---------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many entries there are."""
        return 0 if parent.isValid() else len(self.transcript.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, the entry itself, and what a screen reader says."""
        if not index.isValid() or index.row() >= len(self.transcript.entries):
            return None
        entry = self.entry(index.row())
        if role == EntryRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.whole
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._aloud(entry)
        return None

    def _aloud(self, entry: Entry) -> str:
        if entry.who in ("notice", "failure"):
            return entry.text
        parts = [f"{self.name(entry)}, {entry.time:%H:%M}: {entry.whole}", *self.remarks(entry)]
        return ". ".join(parts)

    def _doubtful(self, entry: Entry) -> str:
        quoted = self.tr("“{words}”")
        return ", ".join(quoted.format(words=entry.text[start:end]) for start, end in entry.doubts[:3])

    # --- the transcript's news --------------------------------------------------------------------------------------

    def inserting(self, row: int) -> None:
        """A row is about to stand there."""
        self.beginInsertRows(QModelIndex(), row, row)

    def inserted(self) -> None:
        """It does."""
        self.endInsertRows()

    def removing(self, first: int, last: int) -> None:
        """These rows are about to go."""
        self.beginRemoveRows(QModelIndex(), first, last)

    def removed(self) -> None:
        """They are gone."""
        self.endRemoveRows()

    def replacing(self) -> None:
        """All rows are about to be others."""
        self.beginResetModel()

    def replaced(self) -> None:
        """They are."""
        self.endResetModel()

    def changed(self, row: int) -> None:
        """This row says something else."""
        index = self.index(row, 0)
        self.dataChanged.emit(index, index)
