"""A sound system without sound: the test plays driver, plugs and unplugs, and moves the clock."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from garita.audio.devices import Device, OnInput, OnOutput
from garita.errors import DeviceFailed
from garita.sound import Samples

HEADSET = Device("Headset", "input", 1, 48_000, 2, default=True)
CAMERA = Device("Camera", "input", 2, 44_100, 1)
MONITOR = Device("Monitor of Speakers", "input", 3, 48_000, 2, monitor=True)
SPEAKERS = Device("Speakers", "output", 4, 48_000, 2, default=True)


class FakeClock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class FakeStream:
    """A stream the test drives: ``give`` for an input, ``take`` for an output."""

    def __init__(self, device: Device, rate: int, channels: int, on_end: Callable[[], None]) -> None:
        self.device, self.rate, self.channels, self.on_end = device, rate, channels, on_end
        self.latency = 0.05
        self.on_input: OnInput | None = None
        self.on_output: OnOutput | None = None
        self.restarts = 0
        self.is_moved = False
        self.closed = False

    def give(self, samples: Samples, taken: float) -> None:
        """The driver brings the same samples in every channel."""
        assert self.on_input
        buffer = np.repeat(samples[:, np.newaxis], self.channels, axis=1)
        self.on_input(buffer, taken)
        buffer[:] = 9  # drivers use their buffers again

    def take(self, count: int, sounds_at: float) -> Samples:
        """The driver asks for samples."""
        assert self.on_output
        out = np.full(count, 9, np.float32)
        self.on_output(out, sounds_at)
        return out

    def restart(self) -> None:
        self.restarts += 1

    def moved(self) -> bool:
        return self.is_moved

    def close(self) -> None:
        self.closed = True


class FakeSystem:
    """Devices that the test lists; ``refuses`` says which (rate, channels) a device refuses."""

    def __init__(self, *present: Device) -> None:
        self.present = list(present)
        self.refuses: Callable[[Device, int, int], bool] = lambda *_: False
        self.streams: list[FakeStream] = []
        self.refreshes = 0

    def devices(self) -> list[Device]:
        return list(self.present)

    def refresh(self) -> bool:
        self.refreshes += 1
        return True

    def open_input(
        self, device: Device, rate: int, channels: int, on_input: OnInput, on_end: Callable[[], None]
    ) -> FakeStream:
        stream = self._open(device, rate, channels, on_end)
        stream.on_input = on_input
        return stream

    def open_output(
        self, device: Device, on_output: OnOutput, on_end: Callable[[], None], busy: Callable[[], bool]
    ) -> FakeStream:
        stream = self._open(device, device.rate, 1, on_end)
        stream.on_output = on_output
        return stream

    def _open(self, device: Device, rate: int, channels: int, on_end: Callable[[], None]) -> FakeStream:
        if device not in self.present or self.refuses(device, rate, channels):
            raise DeviceFailed(name=device.name, reason="Device unavailable")
        self.streams.append(FakeStream(device, rate, channels, on_end))
        return self.streams[-1]
