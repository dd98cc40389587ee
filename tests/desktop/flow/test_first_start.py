"""The first start: from the welcome to the officer's first words and an answer, in few clicks, and never again."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt

from garita import settings
from garita.desktop.trips.welcome import Welcome
from garita.settings import Settings
from tests.desktop.flow.conftest import Start
from tests.desktop.flow.whole import PATIENCE, words

SECONDS = 60  # from the first click to the officer's first words
CLICKS = 4


def test_from_the_first_click_to_talking(start: Start) -> None:
    garita = start(Settings())
    assert garita.window.current == "welcome"
    welcome = garita.window.page("welcome")
    assert isinstance(welcome, Welcome)
    garita.qtbot.waitUntil(lambda: len(welcome.choose.tiles) == 3)
    began = time.monotonic()
    garita.click(welcome.choose.tiles[0])
    garita.click_on("Continue")
    garita.click_on("Go to the booth")
    assert garita.window.current == "booth"
    garita.qtbot.waitUntil(lambda: bool(garita.entries) and garita.entries[0].state == "done", timeout=PATIENCE)
    assert time.monotonic() - began < SECONDS
    assert garita.clicks <= CLICKS
    assert garita.entries[0].who == "officer"
    garita.until_your_turn()
    garita.say("Buenos días. Aquí tiene mi pasaporte.")
    assert [entry.who for entry in garita.entries[:3]] == ["officer", "student", "officer"]


def test_the_welcome_by_keyboard_alone(start: Start) -> None:
    garita = start(Settings())
    welcome = garita.window.page("welcome")
    assert isinstance(welcome, Welcome)
    garita.qtbot.waitUntil(lambda: bool(welcome.choose.tiles) and welcome.choose.tiles[0].hasFocus())
    for _ in range(3):
        focus = garita.window.focusWidget()
        assert focus
        garita.qtbot.keyClick(focus, Qt.Key.Key_Space)
    assert garita.window.current == "booth"
    garita.until_your_turn()
    assert garita.window.focusWidget() is garita.booth.room.bar.edit


@pytest.mark.parametrize("way", ["skip", "recogniser", "close"])
def test_the_welcome_is_not_shown_twice(start: Start, way: str) -> None:
    garita = start(Settings())
    assert garita.window.current == "welcome"
    if way == "skip":
        garita.click_on("Skip")
        assert garita.window.current == "booth"
        assert "booth" in words(garita.window).lower()
    elif way == "recogniser":
        welcome = garita.window.page("welcome")
        assert isinstance(welcome, Welcome)
        garita.click(garita.qtbot_until(lambda: welcome.choose.tiles)[0])
        garita.click_on("Get speech recognition")
        assert garita.window.current == "officers"
    garita.close()
    assert settings.load().window.welcomed
    assert start(settings.load()).window.current == "booth"
