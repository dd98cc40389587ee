"""Pictures of what does not move, kept per size, scene and light, and the officer painted between them.

A frame costs a few copies of pictures and the features of one face: the place, the desk, the uniform and the turned
head are painted once and kept. Knows no widget and no clock.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from garita.desktop.officer import desk, features, hands, person, stage, uniform
from garita.desktop.officer.brush import kept
from garita.desktop.officer.light import Light
from garita.desktop.officer.look import Appearance
from garita.desktop.officer.pose import HEAD_STEPS, Pose
from garita.desktop.officer.shelf import BYTES_A_PIXEL, Shelf
from garita.desktop.officer.stage import Scene
from garita.desktop.officer.tones import tones_of

MOVING = QRectF(-352, 128, 704, 786)  # the part of the stage in which the officer moves
BODY = QRectF(-330, 490, 660, 420)
FACE = QRectF(-122, -74, 244, 256)
HEAD = QRectF(-152, -222, 304, 494)  # in the head's own coordinates
ROOM, VIEWS = 16e6, 5  # bytes, and pictures of the whole view's size, that are kept
GRID = 4  # logical pixels that are whole pixels on a screen of 125, 150 or 175 %
PHASES = 4  # positions within a pixel in which something that drifts is kept

Painted = Callable[[QPainter], None]


class Layers:
    """One booth at one size. ``size`` is in logical pixels, ``ratio`` the screen's pixels for each of them."""

    def __init__(
        self, look: Appearance, scene: Scene, light: Light, size: QSizeF, ratio: float, radius: float = 0.0
    ) -> None:
        self._look, self._scene, self._light = look, scene, light
        self._tones = tones_of(look, light)
        self.size, self.ratio, self._radius = size, ratio, radius
        self._box = stage.view_box(size)
        self._scale = size.width() / self._box.width()
        self._last_head: tuple[int, ...] = ()
        self._last_face: tuple[int, ...] = ()
        pixels = size.width() * size.height() * ratio * ratio
        self._shelf = Shelf(ROOM + VIEWS * pixels * BYTES_A_PIXEL)

    @property
    def moving(self) -> QRect:
        """The part of the view that a change of pose can touch; it begins on a whole pixel of any common screen."""
        area = self._on_view(MOVING).toAlignedRect()
        area.setLeft(area.left() // GRID * GRID)
        area.setTop(area.top() // GRID * GRID)
        return area.intersected(QRectF(QPointF(), self.size).toAlignedRect())

    def paint(self, painter: QPainter, pose: Pose, area: QRect) -> None:
        """The booth with its officer; only what lies in ``area`` need be painted."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        moving = self.moving
        if not moving.contains(area):
            painter.drawPixmap(0, 0, self._still())
        if not moving.intersects(area):
            return
        painter.setClipRect(moving.intersected(area))
        painter.drawPixmap(moving.topLeft(), self._crop("behind", moving, self._paint_behind))
        with kept(painter):
            self._to_stage(painter)
            self._officer(painter, pose)
        painter.drawPixmap(moving.topLeft(), self._crop("before", moving, self._paint_before))
        self._arms(painter, pose, moving)

    def _arms(self, painter: QPainter, pose: Pose, moving: QRect) -> None:
        """Arms that rest are kept, arms on their way are painted."""
        held_up = round(pose.passport, 2)
        if pose.stamp > 0.0 or 0.0 < held_up < 1.0:
            with kept(painter):
                self._to_stage(painter)
                self._paint_arms(painter, pose)
            return
        key = (int(held_up), int(pose.stamped))
        painter.drawPixmap(moving.topLeft(), self._crop("arms", moving, lambda p: self._paint_arms(p, pose), key))

    def paint_whole(self, painter: QPainter, pose: Pose) -> None:
        """Everything at once and nothing kept: for a still."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        with kept(painter):
            self._to_stage(painter)
            self._paint_behind(painter)
            person.paint_person(painter, self._look, self._tones, pose)
            self._paint_before(painter)
            self._paint_arms(painter, pose)

    # --- parts -----------------------------------------------------------------------------------------------------

    def _officer(self, painter: QPainter, pose: Pose) -> None:
        """From far to near: neck, body, head, what moves in the face. What rests is copied, what moves is painted."""
        turn = pose.head_steps()
        stepped = (turn[0] / HEAD_STEPS, turn[1] / HEAD_STEPS)
        held = tuple(round(number * 100) for number in (pose.yaw, pose.pitch, pose.tilt, pose.lean))
        rests, self._last_head = self._last_head in ((), held), held
        calm, self._last_face = self._last_face in ((), pose.face_steps()), pose.face_steps()

        def neck(inner: QPainter) -> None:
            self._part(inner, "neck", HEAD, lambda p: person.paint_behind(p, self._look, self._tones, stepped), turn)

        def head(inner: QPainter) -> None:
            self._part(inner, "head", HEAD, lambda p: person.paint_head(p, self._look, self._tones, stepped), turn)

        def face(inner: QPainter) -> None:
            features.paint_features(inner, self._look, self._tones, pose)

        with kept(painter):
            person.place_head(painter, pose)
            self._resting(painter, "resting neck", HEAD, neck, held) if rests else neck(painter)
        with kept(painter):
            painter.translate(*person.body_at(pose))
            self._resting(painter, "body", BODY, lambda p: uniform.paint_body(p, self._look, self._tones), ())
        with kept(painter):
            person.place_head(painter, pose)
            self._resting(painter, "resting head", HEAD, head, held) if rests else head(painter)
        with kept(painter):
            person.place_head(painter, pose)
            still = rests and calm
            self._resting(painter, "face", FACE, face, (*held, *pose.face_steps())) if still else face(painter)

    def _paint_behind(self, painter: QPainter) -> None:
        stage.paint_behind(painter, self._scene, self._light)

    def _paint_before(self, painter: QPainter) -> None:
        stage.paint_before(painter, self._light, self._look)

    def _paint_arms(self, painter: QPainter, pose: Pose) -> None:
        desk.paint_passport(painter, self._light, pose.stamped, pose.passport)
        hands.paint_arms(painter, self._look, self._tones, self._light, pose)

    # --- pictures --------------------------------------------------------------------------------------------------

    def _still(self) -> QPixmap:
        """The whole view without the officer."""

        def both(painter: QPainter) -> None:
            self._paint_behind(painter)
            self._paint_before(painter)

        return self._crop("still", QRectF(QPointF(), self.size).toAlignedRect(), both)

    def _crop(self, name: str, area: QRect, paint: Painted, key: tuple[int, ...] = ()) -> QPixmap:
        """A picture of part of the view, in the screen's own pixels."""

        def painted() -> QPixmap:
            picture, painter = _canvas(area.width(), area.height(), self.ratio)
            painter.translate(-area.x(), -area.y())
            with kept(painter):
                self._to_stage(painter)
                paint(painter)
            self._round_corners(painter)
            painter.end()
            return picture

        return self._shelf.get((name, key), painted)

    def _part(self, painter: QPainter, name: str, box: QRectF, paint: Painted, key: tuple[int, ...]) -> None:
        """A picture of something that moves, painted in its own coordinates."""

        def painted() -> QPixmap:
            picture, inner = _canvas(box.width() * self._scale, box.height() * self._scale, self.ratio)
            inner.scale(self._scale, self._scale)
            inner.translate(-box.topLeft())
            paint(inner)
            inner.end()
            return picture

        picture = self._shelf.get((name, key), painted)
        size = picture.deviceIndependentSize() / self._scale
        painter.drawPixmap(QRectF(box.topLeft(), size), picture, QRectF(picture.rect()))

    def _resting(self, painter: QPainter, name: str, box: QRectF, paint: Painted, key: tuple[int, ...]) -> None:
        """A picture of something that only drifts, as it lies on the screen: copied pixel by pixel.

        It is kept in quarters of a pixel, so that a breath moves it smoothly and still costs no resampling.
        """
        world = painter.worldTransform()
        area = world.mapRect(box)
        x, y = round(area.x() * self.ratio * PHASES), round(area.y() * self.ratio * PHASES)
        phase = (x % PHASES, y % PHASES)

        def painted() -> QPixmap:
            picture, inner = _canvas(area.width() + 2, area.height() + 2, self.ratio)
            inner.translate(phase[0] / PHASES / self.ratio - area.x(), phase[1] / PHASES / self.ratio - area.y())
            inner.setWorldTransform(world, combine=True)
            paint(inner)
            inner.end()
            return picture

        picture = self._shelf.get((name, key, phase), painted)
        painter.resetTransform()
        painter.drawPixmap(QPointF(x // PHASES / self.ratio, y // PHASES / self.ratio), picture)

    def _round_corners(self, painter: QPainter) -> None:
        if self._radius > 0:
            inside = QPainterPath()
            inside.addRoundedRect(QRectF(QPointF(), self.size), self._radius, self._radius)
            everything = QPainterPath()
            everything.addRect(QRectF(QPointF(), self.size).adjusted(-9, -9, 9, 9))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
            painter.fillPath(everything.subtracted(inside), Qt.GlobalColor.black)

    def _to_stage(self, painter: QPainter) -> None:
        painter.scale(self._scale, self._scale)
        painter.translate(-self._box.topLeft())

    def _on_view(self, area: QRectF) -> QRectF:
        moved = area.translated(-self._box.topLeft())
        return QRectF(moved.topLeft() * self._scale, moved.size() * self._scale)


def _canvas(width: float, height: float, ratio: float) -> tuple[QPixmap, QPainter]:
    picture = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    return picture, painter
