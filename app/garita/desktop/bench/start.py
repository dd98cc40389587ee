"""How long the program takes until its window is painted and answers, beside a bare window, turn by turn.

Ours is started as a user starts it; when it was there is read from its log.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import msgspec

from garita.desktop.app import DRAWN
from garita.desktop.bench import apart
from garita.desktop.bench.figures import Opening, Start

_LINE = re.compile(r"^(\S+ \S+) INFO \S+: " + re.escape(DRAWN).replace(re.escape("%.3f"), r"([\d.]+)"), re.MULTILINE)
_PATIENCE = 60.0  # seconds
_LOOK_EVERY = 0.05


def start(folder: Path, runs: int) -> Start:
    """Both in turn, ``runs`` times, after a first time that does not count."""
    home = folder / "home"
    _settle_in(home)
    bare, ours = [], []
    for run in range(runs + 1):
        pair = _bare(home), _ours(home)
        if run:
            bare.append(pair[0])
            ours.append(pair[1])
    first = [_ours(folder / f"new-{run}") for run in range(min(3, runs))]
    return Start(
        bare=_median(bare), ours=_median(ours), first=_median(first),
        ratio=statistics.median(mine.seconds / its.seconds for mine, its in zip(ours, bare, strict=True)),
        cpu_ratio=statistics.median(mine.cpu_seconds / its.cpu_seconds for mine, its in zip(ours, bare, strict=True)),
        runs=runs,
    )  # fmt: skip


def _settle_in(home: Path) -> None:
    """A home in which the welcome was seen."""
    home.mkdir(parents=True)
    (home / "settings.toml").write_text("[window]\nwelcomed = true\n", encoding="utf-8")


def _bare(home: Path) -> Opening:
    began = time.time()
    done = subprocess.run(apart.command("bare"), env=apart.environment(home), capture_output=True, check=True)
    at, cpu = msgspec.json.decode(done.stdout, type=tuple[float, float])
    return Opening(at - began, cpu)


def _ours(home: Path) -> Opening:
    """The whole program, ended as soon as it is there."""
    log = home / "logs" / "garita.log"
    log.unlink(missing_ok=True)
    began = time.time()
    child = subprocess.Popen(
        [sys.executable, "-m", "garita"], env=apart.environment(home),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        while time.time() < began + _PATIENCE:
            time.sleep(_LOOK_EVERY)
            if found := _LINE.search(log.read_text(encoding="utf-8") if log.exists() else ""):
                at = datetime.strptime(found[1], "%Y-%m-%d %H:%M:%S,%f").timestamp()
                return Opening(at - began, float(found[2]))
    finally:
        child.kill()
        child.wait()
    raise RuntimeError("the window did not open")


def _median(openings: list[Opening]) -> Opening:
    return Opening(
        statistics.median(one.seconds for one in openings), statistics.median(one.cpu_seconds for one in openings)
    )
