"""Measures what of the loudspeaker's sound comes back into the microphone, and recommends how to converse.

A rising tone and a spoken sentence are played once. The tone gives the delay, the sentence how loud the echo is, what
the canceller leaves of it, and whether the voice detector takes that for a voice. Knows no device: playing is a call,
the microphone an iterator of blocks.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple, Protocol

import msgspec
import numpy as np

from garita.audio.echo import BargeIn, EchoCanceller
from garita.audio.vad import SPEECH
from garita.errors import EchoUnknown
from garita.sound import BLOCK, RATE, Block, Samples, decibels

_BLOCK_SECONDS = BLOCK / RATE
_LISTEN_FIRST = 0.6  # seconds of the room before anything is played
_LISTEN_AFTER = 1.5  # seconds after the last sample: the longest delay that is looked for
_SWEEP_SECONDS, _SWEEP_LOW, _SWEEP_HIGH, _SWEEP_LEVEL = 1.0, 200.0, 6000.0, 0.25
_BETWEEN = 0.3  # seconds of silence between tone and sentence
_STANDS_OUT = 12.0  # times the median of the correlation: noise alone reaches 6 to 7
_LONG_DELAY = 0.4  # seconds; later than that the officer's last words come when the student is listened to again
_CLIPPED_SHARE = 0.001
_LEAKS = 0.05  # share of the officer's speech that may seem a voice after cancelling, in single blocks

Recommendation = Literal["barge_in", "half_duplex", "headphones"]


class Detector(Protocol):
    """The voice activity detector, as far as it is needed here."""

    def probability(self, block: Block) -> float:
        """How likely speech is in ``block``."""

    def reset(self) -> None:
        """Forget what was heard."""


class EchoReport(msgspec.Struct, frozen=True):
    """What came back. Levels are in dB: of the room below full scale, the others relative to the sentence as played.

    The shares (0 to 1) are of the sentence's blocks in which the detector heard a voice, ``interruptions`` how often
    the officer would have been taken for the student.
    """

    delay_ms: float
    room_db: float
    echo_db: float
    remaining_db: float
    voice_share_before: float
    voice_share_after: float
    interruptions: int
    clipped: bool
    recommendation: Recommendation


class _Recording(NamedTuple):
    """Blocks heard since the sound was handed over at the monotonic second ``played_at``."""

    blocks: Sequence[Block]
    played_at: float

    @property
    def samples(self) -> Samples:
        return _joined(self.blocks)

    @property
    def begins(self) -> float:
        """Seconds from ``played_at`` to the first sample. Single time stamps jitter, their median does not."""
        stamps = [block.time - (index + 1) * _BLOCK_SECONDS for index, block in enumerate(self.blocks)]
        return float(np.median(stamps)) - self.played_at


def measure(
    play: Callable[[Samples], object],
    blocks: Iterator[Block],
    sentence: Samples,
    detector: Detector,
    clock: Callable[[], float] = time.monotonic,
) -> EchoReport:
    """Play, listen, compare; takes the sentence's length and about four seconds.

    ``play`` takes samples at ``RATE`` and returns without waiting for their end. ``blocks`` ends where the microphone
    gives no more. ``sentence`` is speech at ``RATE``, best three seconds or longer.

    Raises:
        EchoUnknown: the microphone gave nothing or the tone did not come back.
    """
    room = _taken(blocks, _LISTEN_FIRST)
    sound = np.concatenate([sweep(), np.zeros(round(_BETWEEN * RATE), np.float32), sentence])
    played_at = clock()
    play(sound)
    recording = _Recording(_taken(blocks, sound.size / RATE + _LISTEN_AFTER), played_at)
    return _report(_joined(room), recording, sound, sentence, detector)


def sweep() -> Samples:
    """The tone: a second from 200 to 6000 Hz, rising by the same factor in equal times, softly begun and ended."""
    seconds = np.arange(round(_SWEEP_SECONDS * RATE)) / RATE
    growth = np.log(_SWEEP_HIGH / _SWEEP_LOW) / _SWEEP_SECONDS
    phase = 2 * np.pi * _SWEEP_LOW * (np.exp(growth * seconds) - 1) / growth
    fade = np.minimum(1, np.minimum(seconds, seconds[::-1]) / 0.02)
    tone: Samples = (_SWEEP_LEVEL * fade * np.sin(phase)).astype(np.float32)
    return tone


def _joined(blocks: Sequence[Block]) -> Samples:
    return np.concatenate([block.samples for block in blocks])


def _taken(blocks: Iterator[Block], seconds: float) -> list[Block]:
    count = round(seconds / _BLOCK_SECONDS)
    taken = list(islice(blocks, count))
    if len(taken) < count:
        raise EchoUnknown(problem="the microphone stopped")
    return taken


def _report(room: Samples, recording: _Recording, sound: Samples, sentence: Samples, detector: Detector) -> EchoReport:
    heard = recording.samples
    if not heard.any():
        raise EchoUnknown(problem="the microphone gives only silence")
    place = _place_of_sweep(heard)
    delay = place / RATE + recording.begins
    clipped = bool(np.mean(np.abs(heard) > 0.99) > _CLIPPED_SHARE)
    # From here on only the sentence; the tone before it was the time the canceller has to learn the room.
    first = (place + sound.size - sentence.size) // BLOCK
    where = slice(first, first + sentence.size // BLOCK)
    before, after = recording.blocks[where], _cleaned(recording, sound)[where]
    voice_before, voice_after = _voice(detector, before), _voice(detector, after)
    interruptions, leak = _interruptions(voice_after), _share(voice_after)
    return EchoReport(
        delay_ms=round(1000 * delay, 1),
        room_db=round(decibels(room), 1),
        echo_db=round(_level(before, room) - decibels(sentence), 1),
        remaining_db=round(decibels(_joined(after)) - decibels(sentence), 1),
        voice_share_before=round(_share(voice_before), 3),
        voice_share_after=round(leak, 3),
        interruptions=interruptions,
        clipped=clipped,
        recommendation=_recommended(interruptions, leak, delay, clipped),
    )


def _place_of_sweep(heard: Samples) -> int:
    """The sample of ``heard`` at which the tone begins: by cross-correlation, the first of the strong peaks.

    The tone is looked for where it can begin: at most ``_LISTEN_AFTER`` after it was played.
    """
    tone = sweep()
    size = 1 << int(np.ceil(np.log2(heard.size + tone.size)))
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(tone, size))
    likeness = np.abs(np.fft.irfft(spectrum, size)[: round(_LISTEN_AFTER * RATE)])
    peak = float(likeness.max())
    if peak < _STANDS_OUT * float(np.median(likeness)):
        raise EchoUnknown(problem="the tone did not come back")
    return int(np.argmax(likeness > 0.7 * peak))


def _level(blocks: Sequence[Block], room: Samples) -> float:
    """Level of ``blocks`` without the room's own noise, in dB below full scale."""
    power = 10 ** (decibels(_joined(blocks)) / 10) - 10 ** (decibels(room) / 10)
    return max(-120.0, 10 * float(np.log10(max(power, 1e-12))))


def _cleaned(recording: _Recording, sound: Samples) -> list[Block]:
    canceller = EchoCanceller()
    canceller.played(sound, RATE, recording.played_at)
    return [canceller.clean(block) for block in recording.blocks]


def _voice(detector: Detector, blocks: Sequence[Block]) -> Samples:
    detector.reset()
    return np.array([detector.probability(block) for block in blocks], np.float32)


def _share(probabilities: Samples) -> float:
    return float(np.mean(probabilities >= SPEECH))


def _interruptions(probabilities: Samples) -> int:
    barge_in = BargeIn()
    return sum(barge_in.hear(float(probability), officer_speaks=True) for probability in probabilities)


def _recommended(interruptions: int, leak: float, delay: float, clipped: bool) -> Recommendation:
    """Interrupting needs an echo that is really gone; taking turns one that is over soon and not deafening."""
    if not interruptions and leak <= _LEAKS and not clipped:
        return "barge_in"
    return "headphones" if clipped or delay > _LONG_DELAY else "half_duplex"
