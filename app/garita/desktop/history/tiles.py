"""Figures as small tiles: a large number over what it counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.widgets import FlowLayout, label


class Tile(QFrame):
    """A number and its name, read as one by a screen reader."""

    def __init__(self, value: str, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tile", "true")
        self.value = label(value, "heading")
        self.name = label(name, "caption")
        self.setToolTip(hint)
        self.setAccessibleName(f"{name}: {value}")
        self.setAccessibleDescription(hint)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.value)
        self._column.addWidget(self.name)
        self._column.addStretch(1)
        current_theme().changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        theme = current_theme()
        self._column.setContentsMargins(0, theme.space(1), theme.space(2), theme.space(1))
        self._column.setSpacing(0)
        self.setMinimumWidth(theme.scaled(112))


class Tiles(QWidget):
    """Tiles side by side, in as many rows as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []
        self._flow = FlowLayout(self, fill=True)
        current_theme().changed.connect(self._space)
        self._space()

    def show_figures(self, figures: Sequence[tuple[str, str, str]]) -> None:
        """Show these: (value, name, hint)."""
        self._flow.clear()
        self.tiles = [Tile(*figure) for figure in figures]
        for tile in self.tiles:
            self._flow.addWidget(tile)
        self.updateGeometry()

    def _space(self) -> None:
        self._flow.setSpacing(current_theme().space(4))
