"""The loudspeaker: speech of any rate in, gapless sound out; silent within 30 ms; knows how much has really sounded.

The stream stays open and plays silence between speeches, so that a speech begins without a start-up. Watching and
opening again happens in the calls of the thread that speaks. Knows nothing of text, turns or microphones.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np
import soxr

from garita.audio.devices import Device, OpenStream, SoundSystem, choose
from garita.audio.ports import DeviceBack, DeviceEvent, DeviceLost
from garita.audio.speech_queue import SpeechQueue
from garita.errors import DeviceFailed, GaritaError, NoLoudspeaker
from garita.sound import Samples, Speech

_STILL_AFTER = 2.0  # seconds in which the device asked for nothing, after which it is taken for lost
_LOOK_EVERY = 1.0  # seconds between questions to the sound server, and between tries to open again
_HURRY = 0.1  # seconds before the end in which the resampler gives up what it holds back for the next piece
_STEP = 0.25  # longest wait before looking at the device again


class Loudspeaker:
    """A SoundSink. ``name`` empty means the system's output, whichever that is when it is opened.

    ``tell`` hears of a device lost and back, on the thread that happens to notice; it must not call back. ``on_played``
    is an echo canceller's: it gets all that leaves for the air, with its rate and the monotonic second of its first
    sample, on the sound library's thread.

    Raises:
        NoLoudspeaker: there is none, or none of that name.
        DeviceFailed: it cannot be opened.
    """

    def __init__(
        self, system: SoundSystem, name: str = "", *, tell: Callable[[DeviceEvent], None] = lambda _: None,
        on_played: Callable[[Samples, int, float], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._system = system
        self._wanted = name
        self._tell, self._on_played = tell, on_played
        self._clock = clock
        # Held while the stream is opened, restarted or closed; never taken on the sound library's thread, which such
        # calls wait for.
        self._lock = threading.RLock()
        self._changed = threading.Event()
        self._stream: OpenStream | None = None
        self._moved: OpenStream | None = None  # the stream that the sound server has put elsewhere
        self._device: Device | None = None
        self._closed = False
        self._volume = 1.0
        self._seconds_before = 0.0  # played on devices that were lost since
        try:
            self._open()
        except (NoLoudspeaker, DeviceFailed):
            system.refresh()  # the list may be older than the device
            self._open()

    @property
    def name(self) -> str:
        """The device in use, or the one that is missing."""
        return self._device.name if self._device else self._wanted

    @property
    def latency(self) -> float:
        """Seconds from the queue to the air, as the driver says."""
        stream = self._stream
        return stream.latency if stream else 0.0

    @property
    def volume(self) -> float:
        """Factor from 0 to 1."""
        return self._volume

    @volume.setter
    def volume(self, volume: float) -> None:
        self._volume = self._queue.volume = volume

    def play(self, speech: Speech) -> None:
        """Let it sound right after what is queued."""
        with self._lock:
            self._watch()
            if self._stream and not self._closed:
                self._queue.add(self._resampled(speech))
                self._queued += len(speech.samples) / speech.rate

    def stop_now(self) -> None:
        """Drop what is queued here and in the device."""
        with self._lock:
            if self._queue.remaining(self._clock()) > 0:
                self._drop()
                if self._stream:
                    self._stream.restart()
            else:
                self._drop()

    def wait_until_silent(self, timeout: float) -> bool:
        """Wait until all that is queued has sounded or was stopped."""
        deadline = self._clock() + timeout
        with self._lock:
            self._queue.add(self._tail())
        while True:
            self._changed.clear()
            self._look()
            with self._lock:
                self._watch()
                left = self._queue.remaining(self._clock())
            if left <= 0:
                return True
            if (until := deadline - self._clock()) <= 0:
                return False
            self._changed.wait(min(left, until, _STEP))

    def queued_seconds(self) -> float:
        """Seconds of speech given to ``play``, less what was dropped."""
        with self._lock:
            return self._seconds_before + self._queued

    def played_seconds(self) -> float:
        """Seconds of speech that have really sounded by now; also keeps watch, like ``wait_until_silent``."""
        self._look()
        with self._lock:
            self._watch()
            now = self._clock()
            left = self._queue.remaining(now)
            if self._resampler and left < self.latency + _HURRY:
                self._queue.add(self._tail())
            elif not self._resampler and left <= 0:
                return self._seconds_before + self._queued  # resampling rounds to whole samples
            return self._seconds_before + min(self._queued, self._queue.played(now) / self._queue.rate)

    def close(self) -> None:
        """Give the device back. Speech that has just ended gets the time to leave the device."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            if self._queue.remaining(self._clock()) <= 0:  # the driver's delay is an estimate: give it as much again
                time.sleep(min(self.latency, self._queue.remaining(self._clock() - self.latency)))
            self._drop()
            self._shut()

    # --- the device ------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        device = choose(self._system.devices(), "output", self._wanted)
        queue = SpeechQueue(device.rate)
        queue.volume = self._volume
        ended = threading.Event()

        def on_output(out: Samples, sounds_at: float) -> None:
            self._last_asked = self._clock()
            queue.fill(out, sounds_at)
            if self._on_played:
                self._on_played(out, device.rate, sounds_at)

        self._last_asked = self._clock()
        self._next_look = self._last_asked + _LOOK_EVERY
        self._stream = self._system.open_output(
            device, on_output, ended.set, lambda: queue.remaining(self._clock()) > 0
        )  # fmt: skip
        self._device, self._queue, self._ended, self._queued = device, queue, ended, 0.0
        self._resampler: soxr.ResampleStream | None = None
        self._speech_rate = device.rate

    def _shut(self) -> None:
        if self._stream:
            self._stream.close()
            self._stream = None

    def _look(self) -> None:
        """Ask the sound server whether we are still where the user wants us; wherever, if no device was named.

        The answer may take its time, so this is not done under the lock that ``stop_now`` needs.
        """
        stream, now = self._stream, self._clock()
        if stream and self._wanted and now >= self._next_look:
            self._next_look = now + _LOOK_EVERY
            if stream.moved():
                self._moved = stream

    def _watch(self) -> None:
        """Give up a device that stopped, fell still or was exchanged; try to get a lost one back."""
        now = self._clock()
        if self._closed:
            return
        if self._stream and (reason := self._trouble(self._stream, now)):
            self._lose(reason, now)
        if self._stream is None and now >= self._next_look:
            self._try_again(now)

    def _trouble(self, stream: OpenStream, now: float) -> str:
        """Why the device is to be given up; empty where all is well."""
        if self._ended.is_set():
            return "it stopped"
        if now - self._last_asked > _STILL_AFTER:
            return "it takes no sound"
        if stream is self._moved:
            return "the system moved it to another device"
        return ""

    def _lose(self, reason: str, now: float) -> None:
        self._shut()
        self._drop()
        self._next_look = now
        self._tell(DeviceLost(DeviceFailed(name=self.name, reason=reason)))

    def _try_again(self, now: float) -> None:
        before = self._seconds_before + self._queued
        self._next_look = now + _LOOK_EVERY
        try:
            self._open()
        except GaritaError:
            self._system.refresh()
        else:
            self._seconds_before = before
            self._tell(DeviceBack(self.name))

    # --- the speech ------------------------------------------------------------------------------------------------

    def _drop(self) -> None:
        """Forget what has not sounded; what counts as queued is then what has sounded."""
        now = self._clock()
        self._queue.clear(now)
        self._queued = min(self._queued, self._queue.played(now) / self._queue.rate)
        self._resampler = None
        self._speech_rate = self._queue.rate
        self._changed.set()

    def _resampled(self, speech: Speech) -> Samples:
        """At the device's rate. Pieces of one rate pass through one resampler, so that their seams are not heard."""
        tail = np.zeros(0, np.float32)
        if speech.rate != self._speech_rate:
            tail = self._tail()
            self._speech_rate = speech.rate
        if speech.rate == self._queue.rate:
            return np.concatenate([tail, speech.samples])
        if self._resampler is None:
            self._resampler = soxr.ResampleStream(speech.rate, self._queue.rate, 1, dtype="float32")
        return np.concatenate([tail, self._resampler.resample_chunk(speech.samples)])

    def _tail(self) -> Samples:
        """What the resampler still holds of the speech so far."""
        if self._resampler is None:
            return np.zeros(0, np.float32)
        tail: Samples = self._resampler.resample_chunk(np.zeros(0, np.float32), last=True)
        self._resampler = None
        return tail
