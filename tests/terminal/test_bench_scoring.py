"""What ``garita bench scoring`` measures with and how it shows it; the measuring itself is tests/engines'."""

from __future__ import annotations

import io

from rich.console import Console

from garita.engines.bench_scoring import ScoringResult
from garita.terminal.bench_scoring import ScoringReport, _items, _table


def test_the_prompts_are_those_of_an_officer_with_four_candidates_each() -> None:
    items = _items(slots=True)
    assert len(items) > 20
    assert {len(item.candidates) for item in items} == {4}
    assert all(item.messages[0].role == "system" and item.messages[-1].role == "user" for item in items)
    assert any("{" in candidate for item in items for candidate in item.candidates)
    assert not any("{" in candidate for item in _items(slots=False) for candidate in item.candidates)


def test_the_table_tells_how_many_times_longer_the_other_ways_take() -> None:
    found = ScoringResult(80, 2.0, 3.0, 16.0, 1.0, 0.05)
    assert (found.ratio, found.ratio_kept) == (8.0, 1.5)
    out = io.StringIO()
    Console(file=out, width=120).print(_table(ScoringReport("oficial", found.ratio, found.ratio_kept, found)))
    shown = out.getvalue()
    assert [line.split()[-1] for line in shown.splitlines() if "one by one" in line] == ["1.5", "8.0"]
    assert "same choice 100 %, at most 0.050 nats a token apart" in shown
