"""Speech on its way to a loudspeaker: given out sample by sample without gaps, and counted by when it sounds.

Knows no device; whoever drives it says when the samples it takes will sound.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import NamedTuple

from garita.sound import Samples

_LONG_AGO = 1.0  # seconds; no driver holds more, so what should have sounded before has


class _Given(NamedTuple):
    """Samples that have left for the device: how many, and when the first of them sounds."""

    samples: int
    sounds_at: float


class SpeechQueue:
    """Samples at ``rate``, in order. All methods may be called from any thread; none of them waits for a device."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self.volume = 1.0
        self._lock = threading.Lock()
        self._pending: deque[Samples] = deque()
        self._given: deque[_Given] = deque()
        self._waiting = 0  # samples in _pending
        self._sounded = 0  # samples of pieces that have sounded whole
        self._ends = 0.0  # when the last sample given to the device sounds
        self._most = 0  # the most that was ever told to have sounded: drivers' delays jitter

    def add(self, samples: Samples) -> None:
        """Let these sound after all that is here."""
        if samples.size:
            with self._lock:
                self._pending.append(samples)
                self._waiting += samples.size

    def fill(self, out: Samples, sounds_at: float) -> None:
        """Fill ``out`` with what comes next, then silence. Its first sample sounds at ``sounds_at``."""
        filled = 0
        with self._lock:
            while self._pending and filled < out.size:
                piece = self._pending.popleft()
                count = min(piece.size, out.size - filled)
                out[filled : filled + count] = piece[:count]
                if count < piece.size:
                    self._pending.appendleft(piece[count:])
                filled += count
            self._settle(sounds_at - _LONG_AGO)
            if filled:
                self._waiting -= filled
                self._given.append(_Given(filled, sounds_at))
                self._ends = sounds_at + filled / self.rate
        out[:filled] *= self.volume
        out[filled:] = 0

    def clear(self, now: float) -> None:
        """Forget what has not sounded yet."""
        with self._lock:
            self._sounded = self._count(now)
            self._pending.clear()
            self._given.clear()
            self._waiting, self._ends = 0, 0.0

    def played(self, now: float) -> int:
        """Samples that have sounded."""
        with self._lock:
            return self._count(now)

    def remaining(self, now: float) -> float:
        """Seconds until all has sounded; what has not left for the device yet counts at least its own length."""
        with self._lock:
            return max(0.0, self._ends - now) + self._waiting / self.rate

    def _settle(self, now: float) -> None:
        """Add up what has sounded whole."""
        while self._given and self._given[0].sounds_at + self._given[0].samples / self.rate <= now:
            self._sounded += self._given.popleft().samples

    def _count(self, now: float) -> int:
        self._settle(now)
        part = 0
        if self._given:
            samples, sounds_at = self._given[0]
            part = min(samples, max(0, round((now - sounds_at) * self.rate)))
        self._most = max(self._most, self._sounded + part)
        return self._most
