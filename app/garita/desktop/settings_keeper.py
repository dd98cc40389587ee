"""The settings as the window sees them: changed at once, saved a moment later on another thread.

Knows the tree and its file, nothing of who uses a value.
"""

from __future__ import annotations

import threading
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from garita import settings
from garita.desktop.jobs import Jobs
from garita.errors import SettingsInvalid
from garita.settings import Settings

_SAVE_AFTER = 300  # milliseconds: a slider's last value, not each of them


class SettingsKeeper(QObject):
    """The one place in the window where settings are read and changed.

    Signals:
        changed(str): the value with this dotted key is new; read it from ``now``.
    """

    changed = Signal(str)

    def __init__(self, now: Settings, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._jobs = jobs
        self._writing = threading.Lock()
        self._saving = QTimer(self, singleShot=True, interval=_SAVE_AFTER)
        self._saving.timeout.connect(self._save)

    def change(self, values: dict[str, Any]) -> None:
        """Set values by their dotted key: ``change({"voice.speed": 0.9})``.

        Raises:
            SettingsInvalid: a value is outside its limits; nothing is changed.
        """
        tree = msgspec.to_builtins(self.now)
        different = [key for key, value in values.items() if _get(tree, key) != value]
        for key in different:
            _set(tree, key, values[key])
        try:
            self.now = msgspec.convert(tree, Settings)
        except msgspec.ValidationError as error:
            raise SettingsInvalid(path="", line=0, key=", ".join(different), problem=str(error)) from error
        for key in different:
            self.changed.emit(key)
        if different:
            self._saving.start()

    def flush(self) -> None:
        """Save now what waits to be saved; for the end of the program."""
        if self._saving.isActive():
            self._saving.stop()
            self._write()

    def _save(self) -> None:
        self._jobs.ask(self._write, lambda _: None)

    def _write(self) -> None:
        """Whoever writes last writes the newest, whichever thread was begun first."""
        with self._writing:
            settings.save(self.now)


def _get(tree: dict[str, Any], key: str) -> Any:
    for part in key.split("."):
        tree = tree[part]
    return tree


def _set(tree: dict[str, Any], key: str, value: Any) -> None:
    *path, last = key.split(".")
    for part in path:
        tree = tree[part]
    tree[last] = value
