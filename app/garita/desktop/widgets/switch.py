"""A check box that looks like a switch. For everything but its looks it is a check box: keys, clicks, screen reader."""

from __future__ import annotations

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from garita.desktop.theme import current_theme
from garita.desktop.theme.colours import mixed

MILLISECONDS = 140


class Switch(QCheckBox):
    """Words at the left take the room there is, the switch stands at their right; without words only the switch."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._place = 0.0
        self._slide = QPropertyAnimation(self, b"place", self)
        self._slide.setDuration(MILLISECONDS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._move)
        current_theme().changed.connect(self.updateGeometry)

    def _get_place(self) -> float:
        return self._place

    def _set_place(self, place: float) -> None:
        self._place = place
        self.update()

    place = Property(float, _get_place, _set_place)  # 0 off, 1 on; between them only while it slides

    def sizeHint(self) -> QSize:
        """The track, a ring around it for the focus, and the words."""
        track = self._track_size()
        words = self.fontMetrics().horizontalAdvance(self.text()) + current_theme().space(3) if self.text() else 0
        height = max(track.height() + 8, self.fontMetrics().height() + 8, current_theme().scaled(36))
        return QSize(words + track.width() + 8, height)

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """All of it can be clicked, words included."""
        return bool(self.rect().contains(pos))  # type: ignore[call-overload]

    def hideEvent(self, event: QHideEvent) -> None:
        """No animation runs unseen."""
        self._slide.stop()
        self._set_place(float(self.isChecked()))
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, track, knob, and the ring when it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = self._track()
        self._paint_track(painter, track)
        if self.text():
            colours = current_theme().colours
            painter.setPen(colours.text if self.isEnabled() else colours.disabled)
            words = self.rect().adjusted(4, 0, -int(track.width()) - current_theme().space(3), 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(current_theme().colours.focus, 2))
            ring = track.adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        colours = current_theme().colours
        on = colours.accent if self.isEnabled() else colours.disabled
        edge = colours.outline if self.isEnabled() else colours.disabled
        painter.setPen(QPen(mixed(edge, on, self._place), 2))
        painter.setBrush(mixed(colours.sunken, on, self._place))
        half = track.height() / 2
        painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), half - 1, half - 1)
        reach = half - 5 + self._place
        middle = track.left() + half + self._place * (track.width() - track.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(edge, colours.on_accent, self._place))
        painter.drawEllipse(QRectF(middle - reach, track.center().y() - reach, 2 * reach, 2 * reach))

    def _track_size(self) -> QSize:
        theme = current_theme()
        return QSize(theme.scaled(44), theme.scaled(24))

    def _track(self) -> QRectF:
        size = self._track_size()
        left = self.width() - size.width() - 4
        return QRectF(left, (self.height() - size.height()) / 2, size.width(), size.height())

    def _move(self, on: bool) -> None:
        self._slide.stop()
        if current_theme().reduced_motion or not self.isVisible():
            self._set_place(float(on))
            return
        self._slide.setStartValue(self._place)
        self._slide.setEndValue(float(on))
        self._slide.start()
