"""A microphone and a loudspeaker for computers without sound: given samples are heard, what is said is recorded.

Both keep the same clock, which runs as fast as asked, so that their recordings lie side by side as in a room.
Knows no file format and no device.
"""

from __future__ import annotations

import threading
import time
from collections import deque

import numpy as np
import soxr

from garita.audio.ports import Heard
from garita.audio.speech_queue import SpeechQueue
from garita.sound import BLOCK, RATE, Block, Samples, Speech


class Clock:
    """Seconds since it was made, ``speed`` times as fast as the wall clock."""

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._start = time.monotonic()

    def now(self) -> float:
        """Seconds."""
        return (time.monotonic() - self._start) * self._speed

    def wait(self, event: threading.Event, seconds: float) -> None:
        """Wait so many of its seconds, or until the event is set."""
        if seconds > 0:
            event.wait(seconds / self._speed)

    def monotonic(self, seconds: float) -> float:
        """The ``time.monotonic`` second that is ``seconds`` here."""
        return self._start + seconds / self._speed


class FileSource:
    """A SoundSource that hears what is given to ``say``, and silence otherwise. A block comes when its time has come.

    Whoever takes blocks too late gets them all, one after the other, as from a device. With ``keep`` False nothing is
    recorded.
    """

    name = "file"

    def __init__(self, clock: Clock, *, keep: bool = True) -> None:
        self._clock, self._keep = clock, keep
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._closed = False
        self._given: deque[Samples] = deque()
        self._rest: Samples = np.zeros(0, np.float32)
        self._blocks = 0  # taken or skipped so far
        self._history: list[tuple[int, Samples]] = []  # number of the block, its samples, where it was not silent

    def say(self, samples: Samples) -> float:
        """Let these samples (at RATE) be heard after what was given before; the clock's second at which they end."""
        with self._lock:
            self._given.append(samples)
            left = self._rest.size + sum(piece.size for piece in self._given)
            return max(self._clock.now(), self._blocks * BLOCK / RATE) + left / RATE

    def get(self, timeout: float) -> Heard | None:
        """The next block, when its time has come."""
        due = (self._blocks + 1) * BLOCK / RATE
        left = due - self._clock.now()
        self._clock.wait(self._wake, min(left, timeout))
        if self._closed or due > self._clock.now() + 1e-6:
            return None
        return Block(self._next(), self._clock.monotonic(due))

    def drain(self) -> None:
        """Skip to now; what would have been heard meanwhile is gone."""
        while (self._blocks + 1) * BLOCK / RATE <= self._clock.now():
            self._next()

    def close(self) -> None:
        """End waiting."""
        self._closed = True
        self._wake.set()

    def recording(self) -> Samples:
        """All that was heard from the beginning, silence included."""
        with self._lock:
            whole = np.zeros(self._blocks * BLOCK, np.float32)
            for number, samples in self._history:
                whole[number * BLOCK : (number + 1) * BLOCK] = samples
            return whole

    def _next(self) -> Samples:
        block = np.zeros(BLOCK, np.float32)
        with self._lock:
            while self._given and self._rest.size < BLOCK:
                self._rest = np.concatenate([self._rest, self._given.popleft()])
            part, self._rest = self._rest[:BLOCK], self._rest[BLOCK:]
            block[: part.size] = part
            if part.size and self._keep:
                self._history.append((self._blocks, block))
            self._blocks += 1
        return block


class FileSink:
    """A SoundSink that sounds nowhere and remembers what would have been heard, and when, unless ``keep`` is False."""

    name = "file"
    latency = 0.0

    def __init__(self, clock: Clock, rate: int = 24_000, *, keep: bool = True) -> None:
        self._clock, self._keep = clock, keep
        self._rate = rate
        self._lock = threading.RLock()
        self._changed = threading.Event()
        self._queue = SpeechQueue(rate)
        self._queued = 0.0
        self._filled = 0  # samples of the timeline that are settled
        self._heard: list[tuple[int, Samples]] = []  # place in the timeline, samples, where it was not silent
        self.volume = 1.0
        self._closed = False

    def play(self, speech: Speech) -> None:
        """Let it sound right after what is queued."""
        with self._lock:
            self._settle()
            if self._closed:
                return
            samples = speech.samples
            if speech.rate != self._rate:
                samples = soxr.resample(samples, speech.rate, self._rate)
            self._queue.add(samples.astype(np.float32, copy=True))
            self._queued += samples.size / self._rate

    def stop_now(self) -> None:
        """Drop what has not sounded."""
        with self._lock:
            self._settle()
            self._queue.clear(self._now())
            self._queued = self._queue.played(self._now()) / self._rate
            self._changed.set()

    def wait_until_silent(self, timeout: float) -> bool:
        """Wait until all that is queued has sounded or was stopped. ``timeout`` is in the clock's seconds."""
        deadline = self._clock.now() + timeout
        while True:
            self._changed.clear()
            with self._lock:
                self._settle()
                left = self._queue.remaining(self._now())
            if left <= 0:
                return True
            if (until := deadline - self._clock.now()) <= 0:
                return False
            self._clock.wait(self._changed, min(left + 1 / self._rate, until))

    def queued_seconds(self) -> float:
        """Seconds of speech given to ``play``, less what was dropped."""
        return self._queued

    def played_seconds(self) -> float:
        """Seconds of speech that have sounded by now."""
        with self._lock:
            self._settle()
            return self._queue.played(self._now()) / self._rate

    def close(self) -> None:
        """Stop."""
        self.stop_now()
        self._closed = True

    def recording(self) -> tuple[Samples, int]:
        """All that sounded from the clock's beginning until now, silence included, and its rate."""
        with self._lock:
            self._settle()
            whole = np.zeros(self._filled, np.float32)
            for place, samples in self._heard:
                whole[place : place + samples.size] = samples
            return whole, self._rate

    def _now(self) -> float:
        """The settled end of the timeline in seconds."""
        return self._filled / self._rate

    def _settle(self) -> None:
        """Let the time that has passed since the last look sound: speech where there was some, else silence."""
        count = int(self._clock.now() * self._rate) - self._filled
        if count > 0:
            out = np.zeros(count, np.float32)
            self._queue.volume = self.volume
            self._queue.fill(out, self._now())
            if self._keep and out.any():
                self._heard.append((self._filled, out))
            self._filled += count
