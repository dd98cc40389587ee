"""Ctrl-C is a Qt signal while the loop does nothing; who asks twice is not kept waiting."""

from __future__ import annotations

import os
import signal
from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from garita.desktop.interrupts import Interrupts


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_wakes_the_loop(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with closing(Interrupts()) as interrupts:
        with qtbot.waitSignal(interrupts.asked, timeout=2000):
            os.kill(os.getpid(), number)
        assert signal.getsignal(number) == signal.SIG_DFL
    assert signal.getsignal(number) == before


def test_another_signal_is_no_wish_to_end(qtbot: QtBot) -> None:
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    with closing(Interrupts()) as interrupts:
        asked: list[int] = []
        interrupts.asked.connect(lambda: asked.append(1))
        os.kill(os.getpid(), signal.SIGUSR1)
        qtbot.wait(50)
        assert asked == []
        interrupts.close()
    signal.signal(signal.SIGUSR1, before)
