"""The student speaks: by button, by key, hands free; with a file for a microphone and an ear that hears its words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from garita.desktop.booth.page import BoothPage
from garita.desktop.theme import Theme
from garita.engines.voices.espeak import synthesize
from garita.errors import EngineDied
from garita.sound import Samples
from tests.desktop.booth.booths import SPEED, Desk
from tests.fakes import FakeEar
from tests.session.scene import SCENE

OPENING, QUESTION = "Buenos días. ¿Me da su pasaporte?", "Gracias. ¿De dónde viene usted?"
SAID = "aquí está mi pasaporte señor"


@pytest.fixture(scope="module")
def sound() -> Samples:
    return synthesize(SAID)


class Booth:
    """A page in a conversation that can be spoken."""

    def __init__(self, page: BoothPage, desk: Desk, sound: Samples, qtbot: QtBot) -> None:
        self.page, self.desk, self.sound, self.qtbot = page, desk, sound, qtbot
        self.bar = page.room.bar

    def begin(self, *, hands_free: bool) -> None:
        self.desk.settings.change({"voice.mode": "hands_free" if hands_free else "push_to_talk"})
        self.desk.room.hands_free = hands_free
        self.page.begin(SCENE, 1)
        self.qtbot.waitUntil(lambda: self.page.conversation.stage in ("listening", "your_turn"))

    def say(self) -> None:
        """Speak, and wait until that is over."""
        assert self.desk.room.source
        self.desk.room.source.say(self.sound)
        self.qtbot.wait(round(self.sound.size / 16 / SPEED) + 60)

    def until_answered(self) -> None:
        self.qtbot.waitUntil(lambda: self.texts() == [OPENING, SAID, QUESTION])
        self.qtbot.waitUntil(lambda: self.page.conversation.stage in ("listening", "your_turn"))

    def texts(self) -> list[str]:
        return [entry.whole for entry in self.page.transcript.entries]


@pytest.fixture
def booth(qtbot: QtBot, theme: Theme, tmp_path: Path, sound: Samples) -> Iterator[Booth]:
    desk = Desk(theme, tmp_path, [OPENING] + [QUESTION] * 9)  # more than one: answers are begun on suspicion, too
    desk.room.hears = desk.room.sounds = True
    desk.room.ear = FakeEar([SAID, SAID], [sound.size, sound.size])
    page = BoothPage(desk.context)
    qtbot.addWidget(page, before_close_func=BoothPage.leave)  # before its threads lose whom they tell
    page.resize(1100, 760)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield Booth(page, desk, sound, qtbot)
    page.leave()
    desk.close()


def test_hands_free_the_words_appear_while_they_are_spoken(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=True)
    stages: list[str] = []
    grey: list[str] = []

    def look(_: object) -> None:
        last = booth.page.transcript.entries[-1]
        if last.state == "hearing":
            grey.append(last.whole)

    booth.page.conversation.stage_changed.connect(stages.append)
    booth.page.conversation.happened.connect(look)
    assert booth.bar.badge.stage == "listening"
    assert booth.bar.edit.placeholderText() == "Speak, or type in Spanish"
    booth.say()
    booth.until_answered()
    assert stages[0] == "hearing"
    assert stages[-2:] == ["speaking", "listening"]
    assert grey
    assert all(SAID.startswith(words) for words in grey)
    assert booth.page.transcript.entries[1].spoken


def test_the_button_held_down_is_a_turn(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=False)
    mic = booth.bar.mic
    assert booth.bar.badge.stage == "your_turn"
    QTest.mousePress(mic, Qt.MouseButton.LeftButton)
    assert booth.bar.badge.stage == "hearing"
    booth.say()
    qtbot.wait(320)
    QTest.mouseRelease(mic, Qt.MouseButton.LeftButton)
    assert booth.bar.badge.stage == "understanding"
    booth.until_answered()


def test_a_click_begins_and_another_ends(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=False)
    mic = booth.bar.mic
    qtbot.mouseClick(mic, Qt.MouseButton.LeftButton)
    assert mic.speaking
    booth.say()
    qtbot.mouseClick(mic, Qt.MouseButton.LeftButton)
    assert not mic.speaking
    booth.until_answered()


def test_the_button_obeys_the_keyboard(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=False)
    mic = booth.bar.mic
    mic.setFocus()
    qtbot.keyClick(mic, Qt.Key.Key_Space)
    assert mic.speaking
    booth.say()
    qtbot.keyClick(mic, Qt.Key.Key_Return)
    booth.until_answered()


def test_space_held_in_an_empty_field_is_a_turn_and_writes_nothing(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=False)
    edit = booth.bar.edit
    assert edit.hasFocus()
    QTest.keyPress(edit, Qt.Key.Key_Space)
    assert booth.bar.badge.stage == "hearing"
    booth.say()
    qtbot.wait(280)
    QTest.keyRelease(edit, Qt.Key.Key_Space)
    booth.until_answered()
    assert edit.toPlainText() == ""


def test_space_within_a_text_is_a_space(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=False)
    qtbot.keyClicks(booth.bar.edit, "a b")
    assert booth.bar.edit.toPlainText() == "a b"
    assert booth.bar.badge.stage == "your_turn"


def test_another_key_may_be_chosen_and_works_within_a_text(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=False)
    booth.desk.settings.change({"window.talk_key": "F8"})
    assert "F8" in booth.bar.edit.placeholderText()
    qtbot.keyClicks(booth.bar.edit, "a b")
    QTest.keyPress(booth.bar.edit, Qt.Key.Key_F8)
    assert booth.bar.badge.stage == "hearing"
    QTest.keyRelease(booth.bar.edit, Qt.Key.Key_F8)
    assert booth.bar.badge.stage == "your_turn"  # a slip


def test_leaving_the_window_lets_the_key_go(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=False)
    QTest.keyPress(booth.bar.edit, Qt.Key.Key_Space)
    assert booth.bar.badge.stage == "hearing"
    QApplication.sendEvent(booth.page.window(), QEvent(QEvent.Type.WindowDeactivate))
    assert booth.bar.badge.stage == "your_turn"


def test_space_on_another_button_is_that_button(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=False)
    booth.bar.accent_button.setFocus()
    qtbot.keyClick(booth.bar.accent_button, Qt.Key.Key_Space)
    assert booth.bar.accents.isVisible()
    assert booth.bar.badge.stage == "your_turn"


def test_speaking_stops_an_officer_and_what_was_heard_stands(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=False)
    booth.bar.edit.setFocus()
    qtbot.keyClicks(booth.bar.edit, "Tome mi pasaporte.")
    qtbot.keyClick(booth.bar.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: booth.page.conversation.stage == "speaking")
    QTest.keyPress(booth.bar.edit, Qt.Key.Key_Space)
    assert booth.bar.badge.stage == "hearing"
    qtbot.wait(30)
    QTest.keyRelease(booth.bar.edit, Qt.Key.Key_Space)


def test_muted_nothing_is_heard_until_it_is_turned_on(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=True)
    tools = booth.bar.tools
    qtbot.mouseClick(tools.mic_button, Qt.MouseButton.LeftButton)
    assert booth.bar.badge.stage == "your_turn"
    assert tools.mic_button.accessibleName() == "Turn the microphone on"
    booth.say()
    assert booth.texts() == [OPENING]
    qtbot.mouseClick(tools.mic_button, Qt.MouseButton.LeftButton)
    assert booth.bar.badge.stage == "listening"
    booth.say()
    booth.until_answered()


def test_hearing_it_again_sounds_and_says_nothing_new(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=True)
    qtbot.keyClick(booth.page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert booth.bar.badge.stage == "speaking"
    qtbot.waitUntil(lambda: booth.page.conversation.stage == "listening")
    assert booth.texts() == [OPENING]


def test_hands_free_is_switched_in_passing(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=True)
    qtbot.mouseClick(booth.bar.tools.hands_switch, Qt.MouseButton.LeftButton)
    assert booth.desk.settings.now.voice.mode == "push_to_talk"
    qtbot.waitUntil(lambda: len(booth.desk.room.begun) == 2 and booth.page.conversation.running)
    assert booth.bar.badge.stage == "your_turn"
    assert booth.bar.edit.placeholderText().startswith("Hold Space or the microphone")


def test_words_that_cannot_be_recognised_are_told_and_the_next_ones_are_heard(booth: Booth, qtbot: QtBot) -> None:
    class Broken(FakeEar):
        failures = 1

        def transcribe(self, samples, **hints):  # type: ignore[no-untyped-def]
            if self.failures:
                raise EngineDied(engine="whisper", exit_code=1, restarts=0)
            return super().transcribe(samples, **hints)

    ear = Broken([SAID], [booth.sound.size])
    booth.desk.room.ear = ear
    booth.begin(hands_free=True)
    booth.say()
    qtbot.waitUntil(lambda: booth.page.transcript.entries[-1].who == "notice")
    qtbot.wait(200)  # what was still to be heard of it fails, too
    qtbot.waitUntil(lambda: booth.page.conversation.stage == "listening")
    assert [entry.who for entry in booth.page.transcript.entries] == ["officer", "notice"]
    ear.failures = 0
    booth.say()
    qtbot.waitUntil(lambda: booth.texts()[-2:] == [SAID, QUESTION])


def test_the_ring_follows_the_voice(booth: Booth, qtbot: QtBot) -> None:
    booth.begin(hands_free=True)
    mic = booth.bar.mic
    loud: list[float] = []
    booth.page.conversation.level_changed.connect(lambda: loud.append(mic.loudness))
    assert booth.desk.room.source
    booth.desk.room.source.say(booth.sound)
    qtbot.waitUntil(lambda: len(loud) > 3 and max(loud) > 0.4)
