"""The microphone: blocks of 512 samples at 16 kHz, and what happens to the device, in one queue.

The sound library's thread only copies into a queue. Everything else (resampling, watching, opening again) happens in
``get`` on the thread that listens, so there is no thread here that could be left over. Knows nothing of speech.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue

import numpy as np
import numpy.typing as npt
import soxr

from garita.audio.devices import Device, OpenStream, SoundSystem, choose
from garita.audio.ports import DeviceBack, DeviceLost, Heard, OnlyZeros
from garita.errors import DeviceFailed, GaritaError, NoMicrophone
from garita.sound import BLOCK, RATE, Block, Samples

_SILENT_AFTER = 2.0  # seconds without a block after which a device is taken for lost; blocks come every 32 ms
_LOOK_EVERY = 1.0  # seconds between questions to the sound server, and between tries to open again
_ZEROS = 3.0
_WAITING_LIMIT = 60 / 0.032  # blocks of the device; whoever stops listening for a minute loses what is said then

# what the device gave (frames, channels), when its last sample was taken and when we got it; None: the stream ended
_Item = tuple[npt.NDArray[np.float32], float, float] | None


class Microphone:
    """A SoundSource. ``name`` empty means the system's input, whichever that is when it is opened.

    Raises:
        NoMicrophone: there is none, or none of that name.
        DeviceFailed: it cannot be opened.
    """

    def __init__(self, system: SoundSystem, name: str = "", *, clock: Callable[[], float] = time.monotonic) -> None:
        self._system = system
        self._wanted = name
        self._clock = clock
        self._stream: OpenStream | None = None
        self._device: Device | None = None
        self._closed = False
        self._ready: deque[Heard] = deque()
        try:
            self._open()
        except (NoMicrophone, DeviceFailed):
            system.refresh()  # the list may be older than the device
            self._open()

    @property
    def name(self) -> str:
        """The device in use, or the one that is missing."""
        return self._device.name if self._device else self._wanted

    def get(self, timeout: float) -> Heard | None:
        """The next block or event; also what keeps watch over the device, so call it again and again."""
        deadline = self._clock() + timeout
        while not self._ready and not self._closed:
            now = self._clock()
            self._watch(now)
            if not self._ready and not self._take(min(deadline, self._next_look) - now) and now >= deadline:
                break
        return self._ready.popleft() if self._ready else None

    def drain(self) -> None:
        """Throw away what waits, half a block included."""
        while self._take(0):
            pass
        self._ready = deque(heard for heard in self._ready if not isinstance(heard, Block))
        if self._stream:
            self._blocks = _Blocks(self._stream.rate)

    def close(self) -> None:
        """Give the device back."""
        self._closed = True
        self._shut()
        self._waiting.put(None)  # wakes whoever waits in get

    # --- the device ------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        """Open the chosen device in the first way that it accepts."""
        device = choose(self._system.devices(), "input", self._wanted)
        *others, last = dict.fromkeys([(RATE, 1), (device.rate, 1), (device.rate, min(2, device.channels))])
        for way in others:
            with suppress(DeviceFailed):
                return self._start(device, *way)
        return self._start(device, *last)

    def _start(self, device: Device, rate: int, channels: int) -> None:
        waiting: SimpleQueue[_Item] = SimpleQueue()

        def on_input(samples: npt.NDArray[np.float32], taken: float) -> None:
            if waiting.qsize() < _WAITING_LIMIT:
                waiting.put((samples.copy(), taken, self._clock()))

        self._stream = self._system.open_input(device, rate, channels, on_input, lambda: waiting.put(None))
        self._device, self._waiting, self._blocks = device, waiting, _Blocks(self._stream.rate)
        self._only_zeros_so_far, self._seconds = True, 0.0
        self._last_arrival = self._clock()
        self._next_look = self._last_arrival + _LOOK_EVERY

    def _shut(self) -> None:
        if self._stream:
            self._stream.close()
            self._stream = None

    def _watch(self, now: float) -> None:
        """Notice a device that fell silent or was exchanged; try to get a lost one back."""
        if self._stream is None:
            if now >= self._next_look:
                self._try_again(now)
        elif self._waiting.empty() and now - self._last_arrival > _SILENT_AFTER:
            self._lose("no sound arrives", now)
        elif now >= self._next_look:
            self._next_look = now + _LOOK_EVERY
            if self._stream.moved():
                self._lose("the system moved it to another device", now)

    def _lose(self, reason: str, now: float) -> None:
        self._shut()
        self._waiting = SimpleQueue()  # what the lost device still gave is older than the news
        self._next_look = now
        self._ready.append(DeviceLost(DeviceFailed(name=self.name, reason=reason)))

    def _try_again(self, now: float) -> None:
        self._next_look = now + _LOOK_EVERY
        try:
            self._open()
        except GaritaError:
            self._system.refresh()
        else:
            self._ready.append(DeviceBack(self.name))
        if self._closed:  # by another thread in the meantime
            self._shut()

    # --- the sound -------------------------------------------------------------------------------------------------

    def _take(self, timeout: float) -> bool:
        """Take one piece from the device into blocks; False where none came."""
        try:
            item = self._waiting.get(timeout=timeout) if timeout > 0 else self._waiting.get_nowait()
        except Empty:
            return False
        if item is None:
            if self._stream:
                self._lose("it stopped", self._clock())
            return True
        samples, taken, self._last_arrival = item
        self._ready.extend(self._blocks.add(samples, taken))
        self._look_for_zeros(samples, len(samples) / self._blocks.rate)
        return True

    def _look_for_zeros(self, samples: npt.NDArray[np.float32], seconds: float) -> None:
        """Systems that refuse the microphone give zeros, where a real one always has a little noise."""
        self._only_zeros_so_far = self._only_zeros_so_far and not samples.any()
        before, self._seconds = self._seconds, self._seconds + seconds
        if self._only_zeros_so_far and before < _ZEROS <= self._seconds:
            self._ready.append(OnlyZeros(self.name, self._seconds))


class _Blocks:
    """Cuts what a device gives into blocks of one channel at 16 kHz."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self._resampler = soxr.ResampleStream(rate, RATE, 1, dtype="float32") if rate != RATE else None
        self._rest: Samples = np.zeros(0, np.float32)
        self._latest = 0.0  # the last block's time

    def add(self, samples: npt.NDArray[np.float32], taken: float) -> list[Block]:
        """The blocks that are whole by now; ``taken`` is when the last sample was taken.

        A busy system tells that late now and then; the times of blocks never run backwards for it.
        """
        mono = samples.mean(axis=1, dtype=np.float32) if samples.shape[1] > 1 else samples[:, 0]
        held = 0.0
        if self._resampler:
            mono = self._resampler.resample_chunk(mono)
            held = self._resampler.delay()
        rest = np.concatenate([self._rest, mono])
        whole = rest.size // BLOCK
        self._rest = rest[whole * BLOCK :]
        last = taken - held / RATE
        blocks = []
        for n in range(whole):
            self._latest = max(self._latest, last - (rest.size - (n + 1) * BLOCK) / RATE)
            blocks.append(Block(rest[n * BLOCK : (n + 1) * BLOCK], self._latest))
        return blocks
