"""The wizard's first step: which base, which adapters how strongly, which type, and what the result is called."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from garita import paths
from garita.convert.plan import KEEP
from garita.desktop.officers.merging import KINDS, Wish, file_name
from garita.desktop.officers.stock import Stock
from garita.desktop.theme import current_theme
from garita.desktop.widgets import label, quiet
from garita.library import shelf
from garita.library.gguf_facts import GgufFacts


class MergeChoice(QWidget):
    """Signals:
    changed(): something else is chosen; ``wish`` tells whether it is enough.
    """

    changed = Signal()

    def __init__(self, stock: Stock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bases = [item for item in stock.models if item.entry.facts]
        self._known = [(item.path, item.entry.facts) for item in stock.adapters]
        self.rows: list[AdapterChoiceRow] = []
        self.base = QComboBox()
        self.kind = QComboBox()
        self.name = QLineEdit()
        self.folder = quiet(self.tr("Add the folder of a PEFT adapter…"), "folder")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current_theme().space(4))
        self._adapters = QVBoxLayout()
        self._fill()
        self._lay_out()
        active = next((index for index, item in enumerate(self._bases) if item.active), 0)
        self.base.setCurrentIndex(active)
        self._new_base()
        self.base.currentIndexChanged.connect(self._new_base)
        self.kind.currentIndexChanged.connect(self.changed)
        self.name.textEdited.connect(self.changed)
        self.folder.clicked.connect(self._choose_folder)

    @property
    def wish(self) -> Wish | None:
        """What is chosen; None where it is not enough yet."""
        adapters = tuple((row.path, row.weight.value()) for row in self.rows if row.chosen)
        name = file_name(self.name.text())
        if not adapters or not name or not self._bases:
            return None
        kind = KINDS[self.kind.currentIndex()]
        return Wish(self._bases[self.base.currentIndex()].path, adapters, kind, paths.user_models() / name)

    def add_folder(self, folder: str) -> None:
        """List the folder of a PEFT adapter too, chosen."""
        if folder and all(row.path != Path(folder) for row in self.rows):
            self._add_row(Path(folder), fits=True).check.setChecked(True)
            self._new_name()

    # --- the parts --------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for item in self._bases:
            assert item.entry.facts
            builtin = self.tr("The built-in officer")
            self.base.addItem(f"{builtin if item.built_in else item.name} · {item.entry.facts.quantisation}")
        for kind in KINDS:
            self.kind.addItem(self.tr("The types of the base") if kind == KEEP else kind)
        self.base.setAccessibleName(self.tr("Base"))
        self.kind.setAccessibleName(self.tr("Type of the result"))
        self.name.setAccessibleName(self.tr("Name of the result"))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setSpacing(current_theme().space(3))
        self._adapters.setSpacing(current_theme().space(1))
        adapters = QVBoxLayout()
        adapters.addLayout(self._adapters)
        adapters.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        form.addRow(label(self.tr("Base")), self.base)
        form.addRow(label(self.tr("Adapters")), adapters)
        form.addRow(label(self.tr("Written as")), self.kind)
        form.addRow(label(self.tr("Name")), self.name)
        self._column.addLayout(form)
        hint = self.tr("Merging is exact or refused: before anything is written you see what will happen.")
        self._column.addWidget(label(hint, "small"))
        self._column.addStretch(1)

    # --- what is chosen ---------------------------------------------------------------------------------------------

    def _new_base(self) -> None:
        """Adapters that do not fit the base cannot be chosen."""
        folders = [row.path for row in self.rows if row.path.is_dir()]
        while item := self._adapters.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = []
        facts = self._bases[self.base.currentIndex()].entry.facts if self._bases else None
        for path, adapter in self._known:
            self._add_row(path, fits=_fits(adapter, facts))
        for path in folders:
            self._add_row(path, fits=True)
        if not self.rows:
            self._adapters.addWidget(
                label(self.tr("No adapter is here yet. Add a .gguf adapter or a folder."), "small")
            )
        fitting = [row for row in self.rows if row.fits]
        if len(fitting) == 1:
            fitting[0].check.setChecked(True)
        self._new_name()

    def _add_row(self, path: Path, *, fits: bool) -> AdapterChoiceRow:
        row = AdapterChoiceRow(path, fits)
        row.changed.connect(self._new_name)
        self.rows.append(row)
        self._adapters.addWidget(row)
        return row

    def _new_name(self) -> None:
        """A name from what is chosen, until the user writes one."""
        if not self.name.isModified() and self._bases:
            chosen = [row.path.stem for row in self.rows if row.chosen]
            with QSignalBlocker(self.name):
                self.name.setText("-".join([self._bases[self.base.currentIndex()].path.stem, *chosen]))
        self.changed.emit()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("The folder of a PEFT adapter"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.add_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class AdapterChoiceRow(QWidget):
    """One adapter: whether, and how strongly."""

    changed = Signal()

    def __init__(self, path: Path, fits: bool) -> None:
        super().__init__()
        self.path, self.fits = path, fits
        self.check = QCheckBox(path.stem if fits else self.tr("{name} (does not fit this base)").format(name=path.stem))
        self.check.setEnabled(fits)
        self.weight = QDoubleSpinBox()
        self.weight.setRange(-4, 4)
        self.weight.setSingleStep(0.1)
        self.weight.setPrefix("× ")
        self.weight.setValue(1.0)
        self.weight.setEnabled(False)
        self.weight.setAccessibleName(self.tr("Weight of {name}").format(name=path.stem))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.check, 1)
        row.addWidget(self.weight)
        self.check.toggled.connect(self.weight.setEnabled)
        self.check.toggled.connect(self.changed)
        self.weight.valueChanged.connect(self.changed)

    @property
    def chosen(self) -> bool:
        """Whether it is to be merged; a weight of nothing is none."""
        return self.check.isChecked() and self.weight.value() != 0


def _fits(adapter: GgufFacts, base: GgufFacts | None) -> bool:
    return base is not None and not shelf.adapter_problem(adapter, base)
