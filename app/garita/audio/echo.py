"""The officer's voice taken out of what the microphone hears, and the student's interruption noticed in the rest.

WebRTC's echo canceller (AEC3) through pywebrtc-audio. It finds the echo's delay by itself, but only while what was
played and what was heard keep their distance: so both are laid on one time line by the seconds they carry.
Knows nothing of devices and turns.
"""

from __future__ import annotations

import math
from collections import deque
from typing import Any, NamedTuple

import numpy as np
import soxr

from garita.audio.ports import Heard, SoundSource
from garita.audio.vad import BELIEVED, SPEECH
from garita.errors import ExtraMissing
from garita.sound import BLOCK, RATE, Block, Samples

_FRAME = RATE // 100  # samples the canceller works on at a time
_FILL = _FRAME - math.gcd(_FRAME, BLOCK)  # samples of silence given out first: blocks are no whole number of frames
_LATE = _FILL + 128  # samples by which cleaned blocks lag; the canceller's own filters take the 128, as measured
_LEAD = RATE // 100  # samples by which the played sound is handed over early: an echo must never precede it
_JITTER = RATE // 25  # samples by which time stamps may be off before the sound is believed to have jumped
_KEPT = 1000  # pieces of played sound that wait while nobody listens


class _Played(NamedTuple):
    samples: Samples
    rate: int
    time: float


class EchoCanceller:
    """Takes what was played out of what was heard. ``clean`` belongs to one thread, ``played`` may be another's.

    Raises:
        ExtraMissing: pywebrtc-audio is not there.
    """

    def __init__(self) -> None:
        self._canceller = _canceller()
        self._incoming: deque[_Played] = deque(maxlen=_KEPT)
        self._line = _TimeLine()
        self.reset()

    def reset(self) -> None:
        """Forget the room, as when the device was changed."""
        self._canceller.reset()
        self._heard = np.zeros(0, np.float32)
        self._echo = np.zeros(0, np.float32)
        self._cleaned = np.zeros(_FILL, np.float32)
        self._position: int | None = None  # on the time line, of the next block

    def played(self, samples: Samples, rate: int, time: float) -> None:
        """Note that ``samples`` leave the loudspeaker, the first at the monotonic second ``time``.

        To be told before it sounds, as a sound callback is asked for it, and quick enough for one: work is left to
        ``clean``. Silence may be told or left out.
        """
        self._incoming.append(_Played(samples.copy(), rate, time))

    def clean(self, block: Block) -> Block:
        """``block`` without the echo; its time says that it is 16 ms late."""
        while self._incoming:
            self._line.add(self._incoming.popleft())
        place = round(block.time * RATE) - BLOCK
        if self._position is None or abs(place - self._position) > _JITTER:
            self._position = place
        self._heard = np.concatenate([self._heard, block.samples])
        self._echo = np.concatenate([self._echo, self._line.take(self._position + _LEAD, BLOCK)])
        self._position += BLOCK
        self._work()
        cleaned, self._cleaned = self._cleaned[:BLOCK], self._cleaned[BLOCK:]
        return Block(cleaned, block.time - _LATE / RATE)

    def _work(self) -> None:
        """Clean all whole frames."""
        whole = self._heard.size // _FRAME * _FRAME
        done = self._canceller.process(self._heard[:whole].copy(), self._echo[:whole].copy())
        self._heard, self._echo = self._heard[whole:], self._echo[whole:]
        self._cleaned = np.concatenate([self._cleaned, done])


class _TimeLine:
    """Played sound at ``RATE`` by its place in time; what nobody played is silence.

    A run of pieces that begins anew takes the place of what was announced for later: that was stopped.
    """

    def __init__(self) -> None:
        self._pieces: deque[tuple[int, Samples]] = deque()  # place of the first sample, samples
        self._resampler: Any = None  # of a run of pieces that follow one another
        self._rate = 0
        self._run_ends = 0.0  # place at which the next piece of the run is expected
        self._place = 0  # of the next sample from the resampler

    def add(self, piece: _Played) -> None:
        """Put a piece at its time, or right after the one before when that is nearly the same."""
        place = piece.time * RATE
        if piece.rate != self._rate or abs(place - self._run_ends) > _JITTER:
            self._resampler = soxr.ResampleStream(piece.rate, RATE, 1, dtype="float32", quality="LQ")
            self._rate, self._run_ends, self._place = piece.rate, place, round(place)
            while self._pieces and self._pieces[-1][0] >= self._place:
                self._pieces.pop()
        self._run_ends += piece.samples.size * RATE / piece.rate
        samples = self._resampler.resample_chunk(piece.samples)
        self._pieces.append((self._place, samples))
        self._place += samples.size

    def take(self, start: int, count: int) -> Samples:
        """``count`` samples from place ``start`` on. What lies before them will not be asked for again."""
        while self._pieces and self._pieces[0][0] + self._pieces[0][1].size <= start:
            self._pieces.popleft()
        taken = np.zeros(count, np.float32)
        for place, samples in self._pieces:
            if place >= start + count:
                break
            first, last = max(start, place), min(start + count, place + samples.size)
            if first < last:
                taken[first - start : last - start] = samples[first - place : last - place]
        return taken


class WithoutEcho:
    """A SoundSource that hears what another one hears, without what the loudspeaker plays."""

    def __init__(self, source: SoundSource, canceller: EchoCanceller) -> None:
        self._source, self._canceller = source, canceller

    @property
    def name(self) -> str:
        """The device's name as the user knows it."""
        return self._source.name

    def get(self, timeout: float) -> Heard | None:
        """The next block, cleaned, or event."""
        heard = self._source.get(timeout)
        return self._canceller.clean(heard) if isinstance(heard, Block) else heard

    def drain(self) -> None:
        """Throw away the blocks that wait."""
        self._source.drain()

    def close(self) -> None:
        """Give the device back."""
        self._source.close()


class BargeIn:
    """Notices that the student speaks while the officer does, in the cleaned sound."""

    def __init__(self) -> None:
        self._in_a_row = 0

    def hear(self, probability: float, *, officer_speaks: bool) -> bool:
        """Whether the interruption is certain with this block; True once for each run of speech."""
        speech = officer_speaks and probability >= SPEECH
        self._in_a_row = self._in_a_row + 1 if speech else 0
        return self._in_a_row == BELIEVED


def _canceller() -> Any:
    try:
        import pywebrtc_audio  # part of the extra "voice"
    except ImportError as error:
        raise ExtraMissing(extra="voice", package="pywebrtc-audio") from error
    return pywebrtc_audio.EchoCanceller(sample_rate=RATE)
