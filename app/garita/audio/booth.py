"""How a booth sounds: the officer behind glass or over the loudspeakers of the hall, and the hall itself around it.

Works piece by piece on any voice, with the echoes of one piece sounding in the next; the hall is made of filtered noise
and a distant gong, by a seed. Knows no device and no voice.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt

from garita.sound import Samples, Speech, decibels, limited

_Sound = npt.NDArray[np.float64]
Effect = Literal["none", "glass", "public_address"]

HALL_LEVEL = -34.0  # dB below full scale at loudness 1, 14 dB under an officer's voice
_HALL_SECONDS = 30  # then the hall begins again; its noise is made so that nobody hears where
_GONG_LEVEL = -38.0
_ENDING_SECONDS = 0.6  # in which echoes and hall fade out after the last piece
_ENTRY_SECONDS = 0.15
_VOICE_LEVEL = -20.0
_DRIVE = 4.0  # how far the public address turns its amplifier up


class Booth:
    """Puts every piece of a voice into the booth. One thread uses it."""

    def __init__(self, effect: Effect = "none", ambience: float = 0.0, *, rate: int = 22_050, seed: int = 0) -> None:
        """``ambience`` 0 to 1 is the loudness of the hall; ``rate`` is the voice's, for which all is made ready.

        A voice of another rate is taken too, at the cost of a fraction of a second when it begins.
        """
        self._effect, self._ambience, self._seed = effect, ambience, seed
        self._tune(rate)

    def through(self, speech: Speech) -> Speech:
        """The same piece as it sounds there: as long, its phonemes where they were (the delay is at most 3 ms)."""
        if self._silent:
            return speech
        if speech.rate != self._rate:
            self._tune(speech.rate)
        return speech._replace(samples=self._sounded(speech.samples))

    def ending(self) -> Speech | None:
        """What still sounds after the last piece of a turn; None where nothing does. The next piece begins anew."""
        if self._silent:
            return None
        size = int(self._rate * _ENDING_SECONDS)
        samples = self._sounded(np.zeros(size, np.float32)) * np.linspace(1, 0, size, dtype=np.float32)
        self.forget()
        return Speech(samples, self._rate)

    def forget(self) -> None:
        """The voice was interrupted: no echo of it sounds in what comes next."""
        self._chain.forget()
        if self._hall:
            self._hall.enter()

    @property
    def _silent(self) -> bool:
        return self._effect == "none" and not self._ambience

    def _tune(self, rate: int) -> None:
        self._rate = rate
        self._chain = _Chain(self._effect, rate)
        self._hall = Hall(rate, self._ambience, self._seed) if self._ambience else None

    def _sounded(self, samples: Samples) -> Samples:
        sounded = self._chain.through(samples)
        if self._hall:
            sounded = sounded + self._hall.take(len(samples))
        return limited(sounded)


class Hall:
    """A quiet airport hall at ``rate``; ``level`` 0 to 1. The same seed gives the same hall."""

    def __init__(self, rate: int, level: float, seed: int = 0) -> None:
        random = np.random.default_rng(seed)
        hall = _murmur(rate, random) * _gain(HALL_LEVEL) + _gongs(rate, random) * _gain(_GONG_LEVEL)
        self._samples: Samples = (level * hall).astype(np.float32)
        self._entry_size = int(rate * _ENTRY_SECONDS)
        self._at = self._since_entry = 0

    def take(self, count: int) -> Samples:
        """The next ``count`` samples; the first 0.15 seconds come up softly."""
        steps = np.arange(count)
        rise = np.clip((self._since_entry + steps) / self._entry_size, 0, 1).astype(np.float32)
        taken = self._samples[(self._at + steps) % len(self._samples)] * rise
        self._at += count
        self._since_entry += count
        return taken

    def enter(self) -> None:
        """Come up softly again, from where the hall is."""
        self._since_entry = 0


class _Filter:
    """A finite impulse response over a stream: what a piece leaves behind sounds in the next."""

    def __init__(self, kernel: _Sound) -> None:
        self._kernel = kernel
        self._before: _Sound = np.zeros(len(kernel) - 1)

    def through(self, samples: _Sound) -> _Sound:
        block = np.concatenate([self._before, samples])
        size = 1 << (len(block) + len(self._kernel)).bit_length()
        whole = np.fft.irfft(np.fft.rfft(block, size) * np.fft.rfft(self._kernel, size), size)
        self._before = block[len(samples) :]
        return whole[len(self._kernel) - 1 : len(block)]

    def forget(self) -> None:
        """As if nothing had sounded yet."""
        self._before = np.zeros(len(self._kernel) - 1)


class _Chain:
    """The filters of an effect, and the gain that gives the voice its loudness back."""

    def __init__(self, effect: Effect, rate: int) -> None:
        self._effect, self._rate, self._gain = effect, rate, 1.0
        self._filters = _filters(effect, rate)
        if self._filters:
            trial = self.through(_speech_like(rate))
            self._gain = _gain(_VOICE_LEVEL - decibels(trial))
            self.forget()

    def through(self, samples: Samples) -> Samples:
        sound = samples.astype(np.float64)
        for number, filter_ in enumerate(self._filters):
            sound = filter_.through(sound)
            if number == 0 and self._effect == "public_address":
                sound = np.tanh(_DRIVE * sound) / _DRIVE  # an amplifier that is turned up a little too far
        return (sound * self._gain).astype(np.float32)

    def forget(self) -> None:
        """As if nothing had sounded yet."""
        for filter_ in self._filters:
            filter_.forget()


def _filters(effect: Effect, rate: int) -> list[_Filter]:
    if effect == "glass":
        return [_Filter(np.convolve(_dull(rate), _reflections(rate)))]
    if effect == "public_address":
        return [_Filter(_low_pass(rate, 3600) - _low_pass(rate, 350)), _Filter(_reverberation(rate))]
    return []


def _dull(rate: int) -> _Sound:
    """Glass takes the heights away, but not all of them: words must be understood."""
    kernel: _Sound = 0.85 * _low_pass(rate, 2200)
    kernel[len(kernel) // 2] += 0.15
    return kernel


def _reflections(rate: int) -> _Sound:
    """The walls of a booth: a few echoes within 25 ms."""
    kernel = np.zeros(int(rate * 0.025) + 1)
    for seconds, loudness in ((0.0, 1.0), (0.0047, 0.35), (0.0083, -0.27), (0.0139, 0.2), (0.0231, 0.12)):
        kernel[int(rate * seconds)] = loudness
    return kernel


def _reverberation(rate: int) -> _Sound:
    """A hall's echo: noise that falls by 60 dB a second, cut after half a second, 25 ms after the direct sound."""
    seconds = np.arange(int(rate * 0.5)) / rate
    noise = np.random.default_rng(1).standard_normal(len(seconds)) * 10 ** (-3 * seconds) * (seconds > 0.025)
    kernel: _Sound = 0.45 * noise / np.sqrt(np.sum(noise**2)) * np.linspace(1, 0, len(seconds))
    kernel[0] = 1.0
    return kernel


def _low_pass(rate: int, hertz: float) -> _Sound:
    """A windowed sinc of 127 coefficients, its middle in the middle."""
    cut = 2 * min(hertz / rate, 0.49)
    kernel = np.hanning(129)[1:-1] * np.sinc(cut * (np.arange(127) - 63))
    return np.asarray(kernel / kernel.sum())


def _speech_like(rate: int) -> Samples:
    """Two seconds of noise with the spectrum of a voice and its syllables, as loud as an officer."""
    random = np.random.default_rng(2)
    noise = _shaped(random, 2 * rate, rate, low=200, high=900) * np.sin(np.pi * 4 * np.arange(2 * rate) / rate) ** 4
    return np.asarray(noise / np.sqrt(np.mean(noise**2)) * _gain(_VOICE_LEVEL), np.float32)


def _murmur(rate: int, random: np.random.Generator) -> _Sound:
    """Far voices and machines, root mean square 1; its end joins its beginning."""
    count = _HALL_SECONDS * rate
    turns = 2 * np.pi * np.arange(count) / count
    swell = 1 + 0.3 * sum(np.sin(times * turns + random.uniform(0, 6.28)) for times in (5, 9, 13)) / 3
    murmur = _shaped(random, count, rate, low=150, high=500) * swell
    return np.asarray(murmur / np.sqrt(np.mean(murmur**2)))


def _shaped(
    random: np.random.Generator, count: int, rate: int, *, low: float, high: float
) -> _Sound:  # fmt: skip
    """Noise that falls off below ``low`` and above ``high`` hertz, 12 dB an octave; root mean square 1, periodic."""
    hertz = np.fft.rfftfreq(count, 1 / rate)
    size = 1 / (1 + (hertz / high) ** 2) * (hertz / low) ** 2 / (1 + (hertz / low) ** 2)
    noise = np.fft.irfft(size * np.exp(1j * random.uniform(0, 2 * np.pi, len(hertz))), count)
    return np.asarray(noise / np.sqrt(np.mean(noise**2)))


def _gongs(rate: int, random: np.random.Generator) -> _Sound:
    """Two soft tones twice in the time of the hall, somewhere; root mean square 1 while they sound."""
    gongs = np.zeros(_HALL_SECONDS * rate)
    seconds = np.arange(int(3 * rate)) / rate
    for start in (random.uniform(4, 11), random.uniform(17, 25)):
        for delay, hertz in ((0.0, 659.3), (0.55, 523.3)):
            tone = np.exp(-2.2 * seconds) * (1 - np.exp(-60 * seconds))
            tone = tone * (np.sin(2 * np.pi * hertz * seconds) + 0.2 * np.sin(4 * np.pi * hertz * seconds))
            first = int((start + delay) * rate)
            gongs[first : first + len(tone)] += tone
    sounding = np.abs(gongs) > 1e-3
    return np.asarray(gongs / np.sqrt(np.mean(gongs[sounding] ** 2)))


def _gain(level: float) -> float:
    return float(10 ** (level / 20))
