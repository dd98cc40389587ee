from __future__ import annotations

import subprocess
import sys

MANY_CALLS = """
import garita.desktop
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(50_000):
    thing.setObjectName("a")
print("alive")
"""


def test_a_window_may_call_qt_as_often_as_it_likes() -> None:
    done = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, timeout=30)
    assert done.stdout == "alive\n", done.stderr
    assert done.returncode == 0
