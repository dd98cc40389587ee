"""Costs are measured in a process of their own."""

from __future__ import annotations

import sys

import pytest

from garita.terminal import cost


def test_memory_is_that_of_the_work_alone() -> None:
    little, much = cost.of(bytearray, 10), cost.of(len, [0] * 10)
    assert little.peak_megabytes == pytest.approx(much.peak_megabytes, rel=0.2)
    heavy = cost.of_command([sys.executable, "-c", "b'x' * 150_000_000"])
    assert 150 < heavy.peak_megabytes < 250
    assert heavy.seconds > 0


def test_failed_work_is_told() -> None:
    with pytest.raises(RuntimeError, match="failed"):
        cost.of_command([sys.executable, "-c", "raise SystemExit(3)"])
