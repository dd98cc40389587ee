"""The bar above the trips: words to look for, levels, country. Knows the shape of a filter and no trip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QToolButton, QWidget

from garita.desktop.theme import Theme
from garita.desktop.trips import words
from garita.desktop.trips.trip import LEVELS, Filter
from garita.desktop.widgets import FlowLayout
from garita.roleplay.scenario import Level


class FilterBar(QWidget):
    """Signals:
    changed(Filter): the user wants to see other trips.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(self, spacing=theme.space(2))
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Search trips"))
        self.text.setAccessibleName(self.tr("Search trips"))
        self.text.textChanged.connect(self._tell)
        self._flow.addWidget(self.text)
        self.levels: dict[Level, QToolButton] = {level: self._level(level) for level in LEVELS}
        self.country = QComboBox()
        self.country.setAccessibleName(self.tr("Country"))
        self.country.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.country.currentIndexChanged.connect(self._tell)
        self._flow.addWidget(self.country)
        self.set_countries([])
        theme.changed.connect(self._dress)
        self._dress()

    def filter(self) -> Filter:
        """What is asked for now."""
        levels = frozenset(level for level, button in self.levels.items() if button.isChecked())
        return Filter(levels, str(self.country.currentData() or ""), self.text.text())

    def set_countries(self, countries: Sequence[tuple[str, str]]) -> None:
        """Offer these (code, name); the chosen one stays where it is still there."""
        chosen = self.country.currentData()
        with QSignalBlocker(self.country):
            self.country.clear()
            self.country.addItem(self.tr("All countries"), "")
            for code, name in countries:
                self.country.addItem(name, code)
            self.country.setCurrentIndex(max(0, self.country.findData(chosen)))

    def clear(self) -> None:
        """Let everything through."""
        for widget in (self.text, self.country, *self.levels.values()):
            widget.blockSignals(True)
        self.text.clear()
        self.country.setCurrentIndex(0)
        for button in self.levels.values():
            button.setChecked(False)
        for widget in (self.text, self.country, *self.levels.values()):
            widget.blockSignals(False)
        self._tell()

    def _level(self, level: Level) -> QToolButton:
        button = QToolButton()
        button.setText(level)
        button.setCheckable(True)
        button.setToolTip(words.level(level))
        button.setAccessibleName(words.level(level))
        button.toggled.connect(self._tell)
        self._flow.addWidget(button)
        return button

    def _tell(self) -> None:
        self.changed.emit(self.filter())

    def _dress(self) -> None:
        self.text.setMinimumWidth(self._theme.scaled(240))
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._flow.setSpacing(self._theme.space(2))
