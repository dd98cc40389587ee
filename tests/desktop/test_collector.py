"""Objects in cycles are destroyed on the main thread, never on the thread that happens to make the next object."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from garita.desktop.collector import Collector


class Knot:
    """Refers to itself and notes on which thread it goes."""

    gone: list[threading.Thread]

    def __init__(self, gone: list[threading.Thread]) -> None:
        self.me, self.gone = self, gone

    def __del__(self) -> None:
        self.gone.append(threading.current_thread())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    collector = Collector()
    yield collector
    collector.close()


def work_hard() -> None:
    """Makes so many objects that Python's own collector would run."""
    kept = [[number] for number in range(20_000)]
    assert len(kept) == 20_000


def test_a_cycle_goes_on_the_main_thread(collector: Collector, qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []
    for _ in range(3):
        Knot(gone)
    worker = threading.Thread(target=work_hard)
    worker.start()
    worker.join()
    assert gone == []
    qtbot.waitUntil(lambda: len(gone) == 3, timeout=5000)
    assert set(gone) == {threading.main_thread()}


def test_old_cycles_go_too(collector: Collector) -> None:
    gone: list[threading.Thread] = []
    knot = Knot(gone)
    for _ in range(3):
        gc.collect(1)  # it grows old
    del knot
    for _ in range(60):
        collector.look()
    assert gone == [threading.main_thread()]


def test_closing_gives_the_work_back(qtbot: QtBot) -> None:
    collector = Collector()
    assert not gc.isenabled()
    collector.close()
    assert gc.isenabled()
