"""A PulseAudio of the test's own: a virtual microphone to speak into and a virtual loudspeaker to listen at.

It lives in a private folder, is reached only through the environment variables that it names, and is gone afterwards.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from garita.sound import RATE, Samples

LOUDSPEAKER_RATE = 48_000
MICROPHONE = "virtmic"
LOUDSPEAKER = "spk"


def noise(seconds: float, rate: int = RATE, seed: int = 1) -> Samples:
    """Noise on the grid of 16-bit samples, never zero: it comes through the server unchanged or it is damaged."""
    values = np.random.default_rng(seed).integers(1, 8000, round(seconds * rate))
    return (values * np.random.default_rng(seed + 1).choice([-1, 1], values.size) / 32768).astype(np.float32)


def find(needle: Samples, haystack: Samples) -> int:
    """Where ``needle`` lies best in ``haystack``."""
    size = 1 << (needle.size + haystack.size).bit_length()
    product = np.fft.rfft(haystack, size) * np.conj(np.fft.rfft(needle, size))
    return int(np.argmax(np.fft.irfft(product, size)[: haystack.size]))


class Hearing:
    """What came out of the virtual loudspeaker, one channel at LOUDSPEAKER_RATE."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def samples(self) -> Samples:
        content = self._path.read_bytes()
        whole = np.frombuffer(content[: len(content) // 2 * 2], "<i2")
        return (whole / 32768).astype(np.float32)

    def wait_for(self, seconds: float) -> None:
        """Wait until so much more has been recorded."""
        wanted = self._path.stat().st_size + round(seconds * LOUDSPEAKER_RATE) * 2
        deadline = time.monotonic() + seconds + 5
        while self._path.stat().st_size < wanted and time.monotonic() < deadline:
            time.sleep(0.01)


class Pulse:
    """The server. Start it with ``running()``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_SERVER": f"unix:{folder}/native",
            "PULSE_COOKIE": str(folder / "cookie"),
        }
        self._recordings = 0
        self._server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the server with its devices, or fail the test with a sentence."""
        if sys.platform in ("win32", "darwin"):
            pytest.skip("PulseAudio is Linux's")
        if not all(shutil.which(program) for program in ("pulseaudio", "pactl", "paplay", "parec")):
            pytest.fail("These tests need PulseAudio: sudo apt-get install pulseaudio pulseaudio-utils", pytrace=False)
        modules = [
            f"module-native-protocol-unix socket={self.folder}/native auth-anonymous=1",
            # without norewinds a capture starts up to two seconds late
            f"module-null-sink sink_name={LOUDSPEAKER} norewinds=1 rate={LOUDSPEAKER_RATE} channels=2",
            f"module-null-sink sink_name=mic norewinds=1 rate={RATE} channels=1",
            f"module-remap-source source_name={MICROPHONE} master=mic.monitor",
        ]
        command = [
            "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--realtime=no", "--high-priority=no",
            "--use-pid-file=no", *(f"--load={module}" for module in modules),
        ]  # fmt: skip
        log = (self.folder / "log").open("wb")
        self._server = subprocess.Popen(
            command, env={**os.environ, **self.environment, "HOME": str(self.folder)}, stdin=subprocess.DEVNULL,
            stdout=log, stderr=log,
        )  # fmt: skip
        log.close()
        deadline = time.monotonic() + 10
        while subprocess.run(self._pactl("info"), env=self._env(), capture_output=True, check=False).returncode:
            if self._server.poll() is not None or time.monotonic() > deadline:
                self.stop()
                words = (self.folder / "log").read_text(errors="replace")[-400:]
                pytest.fail(f"PulseAudio does not start here, so sound cannot be tested: {words}", pytrace=False)
            time.sleep(0.02)
        self.pactl("set-default-sink", LOUDSPEAKER)
        self.pactl("set-default-source", MICROPHONE)

    def stop(self) -> None:
        """End the server. Safe to call twice."""
        if self._server:
            self._server.terminate()
            self._server.wait(10)
            self._server = None

    def pactl(self, *arguments: str) -> str:
        """Run pactl; what it prints."""
        done = subprocess.run(self._pactl(*arguments), env=self._env(), capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def streams(self, kind: str) -> list[str]:
        """Numbers of this process' "sink-inputs" or "source-outputs"."""
        listed = json.loads(self.pactl("--format=json", "list", kind))
        ours = str(os.getpid())
        return [str(one["index"]) for one in listed if one["properties"].get("application.process.id") == ours]

    def unplug(self, argument: str) -> None:
        """Take away the devices of the module that was loaded with ``argument``."""
        for line in self.pactl("list", "short", "modules").splitlines():
            number, _, arguments = line.split("\t")[:3]
            if argument in arguments.split():
                self.pactl("unload-module", number)

    def unplug_microphone(self) -> None:
        self.unplug(f"source_name={MICROPHONE}")

    def plug_microphone(self) -> None:
        self.pactl("load-module", "module-remap-source", f"source_name={MICROPHONE}", "master=mic.monitor")
        self.pactl("set-default-source", MICROPHONE)

    def unplug_loudspeaker(self) -> None:
        self.unplug(f"sink_name={LOUDSPEAKER}")

    def plug_loudspeaker(self) -> None:
        self.pactl(
            "load-module", "module-null-sink", f"sink_name={LOUDSPEAKER}", "norewinds=1", f"rate={LOUDSPEAKER_RATE}",
            "channels=2",
        )  # fmt: skip
        self.pactl("set-default-sink", LOUDSPEAKER)

    @contextmanager
    def speaking(self, samples: Samples, rate: int = RATE, *, ahead: int = 50) -> Iterator[None]:
        """Say something into the microphone meanwhile; at the end it has been said whole.

        Args:
            ahead: ms of sound that the server has in hand; with more, a busy machine tears no holes into it.
        """
        path = self._file()
        path.write_bytes(np.round(samples * 32768).clip(-32768, 32767).astype("<i2").tobytes())
        command = [
            "paplay", "--raw", "--device=mic", f"--rate={rate}", "--channels=1", "--format=s16le",
            f"--latency-msec={ahead}", str(path),
        ]  # fmt: skip
        with subprocess.Popen(command, env=self._env()) as player:
            yield
            player.wait(samples.size / rate + 10)

    def speak(self, samples: Samples, rate: int = RATE) -> None:
        """Say something into the microphone and wait until it has been said."""
        with self.speaking(samples, rate):
            pass

    @contextmanager
    def hearing(self) -> Iterator[Hearing]:
        """Record the loudspeaker meanwhile."""
        path = self._file()
        command = [
            "parec", f"--device={LOUDSPEAKER}.monitor", f"--rate={LOUDSPEAKER_RATE}", "--channels=1",
            "--format=s16le", "--raw", "--latency-msec=10",
        ]  # fmt: skip
        with path.open("wb") as file, subprocess.Popen(command, env=self._env(), stdout=file) as recorder:
            heard = Hearing(path)
            heard.wait_for(0.02)
            try:
                yield heard
            finally:
                recorder.terminate()

    def _pactl(self, *arguments: str) -> list[str]:
        return ["pactl", *arguments]

    def _env(self) -> dict[str, str]:
        return {**os.environ, **self.environment, "LC_ALL": "C.UTF-8"}

    def _file(self) -> Path:
        self._recordings += 1
        return self.folder / f"{self._recordings}.raw"


@contextmanager
def running() -> Iterator[Pulse]:
    """A server, and this process' environment pointing at it."""
    # the socket's path must be short, so no tmp_path
    with tempfile.TemporaryDirectory(prefix="garita-pulse-") as name, pytest.MonkeyPatch.context() as patch:
        pulse = Pulse(Path(name))
        try:
            pulse.start()
            for key, value in pulse.environment.items():
                patch.setenv(key, value)
            yield pulse
        finally:
            pulse.stop()
