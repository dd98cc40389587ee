"""Reads sentences aloud with espeak-ng as a microphone would hear them: a voice, a pace, a room, noise, silence around.

The cut is that of a voice activity detector: some silence before and after. Same generator state, same samples. Knows
nothing of features and models.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np

from garita.engines.voices.espeak import synthesize
from garita.sound import RATE, Samples
from garita.training.ear.recipe import SpeechPlan
from garita.training.ear.sentences import Sentence

# (text, language, variant, speed, pitch) -> samples at RATE
Read = Callable[[str, str, str, float, int], Samples]

_SILENT = 0.003
_QUIET_SECONDS = (0.3, 2.0)
_QUIET_LEVEL = (0.0005, 0.05)
_GAIN = (0.2, 1.0)


class Reader:
    """A circle of speakers as a plan has it."""

    def __init__(self, plan: SpeechPlan, read: Read = synthesize) -> None:
        self._plan, self._read = plan, read

    def utterance(self, sentence: Sentence, rng: Random) -> Samples:
        """One sentence as a random speaker of the plan says it in a random room."""
        plan = self._plan
        voice = rng.choice(plan.english_voices) if sentence.language == "en" else self._voice(rng)
        speed, pitch = rng.uniform(*plan.speed), rng.randint(*plan.pitch)
        samples = spoken(sentence.read, voice, self._read, speed=speed, pitch=pitch)
        if rng.random() < plan.room_share:
            samples = _in_a_room(samples, rng.uniform(*plan.room), rng)
        samples = _between_silences(
            samples * rng.uniform(*_GAIN), rng.uniform(*plan.silence), rng.uniform(*plan.silence)
        )
        if rng.random() < plan.noise_share:
            samples = samples + _noise(len(samples), rng) * _level(samples) / 10 ** (rng.uniform(*plan.noise) / 20)
        return np.clip(samples, -1.0, 1.0).astype(np.float32)

    def quiet(self, rng: Random) -> Samples:
        """Nobody speaks: silence or noise."""
        length = int(RATE * rng.uniform(*_QUIET_SECONDS))
        level = rng.choice((0.0, 1e-5, rng.uniform(*_QUIET_LEVEL)))
        return (_noise(length, rng) * level).astype(np.float32)

    def _voice(self, rng: Random) -> str:
        more = rng.random() < self._plan.more_voices_share
        return rng.choice(self._plan.more_voices if more else self._plan.voices)


def spoken(text: str, voice: str, read: Read = synthesize, *, speed: float = 1.0, pitch: int = 50) -> Samples:
    """``text`` by "LANGUAGE+VARIANT", without the silence espeak-ng leaves around it."""
    language, _, variant = voice.partition("+")
    samples = read(text, language, variant, speed, pitch)
    loud = np.flatnonzero(np.abs(samples) > _SILENT)
    return samples[loud[0] : loud[-1] + 1] if loud.size else samples[:0]


def as_cut(samples: Samples, seconds: float = 0.25) -> Samples:
    """With as much silence on both sides as a voice activity detector leaves."""
    return _between_silences(samples, seconds, seconds)


def _between_silences(samples: Samples, before: float, after: float) -> Samples:
    padded: Samples = np.pad(samples, (int(RATE * before), int(RATE * after)))
    return padded


def _in_a_room(samples: Samples, seconds: float, rng: Random) -> Samples:
    """With an echo that falls by 60 dB in so many seconds, its length kept."""
    length = int(RATE * seconds)
    echo = _generator(rng).standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
    response = rng.uniform(0.1, 0.5) * echo / np.sqrt(np.sum(echo**2))
    response[0] = 1.0
    size = 1 << (len(samples) + length - 1).bit_length()
    heard: Samples = np.fft.irfft(np.fft.rfft(samples, size) * np.fft.rfft(response, size), size).astype(np.float32)
    return heard[: len(samples)]


def _noise(length: int, rng: Random) -> Samples:
    """White to brownish noise, mean power 1."""
    noise: Samples = _generator(rng).standard_normal(length).astype(np.float32)
    if rng.random() < 0.3:
        noise = np.cumsum(noise, dtype=np.float32)
    if rng.random() < 0.5:
        noise = np.convolve(noise, np.ones(8, np.float32) / 8, "same").astype(np.float32)
    noise = noise - noise.mean()
    return noise / np.float32(_level(noise) + 1e-9)


def _level(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples)))) if samples.size else 0.0


def _generator(rng: Random) -> np.random.Generator:
    return np.random.default_rng(rng.getrandbits(64))
