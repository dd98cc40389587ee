"""The merge wizard: choose, see the plan, run it, see what survived. Closing it while it runs lets the job go on.

Knows ``merging`` for the work and ``MergeChoice`` for the choice; plans and runs beside the window.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from garita import details, messages_to_user
from garita.desktop.context import Context
from garita.desktop.jobs import Job, Progress
from garita.desktop.officers import merging, words
from garita.desktop.officers.gain_table import GainTable
from garita.desktop.officers.merge_choice import MergeChoice
from garita.desktop.officers.merging import Prepared
from garita.desktop.officers.stock import Stock
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Banner, Spinner, label, plain, primary
from garita.errors import GaritaError
from garita.messages_to_user import size

_SIZE = (820, 640)


class MergeDialog(QDialog):
    """Signals:
    made(Path): a merged file is there.
    """

    made = Signal(object)

    def __init__(self, context: Context, stock: Stock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0  # number of the last question for a plan: an answer to an older one is not wanted any more
        self.prepared: Prepared | None = None
        self.job: Job | None = None
        self.result_path: Path | None = None
        self.setWindowTitle(self.tr("Merge an officer and its adapters"))
        self.setObjectName("page")
        self.choice = MergeChoice(stock)
        self.waiting = _Waiting()
        self.plan = _PlanView()
        self.progress = _ProgressView()
        self.steps = QStackedWidget()
        for step in (self.choice, self.waiting, self.plan, self.progress):
            self.steps.addWidget(step)
        self.back = plain(self.tr("Back"), "arrow-left")
        self.leave = plain(self.tr("Close"))
        self.next = primary(self.tr("Show the plan"))
        self._lay_out()
        self.choice.changed.connect(self._choose)
        self.back.clicked.connect(self._choose)
        self.leave.clicked.connect(self._leave)
        self.next.clicked.connect(self._go_on)
        self._choose()

    @property
    def running(self) -> bool:
        """Whether a file is being written."""
        return self.job is not None and not self.job.is_over

    def sizeHint(self) -> QSize:
        """Room for the plan, but no more than the window."""
        theme, parent = current_theme(), self.parentWidget()
        wanted = QSize(theme.scaled(_SIZE[0]), theme.scaled(_SIZE[1]))
        return wanted.boundedTo(parent.window().size() * 0.95) if parent else wanted

    def showEvent(self, event: QShowEvent) -> None:
        """Qt alone would make it as narrow as its widest word."""
        self.resize(self.sizeHint())
        super().showEvent(event)

    def _lay_out(self) -> None:
        theme = current_theme()
        scroller = QScrollArea()
        scroller.setWidget(self.steps)
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.banner = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.space(6)] * 4)
        column.setSpacing(theme.space(4))
        column.addWidget(label(self.windowTitle(), "heading"))
        column.addLayout(self.banner)
        column.addWidget(scroller, 1)
        column.addLayout(buttons)

    # --- from step to step ------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        step = self.steps.currentWidget()
        if step is self.choice:
            self._ask_for_plan()
        elif step is self.plan:
            self._run()
        elif self.result_path:
            self._context.settings.change({"model.file": str(self.result_path), "model.adapters": []})
            self.accept()

    def _choose(self) -> None:
        self._asked += 1
        self._show_step(self.choice, self.tr("Show the plan"), back=False)
        self.next.setEnabled(self.choice.wish is not None)

    def _ask_for_plan(self) -> None:
        wish = self.choice.wish
        assert wish
        self._asked += 1
        self._show_step(self.waiting, self.tr("Merge"), back=True)
        self.next.setEnabled(False)
        number = self._asked
        self._context.jobs.ask(
            lambda: merging.prepare(wish), partial(self._planned, number), partial(self._refused, number)
        )

    def _planned(self, number: int, prepared: Prepared) -> None:
        if number == self._asked:
            self.prepared = prepared
            self.plan.show_plan(prepared, self._context.language)
            self._show_step(self.plan, self.tr("Merge"), back=True)
            self.next.setEnabled(True)
            self.next.setFocus()

    def _refused(self, number: int, error: BaseException) -> None:
        if number == self._asked:
            self._choose()
            self._tell(error)

    def _run(self) -> None:
        prepared = self.prepared
        assert prepared
        self._show_step(self.progress, self.tr("Use this officer"), back=False)
        self.next.setEnabled(False)
        self.leave.setText(self.tr("Cancel"))
        title = self.tr("Merging {name}").format(name=prepared.wish.out.name)
        self.job = self._context.jobs.start(title, partial(_carry_out, prepared), self._finished, self._failed)
        self.job.changed.connect(self._follow)
        self.progress.begin(prepared)

    def _follow(self) -> None:
        assert self.job
        self.progress.show_job(self.job)
        if self.job.state == "cancelled":
            self.leave.setText(self.tr("Close"))
            self._choose()

    def _finished(self, path: Path) -> None:
        assert self.prepared
        self.result_path = path
        self.leave.setText(self.tr("Close"))
        self.progress.show_result(self.prepared)
        self.next.setEnabled(True)
        self.next.setFocus()
        self.made.emit(path)

    def _failed(self, error: BaseException) -> None:
        self.leave.setText(self.tr("Close"))
        self._choose()
        self._tell(error)

    def _leave(self) -> None:
        if self.running and self.job:
            self.job.cancel()
        else:
            self.reject()

    # --- what is shown ----------------------------------------------------------------------------------------------

    def _show_step(self, step: QWidget, next_text: str, *, back: bool) -> None:
        self._clear_banner()
        self.steps.setCurrentWidget(step)
        self.next.setText(next_text)
        self.back.setVisible(back)

    def _tell(self, error: BaseException) -> None:
        self._clear_banner()
        sentence, to_do = self.tr("It did not work"), ""
        if isinstance(error, GaritaError):
            told = messages_to_user.explain(error, self._context.language)
            sentence, to_do = told.sentence, told.to_do
        self.banner.addWidget(Banner("bad", sentence, to_do))

    def _clear_banner(self) -> None:
        while item := self.banner.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


class _Waiting(QWidget):
    """The plan is being made: adapters are read, the change is tried on samples."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(Spinner(self.tr("Making the plan"), 36), 0, Qt.AlignmentFlag.AlignHCenter)
        words = label(self.tr("Reading the adapters and trying what survives of them…"), "body", tone="dim")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addStretch(1)


class _PlanView(QWidget):
    """Size, time, warnings, and the table."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current_theme().space(3))
        self.summary = label("", "body")
        self.notes = QVBoxLayout()
        self.table = GainTable()
        self.column.addWidget(self.summary)
        self.column.addLayout(self.notes)
        self.column.addWidget(self.table)
        self.column.addStretch(1)

    def show_plan(self, prepared: Prepared, language: str) -> None:
        """Show a plan instead of the one before."""
        text = self.tr("{name}: {before} become {after}, in about {time}, with {memory} of memory.")
        self.summary.setText(
            text.format(
                name=prepared.wish.out.name, before=size(prepared.before), after=size(prepared.after),
                time=words.duration(prepared.seconds), memory=size(prepared.memory),
            )
        )  # fmt: skip
        while item := self.notes.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for warning in prepared.plan.warnings:
            said = details.in_spanish(warning) if language == "es" else warning
            self.notes.addWidget(Banner("warn", self.tr("Look twice: {warning}").format(warning=said)))
        self._add_note_on_loss(prepared)
        self.table.show_groups(prepared.groups)

    def _add_note_on_loss(self, prepared: Prepared) -> None:
        raised = sum(group.raised for group in prepared.groups)
        if prepared.lossy:
            names = ", ".join(group.name for group in prepared.lossy)
            self.notes.addWidget(
                Banner("warn", self.tr("Most of the change would be lost in: {parts}").format(parts=names))
            )
        elif raised:
            text = self.tr("{count} tensors are written larger than asked for, so that the change survives.")
            self.notes.addWidget(Banner("info", text.format(count=raised)))


class _ProgressView(QWidget):
    """The bar while it runs, the report when it is done."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space(3))
        self.text = label("", "body")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Merging"))
        self.small = label("", "small")
        self.report = QVBoxLayout()
        self.table = GainTable()
        for part in (self.text, self.bar, self.small):
            column.addWidget(part)
        column.addLayout(self.report)
        column.addWidget(self.table)
        column.addStretch(1)

    def begin(self, prepared: Prepared) -> None:
        """Nothing is written yet."""
        self.text.setText(self.tr("Writing {name}…").format(name=prepared.wish.out.name))
        self.small.setText(" ")  # its line stays where it is when words come
        for part in (self.text, self.small):
            part.show()
        self.bar.setRange(0, 1000)
        self.bar.setValue(0)
        self.bar.show()
        self.table.hide()

    def show_job(self, job: Job) -> None:
        """So much is written."""
        self.bar.setValue(round(1000 * (job.fraction or 0)))
        self.small.setText(self.tr("Stopping…") if job.state == "cancelling" else job.text)

    def show_result(self, prepared: Prepared) -> None:
        """It is done."""
        for part in (self.text, self.bar, self.small):
            part.hide()
        done = self.tr("{name} is ready: {size}.").format(name=prepared.wish.out.name, size=size(prepared.after))
        self.report.addWidget(Banner("good", done, self.tr("This is how much of the adapters' change is in it:")))
        self.table.show_groups([group for group in prepared.groups if group.least is not None])
        self.table.show()


def _carry_out(prepared: Prepared, progress: Progress) -> Path:
    def on_bytes(done: int, whole: int) -> None:
        progress.check()
        progress.report(done / max(1, whole), f"{size(done)} / {size(whole)}")

    return merging.carry_out(prepared, on_bytes)
