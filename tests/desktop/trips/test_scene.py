"""Pictures of scenes are painted away from the main thread, one at a time, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from garita.desktop.trips import scene
from garita.desktop.trips.scene import Pictures
from garita.roleplay import scenario_file
from tests.desktop.desk import Desk

MADRID = scenario_file.find("es_barajas_turismo")
TIJUANA = scenario_file.find("mx_tijuana_familia")


class HeldJobs:
    """Answers questions when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[Callable[[], Any], Callable[[Any], object], Callable[[BaseException], object]]] = []

    def ask(self, work: Any, done: Any, failed: Any) -> None:
        self.asked.append((work, done, failed))


@pytest.fixture
def held(qtbot: QtBot) -> tuple[HeldJobs, Pictures, list[scene.Key]]:
    jobs, ready = HeldJobs(), list[scene.Key]()
    pictures = Pictures(jobs)  # type: ignore[arg-type]  # only ``ask`` is used
    pictures.ready.connect(lambda key, _: ready.append(key))
    return jobs, pictures, ready


def test_a_picture_is_painted_on_another_thread_as_wide_as_wanted(desk: Desk, qtbot: QtBot) -> None:
    pictures = Pictures(desk.jobs)
    with qtbot.waitSignal(pictures.ready, timeout=10_000) as told:
        pictures.want(MADRID, 170, 2.0)
    key, image = told.args
    assert key == scene.key_of(MADRID)
    assert image.size() == QSize(640, 320)
    assert len({image.pixel(x, 150) for x in range(0, 640, 20)}) > 5


def test_two_scenes_look_different() -> None:
    size = QSize(160, 80)
    assert scene.paint(MADRID, size, 1.0) != scene.paint(TIJUANA, size, 1.0)
    assert scene.paint(MADRID, size, 1.0) == scene.paint(MADRID, size, 1.0)


def test_one_is_painted_at_a_time_and_each_only_once(held: tuple[HeldJobs, Pictures, list[scene.Key]]) -> None:
    jobs, pictures, ready = held
    for width in (300, 301, 319):  # one and the same picture
        pictures.want(MADRID, width, 1.0)
    pictures.want(TIJUANA, 300, 1.0)
    assert len(jobs.asked) == 1
    jobs.asked[0][1](QImage(4, 2, QImage.Format.Format_RGB32))
    assert len(jobs.asked) == 2
    jobs.asked[1][1](QImage(4, 2, QImage.Format.Format_RGB32))
    pictures.want(MADRID, 310, 1.0)  # kept
    assert len(jobs.asked) == 2
    assert ready == [scene.key_of(MADRID), scene.key_of(TIJUANA), scene.key_of(MADRID)]


def test_a_failure_does_not_hold_up_the_next(held: tuple[HeldJobs, Pictures, list[scene.Key]]) -> None:
    jobs, pictures, _ = held
    pictures.want(MADRID, 300, 1.0)
    pictures.want(TIJUANA, 300, 1.0)
    jobs.asked[0][2](RuntimeError("no memory"))
    assert len(jobs.asked) == 2
