"""One loudness for all voices."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from garita.engines.voices.loudness import LEVEL, active_level, levelled
from garita.sound import limited

RATE = 16_000


def tone(level: float, seconds: float = 1.0) -> np.ndarray:
    return (level * np.sin(np.arange(int(seconds * RATE)) * 0.1)).astype(np.float32)


@pytest.mark.parametrize("level", [1e-4, 0.01, 0.5, 1.0, 3.0])
def test_quiet_and_loud_become_equally_loud(level: float) -> None:
    assert active_level(levelled(tone(level), RATE), RATE) == pytest.approx(LEVEL, abs=0.2)


def test_pauses_do_not_make_speech_louder() -> None:
    """A sentence with a long pause has the loudness of one without."""
    paused = np.concatenate([tone(0.3), np.zeros(3 * RATE, np.float32), tone(0.3)])
    assert np.abs(levelled(paused, RATE)).max() == pytest.approx(np.abs(levelled(tone(0.3), RATE)).max(), rel=0.02)


def test_silence_stays_silence() -> None:
    for count in (0, 1, 100, RATE):
        assert not levelled(np.zeros(count, np.float32), RATE).any()
        assert len(levelled(np.zeros(count, np.float32), RATE)) == count


def test_ends_are_soft() -> None:
    samples = levelled(np.ones(RATE, np.float32), RATE)
    assert samples[0] == samples[-1] == 0
    assert np.abs(np.diff(samples)).max() < 0.005


@given(arrays.arrays(np.float32, st.integers(0, 2000), elements=st.floats(-100, 100, width=32)))
def test_nothing_ever_clips(samples: np.ndarray) -> None:
    result = levelled(samples, RATE)
    assert result.dtype == np.float32 and result.shape == samples.shape
    assert np.all(np.isfinite(result)) and np.abs(result).max(initial=0) <= 1


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_the_limit_bends_in_order_and_leaves_small_samples(one: float, other: float) -> None:
    low, high = sorted((one, other))
    bent = limited(np.array([low, high], np.float32))
    assert bent[0] <= bent[1] and np.abs(bent).max() <= 1
    if abs(low) <= 0.7:
        assert bent[0] == np.float32(low)
