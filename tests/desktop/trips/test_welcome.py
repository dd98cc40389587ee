"""The welcome leads to the booth in a few clicks or keys, can be left at every step, and is not shown twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from garita import wiring_voice
from garita.desktop.theme import Theme
from garita.desktop.trips.welcome import Welcome
from garita.roleplay.scenario import Scenario
from tests.audio.fake_system import SPEAKERS, FakeSystem
from tests.desktop.desk import Desk

Words = Callable[[QWidget], str]


@pytest.fixture
def welcome(desk: Desk, qtbot: QtBot) -> Iterator[Welcome]:
    welcome = make(desk, qtbot)
    yield welcome
    welcome.leave()


@pytest.fixture
def silent(theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    """A computer without a microphone."""
    desk = Desk(theme, tmp_path, SPEAKERS)
    yield desk
    desk.close()


def make(desk: Desk, qtbot: QtBot) -> Welcome:
    welcome = Welcome(desk.context)
    qtbot.addWidget(welcome)
    welcome.resize(1024, 700)
    welcome.show()
    welcome.activateWindow()
    qtbot.waitUntil(lambda: bool(welcome.choose.tiles))
    return welcome


def put_recogniser() -> None:
    """One that is found; nothing here loads it."""
    model = wiring_voice.recognisers() / "small" / "model.bin"
    model.parent.mkdir(parents=True)
    model.touch()


def system(desk: Desk) -> FakeSystem:
    found = desk.engines.sound()
    assert isinstance(found, FakeSystem)
    return found


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def finished(welcome: Welcome) -> list[tuple[Scenario | None, int]]:
    """What it will have told when it ends."""
    told: list[tuple[Scenario | None, int]] = []
    welcome.finished.connect(lambda scenario, seed: told.append((scenario, seed)))
    return told


def test_three_clicks_lead_to_the_booth(welcome: Welcome, desk: Desk, qtbot: QtBot) -> None:
    told = finished(welcome)
    levels = [tile.trip.scenario.level for tile in welcome.choose.tiles]
    assert levels == ["A2", "B1", "B2"]
    click(qtbot, welcome.choose.tiles[1])
    click(qtbot, welcome.next)
    click(qtbot, welcome.next)
    ((scenario, seed),) = told
    assert scenario == welcome.choose.tiles[1].trip.scenario
    assert desk.went == [("booth", {"scenario": scenario, "seed": seed})]
    assert desk.settings.now.window.welcomed


def test_the_keyboard_alone_is_enough(welcome: Welcome, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: welcome.focusWidget() is welcome.choose.tiles[0])
    qtbot.keyClick(welcome.choose.tiles[0], Qt.Key.Key_Right)
    focused = welcome.focusWidget()
    assert focused is welcome.choose.tiles[1]
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert welcome.focusWidget() is welcome.next
    qtbot.keyClick(welcome.next, Qt.Key.Key_Space)
    qtbot.keyClick(welcome.next, Qt.Key.Key_Space)
    assert desk.went[0][0] == "booth"


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_every_step_can_be_skipped(welcome: Welcome, desk: Desk, qtbot: QtBot, steps: int) -> None:
    told = finished(welcome)
    if steps:
        click(qtbot, welcome.choose.tiles[0])
    for _ in range(steps - 1):
        click(qtbot, welcome.next)
    assert welcome.step == steps
    click(qtbot, welcome.skip)
    assert told == [(None, 0)]
    assert desk.went == [("booth", {})]
    assert desk.settings.now.window.welcomed


def test_escape_skips(welcome: Welcome, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(welcome.isActiveWindow)
    qtbot.keyClick(welcome, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.went == [("booth", {})])


def test_who_leaves_it_for_another_page_has_seen_it(welcome: Welcome, desk: Desk, qtbot: QtBot) -> None:
    assert not desk.settings.now.window.welcomed
    welcome.hide()
    assert desk.settings.now.window.welcomed


def test_one_can_go_back(welcome: Welcome, qtbot: QtBot) -> None:
    assert not welcome.back.isVisible()
    click(qtbot, welcome.choose.tiles[0])
    click(qtbot, welcome.next)
    click(qtbot, welcome.back)
    click(qtbot, welcome.back)
    assert welcome.step == 0
    assert welcome.next.isVisible()  # a trip is chosen already


# --- the microphone -------------------------------------------------------------------------------------------------


def test_the_level_is_live_while_its_step_is_seen_and_only_then(welcome: Welcome, desk: Desk, qtbot: QtBot) -> None:
    assert not system(desk).streams
    click(qtbot, welcome.choose.tiles[0])
    qtbot.waitUntil(lambda: bool(system(desk).streams) and "Headset" in welcome.microphone.state.text())
    stream = system(desk).streams[-1]
    stream.give(np.full(1024, 0.1, np.float32), 1.0)
    qtbot.waitUntil(lambda: welcome.microphone.meter.level > -25)
    click(qtbot, welcome.next)
    qtbot.waitUntil(lambda: stream.closed)
    click(qtbot, welcome.back)
    qtbot.waitUntil(lambda: len(system(desk).streams) == 2)
    welcome.hide()
    qtbot.waitUntil(lambda: system(desk).streams[-1].closed)


def test_another_microphone_can_be_chosen(welcome: Welcome, desk: Desk, qtbot: QtBot) -> None:
    click(qtbot, welcome.choose.tiles[0])
    devices = welcome.microphone.devices
    qtbot.waitUntil(lambda: devices.count() == 3)
    devices.setFocus()
    devices.setCurrentIndex(devices.findText("Camera"))
    devices.activated.emit(devices.currentIndex())
    qtbot.waitUntil(lambda: "Camera" in welcome.microphone.state.text())
    assert desk.settings.now.voice.microphone == "Camera"


def test_who_types_is_not_listened_to_and_is_told_how(welcome: Welcome, desk: Desk, qtbot: QtBot, words: Words) -> None:
    click(qtbot, welcome.choose.tiles[0])
    click(qtbot, welcome.microphone.typing)
    assert welcome.step == 2
    assert not desk.settings.now.voice.listens
    assert "Type your answer and press Enter." in words(welcome)
    assert not welcome.check.listening


def test_who_comes_back_to_the_microphone_speaks_after_all(welcome: Welcome, desk: Desk, qtbot: QtBot) -> None:
    click(qtbot, welcome.choose.tiles[0])
    click(qtbot, welcome.microphone.typing)
    click(qtbot, welcome.back)
    click(qtbot, welcome.next)
    assert desk.settings.now.voice.listens


def test_how_to_answer_follows_the_settings(welcome: Welcome, desk: Desk, qtbot: QtBot, words: Words) -> None:
    put_recogniser()
    click(qtbot, welcome.choose.tiles[0])
    click(qtbot, welcome.next)
    assert "Just speak; a pause ends your turn." in words(welcome)
    desk.settings.change({"voice.mode": "push_to_talk", "window.talk_key": "F8"})
    click(qtbot, welcome.back)
    click(qtbot, welcome.next)
    assert "Hold F8 while you speak." in words(welcome)


def test_a_missing_recogniser_is_said_with_a_way_to_one(
    welcome: Welcome, desk: Desk, qtbot: QtBot, words: Words
) -> None:
    click(qtbot, welcome.choose.tiles[0])
    qtbot.waitUntil(lambda: "Speech is not understood yet" in words(welcome))
    click(qtbot, welcome.next)
    assert "Type your answer and press Enter." in words(welcome)
    click(qtbot, welcome.back)
    (button,) = [each for each in welcome.findChildren(QPushButton) if each.text() == "Get speech recognition"]
    click(qtbot, button)
    assert desk.went == [("officers", {})]
    assert desk.settings.now.window.welcomed


def test_with_a_recogniser_nothing_is_said(welcome: Welcome, desk: Desk, qtbot: QtBot, words: Words) -> None:
    put_recogniser()
    click(qtbot, welcome.choose.tiles[0])
    qtbot.waitUntil(lambda: "Headset" in words(welcome))
    qtbot.wait(50)
    assert "Speech is not understood" not in words(welcome)


def test_without_a_microphone_one_goes_on(silent: Desk, qtbot: QtBot, words: Words) -> None:
    welcome = make(silent, qtbot)
    click(qtbot, welcome.choose.tiles[0])
    qtbot.waitUntil(lambda: "Plug one in and look again, or type your answers." in words(welcome))
    assert "No microphone to listen to" in words(welcome)
    click(qtbot, welcome.next)
    click(qtbot, welcome.next)
    assert silent.went[0][0] == "booth"
    welcome.leave()


def test_trips_that_cannot_be_read_do_not_keep_one_here(desk: Desk, qtbot: QtBot) -> None:
    desk.journal.close()
    welcome = Welcome(desk.context)
    qtbot.addWidget(welcome)
    welcome.show()
    qtbot.waitUntil(lambda: bool(desk.told))
    for _ in range(3):
        click(qtbot, welcome.next)
    assert desk.went == [("booth", {})]
    welcome.leave()
