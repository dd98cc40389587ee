"""Sound for tests: a sound server of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from garita.audio.portaudio import PortAudio
from tests.audio import pulse as server


@pytest.fixture(scope="module")
def pulse() -> Iterator[server.Pulse]:
    """A PulseAudio of the module's own; the devices of PortAudio are its devices meanwhile."""
    with server.running() as running:
        yield running


@pytest.fixture(scope="module")
def system(pulse: server.Pulse) -> PortAudio:
    """The sound system as it is on that server."""
    system = PortAudio()
    system.refresh()
    return system
