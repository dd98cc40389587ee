"""The adapters that are here: those that fit the officer in use can be switched on, more or less strongly."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from garita import details
from garita.desktop.numerals import size
from garita.desktop.officers.stock import AdapterItem, Stock
from garita.desktop.officers.words import breakable
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Card, Switch, icon_button, icon_label, label
from garita.messages_to_user.entry import Language

STRONGEST = 4.0
_LARGE = 1.4


class AdaptersCard(Card):
    """Signals:
    scaled(Path, scale | None): use this adapter so strongly; None: not any more.
    removed(AdapterItem): the user wants it gone.
    """

    scaled = Signal(object, object)
    removed = Signal(object)

    def __init__(self, stock: Stock, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Adapters"))
        hint = self.tr("An adapter changes how an officer speaks. It works with the model it was made for.")
        self.body.addWidget(label(hint, "small"))
        self.rows = [AdapterRow(item, language) for item in stock.adapters]
        for row in self.rows:
            row.scaled.connect(self.scaled)
            row.removed.connect(self.removed)
            self.body.addWidget(row)


class AdapterRow(QWidget):
    """One adapter: its switch, its strength, and why it does not fit where it does not."""

    scaled = Signal(object, object)
    removed = Signal(object)

    def __init__(self, item: AdapterItem, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        name = item.path.stem
        self.switch = Switch()
        self.switch.setAccessibleName(self.tr("Use the adapter {name}").format(name=name))
        self.switch.setChecked(item.scale is not None)
        self.switch.setEnabled(not item.problem or item.scale is not None)
        self.scale = _scale_box(item.scale if item.scale is not None else 1.0)
        self.scale.setAccessibleName(self.tr("Strength of {name}").format(name=name))
        self.scale.setEnabled(item.scale is not None)
        self.remove = icon_button("trash", self.tr("Remove {name}").format(name=name))
        self.remove.clicked.connect(self._remove)
        self._lay_out(self._words(language))
        self.switch.toggled.connect(self._toggled)
        self.scale.valueChanged.connect(self._changed)

    def _lay_out(self, words: QVBoxLayout) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(current_theme().space(3))
        for part in (self.scale, self.switch, self.remove):
            controls.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        name = QHBoxLayout()
        name.setSpacing(current_theme().space(3))
        name.addWidget(icon_label("adapter", "dim", 22), 0, Qt.AlignmentFlag.AlignTop)
        name.addLayout(words, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(name, 1)
        self._row.addLayout(controls)
        self._row.setAlignment(controls, Qt.AlignmentFlag.AlignRight)
        current_theme().changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        """Large text puts the controls under the name."""
        large = current_theme().text_scale >= _LARGE
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(current_theme().space(3))

    def _words(self, language: Language) -> QVBoxLayout:
        item, column = self.item, QVBoxLayout()
        column.setSpacing(current_theme().space(0.5))
        column.addWidget(label(breakable(item.path.stem), "body"))
        parts = [self.tr("rank {rank}").format(rank=item.entry.rank), size(item.size)]
        if item.entry.base:
            parts.append(self.tr("made for {base}").format(base=breakable(item.entry.base)))
        column.addWidget(label(" · ".join(parts), "small"))
        if item.problem:
            self.problem = label(self.tr("Made for another model than the one in use."), "small", tone="warn")
            self.problem.setToolTip(details.in_spanish(item.problem) if language == "es" else item.problem)
            column.addWidget(self.problem)
        return column

    def _toggled(self, on: bool) -> None:
        self.scale.setEnabled(on)
        self.scaled.emit(self.item.path, self.scale.value() if on else None)

    def _changed(self, value: float) -> None:
        self.scaled.emit(self.item.path, round(value, 2))

    def _remove(self) -> None:
        self.removed.emit(self.item)


def _scale_box(value: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(-STRONGEST, STRONGEST)
    box.setSingleStep(0.1)
    box.setDecimals(2)
    box.setPrefix("× ")
    box.setValue(value)
    box.setKeyboardTracking(False)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page unless one is in the box
    return box
