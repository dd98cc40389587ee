"""What a PulseAudio or PipeWire server says of its devices and of where our streams are, asked through pactl.

PortAudio sees such a server as one device called "pulse". The server knows the real names, which inputs are monitors,
and it moves a stream without a word to another device (a monitor, too) when the stream's own goes away.
Knows nothing of PortAudio.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from garita.audio.devices import Device, Direction

# (arguments) -> what pactl prints; empty where there is no pactl or no server
Ask = Callable[..., bytes]

_KINDS: dict[Direction, tuple[str, str]] = {"input": ("source", "source-outputs"), "output": ("sink", "sink-inputs")}


def ask_pactl(*arguments: str) -> bytes:
    """pactl's answer as JSON. Its locale is fixed: some versions write decimal commas into the JSON otherwise."""
    program = shutil.which("pactl")
    if program is None:
        return b""
    try:
        done = subprocess.run(
            [program, "--format=json", *arguments], capture_output=True, timeout=2, check=False,
            stdin=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""


class PulseServer:
    """The sound server of this session, where there is one."""

    def __init__(self, ask: Ask = ask_pactl) -> None:
        self._ask = ask

    def devices(self, index: int) -> list[Device] | None:
        """Its devices, to be opened through PortAudio's device ``index``; None where no server answers."""
        info = self._json("info")
        if not isinstance(info, dict):
            return None
        return [
            *self._of("input", index, str(info.get("default_source_name", ""))),
            *self._of("output", index, str(info.get("default_sink_name", ""))),
        ]

    def place(self, direction: Direction) -> int | None:
        """The server's number of the device that this process' stream is on; None where that is unknown."""
        kind, streams = _KINDS[direction]
        for stream in _entries(self._json("list", streams)):
            if stream.get("properties", {}).get("application.process.id") == str(os.getpid()):
                place = stream.get(kind)
                return place if isinstance(place, int) else None
        return None

    def moved_by_hand(self, direction: Direction, before: int, after: int) -> bool:
        """Whether a move between these two looks like the user's wish: neither forced, nor to a monitor.

        Numbers are never used again, so a device that was away meanwhile has another one.
        """
        entries = {entry.get("index"): entry for entry in _entries(self._json("list", f"{_KINDS[direction][0]}s"))}
        return before in entries and after in entries and not _is_monitor(entries[after], direction)

    def _of(self, direction: Direction, index: int, default: str) -> Iterable[Device]:
        entries = _entries(self._json("list", f"{_KINDS[direction][0]}s"))
        for entry in sorted(entries, key=lambda entry: str(entry.get("name", ""))):
            if address := str(entry.get("name", "")):
                yield _device(entry, address, direction, index, address == default)

    def _json(self, *arguments: str) -> Any:
        try:
            return msgspec.json.decode(self._ask(*arguments))
        except msgspec.DecodeError:
            return None


def _entries(answer: Any) -> list[dict[str, Any]]:
    return [entry for entry in answer if isinstance(entry, dict)] if isinstance(answer, list) else []


def _device(entry: dict[str, Any], address: str, direction: Direction, index: int, default: bool) -> Device:
    """A device from its JSON. ``sample_specification`` looks like "s16le 2ch 48000Hz"."""
    specification = re.search(r"(\d+)ch (\d+)Hz", str(entry.get("sample_specification", "")))
    channels, rate = (int(specification[1]), int(specification[2])) if specification else (1, 48_000)
    name = str(entry.get("description") or address)
    monitor = _is_monitor(entry, direction)
    return Device(name, direction, index, rate, channels, monitor=monitor, default=default, address=address)


def _is_monitor(entry: dict[str, Any], direction: Direction) -> bool:
    """Both directions carry "monitor_source": a source's names the sink that it listens to."""
    marked = bool(entry.get("monitor_source")) or entry.get("properties", {}).get("device.class") == "monitor"
    return direction == "input" and marked
