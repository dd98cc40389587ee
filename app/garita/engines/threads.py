"""Who gets how many cores: measures how fast a model runs with some thread counts, and remembers it.

"As many threads as cores" is a trap: llama.cpp's threads wait for each other busily, so one core taken by somebody else
can make two threads forty times slower than one. Hence every count is tried for a moment only and given up as soon as
it is clearly worse. Knows no llama.cpp: trying is handed in.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from garita.files import write_beside

TRY_SECONDS = 0.25
_WORTH_IT = 1.05
_FALLEN = 0.5
_ENOUGH_TOKENS = 16


@dataclass(frozen=True)
class Measured:
    """Tokens per second by number of threads tried; never empty."""

    rates: dict[int, float]

    @property
    def threads(self) -> int:
        """The number that was fastest; more threads must gain something to count."""
        best, *more = sorted(self.rates)
        for count in more:
            if self.rates[count] > self.rates[best] * _WORTH_IT:
                best = count
        return best

    @property
    def rate(self) -> float:
        """Tokens per second with ``threads``."""
        return self.rates[self.threads]


Try = Callable[[int, float], float]
"""Tokens per second with a number of threads; may return early once it is sure to be below the second argument."""


def candidates(cores: int, keep_free: int) -> list[int]:
    """Thread counts worth trying, rising: one, doubling, all but one, all; within what is left to us."""
    most = max(1, cores - keep_free)
    doubling = [2**power for power in range(most.bit_length())]
    return sorted({count for count in (*doubling, most // 2, most - 1, most) if 1 <= count <= most})


def measure(counts: Sequence[int], rate_of: Try) -> Measured:
    """Try rising thread counts until more of them stop paying."""
    rates = {counts[0]: rate_of(counts[0], 0.0)}
    for count in counts[1:]:
        wanted = max(rates.values()) * _WORTH_IT
        rates[count] = rate_of(count, wanted)
        if rates[count] < wanted:
            break
    return Measured(rates)


def has_fallen(measured: Measured, tokens: int, seconds: float) -> bool:
    """Whether a whole answer ran so slowly that the measurement no longer holds."""
    return tokens >= _ENOUGH_TOKENS and tokens / max(seconds, 1e-9) < measured.rate * _FALLEN


def cores() -> int:
    """Physical cores this process may use."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(allowed, psutil.cpu_count(logical=False) or allowed))


def for_recogniser(cores: int) -> int:
    """How many of so many cores the recogniser gets beside a language model, which must keep them free.

    While both are busy no core may have two of our threads: llama.cpp's would wait for each other busily.
    """
    return max(1, cores // 2)


def machine() -> str:
    """A name of the processor and how much of it is ours."""
    return f"{_processor()} x{cores()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


class RateBook:
    """Measured rates in a JSON file, by machine and model. A lost or broken file only means measuring again."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / "threads.json" if folder else None

    def find(self, key: str) -> Measured | None:
        """What was measured for ``key`` (see ``book_key``)."""
        try:
            rates = {int(count): float(rate) for count, rate in self._entries()[key].items()}
        except (KeyError, AttributeError, TypeError, ValueError):
            return None
        return Measured(rates) if rates and all(count > 0 for count in rates) else None

    def write(self, key: str, measured: Measured) -> None:
        """Remember it; a folder that cannot be written is no reason to fail."""
        if self._path is None:
            return
        rates = {str(count): round(rate, 2) for count, rate in measured.rates.items()}
        entries = {**self._entries(), key: rates}
        with contextlib.suppress(OSError):
            write_beside(self._path, json.dumps(entries, indent=1).encode())

    def _entries(self) -> dict[str, Any]:
        try:
            entries = json.loads(self._path.read_text(encoding="utf-8")) if self._path else {}
        except (OSError, ValueError):
            return {}
        return entries if isinstance(entries, dict) else {}


def book_key(model: Path, keep_free: int, gpu_layers: int) -> str:
    """What a measurement holds for: this processor, this very file, these conditions."""
    state = model.stat()
    return f"{machine()} | {model.resolve()} {state.st_size} {state.st_mtime_ns} | free {keep_free} gpu {gpu_layers}"
