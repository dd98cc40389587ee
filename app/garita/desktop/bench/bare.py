"""A bare window with one label: says when it was painted, and ends."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Bare(QMainWindow):
    """Nothing but a label."""

    def __init__(self) -> None:
        super().__init__()
        self.setCentralWidget(QLabel("Garita"))
        self.resize(1280, 820)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted: when the loop comes round again, it answers."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        sys.stdout.write(f"[{time.time()}, {time.process_time()}]")
        QApplication.exit(0)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = Bare()
    window.show()
    sys.exit(app.exec())
