"""One language model that is here: what it is, what it needs, how fast it was, and the buttons to use or remove it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from garita import messages_to_user
from garita.desktop.numerals import size
from garita.desktop.officers import words
from garita.desktop.officers.memory_bar import MemoryBar
from garita.desktop.officers.stock import ModelItem, Stock
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Card, FlowLayout, Pill, icon_button, icon_label, label, plain
from garita.messages_to_user import of_officers
from garita.messages_to_user.entry import Language


class ModelCard(Card):
    """Signals:
    chosen(ModelItem): the user wants this one.
    removed(ModelItem): the user wants it gone.
    """

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, item: ModelItem, stock: Stock, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.item = item
        self.content = content(item, stock)
        self._language = language
        name = self.tr("The built-in officer") if item.built_in else item.name
        self.set_title(words.breakable(name))
        self.setAccessibleName(name)
        self._fill_head()
        self.body.addWidget(_Facts(self._pills()))
        self.body.addWidget(label(self._origin(), "small"))
        if item.entry.facts:
            self._add_memory(stock)
        if item.entry.problem:
            self._add_problem()

    # --- the parts --------------------------------------------------------------------------------------------------

    def _fill_head(self) -> None:
        item = self.item
        self.use: QPushButton | None = None
        if item.active:
            self.head.addWidget(Pill(self.tr("In use"), "good", "check"), 0, Qt.AlignmentFlag.AlignVCenter)
        elif item.entry.problem is None:
            self.use = plain(self.tr("Use"))
            self.use.setAccessibleName(self.tr("Use {name}").format(name=self.accessibleName()))
            self.use.clicked.connect(self._choose)
            self.head.addWidget(self.use, 0, Qt.AlignmentFlag.AlignTop)
        if item.own:
            self.remove = icon_button("trash", self.tr("Remove {name}").format(name=self.accessibleName()))
            self.remove.clicked.connect(self._remove)
            self.head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def _pills(self) -> list[Pill]:
        facts, speed = self.item.entry.facts, self.item.speed
        if facts is None:
            return []
        context = words.tokens(facts.number("context_length"))
        pills = [
            Pill(self.tr("{count} parameters").format(count=words.parameters(facts.parameters))),
            Pill(facts.quantisation),
            Pill(self.tr("Context {tokens}").format(tokens=context)),
        ]
        if speed:
            pills.append(Pill(self.tr("{rate} tokens/s here").format(rate=round(speed.rate)), "accent", "speed"))
            pills[-1].setToolTip(self.tr("Measured in conversations, threads: {count}").format(count=speed.threads))
        return pills

    def _origin(self) -> str:
        """File, size, what it was made of, and how a promoted officer was judged."""
        parts = [words.breakable(self.item.path.name), size(self.item.size)]
        if self.item.made_of:
            parts.append(self.tr("made of {parts}").format(parts=words.breakable(self.item.made_of)))
        if promoted := self.item.entry.promoted:
            parts += of_officers.figures(promoted.shown, self._language)
        return " · ".join(parts)

    def _add_memory(self, stock: Stock) -> None:
        bar = MemoryBar(self.item.entry.needed_bytes, stock.memory_free, stock.memory_all)
        row = QHBoxLayout()
        row.setSpacing(current_theme().space(3))
        row.addWidget(icon_label("memory", "dim", 18))
        row.addWidget(bar, 1)
        row.addWidget(label(bar.words, "small"), 2)
        self.body.addLayout(row)

    def _add_problem(self) -> None:
        assert self.item.entry.problem
        told = messages_to_user.explain(self.item.entry.problem, self._language)
        row = QHBoxLayout()
        row.setSpacing(current_theme().space(2))
        row.addWidget(icon_label("warning", "bad", 18), 0, Qt.AlignmentFlag.AlignTop)
        self.problem = label(f"{told.sentence} {told.to_do}", "small", tone="bad")
        row.addWidget(self.problem, 1)
        self.body.addLayout(row)

    # --- what the user does -----------------------------------------------------------------------------------------

    def _choose(self) -> None:
        self.chosen.emit(self.item)

    def _remove(self) -> None:
        self.removed.emit(self.item)


def content(item: ModelItem, stock: Stock) -> tuple[object, ...]:
    """All that a card says: where this is the same, so is the card."""
    entry = item.entry
    memory = (entry.needed_bytes, size(stock.memory_free), stock.memory_all)
    return (item.path, item.name, item.size, item.made_of, item.speed, item.active, str(entry.problem), memory)


class _Facts(QWidget):
    """A row of pills that breaks where the room ends."""

    def __init__(self, pills: list[Pill]) -> None:
        super().__init__()
        flow = FlowLayout(self, current_theme().space(2))
        for pill in pills:
            flow.addWidget(pill)
        if not pills:  # the other way round it would flash as a window of its own: it has no parent yet
            self.hide()
