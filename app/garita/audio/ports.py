"""What stands between the session and sound: a source of blocks, a sink for speech, and what happens to both.

Knows no device. The real pair is in microphone.py and loudspeaker.py, the pair for machines without sound in
file_devices.py.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from garita.errors import DeviceFailed
from garita.sound import Block, Speech


class DeviceLost(NamedTuple):
    """The device stopped working. The source or sink goes on trying to open it again by itself."""

    error: DeviceFailed


class DeviceBack(NamedTuple):
    """A device works again: the chosen one, or where none was chosen, the system's present one."""

    name: str


class OnlyZeros(NamedTuple):
    """Nothing but zeros came in the first seconds after opening: no permission, or muted. Said once an opening."""

    name: str
    seconds: float


DeviceEvent = DeviceLost | DeviceBack
Heard = Block | DeviceLost | DeviceBack | OnlyZeros


class SoundSource(Protocol):
    """A microphone. One thread takes from it; ``close`` may be called from any thread."""

    @property
    def name(self) -> str:
        """The device's name as the user knows it."""

    def get(self, timeout: float) -> Heard | None:
        """The next block or event, in order; None where nothing came for ``timeout`` seconds or it is closed."""

    def drain(self) -> None:
        """Throw away the blocks that wait; what is taken next was said after this call. Events are kept."""

    def close(self) -> None:
        """Give the device back. Safe to call twice."""


class SoundSink(Protocol):
    """A loudspeaker. Its methods may be called from any thread.

    Whoever waits for the end asks ``played_seconds`` again and again or uses ``wait_until_silent``: both keep watch
    over the device, and one that is lost counts as silent. Both counts of seconds run from the opening;
    ``played_seconds`` never goes back and reaches ``queued_seconds``.
    """

    volume: float  # 0 to 1, at once for what has not left for the device yet

    @property
    def name(self) -> str:
        """The device's name as the user knows it."""

    @property
    def latency(self) -> float:
        """Seconds from the queue to the air."""

    def play(self, speech: Speech) -> None:
        """Let it sound right after what is queued. Does not wait; while the device is lost it is dropped."""

    def stop_now(self) -> None:
        """Silence within 30 ms. What has not sounded never will, and is no longer counted as queued."""

    def wait_until_silent(self, timeout: float) -> bool:
        """Wait until all that is queued has sounded or was stopped; False where that takes longer than ``timeout``."""

    def queued_seconds(self) -> float:
        """Seconds of speech given to ``play``, less what was dropped."""

    def played_seconds(self) -> float:
        """Seconds of speech that have really sounded by now."""

    def close(self) -> None:
        """Give the device back; what is still queued is dropped. Safe to call twice."""
