"""What this machine has: processor, cores, memory. Asks the system, measures nothing, knows no model."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import msgspec
import psutil

# Instruction sets llama.cpp has code for; the names are the kernel's (Linux) in lower case.
_FEATURES = (
    "sse4_2",
    "avx",
    "avx2",
    "fma",
    "f16c",
    "avx512f",
    "avx512_bf16",
    "avx512_vnni",
    "avx_vnni",
    "amx_bf16",
    "neon",
    "asimd",
    "asimddp",
    "i8mm",
    "sve",
)


class Hardware(msgspec.Struct, frozen=True):
    """This machine. Bytes are bytes; ``cores`` are physical, ``threads`` what the system schedules for us."""

    system: str
    processor: str
    features: tuple[str, ...]
    cores: int
    threads: int
    memory_bytes: int
    memory_free_bytes: int


def look() -> Hardware:
    """Ask the system."""
    memory = psutil.virtual_memory()
    return Hardware(
        system=f"{platform.system()} {platform.release()} ({platform.machine()})",
        processor=_processor(),
        features=_features(),
        cores=min(psutil.cpu_count(logical=False) or _threads(), _threads()),
        threads=_threads(),
        memory_bytes=_limited(memory.total),
        memory_free_bytes=_limited(memory.available),
    )


def memory_free() -> int:
    """Bytes a new program can take without swapping."""
    return _limited(psutil.virtual_memory().available)


def _threads() -> int:
    """Cores this process may use: a container or taskset may give fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _limited(number: int) -> int:
    """A container's memory limit counts where it is smaller than the machine's."""
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text().strip()
        return min(number, int(limit)) if limit.isdigit() else number
    except OSError:
        return number


def _processor() -> str:
    if sys.platform == "linux":
        return _cpuinfo("model name") or platform.machine()
    if sys.platform == "darwin":
        return _sysctl("machdep.cpu.brand_string") or platform.processor()
    return platform.processor() or platform.machine()


def _features() -> tuple[str, ...]:
    if sys.platform == "linux":
        said = (_cpuinfo("flags") or _cpuinfo("Features")).split()
    elif sys.platform == "darwin":
        said = ["neon", *_sysctl("machdep.cpu.features").lower().split()]
    else:
        said = []  # Windows has no list to read; llama.cpp's own report in `garita doctor` says what it uses
    return tuple(name for name in _FEATURES if name in said)


def _cpuinfo(key: str) -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.split(":")[0].strip() == key:
            return line.split(":", 1)[1].strip()
    return ""


def _sysctl(name: str) -> str:
    return subprocess.run(["/usr/sbin/sysctl", "-n", name], capture_output=True, text=True, check=False).stdout.strip()
