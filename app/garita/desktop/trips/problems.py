"""What is wrong in scenario files, file by file and line by line, with ways to mend it. Knows no page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from garita.desktop.theme import Theme
from garita.desktop.widgets import Card, icon_button, icon_label, label, plain, quiet
from garita.details import in_spanish
from garita.errors import ScenarioInvalid
from garita.messages_to_user.entry import Language


class ProblemList(Card):
    """Signals:
    again(): the files were mended; read them once more.
    closed(): the user has seen enough.
    """

    again = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme, self._language = theme, language
        self.set_title(self.tr("These files cannot be practised yet"))
        close = icon_button("close", self.tr("Close"), size=16)
        close.clicked.connect(self.closed)
        self.head.addWidget(close)
        self.rows: list[tuple[str, int, str, str]] = []
        self._files = QVBoxLayout()
        self._files.setSpacing(theme.space(4))
        self.body.addLayout(self._files)
        again = plain(self.tr("Read them again"), "retry")
        again.clicked.connect(self.again)
        foot = QHBoxLayout()
        foot.addWidget(again)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.hide()

    def show_problems(self, problems: Iterable[ScenarioInvalid]) -> None:
        """List them, or go away where there are none."""
        while item := self._files.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = sorted((self._row(problem) for problem in problems), key=itemgetter(0, 1))
        for path, rows in groupby(self.rows, key=itemgetter(0)):
            self._files.addWidget(self._file(Path(path), list(rows)))
        self.setVisible(bool(self.rows))

    def _row(self, problem: ScenarioInvalid) -> tuple[str, int, str, str]:
        facts = problem.facts
        said = str(facts["problem"])
        if self._language == "es":
            said = in_spanish(said)
        return str(facts["path"]), int(str(facts["line"])), str(facts["key"]), said

    def _file(self, path: Path, rows: list[tuple[str, int, str, str]]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.space(3))
        grid.setColumnStretch(2, 1)
        head = QHBoxLayout()
        head.setSpacing(self._theme.space(2))
        head.addWidget(icon_label("file", "bad", 18))
        name = label(path.name, "body")
        name.setToolTip(str(path))
        head.addWidget(name, 1)
        show = quiet(self.tr("Open the file"), "external")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        head.addWidget(show)
        grid.addLayout(head, 0, 0, 1, 3)
        for number, (_, line, key, said) in enumerate(rows, start=1):
            where = label(self.tr("Line {line}").format(line=line), "small", tone="bad")
            where.setWordWrap(False)
            grid.addWidget(where, number, 0)
            grid.addWidget(label(key, "mono"), number, 1)
            grid.addWidget(label(said, "body"), number, 2)
        return box
