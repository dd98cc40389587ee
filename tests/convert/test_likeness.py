"""Logits are compared as distributions, exactly, and in bounded pieces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from garita.convert.likeness import compare


def _file(path: Path, rows: np.ndarray) -> Path:
    rows.astype(np.float32).tofile(path)
    return path


def test_equal_logits_differ_in_nothing(tmp_path: Path) -> None:
    rows = np.random.default_rng(1).normal(size=(70, 11))
    same = compare(_file(tmp_path / "a", rows), _file(tmp_path / "b", rows), 11)
    assert same == (70, 0.0, 0.0, 0.0, 0.0, 1.0)


def test_a_shifted_row_is_the_same_distribution(tmp_path: Path) -> None:
    rows = np.random.default_rng(1).normal(size=(3, 5))
    shifted = compare(_file(tmp_path / "a", rows), _file(tmp_path / "b", rows + 2), 5)
    assert shifted.largest == pytest.approx(2.0, abs=1e-6)
    assert shifted.kl < 1e-12
    assert shifted.same_top == 1.0


def test_divergence_and_top_are_those_of_the_book(tmp_path: Path) -> None:
    p, q = np.array([[0.5, 0.25, 0.25], [0.1, 0.2, 0.7]]), np.array([[0.25, 0.5, 0.25], [0.1, 0.2, 0.7]])
    found = compare(_file(tmp_path / "a", np.log(p)), _file(tmp_path / "b", np.log(q)), 3)
    assert found.kl_worst == pytest.approx(0.25 * np.log(2), abs=1e-6)
    assert found.kl == pytest.approx(0.125 * np.log(2), abs=1e-6)
    assert found.same_top == 0.5
    assert found.relative == pytest.approx(np.log(2) / -np.log(0.1), rel=1e-5)


@pytest.mark.parametrize(("one", "other"), [((2, 3), (3, 3)), ((0, 3), (0, 3)), ((1, 4), (1, 4))])
def test_what_is_no_pair_of_rows_is_refused(tmp_path: Path, one: tuple[int, int], other: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="rows"):
        compare(_file(tmp_path / "a", np.ones(one)), _file(tmp_path / "b", np.ones(other)), 3)
