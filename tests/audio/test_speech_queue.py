"""The queue of speech: everything in order, counted right, nothing piled up."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from garita.audio.speech_queue import SpeechQueue

RATE = 1000
STEPS = st.lists(st.tuples(st.sampled_from(["add", "fill", "clear"]), st.integers(1, 300)), max_size=40)


@given(steps=STEPS, delay=st.integers(0, 200))
def test_it_counts_what_a_listener_would(steps: list[tuple[str, int]], delay: int) -> None:
    """A driver whose samples sound ``delay`` samples later, and a listener who hears every sample at its time."""
    queue, given, now = SpeechQueue(RATE), 0, 0
    air: dict[int, float] = {}  # what sounds at which sample of time; a stop takes away what has not sounded
    for step, count in steps:
        if step == "add":
            queue.add(np.arange(given + 1, given + count + 1, dtype=np.float32))
            given += count
        elif step == "clear":
            queue.clear(now / RATE)
            air = {moment: value for moment, value in air.items() if moment < now}
        else:
            out = np.empty(count, np.float32)
            queue.fill(out, (now + delay) / RATE)
            air.update({now + delay + n: value for n, value in enumerate(out.tolist()) if value})
            now += count
        heard = [value for moment, value in sorted(air.items()) if moment < now]
        assert heard == sorted(heard)
        assert abs(queue.played(now / RATE) - len(heard)) <= 1
        assert queue.remaining(now / RATE) >= (len(air) - len(heard) - 1) / RATE


def test_a_long_talk_piles_nothing_up() -> None:
    queue, out = SpeechQueue(RATE), np.empty(10, np.float32)
    queue.add(np.ones(100_000, np.float32))
    for block in range(10_000):
        queue.fill(out, block / 100)
    assert len(queue._given) < 200
    assert queue.played(1000) == 100_000
