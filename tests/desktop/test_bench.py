"""Every part of the bench of the window measures, in small; how fast it is, is for a machine that does nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from garita.desktop.bench import apart, figures, run, scrolling
from garita.desktop.bench.figures import Opening, Past, Scrolling, Spread, Stalls, Start, WindowReport, spread
from garita.desktop.bench.start import start
from garita.terminal import bench_window

SOME = Spread(1.0, 2.0, 3.0, 4)
STALLS = Stalls(SOME, SOME, SOME, Spread(0.1, 0.2, 77.7, 4), turns=5, heard=6, megabytes=7.0)
REPORT = WindowReport(
    day="2026-05-04", processor="some processor",
    start=Start(Opening(0.1, 0.05), Opening(0.15, 0.1), Opening(0.2, 0.1), ratio=1.51, cpu_ratio=2.02, runs=3),
    stalls=STALLS, stalls_with_officer=STALLS,
    scrolling=Scrolling(2000, 60.0, SOME, SOME, SOME), past=Past(100_000, 400.0, 80.0, SOME, SOME, SOME),
)  # fmt: skip


def test_a_start_is_measured_beside_a_bare_window(tmp_path: Path) -> None:
    found = start(tmp_path, 1)
    for opening in (found.bare, found.ours, found.first):
        assert 0 < opening.cpu_seconds < 60
        assert 0 < opening.seconds < 60
    assert found.ratio == pytest.approx(found.ours.seconds / found.bare.seconds)
    assert found.cpu_ratio == pytest.approx(found.ours.cpu_seconds / found.bare.cpu_seconds)


def test_the_main_thread_is_watched_while_everything_works(tmp_path: Path) -> None:
    found = apart.result(Stalls, tmp_path / "home", "stalls", 0.4, 2e6, 1)
    assert found.late.count == found.late_by_us.count == found.busy.count > 5
    assert found.busy.worst > 0
    assert 0 <= found.late_by_us.worst <= found.late.worst
    assert found.machine.count > 5
    assert found.megabytes > 0


def test_scrolling_a_long_conversation_is_measured(tmp_path: Path) -> None:
    found = apart.result(Scrolling, tmp_path / "home", "scrolling", 60, 4)
    assert found.turns == 60
    assert found.open_ms > 0
    for each in (found.step, found.step_cpu, found.jump):
        assert each.count == 4
        assert 0 < each.p50 <= each.p99 <= each.worst
    assert [turn.who for turn in scrolling.turns(3)] == ["officer", "student", "officer"]


def test_a_journal_is_opened_and_searched(tmp_path: Path) -> None:
    found = apart.result(Past, tmp_path / "home", "past", 12, 1)
    assert found.conversations == 12
    assert found.open_ms > 0
    assert found.search.count == found.search_cpu.count == found.shown.count > 5
    assert found.search.worst > 0


def test_a_spread_is_of_all_values() -> None:
    assert spread([0.001 * number for number in range(100, -1, -1)]) == Spread(50.0, 99.0, 100.0, 101)
    assert spread([0.002]) == Spread(2.0, 2.0, 2.0, 1)


def test_the_table_shows_every_figure_beside_its_goal() -> None:
    console = Console(file=io.StringIO(), width=200)
    console.print(bench_window.table(figures.lines(REPORT), "some processor"))
    assert isinstance(console.file, io.StringIO)
    rows = {line.split("  ")[0].strip(): line for line in console.file.getvalue().splitlines() if line.strip()}
    assert "150 ms" in rows["start until it is drawn and answers"]
    assert "1.51 (2.02)" in console.file.getvalue()
    assert "77.7" in console.file.getvalue()
    assert "60 ms" in rows["a conversation of 2000 turns opens in"]
    assert "80 ms" in rows["a journal of 100000 conversations opens in"]
    for goal in ("1.5", "p99 16 ms", "p99 50 ms"):
        assert any(line.rstrip().endswith(goal) for line in console.file.getvalue().splitlines())


def test_json_holds_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    bench_window.show(REPORT, figures.lines(REPORT), "here", as_json=True)
    assert msgspec.json.decode(capsys.readouterr().out, type=WindowReport) == REPORT


def test_a_part_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"(?s)scrolling: .*IndexError"):
        apart.result(Spread, tmp_path / "home", "scrolling")


def test_the_whole_is_of_the_sizes_that_are_asked_for() -> None:
    full = run.Sizes()
    assert (full.turns, full.conversations) == (2000, 100_000)
    assert run.processor()
