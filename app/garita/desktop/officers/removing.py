"""Removing a model, an adapter or a recogniser, and having it back by the "Undo" of the notice that tells it.

What is in use is given up first and taken again with undo. Files are moved by jobs; knows no card.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from garita.desktop.context import Context, Help
from garita.desktop.officers.stock import AdapterItem, EarItem, ModelItem
from garita.library import trash
from garita.library.trash import Removed


class Removing(QObject):
    """Signals:
    changed(): something was removed or is back.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._latest: dict[Path, tuple[Removed, dict[str, Any]]] = {}
        context.jobs.ask(trash.empty, lambda _: None)  # what was removed in earlier runs

    def model(self, item: ModelItem) -> None:
        """Remove a model; where it is in use the built-in officer takes over."""
        instead = {"model.file": "", "model.adapters": []} if item.active else {}
        self._remove(item.path, item.name, instead)

    def adapter(self, item: AdapterItem) -> None:
        """Remove an adapter."""
        chosen = self._now()["model.adapters"]
        kept = [one for one in chosen if one["path"] != str(item.path)]
        self._remove(item.path, item.path.stem, {"model.adapters": kept} if kept != chosen else {})

    def ear(self, item: EarItem) -> None:
        """Remove a recogniser; where it was chosen the newest one takes over."""
        is_chosen = self._now()["voice.recogniser"] == str(item.folder)
        self._remove(item.folder, item.name, {"voice.recogniser": ""} if is_chosen else {})

    def _now(self) -> dict[str, Any]:
        """The settings this may change, as they are written."""
        now = self._context.settings.now
        adapters = [{"path": one.path, "scale": one.scale} for one in now.model.adapters]
        return {
            "model.file": now.model.file, "model.adapters": adapters, "voice.recogniser": now.voice.recogniser,
        }  # fmt: skip

    def _remove(self, path: Path, name: str, instead: dict[str, Any]) -> None:
        before = {key: value for key, value in self._now().items() if key in instead}
        self._context.settings.change(instead)
        self._context.jobs.ask(lambda: trash.remove(path), partial(self._removed, name, before))

    def _removed(self, name: str, before: dict[str, Any], removed: Removed) -> None:
        self._latest[removed.path] = (removed, before)
        undo = Help(self.tr("Undo"), partial(self._restore, removed.path))
        self._context.tell(self.tr("{name} was removed.").format(name=name), undo)
        self.changed.emit()

    def _restore(self, path: Path) -> None:
        removed, before = self._latest.pop(path)
        self._context.jobs.ask(lambda: trash.restore(removed), partial(self._restored, before))

    def _restored(self, before: dict[str, Any], _path: Path) -> None:
        self._context.settings.change(before)
        self.changed.emit()
