"""Measures a journal with many conversations by hand: python -m tests.journal.many PATH [CONVERSATIONS]"""

from __future__ import annotations

import sys
import time
from contextlib import closing
from pathlib import Path

from garita.journal.journal import Journal
from garita.journal.many import fill as fill


def _measure(path: Path) -> None:
    start = time.perf_counter()
    with closing(Journal(path)) as journal:
        print(f"open      {time.perf_counter() - start:8.4f} s")
        asked = (
            "p",
            "pas",
            "pasap",
            "pasaporte",
            "hotel cordoba",
            "zzz",
            "87",
            "vino 4",
            "a e l",
            "v m p d",
            "asuncion",
        )
        for text in asked:
            start = time.perf_counter()
            found = len(journal.search(text))
            print(f"{text!r:14}{(time.perf_counter() - start) * 1000:8.1f} ms  {found} found")
        for name, work in (
            ("count", journal.count),
            ("first page", journal.conversations),
            ("middle page", lambda: journal.conversations(50, journal.count() // 2)),
            ("summaries", journal.summaries),
        ):
            start = time.perf_counter()
            work()
            print(f"{name:14}{(time.perf_counter() - start) * 1000:8.1f} ms")


if __name__ == "__main__":
    place = Path(sys.argv[1])
    if not place.exists():
        fill(place, int((*sys.argv, "100000")[2]))
    _measure(place)
