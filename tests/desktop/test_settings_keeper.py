"""Settings change at once and are on disk a moment later; a wrong value changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from garita import settings
from garita.desktop.jobs import Jobs
from garita.desktop.settings_keeper import SettingsKeeper
from garita.errors import SettingsInvalid
from garita.settings import Settings


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_a_change_is_told_and_saved(qtbot: QtBot, jobs: Jobs) -> None:
    keeper = SettingsKeeper(Settings(), jobs)
    keys: list[str] = []
    keeper.changed.connect(keys.append)
    keeper.change({"voice.speed": 0.8, "language": "es", "voice.volume": 1.0})  # the last is what it was
    assert (keeper.now.voice.speed, keeper.now.language) == (0.8, "es")
    assert keys == ["voice.speed", "language"]
    qtbot.waitUntil(lambda: settings.load().voice.speed == 0.8, timeout=3000)
    assert settings.load() == keeper.now


def test_what_waits_is_saved_at_the_end(jobs: Jobs) -> None:
    keeper = SettingsKeeper(Settings(), jobs)
    keeper.change({"window.theme": "dark"})
    keeper.flush()
    assert settings.load().window.theme == "dark"


def test_a_value_outside_its_limits_changes_nothing(jobs: Jobs) -> None:
    keeper = SettingsKeeper(Settings(), jobs)
    with pytest.raises(SettingsInvalid):
        keeper.change({"voice.volume": 0.5, "voice.speed": 9.0})
    assert keeper.now == Settings()


def test_the_newest_is_written_last_whoever_began_first(qtbot: QtBot, jobs: Jobs) -> None:
    keeper = SettingsKeeper(Settings(), jobs)
    for step in range(6):
        keeper.change({"voice.volume": step / 10})
        keeper._save()
        keeper.change({"voice.volume": step / 10 + 0.05})
    keeper.flush()
    jobs.close()
    assert settings.load().voice.volume == 0.55
