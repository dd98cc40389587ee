"""Python's cycle collector, on the main thread only.

Left alone it runs on whichever thread happens to make an object, and destroys there what it finds: a widget destroyed
on a worker thread ends the program. So it is switched off, and a timer does its work on the main thread. What lives as
long as the program is taken out of its sight once, so that a whole round is short.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds between two rounds
_ALL_AFTER = 60  # rounds; the old ones are many and seldom in cycles


class Collector(QObject):
    """Collects while it lives; ``close`` gives the work back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rounds = 0
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect what is young, which is quick; and now and then all of it."""
        self._rounds += 1
        gc.collect(2 if self._rounds % _ALL_AFTER == 0 else 1)

    def close(self) -> None:
        """Stop, and let Python collect as it does."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
