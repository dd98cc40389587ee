"""What the system wishes of every program's look, and the frame that it draws around our window."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

Name = Literal["light", "dark", "contrast"]


class SystemLook(QObject):
    """Signals:
    changed(): the system wishes something else than before.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._tell)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._tell)

    def wished(self) -> Name:
        """The theme nearest to what the system wishes; light where it says nothing."""
        if self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def frame(self, name: Name | None) -> None:
        """Ask for a window frame that suits a theme; None leaves it to the system."""
        if name is None:
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(Qt.ColorScheme.Light if name == "light" else Qt.ColorScheme.Dark)

    def _tell(self) -> None:
        self.changed.emit()
