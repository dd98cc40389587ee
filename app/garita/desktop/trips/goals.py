"""The goals of a conversation as a list that is ticked off: open, asked now, met, given up by the officer.

What is met is worked out by ``coaching``; the words are its too. This only draws them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from garita.coaching.goals import Goal
from garita.coaching.wording import goal_text
from garita.desktop.theme import Theme
from garita.desktop.widgets import label
from garita.messages_to_user.entry import Language
from garita.roleplay.scenario import Topic

State = Literal["open", "asked", "met", "given_up"]


class GoalMark(QWidget):
    """A ring that becomes a tick; a dot in it while the officer asks, a dash where the officer gave up."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: State = "open"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_state(self, state: State) -> None:
        """Draw this state."""
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        side = self._theme.scaled(20)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring and what is in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, side = self._theme.colours, float(self.width())
        ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        edge = {"open": colours.outline, "asked": colours.accent, "met": colours.good, "given_up": colours.warn}
        painter.setPen(QPen(edge[self._state], 2 if self._state != "open" else 1.5))
        painter.setBrush(colours.good if self._state == "met" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        inside = QPainterPath()
        if self._state == "met":
            inside.moveTo(side * 0.29, side * 0.52)
            inside.lineTo(side * 0.44, side * 0.67)
            inside.lineTo(side * 0.72, side * 0.36)
            painter.strokePath(inside, _pen(colours.surface, side * 0.11))
        elif self._state == "asked":
            inside.addEllipse(ring.center(), side * 0.2, side * 0.2)
            painter.fillPath(inside, colours.accent)
        elif self._state == "given_up":
            inside.moveTo(side * 0.32, side * 0.5)
            inside.lineTo(side * 0.68, side * 0.5)
            painter.strokePath(inside, _pen(colours.warn, side * 0.1))


class GoalRow(QWidget):
    """One goal; its state is said, not only drawn."""

    def __init__(self, theme: Theme, topic: Topic, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.topic = theme, topic
        self.state: State = "open"
        self._mark = GoalMark(theme)
        self._words = label(goal_text(topic, language), "small", tone="text")
        self._note = label("", "caption")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.set_state("open")

    def set_state(self, state: State) -> None:
        """Show and say this state."""
        self.state = state
        note = {"asked": self.tr("asked now"), "given_up": self.tr("left unanswered")}.get(state, "")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._set_tone("dim" if state == "met" else "text")
        self._mark.set_state(state)
        said = note or (self.tr("done") if state == "met" else self.tr("to do"))
        self.setAccessibleName(f"{self._words.text()}: {said}")

    def _set_tone(self, tone: str) -> None:
        if self._words.property("tone") != tone:
            self._words.setProperty("tone", tone)
            self._words.style().unpolish(self._words)
            self._words.style().polish(self._words)


class GoalList(QWidget):
    """All goals of a scenario, and how many of them are met."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self.rows: list[GoalRow] = []
        self._title = label(self.tr("What you have to do"), "caption", tone="text")
        self._count = label("", "caption")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Goals met"))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addWidget(self._bar)
        self._column.addLayout(self._list)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def count(self) -> str:
        """How many are met, in words."""
        return self._count.text()

    def show_goals(self, goals: Sequence[Goal], asked: Topic | None = None) -> None:
        """Show where the conversation stands; ``asked`` is what the officer asks for just now."""
        if [row.topic for row in self.rows] != [goal.topic for goal in goals]:
            self._make_rows([goal.topic for goal in goals])
        for row, goal in zip(self.rows, goals, strict=True):
            state: State = "asked" if goal.state == "open" and goal.topic == asked else goal.state
            if state != row.state:
                row.set_state(state)
        met = sum(goal.met for goal in goals)
        self._count.setText(self.tr("{met} of {all}").format(met=met, all=len(goals)))
        self._bar.setRange(0, max(1, len(goals)))
        self._bar.setValue(met)

    def _make_rows(self, topics: Sequence[Topic]) -> None:
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = [GoalRow(self._theme, topic, self._language) for topic in topics]
        for row in self.rows:
            self._list.addWidget(row)

    def _dress(self) -> None:
        self._column.setSpacing(self._theme.space(2))
        self._list.setSpacing(self._theme.space(1.5))


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
