"""The passport's page: photograph, everything the student has to know, and the machine readable lines.

Receives rows of (what it is, what it says) and knows no scenario.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from garita.desktop.theme import Theme
from garita.desktop.trips import paper
from garita.desktop.trips.fields import Field, MachineLines, Photo
from garita.desktop.trips.looks import Looks
from garita.desktop.widgets import FlowLayout, icon_label, label


@dataclass(frozen=True)
class Holder:
    """Whose passport it is. ``rows``: (what it is, what it says), the name first."""

    rows: Sequence[tuple[str, str]]
    country: str
    number: str
    looks: Looks
    lines: tuple[str, str]


class PassportPage(QWidget):
    """Painted paper with real labels on it, so that everything can be selected, enlarged and read aloud."""

    def __init__(self, theme: Theme, holder: Holder, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._holder, self._compact = theme, holder, compact
        self._ground: QPixmap | None = None
        self.setAccessibleName(self.tr("Passport"))
        self._column = QVBoxLayout(self)
        if compact:
            self._build_compact()
        else:
            self._build()
        theme.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The paper, painted anew only when size or theme is."""
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.size() != self.size() * ratio:
            self._ground = paper.picture(self._theme, self.size(), ratio)
        QPainter(self).drawPixmap(0, 0, self._ground)

    def _build(self) -> None:
        self._column.addLayout(self._head())
        self._middle = QHBoxLayout()
        photo = Photo(self._theme, self._holder.looks, self.tr("Photograph"), compact=False)
        self._middle.addWidget(photo, 0, Qt.AlignmentFlag.AlignTop)
        name, *rest = self._holder.rows
        self._words = QVBoxLayout()
        self._words.addWidget(Field(self._theme, *name, "heading"))
        self._flow = FlowLayout(fill=True)
        for caption, value in rest:
            self._flow.addWidget(Field(self._theme, caption, value))
        self._words.addLayout(self._flow)
        self._words.addStretch(1)
        self._middle.addLayout(self._words, 1)
        self._column.addLayout(self._middle)
        self._column.addStretch(1)
        self._column.addWidget(MachineLines(self._theme, self._holder.lines))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(icon_label("passport", "accent", 18))
        title = label(f"PASAPORTE · {self._holder.country.upper()}", "caption", tone="accent")
        head.addWidget(title, 1)
        head.addWidget(_unwrapped(label(self._holder.number, "caption", tone="accent")))
        return head

    def _build_compact(self) -> None:
        (_, name), *rest = self._holder.rows
        self._middle = QHBoxLayout()
        self._middle.addWidget(Photo(self._theme, self._holder.looks, self.tr("Photograph"), compact=True))
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(label(name, "heading"))
        words.addWidget(label(self._holder.country, "small"))
        words.addStretch(1)
        self._middle.addLayout(words, 1)
        self._column.addLayout(self._middle)
        rows = QGridLayout()
        rows.setColumnStretch(1, 1)
        for number, (caption, value) in enumerate(row for row in rest if row[1] != self._holder.country):
            what = _unwrapped(label(caption, "caption"))
            what.setContentsMargins(0, 1, 0, 0)  # smaller type, the same line
            said = label(value, "small", tone="text")
            said.setAccessibleName(f"{caption}: {value}")
            rows.addWidget(what, number, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(said, number, 1)
        self._column.addLayout(rows)
        self._rows = rows

    def _dress(self) -> None:
        theme, step = self._theme, 3 if self._compact else 5
        self._ground = None
        self._column.setContentsMargins(*[theme.space(step)] * 4)
        self._column.setSpacing(theme.space(3))
        self._middle.setSpacing(theme.space(3 if self._compact else 5))
        if self._compact:
            self._rows.setHorizontalSpacing(theme.space(3))
            self._rows.setVerticalSpacing(theme.space(1))
        else:
            self._words.setSpacing(theme.space(3))
            self._flow.setSpacing(theme.space(3))
        self.update()


def _unwrapped(text: QLabel) -> QLabel:
    text.setWordWrap(False)
    return text
