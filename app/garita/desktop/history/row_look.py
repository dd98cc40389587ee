"""Paints a line of the history: mark, title, facts, and what a search found; the day above its first line."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from garita.desktop.history import words
from garita.desktop.history.model import DAY, ROW, HistoryModel
from garita.desktop.history.rows import Found, Row
from garita.desktop.theme.colours import faded
from garita.desktop.theme.theme import Theme

_SOFT = {"good": "good_soft", "warn": "warn_soft", "bad": "bad_soft", "dim": "hover"}
_DISC = 40


class RowLook(QStyledItemDelegate):
    """One line is as high as its words need, whatever their size."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts: dict[tuple[str, QFont.Weight], tuple[QFont, QFontMetricsF]] = {}
        self._sizes: dict[tuple[bool, bool], QSize] = {}
        theme.changed.connect(self._forget)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as heading, title, facts and snippet together; asked for every line there is, so it is remembered."""
        model = cast(HistoryModel, index.model())
        place = index.row()
        kind = model.begins_day(place), model.rows[place].found is not None
        if kind not in self._sizes:
            heading = self._heading_height() if kind[0] else 0.0
            self._sizes[kind] = QSize(0, round(heading + self._line_height(found=kind[1])))
        return self._sizes[kind]

    def _forget(self) -> None:
        self._fonts, self._sizes = {}, {}

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The day, then the line."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if heading := index.data(DAY):
            self._paint_heading(painter, area, str(heading))
            area.setTop(area.top() + self._heading_height())
        on = self._paint_ground(painter, area, option.state)
        self._paint_row(painter, area.adjusted(*self._margins()), row, on)
        painter.restore()

    # --- parts ------------------------------------------------------------------------------------------------------

    def _paint_heading(self, painter: QPainter, area: QRectF, text: str) -> None:
        space = self._theme.space
        self._write(painter, "caption", self._theme.colours.dim)
        place = QRectF(area.left() + space(3), area.top(), area.width() - space(6), self._heading_height() - space(1))
        painter.drawText(place, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> str:
        """What is chosen or under the pointer; returns the colour of all words where they stand on a strong ground."""
        theme, flag = self._theme, QStyle.StateFlag
        box = area.adjusted(1, 2, -1, -2)
        chosen = bool(state & flag.State_Selected)
        strong = chosen and theme.name == "contrast"
        if chosen or state & flag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            colours = theme.colours
            painter.setBrush(colours.accent if strong else colours.accent_soft if chosen else colours.hover)
            painter.drawRoundedRect(box, theme.control_radius, theme.control_radius)
        if state & flag.State_HasFocus and state & flag.State_KeyboardFocusChange:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colours.focus, 2))
            painter.drawRoundedRect(box, theme.control_radius, theme.control_radius)
        return "on_accent" if strong else ""

    def _paint_row(self, painter: QPainter, area: QRectF, row: Row, on: str) -> None:
        mark = words.mark(row.head.verdict)
        self._paint_mark(painter, area, mark, on)
        disc = self._theme.scaled(_DISC) + self._theme.space(4)
        text = area.adjusted(disc, 0, 0, 0)
        beside = self._paint_right(painter, text, row, mark, on)
        text.setRight(text.right() - beside)
        self._paint_title(painter, text, row, on)
        if row.found:
            found = area.adjusted(disc, self._title_height() + self._facts_height(), 0, 0)
            self._paint_found(painter, found, row.found, on)

    def _paint_mark(self, painter: QPainter, area: QRectF, mark: words.Mark, on: str) -> None:
        theme, side = self._theme, self._theme.scaled(_DISC)
        disc = QRectF(area.left(), area.top() + self._theme.space(0.5), side, side)
        contrast = theme.name == "contrast"
        painter.setPen(QPen(theme.colours.token(on or mark.tone), 1.5) if contrast else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if contrast else theme.colours.token(_SOFT[mark.tone]))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        picture, size = theme.pixmap(mark.icon, on or mark.tone, 20), theme.scaled(20)
        at = disc.center().toPoint()
        painter.drawPixmap(at.x() - size // 2, at.y() - size // 2, picture)

    def _paint_title(self, painter: QPainter, area: QRectF, row: Row, on: str) -> None:
        colours = self._theme.colours
        metrics = self._write(painter, "body", colours.token(on or "text"), QFont.Weight.DemiBold)
        line = QRectF(area.left(), area.top(), area.width(), self._title_height())
        self._elided(painter, line, row.title, metrics)
        facts = [row.level, words.minutes(row.head.seconds), words.words(row.head.words), row.place]
        metrics = self._write(painter, "small", colours.token(on or "dim"))
        line = QRectF(area.left(), line.bottom(), area.width(), self._facts_height())
        self._elided(painter, line, "  ·  ".join(fact for fact in facts if fact), metrics)

    def _paint_right(self, painter: QPainter, area: QRectF, row: Row, mark: words.Mark, on: str) -> float:
        """When, and how it ended; returns the room that takes."""
        colours, align = self._theme.colours, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        width = 0.0
        top, left = area.top(), area.left()
        for text, colour, height in (
            (row.clock, "dim", self._title_height()), (mark.word, mark.tone, self._facts_height()),
        ):  # fmt: skip
            metrics = self._write(painter, "small", colours.token(on or colour))
            width = max(width, min(metrics.horizontalAdvance(text), area.width() / 3))
            line = QRectF(left + area.width() * 2 / 3, top, area.width() / 3, height)
            painter.drawText(line, align, metrics.elidedText(text, _ELIDE, line.width()))
            top += height
        return width + self._theme.space(4)

    def _paint_found(self, painter: QPainter, area: QRectF, found: Found, on: str) -> None:
        theme = self._theme
        who = f"{words.who(found.who)}:  "
        font, metrics = self._font("small")
        found = seen(found, int(area.width() / metrics.averageCharWidth()) - len(who))
        layout = QTextLayout(who + found.text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([self._format(start + len(who), end - start, on) for start, end in found.marks])
        layout.beginLayout()
        layout.createLine().setLineWidth(area.width())
        layout.endLayout()
        painter.setPen(theme.colours.token(on or "text"))
        painter.setClipRect(area)
        layout.draw(painter, area.topLeft())

    def _format(self, start: int, length: int, on: str) -> QTextLayout.FormatRange:
        """A found word: bold, and on a ground of its own."""
        theme, result = self._theme, QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        if not on:
            ground = theme.colours.amber
            look.setBackground(ground if theme.name == "contrast" else faded(ground, 0.35))
            if theme.name == "contrast":
                look.setForeground(theme.colours.on_accent)
        result.start, result.length, result.format = start, length, look
        return result

    # --- measures ---------------------------------------------------------------------------------------------------

    def _font(self, role: str, weight: QFont.Weight = QFont.Weight.Normal) -> tuple[QFont, QFontMetricsF]:
        if (role, weight) not in self._fonts:
            font = self._theme.font(role)
            font.setWeight(max(weight, font.weight()))
            self._fonts[role, weight] = font, QFontMetricsF(font)
        return self._fonts[role, weight]

    def _write(
        self, painter: QPainter, role: str, colour: QColor, weight: QFont.Weight = QFont.Weight.Normal
    ) -> QFontMetricsF:
        font, metrics = self._font(role, weight)
        painter.setFont(font)
        painter.setPen(colour)
        return metrics

    def _elided(self, painter: QPainter, line: QRectF, text: str, metrics: QFontMetricsF) -> None:
        shown = metrics.elidedText(text, _ELIDE, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _margins(self) -> tuple[int, int, int, int]:
        space = self._theme.space
        return space(3), space(2.5), -space(4), -space(2.5)

    def _height_of(self, role: str) -> float:
        return self._font(role)[1].height()

    def _heading_height(self) -> float:
        return self._height_of("caption") + self._theme.space(6)

    def _title_height(self) -> float:
        return self._height_of("body") + self._theme.space(0.5)

    def _facts_height(self) -> float:
        return self._height_of("small") + self._theme.space(0.5)

    def _line_height(self, *, found: bool) -> float:
        words_high = self._title_height() + self._facts_height() * (2 if found else 1)
        return max(words_high, self._theme.scaled(_DISC) + self._theme.space(1)) + self._theme.space(5)


_ELIDE = Qt.TextElideMode.ElideRight
_BEFORE = 12  # letters shown before a found word where the line's beginning has to go


def seen(found: Found, letters: int) -> Found:
    """What was found, its beginning left out where the first found word would not be seen in so many letters."""
    if not found.marks or found.marks[0][1] <= letters:
        return found
    cut = max(0, found.text.rfind(" ", 0, max(1, found.marks[0][0] - _BEFORE)) + 1)
    marks = tuple((start - cut + 1, end - cut + 1) for start, end in found.marks)
    return replace(found, text=f"…{found.text[cut:]}", marks=marks)
