"""The trip card: the traveller's passport, the open suitcase, and the secret that only the student knows.

Takes its words from ``roleplay.dossier``, as the terminal's card does; what the student has to say stays Spanish.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from garita.desktop.theme import Theme
from garita.desktop.trips import mrz, things
from garita.desktop.trips.looks import is_woman, looks
from garita.desktop.trips.passport import Holder, PassportPage
from garita.desktop.trips.suitcase import Suitcase
from garita.desktop.widgets import icon_label, label, quiet
from garita.messages_to_user.entry import Language
from garita.roleplay import dossier
from garita.roleplay.scenario import Scenario, Traveller

_SIDE_BY_SIDE = 760  # pixels at text size 1 from which passport and suitcase stand beside each other


class SecretNote(QWidget):
    """A slip of paper with what the student may be tempted to hide."""

    def __init__(self, theme: Theme, secret: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.addWidget(icon_label("lock", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(label(self.tr("Only you know"), "caption", tone="warn"))
        words.addWidget(label(secret, "body"))
        row.addLayout(words, 1)
        self._row, self._words = row, words
        theme.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The slip with a corner folded over."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, fold = self._theme.colours, self._theme.scaled(16)
        left, top, right, bottom = 0.5, 0.5, self.width() - 0.5, self.height() - 0.5
        slip = QPainterPath()
        slip.moveTo(left, top)
        for x, y in ((right - fold, top), (right, top + fold), (right, bottom), (left, bottom)):
            slip.lineTo(x, y)
        slip.closeSubpath()
        corner = QPainterPath()
        corner.moveTo(right - fold, top)
        corner.lineTo(right - fold, top + fold)
        corner.lineTo(right, top + fold)
        corner.closeSubpath()
        painter.setPen(colours.warn)
        painter.fillPath(slip, colours.warn_soft)
        painter.drawPath(slip)
        painter.fillPath(corner, colours.surface)
        painter.drawPath(corner)

    def _dress(self) -> None:
        theme = self._theme
        self._row.setContentsMargins(theme.space(4), theme.space(3), theme.space(6), theme.space(3))
        self._row.setSpacing(theme.space(3))
        self._words.setSpacing(theme.space(0.5))


class TripCard(QWidget):
    """Who the student is on this journey. ``compact`` is the form that stands beside the booth."""

    def __init__(
        self, theme: Theme, scenario: Scenario, language: Language, *, compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._language, self._compact = theme, language, compact
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._parts: QBoxLayout | None = None
        self.setAccessibleName(self.tr("Trip card"))
        theme.changed.connect(self._dress)
        self.show_scenario(scenario)

    @property
    def scenario(self) -> Scenario:
        """What is shown."""
        return self._scenario

    def show_scenario(self, scenario: Scenario) -> None:
        """Show another journey."""
        self._scenario = scenario
        self.setAccessibleDescription(self.as_text())
        self._clear()
        self._inside = QWidget(self)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._inside)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.addWidget(self._passport(), 11)
        self._parts.addWidget(self._suitcase(), 9)
        self._column.addWidget(self._inside)
        self._column.addWidget(self._foot(scenario.traveller))
        self._dress()

    def set_compact(self, compact: bool) -> None:
        """Take the other form."""
        if compact != self._compact:
            self._compact = compact
            self.show_scenario(self._scenario)

    def as_text(self) -> str:
        """The whole card as plain text, a line for each thing."""
        lines = [f"{self._scenario.title} · {self._scenario.place_name}"]
        for caption, value in dossier.card(self._scenario, self._language):
            lines.append(f"{caption}: {value}" if caption else f"  {value}")
        return "\n".join(lines)

    def copy(self) -> None:
        """Put the card's text on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def minimumSizeHint(self) -> QSize:
        """It may become narrow: everything wraps."""
        return QSize(self._theme.scaled(220), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Passport and suitcase stand beside each other where there is room."""
        super().resizeEvent(event)
        self._turn()

    # --- what it is made of -----------------------------------------------------------------------------------------

    def _passport(self) -> PassportPage:
        traveller = self._scenario.traveller
        papers = mrz.papers(traveller.name, traveller.nationality, date.today(), _sex(traveller))
        rows = dossier.card(self._scenario, self._language)
        own = rows[: len(rows) - len(traveller.suitcase) - bool(traveller.secret)]
        holder = Holder(own, own[1][1], papers.number, looks(traveller), mrz.lines(papers))
        return PassportPage(self._theme, holder, compact=self._compact)

    def _suitcase(self) -> Suitcase:
        packed = things.items(self._scenario, self._language)
        return Suitcase(self._theme, packed, self.tr("What is in your suitcase"), compact=self._compact)

    def _foot(self, traveller: Traveller) -> QWidget:
        foot = QWidget(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        if traveller.secret:
            row.addWidget(SecretNote(self._theme, traveller.secret), 1)
        else:
            row.addStretch(1)
        if not self._compact:
            self.copy_button = quiet(self.tr("Copy"), "copy")
            self.copy_button.setToolTip(self.tr("Copy the card as text"))
            self.copy_button.clicked.connect(self.copy)
            row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignBottom)
        return foot

    def _clear(self) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _turn(self) -> None:
        if self._parts is None:
            return
        beside = not self._compact and self.width() >= self._theme.scaled(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._parts.direction():
            self._parts.setDirection(direction)

    def _dress(self) -> None:
        space = self._theme.space(2 if self._compact else 4)
        self._column.setSpacing(space)
        if self._parts:
            self._parts.setSpacing(space)
        self._turn()


def _sex(traveller: Traveller) -> mrz.Sex:
    woman = is_woman(traveller)
    return "<" if woman is None else ("F" if woman else "M")
