"""Presented with the real officer: a rehearsal from greeting to farewell, and a live turn from the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from garita.desktop.presenter.captions import Captions
from garita.desktop.presenter.page import PresenterPage
from garita.desktop.presenter.stage import Stage
from garita.desktop.theme.theme import Theme
from garita.settings import Settings, VoiceSettings
from tests.desktop.desk import Desk

PATIENCE = 30_000


@pytest.fixture
def desk(theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    silent = Settings(voice=VoiceSettings(listens=False, aloud=False, speed=1.5))
    desk = Desk(theme, tmp_path, now=silent)
    yield desk
    desk.close()


def opened(qtbot: QtBot, desk: Desk, *, rehearsed: bool) -> Stage:
    stage = Stage(desk.context, None, rehearsed=rehearsed)
    qtbot.addWidget(stage)
    if stage.rehearsal:
        stage.rehearsal.quicken(0.0)
    stage.open()
    return stage


def test_the_rehearsal_plays_to_its_end_and_always_the_same(qtbot: QtBot, desk: Desk) -> None:
    stage = opened(qtbot, desk, rehearsed=True)
    captions: list[tuple[str, str]] = []
    assert stage.rehearsal is not None
    stage.rehearsal.says.connect(lambda line: captions.append((line.es, line.en)))
    with qtbot.waitSignal(stage.rehearsal.ended, timeout=PATIENCE):
        pass
    said = [line for line, _ in captions]
    assert said[:3] == [
        "Buenos días. Claro, aquí tiene mi pasaporte.", "Me llamo Lucía Hernández Ríos.", "Vengo de Ciudad de México.",
    ]  # fmt: skip
    assert "Me quedo dos semanas." in said
    assert stage.captions.who == stage.scenario.officer.name
    assert stage.captions.english.endswith("Good-bye.")
    stage.close()


def test_space_pauses_and_goes_on(qtbot: QtBot, desk: Desk) -> None:
    stage = opened(qtbot, desk, rehearsed=True)
    said: list[str] = []
    assert stage.rehearsal is not None
    stage.rehearsal.says.connect(lambda line: said.append(line.es))
    qtbot.waitUntil(lambda: stage.captions.who == stage.scenario.officer.name, timeout=PATIENCE)
    qtbot.keyClick(stage, Qt.Key.Key_Space)
    assert stage.rehearsal.paused
    assert stage.keys.text().startswith("Paused")
    qtbot.wait(1200)
    assert said == []
    qtbot.keyClick(stage, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(said) == 1, timeout=PATIENCE)
    stage.close()


def test_live_one_types_and_the_officer_answers_in_two_languages(qtbot: QtBot, desk: Desk) -> None:
    stage = opened(qtbot, desk, rehearsed=False)
    qtbot.waitUntil(lambda: stage.keys.text().startswith("Space begins"), timeout=PATIENCE)
    qtbot.keyClick(stage, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stage.conversation.stage == "your_turn", timeout=PATIENCE)
    before = stage.captions.spanish
    qtbot.keyClicks(stage.entry, "Claro, tome mi pasaporte.")
    qtbot.keyClick(stage.entry, Qt.Key.Key_Return)
    assert stage.captions.spanish == "Claro, tome mi pasaporte."
    qtbot.waitUntil(lambda: "name" in stage.captions.english.lower(), timeout=PATIENCE)
    assert stage.captions.spanish not in (before, "Claro, tome mi pasaporte.")
    stage.close()


def test_escape_leaves_and_gives_everything_back(qtbot: QtBot, desk: Desk) -> None:
    page = PresenterPage(desk.context)
    qtbot.addWidget(page)
    page.show()
    play = next(one for one in page.findChildren(QPushButton) if one.text() == "Play it")
    qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    assert page.busy
    assert desk.went == [("booth", {"end": True})]
    stage = page.stage
    assert stage is not None
    qtbot.waitUntil(stage.isActiveWindow)
    qtbot.keyClick(stage, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.busy)
    assert desk.went[-1] == ("presenter", {})


def test_captions_shrink_until_all_of_it_has_room(qtbot: QtBot, theme: Theme) -> None:
    captions = Captions(theme)
    qtbot.addWidget(captions)
    captions.resize(600, 400)
    captions.show_turn("Carmen", "Hola.", "Hello.")
    area = captions.rect().toRectF()
    short = captions._fitting(area)
    captions.show_turn("Carmen", "palabra " * 60, "word " * 60)
    long = captions._fitting(area)
    assert long < short
    assert sum(captions._height(text, font, area) for text, font, _ in captions._blocks(long)) <= area.height()
    assert captions.accessibleName().startswith("Carmen: palabra")
