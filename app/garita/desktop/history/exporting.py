"""A menu that saves a conversation as a file: a page, text, everything, the own voice. The file is written elsewhere.

Knows the journal's forms of export.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from garita.desktop.context import Context, Help
from garita.desktop.history.asking import Asking
from garita.desktop.widgets import keep_icon
from garita.journal import export
from garita.journal.journal import Conversation, Turn

Facts = Callable[[], Sequence[tuple[str, str]]]


class ExportButton(QPushButton):
    """``facts`` are asked for what stands at the top of a page."""

    def __init__(self, context: Context, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Save as"))
        self.setProperty("kind", "plain")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        keep_icon(self, "export")
        self._context, self._facts = context, facts
        self._asking = Asking(context.jobs, self, context.tell)
        self._head: Conversation | None = None
        self._turns: Sequence[Turn] = ()
        self._recordings = Path()
        self.dialog: QFileDialog | None = None
        menu = QMenu(self)
        for text, ending in (
            (self.tr("Web page, to read or print"), ".html"), (self.tr("Text"), ".md"),
            (self.tr("Everything, for programs"), ".json"),
        ):  # fmt: skip
            menu.addAction(text, partial(self.ask_where, ending))
        self.voice = menu.addAction(self.tr("My voice"), partial(self.ask_where, ".flac"))
        self.setMenu(menu)

    def offer(self, head: Conversation, turns: Sequence[Turn], recordings: Path, *, recorded: bool) -> None:
        """This conversation can be saved; its sound only where some was kept."""
        self._head, self._turns, self._recordings = head, turns, recordings
        self.voice.setEnabled(recorded)

    def ask_where(self, ending: str) -> None:
        """Let the user choose a file; does not wait for the answer."""
        if self._head is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or QDir.homePath()
        name = f"{self._head.scenario}-{self._head.started_at[:10]}{ending}"
        dialog = QFileDialog(self, self.tr("Save the conversation"), str(Path(folder) / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(name)
        dialog.setDefaultSuffix(ending[1:])
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def save(self, name: str) -> None:
        """Write the file in the form its ending says."""
        head, turns, path, recordings = self._head, self._turns, Path(name), self._recordings
        if head is None:
            return
        facts = self._facts()
        self._asking.ask(
            lambda: export.write(path, head, turns, recordings=recordings, facts=facts),
            lambda _: self._saved(path),
        )

    def _saved(self, path: Path) -> None:
        show = Help(self.tr("Open it"), partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path))))
        self._context.tell(self.tr("Saved as {name}.").format(name=path.name), show)
