"""``garita bench window``: every part in turn. Knows which parts there are and how much of each is measured."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from garita.desktop.bench import apart
from garita.desktop.bench.figures import Past, Scrolling, Stalls, WindowReport
from garita.desktop.bench.start import start


@dataclass(frozen=True)
class Sizes:
    """How much is measured."""

    starts: int = 7
    seconds: float = 30.0
    bytes_a_second: float = 30e6
    turns: int = 2000
    steps: int = 400
    conversations: int = 100_000
    rounds: int = 5


def measure(sizes: Sizes, tell: Callable[[str], object]) -> WindowReport:
    """Everything; ``tell`` hears what is being measured. The full sizes take about six minutes and 1 GB of room."""
    with tempfile.TemporaryDirectory(prefix="garita-bench-") as name:
        folder = Path(name)
        tell("the start")
        opened = start(folder, sizes.starts)
        tell("the main thread")
        work = (sizes.seconds, sizes.bytes_a_second)
        plain = apart.result(Stalls, folder / "plain", "stalls", *work, 0)
        drawn = apart.result(Stalls, folder / "drawn", "stalls", *work, 1)
        tell(f"a conversation of {sizes.turns} turns")
        scrolling = apart.result(Scrolling, folder / "long", "scrolling", sizes.turns, sizes.steps)
        tell(f"a journal of {sizes.conversations} conversations")
        past = apart.result(Past, folder / "past", "past", sizes.conversations, sizes.rounds)
        return WindowReport(
            day=date.today().isoformat(), processor=processor(), start=opened, stalls=plain,
            stalls_with_officer=drawn, scrolling=scrolling, past=past,
        )  # fmt: skip


def processor() -> str:
    """As the system names it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8", errors="replace").splitlines() if info.exists() else []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine()
