"""Every test gets a home of its own; log errors, left-over threads and left-over processes fail it."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """GARITA_HOME in the test's own folder; messages in English."""
    folder = tmp_path / "garita-home"
    monkeypatch.setenv("GARITA_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return folder


@pytest.fixture(autouse=True)
def silence(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An error in the log fails the test, unless it says ``caplog.clear()`` because the error is what it tests."""
    yield
    errors = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert not errors, f"logged: {errors}"


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Threads and child processes that a test starts must be gone when it ends (they get two seconds)."""
    threads, processes = set(threading.enumerate()), set(_children())
    yield
    deadline = time.monotonic() + 2.0
    while (left := _left(threads, processes)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not left, f"left over: {left}"


def _left(threads: set[threading.Thread], processes: set[int]) -> list[str]:
    """Threads and processes that were not there before. torch's and tqdm's own pools stay for the whole run."""
    new = [thread for thread in threading.enumerate() if thread not in threads and not _is_pool(thread)]
    return [thread.name for thread in new] + [f"process {pid}" for pid in _children() - processes]


def _is_pool(thread: threading.Thread) -> bool:
    return thread.daemon and type(thread).__module__.split(".")[0] in {"tqdm", "torch"}


def _children() -> set[int]:
    """Running children; the resource tracker of multiprocessing lives as long as the test run."""
    found = set()
    for child in psutil.Process().children(recursive=True):
        try:
            if child.status() != psutil.STATUS_ZOMBIE and "resource_tracker" not in " ".join(child.cmdline()):
                found.add(child.pid)
        except psutil.NoSuchProcess:
            continue
    return found


def pytest_unconfigure() -> None:
    """llama_cpp opens /dev/null twice when imported and never closes it, which Python would report at the very end."""
    utils = sys.modules.get("llama_cpp._utils")
    for name in ("outnull_file", "errnull_file"):
        if file := getattr(utils, name, None):
            file.close()
