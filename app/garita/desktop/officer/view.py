"""The booth as a widget: shows a scenario's officer and moves them as the conversation goes.

Knows what it is told to show and nothing of sessions or messages. All methods are for the main thread. A hidden view
costs nothing: its timer stands still.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from zlib import crc32

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from garita.desktop.officer.face import Face, Mood, State
from garita.desktop.officer.layers import Layers
from garita.desktop.officer.light import light_at
from garita.desktop.officer.look import Appearance, appearance
from garita.desktop.officer.stage import scene_of
from garita.desktop.officer.visemes import Lips
from garita.desktop.theme import Theme
from garita.roleplay.scenario import Scenario

RADIUS = 12.0
RESIZE_MS = 90


class OfficerView(QWidget):
    """The officer in the booth. Empty until ``show_scenario``."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._theme, self._clock = theme, clock
        self._scenario: Scenario | None = None
        self._look: Appearance | None = None
        self._hour = 12
        self._face = Face(0, clock(), reduced=theme.reduced_motion)
        self._layers: Layers | None = None
        self._painted: tuple[int, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self._resized = QTimer(self)  # a window that is being dragged is painted afresh when it rests
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZE_MS)
        self._resized.timeout.connect(self._paint_afresh)
        self._meanwhile: QPixmap | None = None
        theme.changed.connect(self._theme_changed)
        self.setMinimumSize(120, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._say_who()

    # --- what to show ----------------------------------------------------------------------------------------------

    def show_scenario(self, scenario: Scenario, hour: int) -> None:
        """Another booth: place, light of that hour (0 to 23), officer in their usual manner, at rest."""
        self._scenario, self._look, self._hour = scenario, appearance(scenario), hour
        seed = crc32(scenario.officer.name.encode())
        self._face = Face(seed, self._clock(), scenario.officer.manner, self._theme.reduced_motion)
        self._paint_afresh()
        self._say_who()
        self._wake()

    def set_state(self, state: State) -> None:
        """What the officer is doing."""
        self._face.set_state(state, self._clock())
        self._say_who()
        self._wake()

    def set_mood(self, mood: Mood) -> None:
        """The officer's manner, or how they feel by now ("annoyed", "pleased")."""
        self._face.set_mood(mood)
        self._wake()

    def speak(self, marks: Sequence[tuple[float, str]], seconds: float) -> None:
        """Move the lips through these phonemes; without any, in the rhythm of speech."""
        self._face.speak(Lips.of_marks(marks, seconds), self._clock())
        self._wake()

    def stop_speaking(self) -> None:
        """Close the mouth."""
        self._face.stop_speaking()
        self._wake()

    def look_at_passport(self) -> None:
        """Read the passport for a moment."""
        self._face.look_at_passport(self._clock())
        self._wake()

    def stamp(self) -> None:
        """Stamp the passport."""
        self._face.stamp(self._clock())
        self._wake()

    @property
    def moving(self) -> bool:
        """Whether a next picture is due by itself."""
        return self._timer.isActive()

    # --- Qt --------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """A comfortable booth."""
        return QSize(560, 520)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move."""
        super().showEvent(event)
        self._wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still."""
        self._timer.stop()
        if self._meanwhile is not None:
            self._paint_afresh()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until the size rests, the old picture is shown as large as it must be."""
        super().resizeEvent(event)
        if self._layers is None or not self.isVisible():
            self._layers = None
            return
        self._meanwhile = self._meanwhile or self._snapshot(self._layers)
        self._resized.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another language: say it again."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_who()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """A screen with other pixels needs other pictures."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._paint_afresh()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The booth, or nothing."""
        layers = self._ready_layers()
        if layers is None:
            return
        painter = QPainter(self)
        if self._meanwhile is not None:
            self._paint_meanwhile(painter, self._meanwhile)
            return
        pose = self._face.at(self._clock())
        self._painted = pose.stepped()
        layers.paint(painter, pose, event.rect())
        self._paint_edge(painter)
        painter.end()

    # --- inside ----------------------------------------------------------------------------------------------------

    def _ready_layers(self) -> Layers | None:
        if self._scenario is None or self._look is None:
            return None
        if self._layers is None:
            scene, light = scene_of(self._scenario, self._look.bands), light_at(self._hour)
            self._layers = Layers(self._look, scene, light, QSizeF(self.size()), self.devicePixelRatioF(), RADIUS)
        return self._layers

    def _paint_edge(self, painter: QPainter) -> None:
        """A hairline in the theme's colour: day does not run into a light page, nor night into a dark one."""
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.colours.border, 1.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _snapshot(self, layers: Layers) -> QPixmap:
        picture = QPixmap((layers.size * layers.ratio).toSize())
        picture.setDevicePixelRatio(layers.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        layers.paint(painter, self._face.at(self._clock()), QRect(QPoint(), layers.size.toSize()))
        painter.end()
        return picture

    def _paint_meanwhile(self, painter: QPainter, picture: QPixmap) -> None:
        """The last picture, grown over the whole view from its middle; nothing is stretched."""
        size = picture.deviceIndependentSize()
        grow = max(self.width() / size.width(), self.height() / size.height())
        wide, tall = size.width() * grow, size.height() * grow
        target = QRectF((self.width() - wide) / 2, (self.height() - tall) / 2, wide, tall)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, picture, QRectF(picture.rect()))
        painter.end()

    def _paint_afresh(self) -> None:
        self._resized.stop()
        self._meanwhile = None
        self._layers = None
        self.update()

    def _tick(self) -> None:
        """Ask for a repaint where something has moved, and come again in time."""
        pose = self._face.at(self._clock())
        if pose.stepped() != self._painted:
            layers = self._ready_layers()
            self.update() if layers is None else self.update(layers.moving)
        self._come_again()

    def _wake(self) -> None:
        if self.isVisible() and self._scenario is not None:
            self._timer.stop()
            self._tick()

    def _come_again(self) -> None:
        pace = self._face.pace()
        if pace > 0 and self.isVisible():
            self._timer.start(round(pace * 1000))

    def _theme_changed(self) -> None:
        self._face.reduced = self._theme.reduced_motion
        self.update()
        self._wake()

    def _say_who(self) -> None:
        """What a screen reader says: who sits there, and what they are doing."""
        if self._scenario is None:
            self.setAccessibleName(self.tr("The booth is empty"))
            return
        doing = {
            "idle": self.tr("waiting"),
            "listening": self.tr("listening to you"),
            "hearing": self.tr("hearing you speak"),
            "thinking": self.tr("thinking"),
            "speaking": self.tr("speaking"),
            "asleep": self.tr("asleep"),
        }[self._face.state]
        who = self._scenario.officer
        text = self.tr("{name}, officer, {service}: {doing}")
        self.setAccessibleName(text.format(name=who.name, service=who.service, doing=doing))
        self.setAccessibleDescription(self._scenario.place_name)
