"""A second start brings the first to the front; another home is another Garita; a killed one leaves no claim."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from garita.desktop.single import SingleInstance

CLAIM_AND_HANG = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from garita.desktop.single import SingleInstance
app = QCoreApplication([])
single = SingleInstance(Path(sys.argv[1]))
print(single.claim(), flush=True)
app.exec()
"""


def test_the_second_is_refused_and_the_first_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.raised, timeout=2000):
        assert not second.claim()
    first.close()
    assert second.claim()
    second.close()


def test_another_home_is_another_garita(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.claim()
    assert other.claim()
    one.close()
    other.close()


def test_one_that_is_closing_is_waited_for(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    first.stop_answering()
    assert not second.claim(closing=0.1)
    threading.Timer(0.5, first._lock.unlock).start()
    assert second.claim()
    second.close()


def test_one_that_was_killed_leaves_no_claim(qtbot: QtBot, tmp_path: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", CLAIM_AND_HANG, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert killed.stdout is not None
    with killed.stdout:
        assert killed.stdout.readline() == "True\n"
        killed.kill()
        killed.wait()
    single = SingleInstance(tmp_path)
    assert single.claim()
    single.close()
