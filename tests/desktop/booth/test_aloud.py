"""The booth aloud, with nothing faked: built-in officer, test ear, espeak, and a sound server of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from garita import paths
from garita.desktop.booth.page import BoothPage
from garita.desktop.context import Context
from garita.desktop.jobs import Jobs
from garita.desktop.settings_keeper import SettingsKeeper
from garita.desktop.theme import Theme
from garita.engine_room import EngineRoom
from garita.engines.voices.espeak import synthesize
from garita.journal.journal import Journal
from garita.roleplay import scenario_file
from garita.settings import ModelSettings, Settings, VoiceSettings, WindowSettings
from tests.audio import pulse as server


@pytest.fixture(scope="module")
def pulse() -> Iterator[server.Pulse]:
    with server.running() as running:
        yield running


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tmp_path: Path, pulse: server.Pulse) -> Iterator[BoothPage]:
    ear = str(paths.models() / "oido-de-prueba")
    now = Settings(
        model=ModelSettings(threads=1), window=WindowSettings(officer=False),
        voice=VoiceSettings(recogniser=ear, mode="push_to_talk", speed=1.5, keep_recordings=True),
    )  # fmt: skip
    jobs = Jobs()
    settings = SettingsKeeper(now, jobs)
    with closing(Journal(tmp_path / "journal.sqlite3")) as journal:
        engines = EngineRoom(lambda: settings.now, lambda: journal)
        told: list[object] = []
        context = Context(
            theme=theme, settings=settings, jobs=jobs, engines=engines, journal=lambda: journal, language="en",
            go=lambda page, **what: None, tell=lambda what, help=None: told.append(what),
        )  # fmt: skip
        page = BoothPage(context)
        qtbot.addWidget(page, before_close_func=BoothPage.leave)  # before its threads lose whom they tell
        page.resize(1024, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        yield page
        page.leave()
        jobs.close()
        engines.close()
    assert told == []


def test_space_is_held_and_the_officer_answers_aloud(page: BoothPage, pulse: server.Pulse, qtbot: QtBot) -> None:
    page.begin(scenario_file.find("es_barajas_turismo"), 3)
    stages: list[str] = []
    page.conversation.stage_changed.connect(stages.append)
    qtbot.waitUntil(lambda: stages == ["thinking", "speaking", "your_turn"], timeout=20_000)  # the greeting was heard
    assert not page.room.missing.isVisible()
    edit = page.room.bar.edit
    QTest.keyPress(edit, Qt.Key.Key_Space)
    pulse.speak(synthesize("buenos días aquí tiene mi pasaporte"))
    QTest.keyRelease(edit, Qt.Key.Key_Space)
    turn = ["hearing", "understanding", "thinking", "speaking", "your_turn"]
    qtbot.waitUntil(lambda: stages[3:] == turn, timeout=20_000)
    row = page.transcript.last_row("student")  # a notice that the microphone gave no sound so far may stand before it
    assert row is not None
    entry = page.transcript.entries[row]
    assert entry.spoken
    assert "pasaporte" in entry.text
    talk = page.conversation.talk
    assert talk
    qtbot.waitUntil(lambda: len(list((paths.home() / "recordings").glob(f"{talk.number}-{entry.turn}.flac"))) == 1)
