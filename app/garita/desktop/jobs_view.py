"""What runs beside the window, in one place: a button that tells how many, and a panel with progress and cancel."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from garita.desktop.jobs import Job, Jobs
from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import Progress as ProgressBar
from garita.desktop.widgets import icon_button, icon_label, keep_icon, label

_KEPT = 5  # jobs that are over and still listed
_WIDTH = 380
_SHOWN_AFTER = 8000  # milliseconds that the button stays after the last job


class JobsButton(QToolButton):
    """Stands in the rail while something runs or has just ended; opens the panel."""

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail-button")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setShortcut("Ctrl+J")
        keep_icon(self, "download", "accent", 22)
        self._jobs, self._theme = jobs, theme
        self._panel = JobsPanel(jobs, theme, self.window())
        self._rest = QTimer(self, singleShot=True, interval=_SHOWN_AFTER)
        self._rest.timeout.connect(self._go_away)
        jobs.started.connect(self._count)
        jobs.ended.connect(self._count)
        self.clicked.connect(self._open)
        self.destroyed.connect(self._panel.deleteLater)
        self.hide()
        if jobs.running:  # it is made anew in another language
            self._count()

    def _count(self) -> None:
        running = len(self._jobs.running)
        self._rest.start()
        self.setText(self.tr("Running: {count}").format(count=running) if running else self.tr("Done"))
        self.setToolTip(self.tr("What runs in the background (Ctrl+J)"))
        self.setFont(self._theme.font("caption"))
        self.show()

    def _go_away(self) -> None:
        self.setVisible(bool(self._jobs.running) or self._panel.isVisible())

    def _open(self) -> None:
        self._panel.setParent(self.window())
        self._panel.open_at(self.mapTo(self.window(), QPoint(self.width(), self.height())))


class JobsPanel(QFrame):
    """The list, newest first. Escape closes it."""

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "raised")
        self.setAccessibleName(self.tr("What runs in the background"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._rows: list[_Row] = []
        self._layout = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("In the background"), "heading"), 1)
        close = icon_button("close", self.tr("Close"), self, size=16)
        close.clicked.connect(self.hide)
        head.addWidget(close)
        self._layout.addLayout(head)
        jobs.started.connect(self._add)
        jobs.ended.connect(self._trim)
        for job in jobs.running:
            self._add(job)
        self.hide()

    def open_at(self, corner: QPoint) -> None:
        """Show it with its lower left corner there."""
        self.setFixedWidth(self._theme.scaled(_WIDTH))
        self.adjustSize()
        self.move(corner.x() + self._theme.space(2), max(0, corner.y() - self.height()))
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _add(self, job: Job) -> None:
        row = _Row(job, self)
        self._rows.insert(0, row)
        self._layout.insertWidget(1, row)

    def _trim(self) -> None:
        over = [row for row in self._rows if row.job.is_over]
        for row in over[_KEPT:]:
            self._rows.remove(row)
            row.deleteLater()


class _Row(QWidget):
    """One job: title, bar, what is being done, and the button that stops it."""

    def __init__(self, job: Job, parent: QWidget) -> None:
        super().__init__(parent)
        self.job = job
        self._bar = ProgressBar()
        self._bar.setAccessibleName(job.title)
        self._text = label("", "small")
        self._cancel = icon_button("stop", self.tr("Stop: {title}").format(title=job.title), self)
        self._cancel.clicked.connect(job.cancel)
        self._mark = icon_label("check-circle", "good", 20)
        words = QVBoxLayout()
        words.addWidget(label(job.title, "body"))
        words.addWidget(self._bar)
        words.addWidget(self._text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(self._cancel)
        layout.addWidget(self._mark)
        job.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        job = self.job
        self._bar.set_fraction(job.fraction)
        self._bar.setVisible(not job.is_over)
        self._cancel.setVisible(not job.is_over)
        self._cancel.setEnabled(job.state == "running")
        self._mark.setVisible(job.state == "done")
        self._text.setText(self._words())

    def _words(self) -> str:
        match self.job.state:
            case "running":
                return self.job.text
            case "cancelling":
                return self.tr("Stopping…")
            case "done":
                return self.tr("Done")
            case "cancelled":
                return self.tr("Stopped")
            case "failed":
                return self.tr("It did not work")
