"""The model recommended is the largest that keeps up; what a size costs is counted as real timings have it."""

from __future__ import annotations

import numpy as np
import pytest

from garita.engines.whisper_sizes import KEEPS_UP, SIZES, Measured, Shape, expected_factor, measure, recommend
from garita.messages import Transcript
from garita.sound import RATE, Samples
from tests.engines.known_words import KnownWords

SHAPES = {size.name: size.shape for size in SIZES}


class Timed(KnownWords):
    """Takes the given seconds, one after the other."""

    def __init__(self, *seconds: float) -> None:
        super().__init__([])
        self._seconds = iter(seconds)

    def transcribe(
        self, samples: Samples, *, language: str = "es", hot_words: str = "", before: str = ""
    ) -> Transcript:
        return Transcript("", compute_seconds=next(self._seconds))


def test_the_best_of_several_runs_counts() -> None:
    found = measure(Timed(0.9, 0.4, 0.5), SHAPES["tiny"], np.zeros(4 * RATE, np.float32))
    assert (found.factor, found.window_seconds) == (pytest.approx(0.1), 30.0)
    assert measure(Timed(1, 1, 1), SHAPES["tiny"], np.zeros(4 * RATE, np.float32), cropped=True).window_seconds == 4.0


def test_a_model_of_the_measured_shape_takes_what_was_measured() -> None:
    measured = Measured(SHAPES["base"], 4.0, 1.0)
    assert expected_factor(measured, SHAPES["base"]) == pytest.approx(0.25)


def test_the_count_foretells_real_timings() -> None:
    """Encoder and 24 tokens of random weights on one thread: tiny 0.544 s, base 1.07 s, small 3.78 s."""
    tiny = Measured(SHAPES["tiny"], 4.0, 0.544)
    assert expected_factor(tiny, SHAPES["base"]) * 4 == pytest.approx(1.07, rel=0.25)
    assert expected_factor(tiny, SHAPES["small"]) * 4 == pytest.approx(3.78, rel=0.25)


@pytest.mark.parametrize(
    ("seconds", "name"), [(0.001, "large-v3-turbo"), (0.1, "small"), (0.5, "base"), (1.0, "tiny"), (9.0, None)]
)
def test_the_largest_that_keeps_up(seconds: float, name: str | None) -> None:
    measured = Measured(SHAPES["tiny"], 4.0, seconds)
    chosen = recommend(measured)
    assert (chosen and chosen.name) == name
    if chosen:
        assert expected_factor(measured, chosen.shape) <= KEEPS_UP


def test_the_smaller_the_cheaper() -> None:
    """In the order of the table, but for turbo, whose decoder is small."""
    measured = Measured(Shape(192, 4, 2, 1000), 3.0, 0.02, window_seconds=3.0)
    factors = [expected_factor(measured, size.shape) for size in SIZES]
    assert factors == sorted(factors)
