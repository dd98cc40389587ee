"""The echo check as it is run and read: a room made of arithmetic, and the words for what it finds."""

from __future__ import annotations

import io
import time
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from rich.console import Console

from garita.audio.echo_check import EchoReport
from garita.audio.ports import DeviceLost, Heard
from garita.audio.vad import VoiceDetector
from garita.errors import DeviceFailed, EchoUnknown
from garita.sound import BLOCK, RATE, Block, Samples, Speech
from garita.terminal.echo import check, show
from tests.audio.speech import echoed, noise, silence


class Room:
    """A microphone and a loudspeaker in one: what is played comes back quieter and later; its time does not wait."""

    name = "room"
    latency = 0.0
    volume = 1.0

    def __init__(self, gain: float, ends_after: int | None = None) -> None:
        self._gain, self._ends_after = gain, ends_after
        self._sound = noise(30.0, 0.001)
        self._taken = 0
        self._begins = time.monotonic()

    def play(self, speech: Speech) -> None:
        start = self._taken * BLOCK
        self._begins = time.monotonic() - start / RATE
        back: Samples = echoed(np.concatenate([speech.samples, silence(1.0)]), 0.1, self._gain)
        self._sound[start : start + back.size] += back[: self._sound.size - start]

    def get(self, timeout: float) -> Heard | None:
        if self._taken == self._ends_after:
            return DeviceLost(DeviceFailed(name="room", reason="gone"))
        self._taken += 1
        block = self._sound[(self._taken - 1) * BLOCK : self._taken * BLOCK]
        return Block(block, self._begins + self._taken * BLOCK / RATE) if block.size == BLOCK else None

    def drain(self) -> None:
        pass

    def close(self) -> None:
        pass

    def stop_now(self) -> None:
        pass

    def wait_until_silent(self, timeout: float) -> bool:
        return True

    def queued_seconds(self) -> float:
        return 0.0

    def played_seconds(self) -> float:
        return 0.0


def shown(report: EchoReport, language: str = "en") -> str:
    console = Console(file=io.StringIO(), width=200)
    show(report, console, language)  # type: ignore[arg-type]
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_rooms_echo_is_measured_and_the_setting_named(home: Path) -> None:
    room = Room(0.2)
    report = check(room, room, VoiceDetector())
    assert report.delay_ms == pytest.approx(100, abs=30)
    assert report.recommendation == "barge_in"
    text = shown(report)
    assert "barge_in = true" in text
    assert str(home / "settings.toml") in text.replace("\n", "")
    assert "-14 dB" in text


@pytest.mark.parametrize("recommendation", ["half_duplex", "headphones"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_other_rooms_get_other_advice(recommendation: str, language: str) -> None:
    report = EchoReport(80, -60, -10, -20, 0.9, 0.4, 3, clipped=False, recommendation="half_duplex")
    report = replace(report, recommendation=recommendation, clipped=recommendation == "headphones")
    text = shown(report, language)
    assert "barge_in = false" in text
    assert ("overdriven" in text or "se satura" in text) == report.clipped


@pytest.mark.parametrize("room", [Room(0.0), Room(0.2, ends_after=40)])
def test_what_cannot_be_measured_is_an_error(room: Room) -> None:
    with pytest.raises(EchoUnknown):
        check(room, room, VoiceDetector())
