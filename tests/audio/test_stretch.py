"""Slower speech keeps its pitch and moves its marks."""

from __future__ import annotations

import numpy as np
import pytest

from garita.audio.stretch import stretched
from garita.sound import Mark, Speech

RATE = 22_050


@pytest.mark.parametrize("speed", [0.5, 0.75, 0.9, 1.25, 2.0])
def test_length_changes_and_pitch_does_not(speed: float) -> None:
    tone = (0.3 * np.sin(2 * np.pi * 220 * np.arange(2 * RATE) / RATE)).astype(np.float32)
    slow = stretched(Speech(tone, RATE, (Mark(1.0, "a"),)), speed)
    assert slow.rate == RATE
    assert slow.samples.dtype == np.float32
    assert abs(slow.samples.size / RATE - 2 / speed) < 0.05
    spectrum = np.abs(np.fft.rfft(slow.samples * np.hanning(slow.samples.size)))
    assert abs(np.argmax(spectrum) * RATE / slow.samples.size - 220) < 2
    assert slow.marks == (Mark(1.0 / speed, "a"),)


def test_its_own_speed_and_nothing_stay_as_they_are() -> None:
    speech = Speech(np.ones(10, np.float32), RATE)
    assert stretched(speech, 1.0) is speech
    nothing = Speech(np.zeros(0, np.float32), RATE)
    assert stretched(nothing, 0.5) is nothing
