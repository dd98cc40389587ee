"""Intervals: of conversations and not of turns, the same for the same seed, and as wide as theory says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from garita.training.evaluation.interval import Bootstrap, Seen


def shares(hits: list[float], turns: int = 1) -> list[Seen]:
    return [Seen(number, turn, "B1", hit) for number, hit in enumerate(hits) for turn in range(1, turns + 1)]


def test_a_share_is_as_sure_as_its_conversations_are_many() -> None:
    rng = np.random.default_rng(3)
    hits = [float(hit) for hit in rng.random(400) < 0.8]
    found = Bootstrap(400, seed=1).estimate(shares(hits))
    wide = 2 * 1.96 * np.sqrt(found.value * (1 - found.value) / 400)  # the normal interval
    assert found.value == pytest.approx(np.mean(hits))
    assert found.low < found.value < found.high
    assert found.high - found.low == pytest.approx(wide, rel=0.1)


def test_turns_that_hang_together_make_nothing_surer() -> None:
    hits = [1.0, 0.0] * 20
    once, often = (Bootstrap(40, seed=1).estimate(shares(hits, turns)) for turns in (1, 25))
    assert often.n == 25 * once.n
    assert (often.low, often.high) == (once.low, once.high)


def test_groups_have_figures_of_their_own_and_of_their_own_width() -> None:
    seen = [*shares([1.0] * 30), *(Seen(number, 2, "A2", number % 2) for number in range(30))]
    found = Bootstrap(30, seed=1).by(seen, lambda one: one.turn)
    assert list(found) == [1, 2]
    assert (found[1].value, found[1].low, found[1].high, found[1].n) == (1, 1, 1, 30)
    assert found[2].low < 0.5 < found[2].high


def test_a_perplexity_is_of_all_tokens_together() -> None:
    seen = [Seen(0, 1, "", 10.0, 10.0), Seen(1, 1, "", 60.0, 20.0)]
    assert Bootstrap(2, seed=1).estimate(seen, np.exp).value == pytest.approx(np.exp(70 / 30))


def test_a_difference_is_surer_than_its_two_figures() -> None:
    rng = np.random.default_rng(4)
    hard = rng.random(60)
    one = [Seen(number, 1, "", float(value)) for number, value in enumerate(hard)]
    other = [Seen(number, 1, "", float(value) - 0.1) for number, value in enumerate(hard)]
    draws = Bootstrap(60, seed=1)
    found = draws.difference(one, other)
    assert (found.value, found.low, found.high) == pytest.approx((0.1, 0.1, 0.1))
    assert draws.estimate(one).low < draws.estimate(other).high


def test_what_weighs_nothing_is_in_no_group() -> None:
    assert Bootstrap(2, seed=1).by([Seen(0, 1, "", 0.0, 0.0)], lambda one: one.turn) == {}
    with pytest.raises(ValueError, match="no observations"):
        Bootstrap(2, seed=1).estimate([])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 9)), min_size=1, max_size=30), st.integers(0, 99))
def test_the_figure_lies_within_its_values_and_the_draws_are_the_seeds(
    pairs: list[tuple[float, int]], seed: int
) -> None:
    seen = [Seen(number, 1, "", value * weight, weight) for number, (value, weight) in enumerate(pairs)]
    found = Bootstrap(len(pairs), seed, draws=50).estimate(seen)
    assert min(value for value, _ in pairs) - 1e-9 <= found.low <= found.high <= max(v for v, _ in pairs) + 1e-9
    assert found == Bootstrap(len(pairs), seed, draws=50).estimate(seen)
