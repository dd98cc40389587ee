"""The recognisers that are here, as a list to choose from: a row says what one is and why it cannot be used."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from garita import messages_to_user
from garita.desktop.numerals import size
from garita.desktop.officers.stock import EarItem
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Card, Pill, icon_button, icon_label, label, plain
from garita.messages_to_user.entry import Language


class EarCard(Card):
    """Signals:
    chosen(EarItem): the user wants this one.
    removed(EarItem): the user wants it gone.
    """

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, item: EarItem, name: str, own: bool, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.item = item
        self.setAccessibleName(name)
        self.use: QPushButton | None = None
        row = QHBoxLayout()
        row.setSpacing(current_theme().space(3))
        row.addWidget(icon_label("mic", "dim", 22), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(name, language), 1)
        for part in self._parts(name, own):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def _words(self, name: str, language: Language) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(current_theme().space(0.5))
        column.addWidget(label(name, "body"))
        column.addWidget(label(size(self.item.size), "small"))
        if self.item.problem:
            told = messages_to_user.explain(self.item.problem, language)
            self.problem = label(f"{told.sentence} {told.to_do}", "small", tone="bad")
            column.addWidget(self.problem)
        return column

    def _parts(self, name: str, own: bool) -> list[QWidget]:
        parts: list[QWidget] = []
        if self.item.active:
            parts.append(Pill(self.tr("In use"), "good", "check"))
        elif self.item.problem is None:
            self.use = plain(self.tr("Use"))
            self.use.setAccessibleName(self.tr("Use {name}").format(name=name))
            self.use.clicked.connect(self._choose)
            parts.append(self.use)
        if own:
            self.remove = icon_button("trash", self.tr("Remove {name}").format(name=name))
            self.remove.clicked.connect(self._remove)
            parts.append(self.remove)
        return parts

    def _choose(self) -> None:
        self.chosen.emit(self.item)

    def _remove(self) -> None:
        self.removed.emit(self.item)
