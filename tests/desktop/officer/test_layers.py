from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from garita.desktop.officer.layers import Layers
from garita.desktop.officer.light import light_at
from garita.desktop.officer.look import appearance
from garita.desktop.officer.pose import Pose
from garita.desktop.officer.stage import scene_of
from garita.roleplay import scenario_file

CARMEN = scenario_file.find("es_barajas_turismo")
SIZE = QSize(501, 467)
POSE = Pose(breath=0.37, tilt=0.12, smile=0.5)


def layers(ratio: float) -> Layers:
    look = appearance(CARMEN)
    return Layers(look, scene_of(CARMEN, look.bands), light_at(12), QSizeF(SIZE), ratio)


def image(ratio: float, paint: Callable[[QPainter], None]) -> QImage:
    picture = QImage((QSizeF(SIZE) * ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(0)
    painter = QPainter(picture)
    paint(painter)
    painter.end()
    return picture


def difference(one: QImage, other: QImage) -> float:
    """The mean difference of the grey of pixels far from the edges, 0 to 255."""
    spots = [(x, y) for x in range(20, one.width() - 20, 9) for y in range(20, one.height() - 20, 9)]
    return sum(abs(one.pixelColor(*s).lightness() - other.pixelColor(*s).lightness()) for s in spots) / len(spots)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_what_is_put_together_looks_like_what_is_painted_at_once(qapp: QApplication, ratio: float) -> None:
    kept = layers(ratio)
    at_once = image(ratio, lambda painter: layers(ratio).paint_whole(painter, POSE))
    resting = image(ratio, lambda painter: kept.paint(painter, POSE, QRect(QPoint(), SIZE)))
    image(ratio, lambda painter: kept.paint(painter, Pose(yaw=0.5), QRect(QPoint(), SIZE)))
    moving = image(ratio, lambda painter: kept.paint(painter, POSE, QRect(QPoint(), SIZE)))
    assert difference(at_once, resting) < 0.6
    assert difference(at_once, moving) < 0.6


@pytest.mark.parametrize("ratio", [1.25, 1.5, 1.75])
def test_what_moves_begins_on_a_whole_pixel(ratio: float) -> None:
    corner = layers(ratio).moving.topLeft()
    assert (corner.x() * ratio).is_integer()
    assert (corner.y() * ratio).is_integer()
