"""One loudness for every voice: speech at -20 dB below full scale, never clipped, no click at its ends."""

from __future__ import annotations

import numpy as np

from garita.sound import Samples, decibels, limited

LEVEL = -20.0  # dB below full scale, over the parts in which there is speech
_ACTIVE = 30.0  # dB below the loudest frame: what is quieter is a pause
_FRAME_SECONDS = 0.02
_FADE_SECONDS = 0.004


def levelled(samples: Samples, rate: int) -> Samples:
    """``samples`` (n,) at ``LEVEL`` with soft ends; silence stays silence."""
    level = active_level(samples, rate)
    if level <= -100:
        return np.zeros_like(samples)
    return _faded(limited(samples * np.float32(10 ** ((LEVEL - level) / 20))), rate)


def active_level(samples: Samples, rate: int) -> float:
    """Root mean square in dB of the frames that hold speech; -120 for silence."""
    size = max(1, int(rate * _FRAME_SECONDS))
    whole = len(samples) // size * size
    if not whole:
        return decibels(samples)
    power = np.mean(np.square(samples[:whole].reshape(-1, size), dtype=np.float64), axis=1)
    active = power[power >= power.max() * 10 ** (-_ACTIVE / 10)]
    return max(-120.0, 10 * float(np.log10(active.mean() + 1e-12)))


def _faded(samples: Samples, rate: int) -> Samples:
    size = min(int(rate * _FADE_SECONDS), len(samples) // 2)
    if size:
        ramp = np.linspace(0, 1, size, dtype=np.float32)
        samples[:size] *= ramp
        samples[-size:] *= ramp[::-1]
    return samples
