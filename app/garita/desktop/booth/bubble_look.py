"""Where everything of an entry stands: measured once for a width. ``bubble_paint`` paints it.

Knows entries and the theme's type and space; nothing of scrolling and of what can be done with an entry.
"""

from __future__ import annotations

import math
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from garita.desktop.booth.transcript import Entry
from garita.desktop.theme.theme import Theme

_KEPT = 160  # measured entries that are kept: a few screens full
_WIDEST = 620  # pixels of text at most; longer lines are hard to read
_SHARE = 0.82  # of the room a bubble may take
_LETTER, _LINE = 0.52, 1.35  # a letter's width and a line's height in sizes of the type, about
_LEADING = 1.12  # between lines
PORTRAIT = 40  # pixels of the officer's portrait at text size 1
ICON = 16


@dataclass(frozen=True)
class Words:
    """What is painted of an entry beside its text."""

    name: str
    remarks: Sequence[str]
    try_again: str


@dataclass
class Measured:
    """An entry measured for a width, from the row's top left corner."""

    entry: Entry
    begins: bool
    height: int
    bubble: QRectF
    text: QTextLayout
    text_at: QPointF
    caption: str = ""
    caption_at: QRectF = field(default_factory=QRectF)
    remark: QTextLayout | None = None
    remark_at: QPointF = field(default_factory=QPointF)
    button: QRectF = field(default_factory=QRectF)
    button_text: str = ""


class BubbleLook:
    """Measures entries, and keeps what was measured last."""

    def __init__(self, theme: Theme, words: Callable[[Entry], Words]) -> None:
        self._theme, self._words = theme, words
        self._kept: OrderedDict[int, Measured] = OrderedDict()
        self._width = 0

    def forget(self) -> None:
        """The theme is another, measure all anew."""
        self._kept.clear()

    def guesses(self, entries: Sequence[Entry], width: int) -> list[int]:
        """About how high each will be, without measuring; thousands of them in a moment."""
        size, rest = self._theme.font("body").pixelSize(), self._theme.space(12)
        letters = max(1, int(self._room(width) / (size * _LETTER)))
        line = round(size * _LINE)
        return [(len(entry.text) + len(entry.tentative)) // letters * line + line + rest for entry in entries]

    def measured(self, entry: Entry, width: int, *, begins: bool) -> Measured:
        """Where everything of the entry stands; ``begins``: somebody else spoke before."""
        if width != self._width:
            self._kept.clear()
            self._width = width
        known = self._kept.get(entry.id)
        if known is None or known.entry is not entry or known.begins != begins:
            known = self._kept[entry.id] = self._measure(entry, width, begins=begins)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(entry.id)
        return known

    # --- measuring --------------------------------------------------------------------------------------------------

    def _free(self, width: int) -> int:
        """The width of a text that fills the view."""
        return max(80, width - 4 * self._theme.space(4))

    def _room(self, width: int) -> int:
        """The width of what somebody says at most."""
        theme, free = self._theme, self._free(width)
        return max(80, min(int(free * _SHARE) - self._portrait_room(), theme.scaled(_WIDEST)))

    def _portrait_room(self) -> int:
        return self._theme.scaled(PORTRAIT) + self._theme.space(2)

    def _measure(self, entry: Entry, width: int, *, begins: bool) -> Measured:
        if entry.who == "notice":
            return self._measure_notice(entry, width)
        theme, words = self._theme, self._words(entry)
        text = self._laid_out(entry.whole, theme.font("body"), self._room(width), entry)
        used = max(_used(text), theme.scaled(28))
        pad_x, pad_y = theme.space(4), theme.space(2.5)
        size = (used + 2 * pad_x, max(text.boundingRect().height(), theme.font("body").pixelSize()) + 2 * pad_y)
        y = float(theme.space(4 if begins else 1))
        caption_at = QRectF()
        caption = f"{words.name}  ·  {entry.time:%H:%M}" if begins and entry.who != "failure" else ""
        left = float(theme.space(4) + self._portrait_room())
        if caption:
            metrics = QFontMetricsF(theme.font("caption"))
            height, room = metrics.height(), width - left - theme.space(4)
            caption = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, room - 8)
            caption_at = QRectF(left, y, room, height)
            y += height + theme.space(1)
        if entry.who == "student":
            left = width - theme.space(4) - size[0]
        found = Measured(
            entry, begins, 0, QRectF(left, y, *size), text, QPointF(left + pad_x, y + pad_y), caption, caption_at
        )
        self._below(found, words, width)
        return found

    def _below(self, found: Measured, words: Words, width: int) -> None:
        """The button of a failure, the soft remarks, and the row's height."""
        theme, entry = self._theme, found.entry
        if entry.who == "failure":
            font = button_font(theme)
            used = QFontMetricsF(font).horizontalAdvance(words.try_again)
            button = math.ceil(used) + theme.scaled(ICON) + theme.space(9)
            where = QPointF(found.bubble.left() + theme.space(4), found.bubble.bottom())
            found.button = QRectF(where.x(), where.y(), button, max(theme.scaled(36), font.pixelSize() * 2))
            found.button_text = words.try_again
            grown = max(found.bubble.width(), button + theme.space(8))
            found.bubble.setWidth(grown)
            found.bubble.setBottom(found.button.bottom() + theme.space(3))
        bottom = found.bubble.bottom()
        if remarks := [remark for remark in words.remarks if remark]:
            room = max(found.bubble.width(), self._room(width) * 0.7)
            found.remark = self._laid_out("  ·  ".join(remarks), theme.font("caption"), int(room))
            used = _used(found.remark)
            x = found.bubble.right() - used - theme.space(1) if entry.who == "student" else found.bubble.left()
            found.remark_at = QPointF(x + theme.space(1) * (entry.who != "student"), bottom + theme.space(1))
            bottom = found.remark_at.y() + found.remark.boundingRect().height()
        found.height = round(bottom + theme.space(1))

    def _measure_notice(self, entry: Entry, width: int) -> Measured:
        theme = self._theme
        text = self._laid_out(entry.whole, theme.font("small"), self._free(width))
        size = text.boundingRect()
        pad = theme.space(3)
        bubble = QRectF(0, theme.space(3), _used(text) + 2 * pad, size.height() + theme.space(3))
        bubble.moveLeft((width - bubble.width()) / 2)
        at = QPointF(bubble.left() + pad, bubble.top() + theme.space(1.5))
        return Measured(entry, True, round(bubble.bottom() + theme.space(2)), bubble, text, at)

    def _laid_out(self, text: str, font: QFont, width: int, entry: Entry | None = None) -> QTextLayout:
        layout = QTextLayout(text.replace("\r\n", "\n").replace("\n", "\u2028") or " ", font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if entry:
            layout.setFormats(self._formats(entry))
        used = _break(layout, width)
        if layout.text() and not text.isascii() and _goes_left(text):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
            layout.setTextOption(option)
            _break(layout, used)  # its lines begin at the right edge, so that must be the bubble's
        return layout

    def _formats(self, entry: Entry) -> list[QTextLayout.FormatRange]:
        """What was not heard or is not final is dim, what is doubtful underlined."""
        colours = self._theme.colours
        ranges = []
        if entry.tentative:
            start = len(entry.whole) - len(entry.tentative)
            ranges.append(_range(start, len(entry.whole), colour=colours.dim))
        if entry.heard is not None and entry.state != "writing":
            ranges.append(_range(entry.heard, len(entry.text), colour=colours.dim))
        line = colours.on_student_bubble
        ranges += [_range(start, end, underline=line) for start, end in entry.doubts]
        return ranges


def button_font(theme: Theme) -> QFont:
    """Of a failure's button."""
    font = theme.font("small")
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _range(
    start: int, end: int, *, colour: QColor | None = None, underline: QColor | None = None
) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length = start, end - start
    style = QTextCharFormat()
    if colour:
        style.setForeground(colour)
    if underline:
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        style.setUnderlineColor(underline)
    result.format = style
    return result


def _break(layout: QTextLayout, width: float) -> float:
    """Break the text into lines of at most this width; the width that they use."""
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += round(line.height() * _LEADING)
    layout.endLayout()
    return _used(layout)


def _goes_left(text: str) -> bool:
    """Whether the first letter that has a direction goes right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def _used(layout: QTextLayout) -> float:
    """The width of the longest line."""
    lines = range(layout.lineCount())
    return math.ceil(max((layout.lineAt(number).naturalTextWidth() for number in lines), default=0.0))
