from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF

from garita.desktop.officer.layers import MOVING
from garita.desktop.officer.look import appearance
from garita.desktop.officer.person import HEAD
from garita.desktop.officer.stage import scene_of, view_box
from garita.roleplay import scenario_file

SIZES = [(240, 240), (320, 180), (560, 520), (700, 900), (1024, 700), (1600, 1200), (300, 1200), (2400, 500), (1, 1)]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_stretched(size: tuple[int, int]) -> None:
    box = view_box(QSizeF(*size))
    assert box.width() / box.height() == pytest.approx(size[0] / size[1])


@pytest.mark.parametrize("size", SIZES)
def test_the_head_is_always_in_view(size: tuple[int, int]) -> None:
    box = view_box(QSizeF(*size))
    assert box.contains(HEAD[0] - 120, HEAD[1] - 120)
    assert box.contains(HEAD[0] + 120, HEAD[1] + 160)


@pytest.mark.parametrize("size", [(240, 240), (560, 520), (1600, 1200)])
def test_a_common_view_shows_cap_hands_and_elbows(size: tuple[int, int]) -> None:
    officer = MOVING.adjusted(44, 22, -44, -34)
    assert view_box(QSizeF(*size)).contains(officer)


def test_a_small_view_goes_near() -> None:
    assert view_box(QSizeF(240, 240)).height() < view_box(QSizeF(900, 900)).height()


def test_each_place_has_its_own_horizon() -> None:
    scenes = {scenario.id: scene_of(scenario, appearance(scenario).bands) for scenario in scenario_file.load_all()}
    assert (
        scenes["es_barajas_turismo"].horizon
        != scenes["es_prat_estudiante"].horizon
        != scenes["es_algeciras_coche"].horizon
    )
    assert scenes["mx_aicm_muestras"].horizon != scenes["mx_tijuana_familia"].horizon
    assert {scene.place for scene in scenes.values()} == {"airport", "land_border", "port"}
