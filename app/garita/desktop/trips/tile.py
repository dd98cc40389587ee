"""A trip as a card in the grid, and the card that draws one by lot. Both are buttons: click, space, enter.

They show what they are given and know neither files nor the page.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from garita.desktop.theme import Theme
from garita.desktop.theme.colours import mixed
from garita.desktop.trips import words
from garita.desktop.trips.scene import PROPORTION, Key, Pictures, key_of
from garita.desktop.trips.trip import Trip
from garita.desktop.widgets import FlowLayout, Pill, icon_label, label
from garita.roleplay.scenario import Scenario

_HIGHEST = 250  # pixels of a picture
_WIDTH = 264  # of a card at text size 1, from which the grid breaks its rows


class ScenePicture(QWidget):
    """A scene's picture, filling the width there is; ``round_below`` where nothing follows under it."""

    def __init__(
        self, theme: Theme, pictures: Pictures, scenario: Scenario, *, round_below: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._pictures, self._scenario, self._round_below = theme, pictures, scenario, round_below
        self._image: QImage | None = None
        self._asked = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pictures.ready.connect(self._take)

    @property
    def painted(self) -> bool:
        """Whether the picture is there yet."""
        return self._image is not None

    def hasHeightForWidth(self) -> bool:
        """The same proportion, until it would fill the window."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return min(round(width * PROPORTION), _HIGHEST)

    def sizeHint(self) -> QSize:
        """As wide as a card."""
        width = self._theme.scaled(_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture within the card's corners; it is asked for when it is first seen at a width."""
        if self.width() != self._asked:
            self._asked = self.width()
            self._pictures.want(self._scenario, self._asked, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room, radius = QRectF(self.rect()), self._theme.radius - 1
        shape = QPainterPath()
        shape.addRoundedRect(room, radius, radius)
        if not self._round_below:
            lower = QPainterPath()
            lower.addRect(room.adjusted(0, radius, 0, 0))
            shape = shape.united(lower)
        if self._image is None:
            painter.fillPath(shape, self._theme.colours.accent_soft)
            return
        painter.setClipPath(shape)
        painter.drawImage(room, self._image, self._part())

    def _part(self) -> QRectF:
        """What of the picture is shown where it is less high: more of it is cut off below than above the officer."""
        assert self._image
        width, whole = self._image.width(), self._image.height()
        height = min(whole, width * self.height() / max(1, self.width()))
        return QRectF(0, (whole - height) * 0.3, width, height)

    def _take(self, key: Key, image: QImage) -> None:
        if key == key_of(self._scenario):
            self._image = image
            self.update()


class Tile(QAbstractButton):
    """A card one can press; ``column`` takes what stands on it.

    Signals:
        moved(int): an arrow key leads to the next (1) or the previous (-1) tile.
    """

    moved = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self._ring = _Ring(theme, self)

    def sizeHint(self) -> QSize:
        """As wide as a card, as high as it needs."""
        width = self._theme.scaled(_WIDTH)
        return QSize(width, self.column.totalHeightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ring goes with the card."""
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())
        self._ring.raise_()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._ring.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too; arrows lead to its neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.moved.emit(1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, radius = self._theme.colours, self._theme.radius
        painter.setPen(QPen(colours.accent if self.underMouse() else colours.border, 1))
        painter.setBrush(colours.hover if self.isDown() else colours.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class _Ring(QWidget):
    """The focus ring of a tile, above its picture; it takes no clicks."""

    def __init__(self, theme: Theme, tile: Tile) -> None:
        super().__init__(tile)
        self._theme, self._tile = theme, tile
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Only while the tile has the keyboard."""
        if self._tile.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colours.focus, 3))
            edge = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(edge, self._theme.radius, self._theme.radius)


class TripTile(Tile):
    """One trip: picture, titles, where, who, how long, how often."""

    def __init__(self, theme: Theme, pictures: Pictures, trip: Trip, parent: QWidget | None = None) -> None:
        scenario = trip.scenario
        super().__init__(theme, f"{scenario.title}. {trip.translated}".removesuffix(". "), parent)
        self.trip = trip
        self.setAccessibleDescription(", ".join(self._facts()))
        self.picture = ScenePicture(theme, pictures, scenario)
        self.column.addWidget(self.picture)
        self._words = QVBoxLayout()
        self._words.addLayout(self._pills())
        self._words.addSpacing(theme.space(1))
        self._words.addWidget(label(scenario.title, "heading"))
        if trip.translated:
            self._words.addWidget(label(trip.translated, "small"))
        self._words.addSpacing(theme.space(2))
        self._words.addStretch(1)
        self._words.addLayout(self._line(words.PLACE_ICONS[scenario.place], f"{trip.country} · {scenario.place_name}"))
        officer = f"{scenario.officer.name} · {words.manner(scenario.officer.manner)}"
        self._words.addLayout(self._line("officers", officer))
        self._words.addLayout(self._line("clock", " · ".join(self._times())))
        self.column.addLayout(self._words, 1)
        only_read(self)
        theme.changed.connect(self._space)
        self._space()

    def _pills(self) -> FlowLayout:
        scenario, pills = self.trip.scenario, FlowLayout(spacing=6)
        pills.addWidget(Pill(scenario.level, words.LEVEL_TONES[scenario.level]))
        pills.addWidget(Pill(words.case(scenario.case), "dim"))
        if self.trip.own:
            pills.addWidget(Pill(self.tr("Yours"), "accent", "file"))
        return pills

    def _line(self, icon: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.space(2))
        row.addWidget(icon_label(icon, "dim", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, "small", tone="dim"), 1)
        return row

    def _times(self) -> list[str]:
        return [text for text in (words.length(self.trip.minutes), words.practised(self.trip.practised)) if text]

    def _facts(self) -> list[str]:
        scenario = self.trip.scenario
        return [
            scenario.level, words.case(scenario.case), self.trip.country, scenario.place_name, scenario.officer.name,
            words.manner(scenario.officer.manner), *self._times(),
        ]  # fmt: skip

    def _space(self) -> None:
        theme = self._theme
        self._words.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(4))
        self._words.setSpacing(theme.space(1))


class SurpriseTile(Tile):
    """A trip drawn by lot, with a traveller drawn by lot."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("SurpriseTile", "Surprise me")
        text = QCoreApplication.translate("SurpriseTile", "A booth somewhere, another name, another suitcase.")
        super().__init__(theme, title, parent)
        self.setAccessibleDescription(text)
        self._dice = QLabel()
        self._words = [label(title, "heading"), label(text, "small")]
        self.column.addStretch(1)
        self.column.addWidget(self._dice, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in self._words:
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(part)
        self.column.addStretch(1)
        only_read(self)
        theme.changed.connect(self._space)
        self._space()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Full of colour, so that it stands out among the pictures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, radius = self._theme.colours, self._theme.radius
        ground = colours.surface if self._theme.name == "contrast" else colours.student_bubble
        if self.isDown() or self.underMouse():
            ground = mixed(ground, colours.text, 0.2 if self.isDown() else 0.1)
        painter.setPen(QPen(colours.accent, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _space(self) -> None:
        theme = self._theme
        self.column.setContentsMargins(*[theme.space(5)] * 4)
        self.column.setSpacing(theme.space(2))
        token = "text" if theme.name == "contrast" else "on_student_bubble"
        self._dice.setPixmap(theme.pixmap("dice", token, 56))
        for part in self._words:
            part.setStyleSheet(f"color: {theme.colours.token(token).name()};")


def only_read(button: QWidget) -> None:
    """Let clicks on a card's words reach the card."""
    for part in button.findChildren(QLabel):
        part.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    for child in button.findChildren(QWidget):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
