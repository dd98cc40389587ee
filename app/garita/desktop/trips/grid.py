"""The layout of cards in columns of one width, as many as there is room for."""

from __future__ import annotations

from PySide6.QtWidgets import QLayoutItem

from garita.desktop.widgets import FlowLayout


class CardGrid(FlowLayout):
    """A flow whose columns stay as they are when there are few cards: a single one does not fill the page."""

    def __init__(self) -> None:
        super().__init__(fill=True)

    def _widths(self, row: list[QLayoutItem], room: int) -> list[int]:
        widest = max((item.sizeHint().width() for item in self._shown()), default=room)
        columns = max(1, (room + self.spacing()) // (widest + self.spacing()))
        return [(room - self.spacing() * (columns - 1)) // columns] * len(row)
