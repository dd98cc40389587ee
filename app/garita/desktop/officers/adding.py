"""Adding models and adapters from files: by a dialog, or dropped. Each is copied by a job that can be stopped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from garita import paths
from garita.desktop.context import Context
from garita.desktop.jobs import Progress
from garita.desktop.numerals import size
from garita.library import downloads
from garita.library.recognisers import Progress as Step


class Adding(QObject):
    """Signals:
    changed(): a file is among the models now.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent

    def add(self, files: Sequence[Path]) -> None:
        """Copy files among the models."""
        for file in files:
            title = self.tr("Adding {name}").format(name=file.name)
            self._context.jobs.start(title, partial(_add, file), self._added)

    def choose(self) -> None:
        """Let the user choose files in a dialog."""
        dialog = QFileDialog(self._parent, self.tr("Add models or adapters"), str(Path.home()), "GGUF (*.gguf)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, names: list[str]) -> None:
        self.add([Path(name) for name in names])

    def _added(self, path: Path) -> None:
        self._context.tell(self.tr("{name} is among your models now.").format(name=path.name))
        self.changed.emit()


def models_in(event: QDropEvent) -> list[Path]:
    """The .gguf files that are being dragged."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() == ".gguf"]


def _add(file: Path, progress: Progress) -> Path:
    def report(step: Step) -> None:
        progress.check()
        done, whole = step.done_bytes, step.total_bytes
        progress.report(done / max(1, whole), f"{size(done)} / {size(whole)}")

    return downloads.add_model(file, paths.user_models(), report)
