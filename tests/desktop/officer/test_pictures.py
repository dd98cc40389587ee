from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from garita.desktop.officer.look import appearance
from garita.desktop.officer.pictures import HOURS, portrait, scene_image, scene_picture, usual_hour
from garita.roleplay import scenario_file

SCENARIOS = scenario_file.load_all()


@pytest.mark.parametrize("dpr", [1.0, 1.5, 2.0])
def test_pictures_are_as_large_as_asked_and_sharp(qapp: QApplication, dpr: float) -> None:
    picture = scene_picture(SCENARIOS[0], QSize(160, 90), dpr)
    assert picture.deviceIndependentSize().toSize() == QSize(160, 90)
    assert picture.size() == QSize(160, 90) * dpr
    assert portrait(SCENARIOS[0], 40, dpr).size() == QSize(40, 40) * dpr


def test_every_scenario_has_a_picture_of_its_own(qapp: QApplication) -> None:
    pictures = [scene_picture(scenario, QSize(160, 90)).toImage() for scenario in SCENARIOS]
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[number + 1 :])
    assert all(
        picture.pixelColor(x, y).alpha() == 255 for picture in pictures for x, y in ((0, 0), (159, 89), (80, 45))
    )


def test_a_picture_is_the_same_every_time(qapp: QApplication) -> None:
    assert (
        scene_picture(SCENARIOS[3], QSize(120, 90)).toImage() == scene_picture(SCENARIOS[3], QSize(120, 90)).toImage()
    )


def test_an_image_may_be_painted_on_another_thread(qapp: QApplication) -> None:
    with ThreadPoolExecutor(1) as pool:
        image = pool.submit(scene_image, SCENARIOS[0], QSize(160, 90), 1.0).result()
    assert image == scene_image(SCENARIOS[0], QSize(160, 90), 1.0)
    assert image.pixelColor(80, 45).alpha() == 255


def test_hours_differ_among_scenarios_and_not_for_one(qapp: QApplication) -> None:
    hours = [usual_hour(scenario) for scenario in SCENARIOS]
    assert set(hours) <= set(HOURS)
    assert len(set(hours)) >= 3
    day, night = (scene_picture(SCENARIOS[0], QSize(120, 90), hour=hour).toImage() for hour in (12, 23))
    assert day != night


def test_a_portrait_is_round_and_the_officers(qapp: QApplication) -> None:
    image = portrait(SCENARIOS[0], 48).toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(24, 24).alpha() == 255
    assert image != portrait(SCENARIOS[1], 48).toImage()
    assert not portrait(appearance(SCENARIOS[0]), 48).isNull()
