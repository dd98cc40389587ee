"""What sound is in Garita: one channel of float32 samples from -1 to 1, and the rate the microphone's side works at.

Knows no device, no file and no engine.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

# Shape (n,), one channel, -1 to 1.
Samples = npt.NDArray[np.float32]

RATE = 16_000  # samples a second from the microphone on; what Silero and Whisper were trained with
BLOCK = 512  # samples in a block from the microphone: 32 ms, one frame of the voice activity detector

_KNEE = 0.7  # where ``limited`` begins to bend


class Block(NamedTuple):
    """``BLOCK`` samples at ``RATE``; ``time`` is the ``time.monotonic`` second at which the last one was taken."""

    samples: Samples
    time: float


class Mark(NamedTuple):
    """A phoneme of spoken text: from when on (seconds from the speech's start), and its IPA sign."""

    seconds: float
    phoneme: str


class Speech(NamedTuple):
    """A piece of an officer's voice at ``rate`` samples a second, with the phonemes that begin in it (may be none)."""

    samples: Samples
    rate: int
    marks: tuple[Mark, ...] = ()


def decibels(samples: Samples) -> float:
    """Root mean square in dB below full scale; -120 for silence."""
    power = float(np.mean(np.square(samples, dtype=np.float64))) if samples.size else 0.0
    return max(-120.0, 10 * float(np.log10(power + 1e-12)))


def limited(samples: Samples) -> Samples:
    """Everything within -1 to 1: samples up to 0.7 as they are, larger ones bent smoothly instead of cut."""
    size = np.abs(samples)
    bent = _KNEE + (1 - _KNEE) * np.tanh((size - _KNEE) / (1 - _KNEE))
    return np.where(size <= _KNEE, samples, np.copysign(bent, samples)).astype(np.float32)
