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
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from garita import messages_to_user
from garita.desktop.context import Context
from garita.desktop.jobs import Job, Progress
from garita.desktop.numerals import size
from garita.desktop.officers import merging
from garita.desktop.officers.merge_choice import MergeChoice
from garita.desktop.officers.merge_views import PlanView, ProgressView, Waiting
from garita.desktop.officers.merging import Prepared
from garita.desktop.officers.stock import Stock
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Banner, label, plain, primary
from garita.errors import GaritaError

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
        self.waiting = Waiting()
        self.plan = PlanView()
        self.progress = ProgressView()
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


def _carry_out(prepared: Prepared, progress: Progress) -> Path:
    def on_bytes(done: int, whole: int) -> None:
        progress.check()
        progress.report(done / max(1, whole), f"{size(done)} / {size(whole)}")

    return merging.carry_out(prepared, on_bytes)
