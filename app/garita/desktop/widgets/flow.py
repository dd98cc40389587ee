"""A layout that sets its items in rows and breaks the row when the room ends, as words in a paragraph."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Height for width. With ``fill``, the items of a row share its whole width evenly (cards in a grid)."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, *, fill: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._fill = fill
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        if parent:
            parent.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way in; use ``addWidget``."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and hand over the item at a place."""
        item = self._items.pop(index) if 0 <= index < len(self._items) else None
        self.invalidate()
        return item

    def clear(self) -> None:
        """Remove all items and delete their widgets."""
        while item := self.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set every item at its place."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        """All in one row, if there were room."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:
        """The widest item in a row of its own."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, really: bool) -> int:
        """Place the rows in ``rect`` (or only measure) and return the height they take, margins included."""
        room = rect.marginsRemoved(self.contentsMargins())
        y = room.y()
        for row in self._rows(room.width()):
            widths = self._widths(row, room.width())
            height = max(_height(item, width) for item, width in zip(row, widths, strict=True))
            if really:
                self._place_row(row, widths, QPoint(room.x(), y), height)
            y += height + self.spacing()
        below = self.contentsMargins().bottom()
        return max(y - self.spacing(), room.y()) - rect.y() + below

    def _place_row(self, row: list[QLayoutItem], widths: list[int], start: QPoint, height: int) -> None:
        x = start.x()
        for item, width in zip(row, widths, strict=True):
            own = height if self._fill else _height(item, width)
            item.setGeometry(QRect(QPoint(x, start.y() + (height - own) // 2), QSize(width, own)))
            x += width + self.spacing()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if not rows or used + self.spacing() + needed > width:
                rows.append([item])
                used = needed
            else:
                rows[-1].append(item)
                used += self.spacing() + needed
        return rows

    def _widths(self, row: list[QLayoutItem], room: int) -> list[int]:
        if not self._fill:
            return [min(item.sizeHint().width(), room) for item in row]
        columns = max(len(other) for other in self._rows(room))
        return [(room - self.spacing() * (columns - 1)) // columns] * len(row)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
