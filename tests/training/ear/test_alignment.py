"""The likeliest path is found, whatever else stands in the batch."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from garita.training.ear.alignment import Chances, letter_spans

A, B, BLANK = 0, 1, 2


def _sure_of(path: list[int]) -> Chances:
    chances = np.full((len(path), 3), 0.05, np.float32)
    chances[np.arange(len(path)), path] = 0.9
    return np.log(chances)


def test_every_letter_is_where_it_is_heard() -> None:
    path = [BLANK, BLANK, A, A, BLANK, B, BLANK, B, B, A, BLANK]
    assert letter_spans(_sure_of(path)[:, None], [11], [[A, B, B, A]]) == [[(2, 3), (5, 5), (7, 8), (9, 9)]]


def test_a_shorter_neighbour_ends_where_its_own_sound_ends() -> None:
    long, short = [BLANK, A, BLANK, B, BLANK, BLANK], [A, B, BLANK, B, B, B]
    found = letter_spans(np.stack([_sure_of(long), _sure_of(short)], 1), [6, 3], [[A, B], [A, B]])
    assert found == [[(1, 1), (3, 3)], [(0, 0), (1, 1)]]


def test_what_does_not_fit_or_says_nothing_has_no_spans() -> None:
    chances = np.stack([_sure_of([A, B])] * 2, 1)
    assert letter_spans(chances, [1, 2], [[A, B], []]) == [[], []]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from((A, B)), min_size=1, max_size=3), st.integers(0, 1000))
def test_no_other_path_is_likelier(text: list[int], seed: int) -> None:
    steps = 6
    chances = np.log(np.random.default_rng(seed).dirichlet(np.ones(3), steps)).astype(np.float32)
    spans = letter_spans(chances[:, None], [steps], [text])[0]
    path = [BLANK] * steps
    for letter, (first, last) in zip(text, spans, strict=True):
        path[first : last + 1] = [letter] * (last - first + 1)
    assert _said(path) == text
    best = max(_chance(chances, other) for other in product((A, B, BLANK), repeat=steps) if _said(list(other)) == text)
    assert _chance(chances, path) >= best - 1e-4


def _said(path: list[int]) -> list[int]:
    """What CTC reads in a path: no repetitions, then no blanks."""
    return [one for one, before in zip(path, [BLANK, *path], strict=False) if one not in (before, BLANK)]


def _chance(chances: Chances, path: tuple[int, ...] | list[int]) -> float:
    return float(sum(chances[step, letter] for step, letter in enumerate(path)))
