"""The measurement behind ``garita doctor --echo``, in rooms made of arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import numpy as np
import pytest

from garita.audio import echo_check
from garita.audio.echo_check import EchoReport, measure
from garita.audio.vad import VoiceDetector
from garita.errors import EchoUnknown
from garita.sound import BLOCK, RATE, Block, Samples
from tests.audio.speech import echoed, noise, silence, spoken

_START = 50.0


class Room:
    """A loudspeaker, a microphone and the air between them; its time is that of the blocks taken."""

    def __init__(self, echo: Callable[[Samples], Samples], hiss: float = 0.001, seconds: float = 60.0) -> None:
        self._echo = echo
        self._sound = noise(seconds, hiss) if hiss else silence(seconds)
        self._taken = 0

    def clock(self) -> float:
        return _START + self._taken * BLOCK / RATE

    def play(self, samples: Samples) -> None:
        start = self._taken * BLOCK
        sounding = self._echo(np.concatenate([samples, silence(3.0)]))[: self._sound.size - start]
        self._sound[start : start + sounding.size] += sounding
        np.clip(self._sound, -1, 1, out=self._sound)

    def blocks(self) -> Iterator[Block]:
        while (self._taken + 1) * BLOCK <= self._sound.size:
            self._taken += 1
            yield Block(self._sound[(self._taken - 1) * BLOCK : self._taken * BLOCK], self.clock())


@pytest.fixture(scope="module")
def sentence() -> Samples:
    return spoken("Buenos días. Muéstreme su pasaporte, por favor, y dígame qué trae en la maleta.", "es")


def _measured(room: Room, sentence: Samples) -> EchoReport:
    return measure(room.play, room.blocks(), sentence, VoiceDetector(), room.clock)


@pytest.mark.parametrize("delay", [0.03, 0.12, 0.3])
@pytest.mark.parametrize("gain", [0.05, 0.3])
def test_delay_and_level_are_measured(sentence: Samples, delay: float, gain: float) -> None:
    report = _measured(Room(lambda sound: echoed(sound, delay, gain)), sentence)
    assert report.delay_ms == pytest.approx(1000 * delay, abs=3)
    assert report.echo_db == pytest.approx(20 * np.log10(gain), abs=2)
    assert report.room_db == pytest.approx(-60, abs=1)
    assert report.remaining_db < report.echo_db - 10
    assert report.voice_share_before > 0.25
    assert report.voice_share_after < 0.02
    assert report.recommendation == "barge_in"


def test_an_echo_that_cannot_be_cancelled_means_taking_turns(sentence: Samples) -> None:
    def bent(sound: Samples) -> Samples:
        """A loudspeaker that wavers, so that the echo never stands still."""
        places = np.arange(sound.size) + 60 * np.sin(np.arange(sound.size) / RATE * 2 * np.pi * 3)
        return np.interp(places, np.arange(sound.size), echoed(sound, 0.08, 0.5)).astype(np.float32)

    report = _measured(Room(bent), sentence)
    assert report.interruptions > 0
    assert report.recommendation == "half_duplex"


def test_a_deafening_echo_means_headphones(sentence: Samples) -> None:
    report = _measured(Room(lambda sound: np.clip(echoed(sound, 0.05, 40.0), -1, 1)), sentence)
    assert report.clipped
    assert report.recommendation == "headphones"


def test_a_wide_but_faint_echo_is_found_in_noise(sentence: Samples) -> None:
    report = _measured(Room(lambda sound: echoed(sound, 0.2, 0.02), hiss=0.005), sentence)
    assert report.delay_ms == pytest.approx(200, abs=3)


@pytest.mark.parametrize("hiss", [0.0, 0.001, 0.05])
def test_no_echo_is_said(sentence: Samples, hiss: float) -> None:
    with pytest.raises(EchoUnknown):
        _measured(Room(lambda sound: 0 * sound, hiss=hiss), sentence)


@pytest.mark.parametrize("seconds", [0.2, 1.0, 4.0])
def test_a_microphone_that_stops_is_said(sentence: Samples, seconds: float) -> None:
    with pytest.raises(EchoUnknown):
        _measured(Room(lambda sound: sound, seconds=seconds), sentence)


def test_the_report_is_plain_json(sentence: Samples) -> None:
    report = _measured(Room(lambda sound: echoed(sound, 0.05, 0.2)), sentence)
    assert msgspec.json.decode(msgspec.json.encode(report), type=EchoReport) == report


def test_the_tone_is_quiet_enough_and_spares_the_ends() -> None:
    tone = echo_check.sweep()
    assert tone.dtype == np.float32
    assert 0.2 < np.abs(tone).max() <= 0.25
    assert abs(tone[0]) < 1e-3
    assert abs(tone[-1]) < 1e-3
