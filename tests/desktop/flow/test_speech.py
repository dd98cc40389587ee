"""Speaking in the window: a microphone on a real sound server, the test ear, the built-in officer with his voice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from garita import paths
from garita.audio.portaudio import PortAudio
from garita.settings import Settings, VoiceSettings
from tests.audio import pulse as server
from tests.audio.speech import joined, silence, spoken
from tests.desktop.flow.conftest import Start
from tests.desktop.flow.whole import PATIENCE, Whole, typing, words

SAID = joined([silence(0.2), spoken("Buenos días. Aquí tiene mi pasaporte."), silence(0.4)])


@pytest.fixture(scope="module")
def pulse() -> Iterator[server.Pulse]:
    """A sound server, of which this process' sound library knows."""
    with server.running() as running:
        PortAudio().refresh()
        yield running


def speaking(mode: str, *, aloud: bool = False) -> Settings:
    now = typing()
    ear = str(paths.models() / "oido-de-prueba")
    now.voice = VoiceSettings(mode=mode, recogniser=ear, aloud=aloud, speed=1.5)  # type: ignore[arg-type]
    return now


def until_asked(garita: Whole) -> None:
    """Wait until the officer has finished and it is the student's turn to speak."""
    stages = ("your_turn", "listening")
    garita.qtbot.waitUntil(lambda: bool(garita.entries) and garita.stage in stages, timeout=PATIENCE)


def heard(garita: Whole) -> list[str]:
    """What the student said aloud, whole."""
    return [entry.text for entry in garita.entries if entry.spoken]


def begin(garita: Whole) -> None:
    garita.window.go("booth", scenario="es_barajas_turismo", seed=1)
    until_asked(garita)
    talk = garita.booth.conversation.talk
    assert talk
    assert talk.missing == ()
    assert talk.hears


def test_a_turn_spoken_while_the_space_bar_is_held(start: Start, pulse: server.Pulse) -> None:
    garita = start(speaking("push_to_talk"))
    begin(garita)
    edit = garita.booth.room.bar.edit
    QTest.keyPress(edit, Qt.Key.Key_Space)
    garita.qtbot.waitUntil(lambda: garita.stage == "hearing")
    with pulse.speaking(SAID):
        garita.qtbot.wait(round(SAID.size / 16) + 300)
    QTest.keyRelease(edit, Qt.Key.Key_Space)
    garita.qtbot.waitUntil(lambda: "pasaporte" in " ".join(heard(garita)), timeout=PATIENCE)
    until_asked(garita)
    assert garita.entries[-1].who == "officer"
    assert edit.toPlainText() == ""


def test_hands_free_with_a_voice_and_a_microphone_that_is_unplugged(start: Start, pulse: server.Pulse) -> None:
    garita = start(speaking("hands_free", aloud=True))
    begin(garita)
    with pulse.speaking(SAID):
        garita.qtbot.waitUntil(lambda: garita.stage == "hearing", timeout=PATIENCE)
    garita.qtbot.waitUntil(lambda: "pasaporte" in " ".join(heard(garita)), timeout=PATIENCE)
    until_asked(garita)
    pulse.unplug_microphone()
    garita.qtbot.waitUntil(lambda: garita.entries[-1].who == "notice", timeout=PATIENCE)
    garita.say("Vengo de México.", wait=False)
    garita.qtbot.waitUntil(
        lambda: garita.entries[-1].who == "officer" and bool(garita.entries[-1].whole), timeout=PATIENCE
    )
    pulse.plug_microphone()

    garita.qtbot.waitUntil(
        lambda: any("You can go on" in entry.text for entry in garita.entries if entry.who == "notice"),
        timeout=PATIENCE,
    )
    assert not garita.window.notices.isVisible(), words(garita.window.notices)
