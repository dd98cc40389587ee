"""A journal of many conversations: until the history is seen, and searching in it.

As a program of its own: ``past CONVERSATIONS ROUNDS``; it makes the journal in its home first, which takes minutes.
"""

from __future__ import annotations

import sys
import time

import msgspec

from garita import paths
from garita.desktop.bench.figures import Past, spread
from garita.desktop.bench.program import program, wait
from garita.desktop.history.page import HistoryPage
from garita.desktop.history.rows import found_rows
from garita.journal import many
from garita.journal.journal import Journal
from garita.settings import ModelSettings, Settings, VoiceSettings, WindowSettings

# From the first letter typed to words, numbers, several words, and what is nowhere.
ASKED = ("p", "pas", "pasap", "pasaporte", "hotel cordoba", "zzz", "87", "vino 4", "a e l", "v m p d", "asuncion")
_REST = 0.3  # seconds between two searches: the rest of what the one before has found comes in
_MOST = 50  # what the page looks for first


def measure(count: int, rounds: int) -> Past:
    """Make the journal, open the history, search."""
    paths.ensure_home()
    many.fill(paths.journal(), count)
    now = Settings(
        model=ModelSettings(file="none.gguf"),  # nothing else is to be busy
        window=WindowSettings(theme="light", officer=False, welcomed=True),
        voice=VoiceSettings(listens=False, aloud=False),
    )
    with program(now) as running:
        began = time.perf_counter()
        journal = running.context().journal()
        looked_over = time.perf_counter() - began
        began = time.perf_counter()
        running.window.go("history")
        page = running.window.page("history")
        assert isinstance(page, HistoryPage)
        wait(lambda: page.model.rows)
        page.list.viewport().repaint()
        opened = time.perf_counter() - began
        answers = [_answer(journal, text) for _ in range(rounds) for text in ASKED]
        seen = [_seen(page, text) for _ in range(rounds) for text in ASKED]
    return Past(
        conversations=count, file_ms=1000 * looked_over, open_ms=1000 * opened,
        search=spread([wall for wall, _ in answers]), search_cpu=spread([cpu for _, cpu in answers]),
        shown=spread(seen),
    )  # fmt: skip


def _answer(journal: Journal, text: str) -> tuple[float, float]:
    """Seconds on the clock and of the processor."""
    began, own = time.perf_counter(), time.thread_time()
    found_rows(journal.search(text, _MOST), "es")
    return time.perf_counter() - began, time.thread_time() - own


def _seen(page: HistoryPage, text: str) -> float:
    """From the Enter key until what was found is painted."""
    rested = time.perf_counter() + _REST
    wait(lambda: time.perf_counter() > rested)
    answered: list[bool] = []
    page.model.modelReset.connect(lambda: answered.append(True))
    page.field.setText(text)
    began = time.perf_counter()
    page.field.returnPressed.emit()
    wait(lambda: answered)
    page.list.viewport().repaint()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.stdout.write(msgspec.json.encode(measure(int(sys.argv[1]), int(sys.argv[2]))).decode())
