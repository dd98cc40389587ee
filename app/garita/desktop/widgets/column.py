"""A column whose items keep their heights: room that is left over stays below, unless an item asks to expand."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QVBoxLayout


class Column(QVBoxLayout):
    """QVBoxLayout shares what is left over among all items, which tears headings from what they head."""

    def setGeometry(self, rect: QRect) -> None:
        """Take no more height than is needed."""
        if not self.expandingDirections() & Qt.Orientation.Vertical:
            needed = self.heightForWidth(rect.width()) if self.hasHeightForWidth() else self.sizeHint().height()
            rect = QRect(rect.topLeft(), rect.size())
            rect.setHeight(min(rect.height(), needed))
        super().setGeometry(rect)
