"""What somebody said, to be read again: a bubble, doubtful words underlined, and a button to hear one's own voice.

Painted, because a long conversation has thousands of them and a label each would cost a second of waiting.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from garita.desktop.history import words
from garita.desktop.theme import Theme
from garita.desktop.widgets import icon_button, keep_icon
from garita.journal.journal import Turn

_WIDEST = 620  # of the words


class TurnView(QWidget):
    """One turn, at the left the officer's, at the right the student's.

    Signals:
        play(int): the student wants to hear this turn, or no longer.
    """

    play = Signal(int)

    def __init__(
        self, theme: Theme, turn: Turn, note: str = "", doubts: Sequence[tuple[int, int]] = (), *,
        recorded: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self.turn, self.doubts, self._theme = turn, tuple(doubts), theme
        self._mine = turn.who == "student"
        self._note = "  ·  ".join(part for part in (words.who(turn.who), note) if part)
        self._words = _Words(theme, turn.text + ("" if turn.complete else " …"), self.doubts)
        self.setAccessibleName(f"{words.who(turn.who)}: {turn.text}")
        if doubts:
            heard = ", ".join(turn.text[start:end] for start, end in doubts)
            self.setToolTip(self.tr("Perhaps heard wrongly: {words}").format(words=heard))
            self.setAccessibleDescription(self.toolTip())
        self.button = self._play_button() if recorded else None
        copy = QAction(self.tr("Copy"), self)
        copy.triggered.connect(self._copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_playing(self, on: bool) -> None:
        """The button stops what sounds."""
        if self.button:
            keep_icon(self.button, "stop" if on else "play", size=18)
            name = self.tr("Stop") if on else self.tr("Hear yourself")
            self.button.setAccessibleName(name)
            self.button.setToolTip(name)

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The note, and the words in their bubble."""
        return round(self._note_height() + self._bubble(width).height())

    def sizeHint(self) -> QSize:
        """As wide as one likes to read."""
        width = self._theme.scaled(_WIDEST)
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands beside the bubble."""
        super().resizeEvent(event)
        if self.button:
            bubble, size = self._bubble(self.width()), self.button.sizeHint()
            left = bubble.left() - self._theme.space(1) - size.width()
            top = bubble.center().y() - size.height() / 2
            self.button.setGeometry(QRect(round(left), round(top), size.width(), size.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The note, the ground, the words."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(colours.dim)
        side = Qt.AlignmentFlag.AlignRight if self._mine else Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(0, 0, self.width(), self._note_height()), side, self._note)
        bubble = self._bubble(self.width())
        self._paint_ground(painter, bubble)
        painter.setPen(colours.on_student_bubble if self._mine else colours.text)
        self._words.draw(painter, bubble.topLeft() + QPointF(*self._padding()))

    def _paint_ground(self, painter: QPainter, bubble: QRectF) -> None:
        """In high contrast the officer's has an edge instead of a ground."""
        theme = self._theme
        ground = theme.colours.student_bubble if self._mine else theme.colours.officer_bubble
        painter.setPen(QPen(theme.colours.border if theme.name == "contrast" else ground, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(bubble.adjusted(0.5, 0.5, -0.5, -0.5), theme.radius, theme.radius)

    def _bubble(self, width: int) -> QRectF:
        """Where the bubble stands: as wide as its words and never quite across."""
        theme, (across, down) = self._theme, self._padding()
        room = min(theme.scaled(_WIDEST), width - theme.space(12) - 2 * across)
        size = self._words.size(max(room, theme.scaled(60)))
        box = QRectF(0, self._note_height(), size.width() + 2 * across, size.height() + 2 * down)
        if self._mine:
            box.moveRight(width)
        return box

    def _padding(self) -> tuple[int, int]:
        return self._theme.space(4), round(self._theme.space(2.5))

    def _note_height(self) -> float:
        return QFontMetricsF(self._theme.font("caption")).height() + self._theme.space(1)

    def _play_button(self) -> QToolButton:
        button = icon_button("play", self.tr("Hear yourself"), self, size=18)
        button.clicked.connect(self._wants_play)
        return button

    def _wants_play(self) -> None:
        self.play.emit(self.turn.id)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.turn.text)


class _Words:
    """Words laid out for a width; laid out again only for another width, font or text size."""

    def __init__(self, theme: Theme, text: str, doubts: Sequence[tuple[int, int]]) -> None:
        self._theme, self._doubts = theme, doubts
        self._text = text.replace("\n", "\u2028")
        self._for: tuple[float, int] | None = None

    def size(self, width: float) -> QSize:
        """How much room they take in this width."""
        key = (width, self._theme.font("body").pixelSize())
        if key != self._for:
            self._lay_out(width)
            self._for = key
        box = self._layout.boundingRect()
        widest = max((self._layout.lineAt(i).naturalTextWidth() for i in range(self._layout.lineCount())), default=0.0)
        return QSize(int(widest) + 1, int(box.height()) + 1)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw them as they were measured last."""
        self._layout.draw(painter, at)

    @cached_property
    def _layout(self) -> QTextLayout:
        layout = QTextLayout(self._text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_doubted(start, end) for start, end in self._doubts])
        return layout

    def _lay_out(self, width: float) -> None:
        font = self._theme.font("body")
        self._layout.setFont(font)
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() * 1.1
        self._layout.endLayout()


def _doubted(start: int, end: int) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setFontItalic(True)
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, end - start, look
    return result
