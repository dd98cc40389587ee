"""What somebody said, to be read again: a bubble, doubtful words underlined, and a button to hear one's own voice."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from garita.desktop.history import words
from garita.desktop.theme import Theme
from garita.desktop.widgets import icon_button, keep_icon, label
from garita.journal.journal import Turn

_WIDEST = 620


class TurnView(QWidget):
    """One turn, at the left the officer's, at the right the student's.

    Signals:
        play(int): the student wants to hear this turn, or no longer.
    """

    play = Signal(int)

    def __init__(
        self,
        theme: Theme,
        turn: Turn,
        note: str = "",
        doubts: Sequence[tuple[int, int]] = (),
        *,
        recorded: bool = False,
    ) -> None:
        super().__init__()
        self.turn, self._theme = turn, theme
        self.bubble = _Bubble(theme, turn, doubts)
        mine = turn.who == "student"
        self.note = label(f"{words.who(turn.who)}{f'  ·  {note}' if note else ''}", "caption")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight if mine else Qt.AlignmentFlag.AlignLeft)
        self.button = icon_button("play", self.tr("Hear yourself"), size=18) if recorded else None
        if self.button:
            self.button.clicked.connect(self._wants_play)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addWidget(self.note)
        column.addLayout(self._line(mine))

    def show_playing(self, on: bool) -> None:
        """The button stops what sounds."""
        if self.button:
            keep_icon(self.button, "stop" if on else "play", size=18)
            name = self.tr("Stop") if on else self.tr("Hear yourself")
            self.button.setAccessibleName(name)
            self.button.setToolTip(name)

    def _line(self, mine: bool) -> QHBoxLayout:
        """The bubble at its side, as wide as its words and never quite across."""
        line = QHBoxLayout()
        line.setSpacing(self._theme.space(1))
        if mine:
            line.addStretch(1)
            if self.button:
                line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            line.setContentsMargins(0, 0, self._theme.space(12), 0)
        line.addWidget(self.bubble, 1000)
        if not mine:
            line.addStretch(1)
        return line

    def _wants_play(self) -> None:
        self.play.emit(self.turn.id)


class _Bubble(QFrame):
    def __init__(self, theme: Theme, turn: Turn, doubts: Sequence[tuple[int, int]]) -> None:
        super().__init__()
        self._theme, self._turn = theme, turn
        self.words = label("", "body")
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setText(_marked(turn.text + ("" if turn.complete else " …"), doubts))
        self.words.setSizePolicy(_growing())
        self.setAccessibleName(f"{words.who(turn.who)}: {turn.text}")
        if doubts:
            heard = ", ".join(turn.text[start:end] for start, end in doubts)
            self.setToolTip(self.tr("Perhaps heard wrongly: {words}").format(words=heard))
            self.setAccessibleDescription(self.toolTip())
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        theme.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground; in high contrast the officer's has an edge instead."""
        theme, mine = self._theme, self._turn.who == "student"
        ground = theme.colours.student_bubble if mine else theme.colours.officer_bubble
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colours.border if theme.name == "contrast" else ground, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.radius, theme.radius)

    def _dress(self) -> None:
        theme = self._theme
        mine = self._turn.who == "student"
        colour = (theme.colours.on_student_bubble if mine else theme.colours.text).name()
        self.words.setStyleSheet(f"QLabel {{ color: {colour}; }}")
        self._column.setContentsMargins(theme.space(4), theme.space(2.5), theme.space(4), theme.space(2.5))
        letters = QFontMetrics(theme.font("body")).horizontalAdvance(self._turn.text[:500] + " …")
        self.setMaximumWidth(min(theme.scaled(_WIDEST), letters + theme.space(9)))


def _growing() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def _marked(text: str, doubts: Sequence[tuple[int, int]]) -> str:
    """The text as HTML with its doubtful words underlined by dots."""
    parts, place = [], 0
    for start, end in doubts:
        parts += [escape(text[place:start]), '<span style="text-decoration: underline;"><i>',
                  escape(text[start:end]), "</i></span>"]  # fmt: skip
        place = end
    return "".join((*parts, escape(text[place:]))).replace("\n", "<br>")
