"""Sounds the tests of hearing are made of: Spanish from espeak-ng, noises, echoes, and their blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from garita.engines.voices.espeak import synthesize
from garita.sound import BLOCK, RATE, Block, Samples


@cache
def spoken(text: str, voice: str = "es-419") -> Samples:
    """``text`` as espeak-ng says it, at ``RATE``, without the silence at its ends; ``voice`` like "es+f2"."""
    language, _, variant = voice.partition("+")
    samples = synthesize(text, language, variant)
    loud = np.flatnonzero(np.abs(samples) > 0.003)
    return samples[loud[0] : loud[-1] + 1]


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), np.float32)


def noise(seconds: float, level: float = 0.02, seed: int = 0) -> Samples:
    return (np.random.default_rng(seed).standard_normal(round(seconds * RATE)) * level).astype(np.float32)


def pink(seconds: float, level: float, seed: int = 0) -> Samples:
    """Noise whose power falls with frequency, as that of halls does; ``level`` is its root mean square."""
    count = round(seconds * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    shaped = np.fft.irfft(spectrum / np.sqrt(np.maximum(np.arange(spectrum.size), 1)), count)
    return (shaped / shaped.std() * level).astype(np.float32)


def tone(seconds: float, hertz: float) -> Samples:
    return (0.3 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * RATE)) / RATE)).astype(np.float32)


def clicks(seconds: float, a_second: float = 5.0) -> Samples:
    """Strokes of a keyboard: 8 ms of decaying noise each."""
    sound, generator = silence(seconds), np.random.default_rng(1)
    stroke = np.exp(-np.arange(128) / 30)
    for start in range(400, sound.size - 128, round(RATE / a_second)):
        sound[start : start + 128] = 0.5 * stroke * generator.standard_normal(128)
    return sound


def echoed(played: Samples, delay: float, gain: float) -> Samples:
    """What a microphone hears of ``played`` in a small room, ``delay`` seconds later; as long as ``played``."""
    count = round(0.15 * RATE)
    room = np.random.default_rng(0).standard_normal(count) * np.exp(-6.9 * np.arange(count) / count)
    room[0] = 3.0  # the direct way
    room /= np.sqrt(np.sum(np.square(room)))
    size = 1 << int(np.ceil(np.log2(played.size + count)))
    sound = np.fft.irfft(np.fft.rfft(played, size) * np.fft.rfft(room, size), size)[: played.size]
    late = np.concatenate([np.zeros(round(delay * RATE)), sound])[: played.size]
    return (gain * late).astype(np.float32)


def joined(parts: Sequence[Samples]) -> Samples:
    return np.concatenate(parts)


def blocks(samples: Samples, begin: float = 100.0) -> Iterator[Block]:
    """Whole blocks, the rest filled with silence; ``begin`` is the second at which the first sample was taken."""
    padded = np.pad(samples, (0, -samples.size % BLOCK))
    for index, start in enumerate(range(0, padded.size, BLOCK), start=1):
        yield Block(padded[start : start + BLOCK], begin + index * BLOCK / RATE)
