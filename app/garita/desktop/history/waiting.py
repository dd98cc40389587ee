"""What a page shows until the worker thread has answered: something that turns, in the middle."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from garita.desktop.widgets import Spinner


class Waiting(QWidget):
    """``name`` says to a screen reader what is waited for."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spinner = Spinner(name, 36)
        column = QVBoxLayout(self)
        column.addWidget(self.spinner, 0, Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
