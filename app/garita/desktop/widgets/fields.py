"""Fields to choose a value in. The wheel scrolls the page: it changes a field only when that field has the keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSlider, QSpinBox, QStyledItemDelegate, QWidget


class Choice(QComboBox):
    """One of several, each with a value of its own: ``add("Carmen", "es-carmen")``, ``value``, ``choose(value)``."""

    def __init__(self, items: Iterable[tuple[str, object]] = (), name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # the only one that the stylesheet reaches
        for text, value in items:
            self.add(text, value)

    @property
    def value(self) -> object:
        """What is chosen."""
        return self.currentData()

    def add(self, text: str, value: object) -> None:
        """One more at the end."""
        self.addItem(text, value)

    def choose(self, value: object) -> None:
        """Show a value; one that is not listed changes nothing."""
        index = next((i for i in range(self.count()) if self.itemData(i) == value), -1)
        if index >= 0:
            self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the page unless it has the keyboard."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Slider(QSlider):
    """A horizontal slider in whole steps."""

    def __init__(self, low: int, high: int, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(low, high)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the page unless it has the keyboard."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Number(QSpinBox):
    """A whole number with less at its left and more at its right."""

    def __init__(self, low: int, high: int, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the page unless it has the keyboard."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
