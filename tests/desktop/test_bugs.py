"""What nobody caught is logged and told on the main thread, wherever it happened."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QObject, qWarning
from pytestqt.qtbot import QtBot

from garita.desktop.bugs import Bugs


class _Receiver(QObject):
    def __init__(self, where: list[threading.Thread], told: list[BaseException]) -> None:
        super().__init__()
        self._where, self._told = where, told

    def take(self, error: BaseException) -> None:
        self._where.append(threading.current_thread())
        self._told.append(error)


@pytest.fixture
def bugs(qtbot: QtBot) -> Iterator[Bugs]:
    with closing(Bugs()) as bugs:
        yield bugs


def test_a_bug_on_a_thread_is_logged_and_told_on_the_main_thread(
    bugs: Bugs, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    where: list[threading.Thread] = []
    told: list[BaseException] = []
    receiver = _Receiver(where, told)
    bugs.caught.connect(receiver.take)
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert isinstance(told[0], ZeroDivisionError)
    assert where == [threading.main_thread()]
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()


def test_a_bug_in_a_slot_is_logged_and_told(bugs: Bugs, caplog: pytest.LogCaptureFixture) -> None:
    told: list[BaseException] = []
    bugs.caught.connect(told.append)
    error = KeyError("oops")
    sys.excepthook(KeyError, error, None)
    assert told == [error]
    assert "oops" in caplog.text
    caplog.clear()


def test_what_qt_complains_about_is_in_the_log(bugs: Bugs, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        qWarning("a widget is not well")
    assert "a widget is not well" in caplog.text
