from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from garita.desktop.officer import hands, look, person, stage
from garita.desktop.officer.desk import PASSPORT, STAMP
from garita.desktop.officer.horizon import Horizon
from garita.desktop.officer.light import Light, light_at
from garita.desktop.officer.look import Appearance, Bands, Beard, Face, HairStyle, appearance
from garita.desktop.officer.pose import Pose
from garita.desktop.officer.stage import Scene
from garita.desktop.officer.tones import tones_of
from garita.roleplay import scenario_file
from garita.roleplay.scenario import Place

CARMEN = appearance(scenario_file.find("es_barajas_turismo"))
JORDI = appearance(scenario_file.find("es_prat_estudiante"))
NOON = light_at(12)
SIDE = 100


def painted(paint: Callable[[QPainter], None]) -> QImage:
    """The stage at a tenth of its size."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    box = stage.view_box(QSizeF(1000, 1000))
    painter.scale(SIDE / box.width(), SIDE / box.height())
    painter.translate(-box.topLeft())
    paint(painter)
    painter.end()
    return image


def somebody(seen: Appearance, pose: Pose | None = None) -> QImage:
    return painted(lambda painter: person.paint_person(painter, seen, tones_of(seen, NOON), pose or Pose()))


def all_differ(images: list[QImage]) -> bool:
    return all(one != other for number, one in enumerate(images) for other in images[number + 1 :])


def test_hairstyles_are_told_apart_with_and_without_a_cap(qapp: QApplication) -> None:
    styles = get_args(HairStyle)
    for cap in (False, True):
        shown = [
            somebody(replace(CARMEN if style in look.WOMEN_HAIR else JORDI, hair=style, cap=cap)) for style in styles
        ]
        assert all_differ(shown)


def test_beards_faces_glasses_and_ages_are_told_apart(qapp: QApplication) -> None:
    assert all_differ([somebody(replace(JORDI, beard=beard)) for beard in get_args(Beard)])
    assert all_differ([somebody(replace(JORDI, face=face)) for face in get_args(Face)])
    assert all_differ([somebody(replace(JORDI, age=age)) for age in ("young", "middle", "older")])
    assert somebody(replace(JORDI, glasses=True)) != somebody(replace(JORDI, glasses=False))


def test_a_turned_head_is_another_picture(qapp: QApplication) -> None:
    assert all_differ([somebody(CARMEN, Pose(yaw=yaw, pitch=pitch)) for yaw in (-1, 0, 1) for pitch in (-1, 0, 1)])


@pytest.mark.parametrize("place", get_args(Place))
def test_every_place_is_painted_whole_in_every_light(qapp: QApplication, place: Place) -> None:
    images = []
    for light in (light_at(hour) for hour in (6, 12, 19, 23)):
        image = painted(lambda painter, light=light: behind(painter, place, "andes", light))
        assert all(image.pixelColor(x, y).alpha() == 255 for x in range(0, SIDE, 7) for y in range(0, SIDE, 7))
        images.append(image)
    assert all_differ(images)


def behind(painter: QPainter, place: Place, horizon: Horizon, light: Light) -> None:
    stage.paint_behind(painter, Scene(place, horizon, Bands(("#112233", "#ffffff"))), light)


def test_every_horizon_is_another_one(qapp: QApplication) -> None:
    horizons = get_args(Horizon)
    assert all_differ([painted(lambda p, horizon=horizon: behind(p, "airport", horizon, NOON)) for horizon in horizons])


def test_a_stroke_begins_and_ends_where_the_stamp_stands_and_meets_the_page() -> None:
    assert (hands.stroke(0.0).x, hands.stroke(1.0).x) == (STAMP[0], STAMP[0])
    pressed = max((hands.stroke(number / 100) for number in range(101)), key=lambda stroke: stroke.pressed)
    assert pressed.pressed > 0.9
    assert abs(pressed.x - PASSPORT[0]) < 100
    assert abs(pressed.y - PASSPORT[1]) < 30


def test_a_stroke_has_no_jumps() -> None:
    strokes = [hands.stroke(number / 200) for number in range(201)]
    for one, other in itertools.pairwise(strokes):
        assert abs(other.x - one.x) + abs(other.y - one.y) < 20
