"""A merge by groups of tensors: what happens to each, in which type, and how much of the change survives, as a bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from garita.desktop.numerals import percent
from garita.desktop.officers.merging import ENOUGH, Group
from garita.desktop.theme import current_theme

_GAIN = Qt.ItemDataRole.UserRole
_BAR_COLUMN = 3


class GainTable(QTableWidget):
    """Read only; as high as its rows, so that what is around it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setHorizontalHeaderLabels(
            [self.tr("Part of the model"), self.tr("Tensors"), self.tr("Written as"), self.tr("Survives")]
        )
        self.setAccessibleName(self.tr("What happens to the parts of the model"))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegateForColumn(_BAR_COLUMN, GainBar(self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_BAR_COLUMN, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these."""
        self.setRowCount(len(groups))
        for row, group in enumerate(groups):
            for column, text in enumerate(self._texts(group)):
                item = QTableWidgetItem(text)
                item.setData(_GAIN, group.least)
                self.setItem(row, column, item)
        self.resizeRowsToContents()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(super().sizeHint().width(), self.horizontalHeader().sizeHint().height() + rows + 4)

    def minimumSizeHint(self) -> QSize:
        """All rows, however narrow."""
        return QSize(200, self.sizeHint().height())

    def _texts(self, group: Group) -> tuple[str, str, str, str]:
        written = self.tr("{types}, raised").format(types=group.types) if group.raised else group.types
        return group.name, str(group.count), written, self._share(group)

    def _share(self, group: Group) -> str:
        if group.least is None:
            return self.tr("unchanged")
        share = percent(max(0.0, min(1.0, group.least)))
        return share if group.least >= ENOUGH else self.tr("{share}, too little").format(share=share)


class GainBar(QStyledItemDelegate):
    """Paints the share as a bar with its words at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row's ground as ever, then bar and words."""
        gain = index.data(_GAIN)
        if gain is None:
            super().paint(painter, option, index)
            return
        self._paint_ground(painter, option, index)
        theme = current_theme()
        rect: QRect = option.rect.adjusted(theme.space(2), 0, -theme.space(2), 0)
        words = str(index.data())
        room = option.fontMetrics.horizontalAdvance(words) + theme.space(2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colours.text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_bar(painter, QRectF(rect.adjusted(0, 0, -room, 0)), gain)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The cell as ever, but for its words."""
        empty = QStyleOptionViewItem(option)
        self.initStyleOption(empty, index)
        empty.text = ""
        widget = option.widget
        widget.style().drawControl(widget.style().ControlElement.CE_ItemViewItem, empty, painter, widget)

    @staticmethod
    def _paint_bar(painter: QPainter, room: QRectF, gain: float) -> None:
        colours, height = current_theme().colours, current_theme().scaled(8)
        track = QRectF(room.left(), room.center().y() - height / 2, max(0.0, room.width()), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.pressed)
        painter.drawRoundedRect(track, height / 2, height / 2)
        done = QRectF(track)
        done.setWidth(track.width() * max(0.0, min(1.0, gain)))
        painter.setBrush(colours.accent if gain >= ENOUGH else colours.amber)
        painter.drawRoundedRect(done, height / 2, height / 2)
