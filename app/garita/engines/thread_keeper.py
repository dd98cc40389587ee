"""Sets a context's thread count: chosen by the user, found in the book, or measured; and looks again when it is slow.

Joins ``threads`` (what to try, what was found) with a llama.cpp context (how fast it is).
"""

from __future__ import annotations

import time

from garita.engines import threads
from garita.engines.llamacpp import Context
from garita.messages import Timings

_SPARE_SEQUENCE = 1
_MOST_TOKENS = 48


class ThreadKeeper:
    """Owns the thread count of one context.

    Args:
        context: what is measured and set; its spare sequence 1 is used while measuring.
        fixed: the user's choice, or 0.
        keep_free: cores left to other engines.
        book: where rates are kept between starts.
        key: under which this model's rate is kept.
    """

    def __init__(self, context: Context, *, fixed: int, keep_free: int, book: threads.RateBook, key: str) -> None:
        self._context, self._fixed, self._keep_free = context, fixed, keep_free
        self._book, self._key = book, key
        self._measured = book.find(key) if not fixed else None
        self.threads = fixed or 1
        if self._measured:
            self._set(self._measured.threads)
        elif fixed:
            self._set(fixed)
        else:
            self._measure(0)

    def rates(self) -> dict[str, float]:
        """Tokens per second by number of threads tried; empty when the user chose."""
        return {str(count): rate for count, rate in self._measured.rates.items()} if self._measured else {}

    def look_again(self, timings: Timings, tokens_held: int) -> None:
        """Measure anew when an answer ran at less than half the expected rate; ``tokens_held`` are in the cache."""
        if self._measured and threads.has_fallen(self._measured, timings.tokens_generated, timings.generate_seconds):
            self._measure(tokens_held)

    def _measure(self, tokens_held: int) -> None:
        room = min(_MOST_TOKENS, self._context.length - tokens_held - 1)
        if room < 2:
            return
        counts = threads.candidates(threads.cores(), self._keep_free)
        try:
            self._measured = threads.measure(counts, lambda count, floor: self._rate(count, floor, room))
        finally:
            self._context.forget(_SPARE_SEQUENCE, 0)
            self._set(self._measured.threads if self._measured else 1)
        self._book.write(self._key, self._measured)

    def _rate(self, count: int, floor: float, room: int) -> float:
        """Tokens per second with ``count`` threads; the first token only wakes threads and pages."""
        self._set(count)
        self._context.forget(_SPARE_SEQUENCE, 0)
        self._context.decode([0], 0, sequence=_SPARE_SEQUENCE)
        start = time.perf_counter()
        rate = 0.0
        for done in range(1, room):
            self._context.decode([0], done, sequence=_SPARE_SEQUENCE)
            passed = time.perf_counter() - start
            rate = done / passed
            if passed > threads.TRY_SECONDS or (passed > threads.TRY_SECONDS / 4 and rate < floor / 2):
                break
        return rate

    def _set(self, count: int) -> None:
        self._context.set_threads(count)
        self.threads = count
