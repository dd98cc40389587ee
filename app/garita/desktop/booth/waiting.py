"""While the officer takes a seat: how far it is, what to do meanwhile, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from garita.desktop.jobs import Job
from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import Spinner, label, quiet


class Waiting(QWidget):
    """Signals:
    given_up(): the student does not want to wait.
    """

    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._job: Job | None = None
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(self.tr("Loading the officer"))
        self.cancel_button = quiet(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.given_up)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(Spinner(), 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (
            label(self.tr("The officer is taking a seat"), "heading"),
            label(self.tr("Look at your papers meanwhile."), "body", tone="dim"),
        ):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(words)
        self._column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        theme.changed.connect(self._space)
        self._space()

    def minimumSizeHint(self) -> QSize:
        """It may become low: it lasts a moment, and the conversation has the same place."""
        return QSize(self._theme.scaled(160), 64)

    def follow(self, job: Job) -> None:
        """Show how far this is."""
        self._job = job
        self.bar.setVisible(False)
        job.changed.connect(self._follow)

    def _follow(self) -> None:
        job = self._job
        if job is not None and job is self.sender() and job.fraction is not None:
            self.bar.setVisible(not job.is_over)
            self.bar.setValue(round(100 * job.fraction))

    def _space(self) -> None:
        self._column.setSpacing(self._theme.space(3))
        self.bar.setFixedWidth(self._theme.scaled(240))
