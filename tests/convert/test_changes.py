"""The arithmetic of changes: what each does, in exactly which order, whatever the rows are cut into."""

from __future__ import annotations

import platform
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from garita.convert import changes
from garita.convert.changes import Addition, Dora, DoraColumns, LowRank, Replacement, RowsReplaced, Span

SIZES = st.tuples(st.integers(1, 40), st.integers(2, 70), st.integers(1, 20))


def _random(seed: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def _applied(change: changes.RowChange, base: np.ndarray, cuts: list[int]) -> np.ndarray:
    """``change`` applied to rows cut at ``cuts``."""
    edges = sorted({0, len(base), *(cut for cut in cuts if cut < len(base))})
    pieces = []
    for start, stop in pairwise(edges):
        piece = base[start:stop].copy()
        changes.change_in_place(piece, [change], start)
        pieces.append(piece)
    return np.concatenate(pieces)


@settings(max_examples=60, deadline=None)
@given(SIZES, st.lists(st.integers(1, 39)), st.integers(0, 1000), st.data())
def test_cuts_do_not_change_a_bit(sizes: tuple[int, int, int], cuts: list[int], seed: int, data: st.DataObject) -> None:
    rows, columns, rank = sizes
    start = data.draw(st.integers(0, rows - 1))
    order = np.array(data.draw(st.permutations(range(rows - start))), np.intp)
    base, span = _random(seed, rows, columns), Span(start, order)
    left, right = _random(seed + 1, len(order), rank), _random(seed + 2, rank, columns)
    for change in (
        LowRank(span, left, right, 0.3),
        Dora(span, left, right, 0.3, _random(seed, len(order))),
        DoraColumns(span, left, right, 0.3, _random(seed, columns)),
        Replacement(span, lambda first, last: _random(7, len(order), columns)[first:last], 1.0),
        RowsReplaced(span, np.array([0]), _random(seed, 1, columns)),
        Addition(span, _random(seed, len(order), columns), -2.0),
    ):
        whole = _applied(change, base, [])
        assert np.array_equal(_applied(change, base, cuts), whole)
        touched = set(change.touched().tolist())
        assert all(np.array_equal(whole[row], base[row]) for row in range(rows) if row not in touched)


@settings(max_examples=60, deadline=None)
@given(SIZES, st.integers(0, 1000))
def test_low_rank_adds_one_product_after_the_other(sizes: tuple[int, int, int], seed: int) -> None:
    rows, columns, rank = sizes
    base, left, right = _random(seed, rows, columns), _random(seed + 1, rows, rank), _random(seed + 2, rank, columns)
    total = np.zeros_like(base)
    for number in range(rank):
        total += (left * np.float32(0.25))[:, number, None] * right[number]
    found = _applied(LowRank(Span(0, np.arange(rows)), left, right, 0.25), base, [])
    if platform.machine() in ("x86_64", "AMD64"):  # others may round a product and a sum at once
        assert np.array_equal(found, base + total)
    assert np.allclose(found, base + total, rtol=0, atol=4e-7 * max(1.0, float(np.abs(total).max())))


def test_dora_has_the_length_it_says() -> None:
    base, left, right, length = _random(1, 6, 20), _random(2, 6, 3), _random(3, 3, 20), np.abs(_random(4, 6)) + 1
    found = _applied(Dora(Span(0, np.arange(6)), left, right, 0.5, length), base, [])
    assert np.allclose(np.linalg.norm(found, axis=1), length, rtol=1e-5)
    direction = base + 0.5 * left @ right
    assert np.allclose(found / length[:, None], direction / np.linalg.norm(direction, axis=1)[:, None], atol=1e-5)


def test_dora_adds_what_it_does_to_the_base_alone() -> None:
    """Its norm is the unmerged base's, whatever else was changed before."""
    base, left, right, length = _random(1, 6, 20), _random(2, 6, 3), _random(3, 3, 20), np.abs(_random(4, 6)) + 1
    span = Span(0, np.arange(6))
    dora, other = Dora(span, left, right, 0.5, length), LowRank(span, _random(5, 6, 2), _random(6, 2, 20), 1.0)
    both = base.copy()
    changes.change_in_place(both, [other, dora], 0)
    expected = _applied(other, base, []) + _applied(dora, base, []) - base
    assert np.allclose(both, expected, rtol=0, atol=1e-5)


def test_lengths_of_columns_are_those_of_the_changed_matrix() -> None:
    base, left, right = _random(1, 300, 7), _random(2, 300, 3), _random(3, 3, 7)
    change = LowRank(Span(0, np.arange(300)), left, right, 0.5)
    found = changes.column_lengths(change, lambda start, stop: base[start:stop].copy())
    assert np.allclose(found, np.linalg.norm(base + 0.5 * left @ right, axis=0), rtol=1e-6)


def test_spans_meet_blocks() -> None:
    span = Span(10, np.arange(5)[::-1])
    for first, count in ((0, 10), (0, 11), (8, 4), (10, 5), (12, 1), (14, 9), (15, 3), (40, 2)):
        place, rows = span.within(first, count)
        expected = {number: 14 - number for number in range(first, first + count) if 10 <= number < 15}
        assert dict(zip(range(first + place.start, first + place.stop), rows.tolist(), strict=True)) == expected
