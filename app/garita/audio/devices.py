"""Inputs and outputs as people choose them: names that stay the same, loudspeakers' monitors marked.

Knows no sound library: what there is comes from portaudio.py and pulse_server.py. A monitor is an input that hears
what a loudspeaker plays; an app that took one for a microphone would talk to itself, so none is chosen unless named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal, Protocol

import msgspec
import numpy as np
import numpy.typing as npt

from garita.errors import NoLoudspeaker, NoMicrophone

Direction = Literal["input", "output"]


class Device(msgspec.Struct, frozen=True):
    """A device in one direction. ``index`` is PortAudio's number and holds until the next refresh only."""

    name: str
    direction: Direction
    index: int
    rate: int  # samples a second, its own
    channels: int
    monitor: bool = False
    default: bool = False  # the system's own choice
    address: str = ""  # a sound server's name for it; empty where PortAudio reaches it directly


# samples (frames, channels) that die with the call, and the time.monotonic second at which the last was taken
OnInput = Callable[[npt.NDArray[np.float32], float], None]
# one channel to fill whole, and the time.monotonic second at which its first sample will sound
OnOutput = Callable[[npt.NDArray[np.float32], float], None]


class OpenStream(Protocol):
    """A running stream."""

    rate: int
    latency: float

    def restart(self) -> None:
        """Throw away what the device holds and go on with what comes next."""

    def moved(self) -> bool:
        """Whether a sound server has put the stream on another device unasked: because its own went, or a monitor."""

    def close(self) -> None:
        """Stop at once. Safe to call twice and after the device is gone."""


class SoundSystem(Protocol):
    """The devices of this computer."""

    def devices(self) -> list[Device]:
        """All of them, as last seen."""

    def refresh(self) -> bool:
        """Look again. Running streams may end by this (``on_end`` is called); False where one of them is busy."""

    def open_input(
        self, device: Device, rate: int, channels: int, on_input: OnInput, on_end: Callable[[], None]
    ) -> OpenStream:
        """Start listening. ``on_input`` is called on the sound library's thread.

        Raises:
            DeviceFailed: gone, in use, forbidden, or it refuses this rate or number of channels.
        """

    def open_output(
        self, device: Device, on_output: OnOutput, on_end: Callable[[], None], busy: Callable[[], bool]
    ) -> OpenStream:
        """Start playing at the device's own rate, one channel. ``busy`` says whether speech is under way.

        Raises:
            DeviceFailed: gone, in use, or refused.
        """


# How drivers call the inputs that hear a loudspeaker, where no sound server says it as a fact.
_MONITOR = re.compile(
    r"^monitor (of|de) |\.monitor$|\[loopback\]|stereo ?mix|mezcla est[eé]reo|what u hear|wave out mix", re.IGNORECASE
)


# ALSA writes the card's number behind its name, and that changes from one start of the computer to the next.
_CARD_NUMBER = re.compile(r" \(hw:\d+,\d+\)$")


def stable(name: str) -> str:
    """A driver's name without what changes."""
    return _CARD_NUMBER.sub("", name).strip()


def is_monitor(name: str) -> bool:
    """Whether a driver's name for an input means a loudspeaker's monitor."""
    return bool(_MONITOR.search(name))


def numbered(found: Iterable[Device]) -> list[Device]:
    """The devices with a number behind each name that is there again in the same direction: "Headset (2)"."""
    counts: dict[tuple[Direction, str], int] = {}
    result = []
    for device in found:
        key = (device.direction, device.name)
        counts[key] = counts.get(key, 0) + 1
        name = device.name if counts[key] == 1 else f"{device.name} ({counts[key]})"
        result.append(msgspec.structs.replace(device, name=name))
    return result


def choose(found: Iterable[Device], direction: Direction, name: str = "") -> Device:
    """The device of that name (capitals do not matter) or address; without a name the system's, never a monitor.

    Raises:
        NoMicrophone, NoLoudspeaker.
    """
    candidates = [device for device in found if device.direction == direction]
    if name:
        chosen = next((device for device in candidates if _called(device, name)), None)
    else:
        usable = [device for device in candidates if not device.monitor]
        chosen = next((device for device in usable if device.default), usable[0] if usable else None)
    if chosen is None:
        missing = NoMicrophone if direction == "input" else NoLoudspeaker
        raise missing(name=name, present=", ".join(device.name for device in candidates) or "–")
    return chosen


def _called(device: Device, name: str) -> bool:
    return name.casefold() in (device.name.casefold(), device.address.casefold())
