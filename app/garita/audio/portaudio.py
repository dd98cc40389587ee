"""The devices of this computer through PortAudio (sounddevice): lists them, opens streams, starts over.

The one place that imports sounddevice. PortAudio is one for the whole process, so make one of these a process.
Its list of devices is as old as its start: a device that comes or goes is seen only after terminating and
initialising it again, which ends every stream; ``refresh`` does that and tells the streams' owners.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import numpy as np
import numpy.typing as npt

from garita.audio.devices import Device, Direction, OnInput, OnOutput, OpenStream, is_monitor, numbered, stable
from garita.audio.pulse_server import PulseServer
from garita.errors import DeviceFailed, ExtraMissing, SoundSystemMissing

log = logging.getLogger(__name__)

# Of the ways to the same hardware the one with whole names and short delay; PortAudio's own choice (MME on Windows)
# cuts names at 31 letters.
_HOST_APIS = ("Windows WASAPI", "Core Audio", "ALSA")
# Short enough that little is left to say after an interruption, long enough for a busy computer.
_OUTPUT_LATENCY = 0.05
_INPUT_BLOCK = 0.032
_ENVIRONMENT: dict[Direction, str] = {"input": "PULSE_SOURCE", "output": "PULSE_SINK"}


def _sounddevice() -> Any:
    import sounddevice

    return sounddevice


class PortAudio:
    """The SoundSystem of real devices.

    Raises:
        ExtraMissing: sounddevice is not installed.
        SoundSystemMissing: the library PortAudio is not there, or does not start.
    """

    def __init__(self, server: PulseServer | None = None, load: Callable[[], Any] = _sounddevice) -> None:
        try:
            self._sound = load()
        except ImportError as error:
            raise ExtraMissing(extra="voice", package="sounddevice") from error
        except Exception as error:  # OSError without the library, sounddevice's own error where it does not start
            raise SoundSystemMissing(reason=str(error)) from error
        self._server = server or PulseServer()
        self._lock = threading.RLock()  # opening, closing and starting over exclude one another
        self._streams: list[_Stream] = []
        self._server_seen = False
        self._list_is_fresh = False  # a sound server's list always is

    def devices(self) -> list[Device]:
        """A sound server's devices where there is one, else PortAudio's.

        A server that does not answer any more has no devices: PortAudio's "pulse" could then be anything.
        """
        with self._lock:
            try:
                direct = list(self._direct())
            except self._sound.PortAudioError:  # it could not be started over
                direct = []
        through = next((device.index for device in direct if device.name in ("pulse", "pipewire")), None)
        if through is not None:
            found = self._server.devices(through)
            self._list_is_fresh = found is not None
            if found is not None:
                self._server_seen = True
                return numbered(found)
            if self._server_seen:
                return []
        return numbered(direct)

    def refresh(self) -> bool:
        """Start PortAudio over, unless speech is under way or a sound server's devices open without trouble."""
        with self._lock:
            if self._list_is_fresh:
                return True
            if any(stream.busy() for stream in self._streams):
                return False
            for stream in list(self._streams):
                stream.lose()
            with suppress(self._sound.PortAudioError):  # it had not started last time
                self._sound._terminate()
            try:
                self._sound._initialize()
            except self._sound.PortAudioError as error:
                log.warning("PortAudio does not start: %s", error)
            return True

    def open_input(
        self, device: Device, rate: int, channels: int, on_input: OnInput, on_end: Callable[[], None]
    ) -> OpenStream:
        """Start listening."""

        def callback(data: Any, frames: int, moment: Any, _status: Any) -> None:
            age = _between(moment.currentTime - moment.inputBufferAdcTime) - frames / rate
            on_input(data, time.monotonic() - max(0.0, age))

        options = {"samplerate": rate, "channels": channels, "blocksize": round(rate * _INPUT_BLOCK)}
        return self._start(device, self._sound.InputStream, options, callback, on_end, lambda: False)

    def open_output(
        self, device: Device, on_output: OnOutput, on_end: Callable[[], None], busy: Callable[[], bool]
    ) -> OpenStream:
        """Start playing; one channel goes to the first two, where a device refuses to play one."""
        scratch = np.zeros(0, np.float32)

        def callback(data: npt.NDArray[np.float32], frames: int, moment: Any, _status: Any) -> None:
            nonlocal scratch
            if scratch.size < frames:
                scratch = np.zeros(frames, np.float32)
            delay = _between(moment.outputBufferDacTime - moment.currentTime) or _OUTPUT_LATENCY
            on_output(scratch[:frames], time.monotonic() + delay)
            data[:] = scratch[:frames, np.newaxis]

        options = {"samplerate": device.rate, "channels": 1, "latency": _OUTPUT_LATENCY}
        try:
            return self._start(device, self._sound.OutputStream, options, callback, on_end, busy)
        except DeviceFailed:
            if device.channels < 2:
                raise
            return self._start(device, self._sound.OutputStream, {**options, "channels": 2}, callback, on_end, busy)

    def _direct(self) -> Iterator[Device]:
        """PortAudio's own list, of one host API."""
        apis = list(self._sound.query_hostapis())
        number = next((n for name in _HOST_APIS for n, api in enumerate(apis) if api["name"] == name), 0)
        directions: tuple[Direction, Direction] = ("input", "output")
        for info in self._sound.query_devices():
            for direction in directions:
                if info["hostapi"] == number and (channels := info[f"max_{direction}_channels"]) > 0:
                    yield Device(
                        stable(info["name"]), direction, info["index"], int(info["default_samplerate"]), channels,
                        monitor=direction == "input" and is_monitor(info["name"]),
                        default=info["index"] == apis[number][f"default_{direction}_device"],
                    )  # fmt: skip

    def _start(
        self, device: Device, kind: Any, options: dict[str, Any], callback: Any, on_end: Callable[[], None],
        busy: Callable[[], bool],
    ) -> _Stream:  # fmt: skip
        with self._lock:
            stream = _Stream(device, self._server, on_end, busy, self._lock, self._streams.remove)
            options = {**options, "device": device.index, "dtype": "float32"}
            try:
                with _pinned(device):
                    running = kind(callback=callback, finished_callback=stream.ended, **options)
                    stream.start(running)
            except (self._sound.PortAudioError, ValueError) as error:
                self._list_is_fresh = False
                raise DeviceFailed(name=device.name, reason=_reason(error)) from error
            self._streams.append(stream)
            return stream


class _Stream:
    """A sounddevice stream that may be lost under its owner's hands."""

    def __init__(
        self, device: Device, server: PulseServer, on_end: Callable[[], None], busy: Callable[[], bool],
        lock: threading.RLock, forget: Callable[[_Stream], None],
    ) -> None:  # fmt: skip
        self.rate = 0
        self.latency = 0.0
        self.busy = busy
        self._device = device
        self._server = server
        self._on_end = on_end
        self._lock = lock
        self._forget = forget
        self._stream: Any = None
        self._expected_end = False
        self._place: int | None = None

    def start(self, stream: Any) -> None:
        """Let it run and note where the sound server has put it."""
        self._stream = stream
        try:
            stream.start()
        except BaseException:
            self._expected_end = True
            stream.close()
            raise
        self.rate, self.latency = int(stream.samplerate), float(stream.latency)
        if self._device.address:
            self._place = self._server.place(self._device.direction)

    def ended(self) -> None:
        """PortAudio calls this when the stream stops, for whatever reason."""
        if not self._expected_end:
            self._on_end()

    def restart(self) -> None:
        """Drop what the device holds and go on; a failure shows as an end."""
        with self._lock:
            if self._stream is None:
                return
            self._expected_end = True
            self._stream.abort()
            self._expected_end = False
            try:
                self._stream.start()
            except Exception:
                log.warning("%s does not start again", self._device.name, exc_info=True)
                self._on_end()

    def moved(self) -> bool:
        """Whether the server has moved it; where the user did so in the system's mixer, that is its place now."""
        before, direction = self._place, self._device.direction
        if before is None or (now := self._server.place(direction)) in (None, before):
            return False
        if self._server.moved_by_hand(direction, before, now):
            self._place = now
            return False
        return True

    def lose(self) -> None:
        """Close it because PortAudio starts over; its owner is told as of any other end."""
        self.close()
        self._on_end()

    def close(self) -> None:
        """Stop at once."""
        with self._lock:
            if self._stream is None:
                return
            self._expected_end = True
            self._stream.abort()
            self._stream.close()
            self._stream = None
            self._forget(self)


@contextmanager
def _pinned(device: Device) -> Iterator[None]:
    """Name the sound server's device to the ALSA plugin, which has no other way to be told than the environment."""
    variable = _ENVIRONMENT[device.direction]
    before = os.environ.get(variable)
    if device.address:
        os.environ[variable] = device.address
    try:
        yield
    finally:
        if device.address:
            os.environ.pop(variable)
        if before is not None:
            os.environ[variable] = before


def _between(seconds: float) -> float:
    """A delay as a driver reports it; 0 where it cannot be true."""
    return seconds if 0 < seconds < 1 else 0.0


def _reason(error: Exception) -> str:
    """PortAudio's words without its prefix and number: "Device unavailable"."""
    return str(error).split(": ", 1)[-1].split(" [", 1)[0]
