"""What every training run has: a report for whoever watches, and a way to be stopped. Knows no model and no data."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import msgspec


class Report(msgspec.Struct, frozen=True):
    """What ``on_progress`` is told now and then. ``finished`` only in the last one of a run that used its budget.

    Losses are nats a token; ``tokens_per_second`` is of the time since the last report.
    """

    steps: int
    tokens: int
    loss: float
    held_out_loss: float
    tokens_per_second: float
    share_done: float
    seconds_left: float | None
    finished: bool = False


OnProgress = Callable[[Report], None]

_ONE_WISH = 2.0  # seconds: Slurm tells a launcher and its processes, and the launcher tells them once more


@contextmanager
def asked_to_stop() -> Iterator[Callable[[], bool]]:
    """While inside, the first SIGINT or SIGTERM only raises a flag; one that comes later means what it meant before.

    Belongs on the main thread, because of the signals.
    """
    asked_at: float | None = None

    def ask(number: int, _frame: FrameType | None) -> None:
        nonlocal asked_at
        if asked_at is None:
            asked_at = time.monotonic()
        elif time.monotonic() - asked_at > _ONE_WISH:
            signal.signal(number, before[number])
            signal.raise_signal(number)

    before: dict[int, Any] = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, ask)
    try:
        yield lambda: asked_at is not None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
