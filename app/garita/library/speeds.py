"""How fast each model was on this machine, as conversations measured it: tokens a second by number of threads.

Kept in a small file in the cache, by a file's head and size: a model that is moved, renamed or copied keeps its
figures, because speed depends on shapes and types, which stand in the head. Knows timings, not engines.
"""

from __future__ import annotations

import hashlib
import threading
import time
from pathlib import Path

import msgspec

from garita import paths
from garita.files import write_beside
from garita.messages import Timings

_HEAD_BYTES = 256 * 1024
_REMEMBERED = 4000.0  # tokens: older ones count less and less, so that a quieter machine shows
_FEWEST = 16  # tokens in a measurement that says anything


class Speed(msgspec.Struct):
    """Sums over what was generated lately with ``threads`` threads; ``at`` is when, in seconds since 1970."""

    threads: int
    tokens: float = 0.0
    seconds: float = 0.0
    at: float = 0.0

    @property
    def rate(self) -> float:
        """Tokens a second."""
        return self.tokens / self.seconds if self.seconds else 0.0


class Speeds:
    """The measurements of this machine. Safe to use from several threads; for worker threads, as it reads files."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or paths.cache() / "speeds.json"
        self._lock = threading.Lock()

    def note(self, model: Path, timings: Timings, threads: int) -> None:
        """Keep what one answer cost. Answers of a few words say nothing and are left out; so is what cannot be kept."""
        if timings.tokens_generated < _FEWEST or timings.generate_seconds <= 0 or not (key := _key(model)):
            return
        with self._lock:
            known = self._read()
            speed = known.setdefault(key, {}).setdefault(str(threads), Speed(threads))
            fading = min(1.0, _REMEMBERED / (speed.tokens + timings.tokens_generated))
            speed.tokens = speed.tokens * fading + timings.tokens_generated
            speed.seconds = speed.seconds * fading + timings.generate_seconds
            speed.at = time.time()
            self._write(known)

    def of(self, model: Path) -> Speed | None:
        """The latest measurement of a model, None where it never spoke here."""
        with self._lock:
            found = self._read().get(_key(model), {}).values()
        return max(found, key=lambda speed: speed.at, default=None)

    def _read(self) -> dict[str, dict[str, Speed]]:
        """A damaged file is no loss: it is measured again."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, dict[str, Speed]])
        except (OSError, msgspec.MsgspecError):
            return {}

    def _write(self, known: dict[str, dict[str, Speed]]) -> None:
        try:
            write_beside(self._file, msgspec.json.encode(known))
        except OSError:
            return  # a cache that cannot be written is no reason to disturb a conversation


def _key(model: Path) -> str:
    """What a file is recognised by; "" where it cannot be read."""
    try:
        with model.open("rb") as content:
            head = content.read(_HEAD_BYTES)
        return f"{hashlib.sha256(head).hexdigest()[:32]}-{model.stat().st_size}"
    except OSError:
        return ""
