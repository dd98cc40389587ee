"""The benchmark measures both sides and hands the text to whoever stands behind the stream."""

from __future__ import annotations

from pathlib import Path

from garita.engines.bench import bench
from garita.messages import Sampling


def test_both_sides_are_measured(tiny: Path) -> None:
    heard: list[str] = []
    result = bench(tiny, threads=1, rounds=1, sampling=Sampling(max_tokens=8), consume=heard.append)
    assert result.path_rate > 0
    assert result.bare_rate > 0
    assert result.decode_ratio == result.path_rate / result.bare_rate
    assert result.first_token_ratio == result.first_token_seconds / result.bare_read_seconds > 0
    assert result.new_tokens > 10
    assert heard
