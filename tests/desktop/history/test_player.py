"""A recording sounds on its own thread, can be stopped at once, and says when it is over or why it is not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from garita.audio.file_devices import Clock, FileSink
from garita.audio.files import write_flac
from garita.audio.ports import SoundSink
from garita.desktop.history.player import Player
from garita.errors import NoLoudspeaker, SoundFileInvalid
from garita.sound import RATE


class Speakers:
    """Opens loudspeakers whose recordings can be heard again."""

    def __init__(self, speed: float) -> None:
        self.speed = speed
        self.opened: list[FileSink] = []

    def __call__(self) -> SoundSink:
        self.opened.append(FileSink(Clock(self.speed)))
        return self.opened[-1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "1-2.flac"
    write_flac(path, (0.4 * np.sin(np.arange(RATE) / 8)).astype(np.float32))
    return path


@pytest.fixture
def speakers() -> Speakers:
    return Speakers(speed=8.0)


@pytest.fixture
def player(qtbot: QtBot, speakers: Speakers) -> Iterator[Player]:
    player = Player(speakers)
    yield player
    player.stop()


def test_it_sounds_to_its_end(qtbot: QtBot, player: Player, speakers: Speakers, file: Path) -> None:
    with qtbot.waitSignal(player.ended, timeout=3000) as told:
        player.play(5, file)
        assert player.playing == 5
    assert told.args == [5]
    assert player.playing is None
    samples, rate = speakers.opened[0].recording()
    assert samples.size / rate == pytest.approx(1.0, abs=0.25)
    assert float(np.abs(samples).max()) > 0.3


def test_it_is_silent_as_soon_as_it_is_stopped(qtbot: QtBot, file: Path) -> None:
    player = Player(Speakers(speed=0.01))  # would take a minute and a half
    player.play(5, file)
    player.stop()
    assert player.playing is None
    assert not [thread for thread in threading.enumerate() if thread.name == "replay"]


def test_another_takes_its_place(qtbot: QtBot, file: Path) -> None:
    slow = Speakers(speed=0.01)
    player = Player(slow)
    player.play(5, file)
    slow.speed = 8.0
    with qtbot.waitSignals([player.ended, player.ended], timeout=3000):
        player.play(6, file)
    assert player.playing is None
    assert len(slow.opened) == 2


def test_what_fails_is_told(qtbot: QtBot, player: Player, tmp_path: Path) -> None:
    told: list[BaseException] = []
    player.failed.connect(told.append)
    with qtbot.waitSignal(player.ended, timeout=3000):
        player.play(5, tmp_path / "gone.flac")
    assert isinstance(told[0], SoundFileInvalid)
    assert player.playing is None


def test_no_loudspeaker_is_told(qtbot: QtBot, file: Path) -> None:
    def none() -> SoundSink:
        raise NoLoudspeaker(name="", known="")

    player = Player(none)
    with qtbot.waitSignal(player.failed, timeout=3000):
        player.play(5, file)
    player.stop()
