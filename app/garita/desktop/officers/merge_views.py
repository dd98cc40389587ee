"""The steps of the merge wizard behind the choice: waiting for the plan, the plan, and the run with its report."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from garita import details
from garita.desktop.jobs import Job
from garita.desktop.numerals import size
from garita.desktop.officers import words
from garita.desktop.officers.gain_table import GainTable
from garita.desktop.officers.merging import Prepared
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Banner, Spinner, label


class Waiting(QWidget):
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


class PlanView(QWidget):
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
            self.notes.addWidget(Banner("info", self._raised(raised)))

    def _raised(self, count: int) -> str:
        if count == 1:
            return self.tr("One tensor is written larger than asked for, so that the change survives.")
        text = self.tr("{count} tensors are written larger than asked for, so that the change survives.")
        return text.format(count=count)


class ProgressView(QWidget):
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
