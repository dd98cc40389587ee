"""How the figures of ``garita bench voice`` are put together and shown."""

from __future__ import annotations

import io

import msgspec
from rich.console import Console

from garita.engines.bench_together import Together
from garita.messages import AnswerTimes
from garita.terminal.bench_voice import Answers, Memory, VoiceReport, answers, table


def times(turn: int, factor: float) -> AnswerTimes:
    return AnswerTimes(turn, 0.7, 0.7 + 0.1 * factor, 0.7 + 0.2 * factor, 0.7 + 0.3 * factor, 0.7 + 0.4 * factor)


def report() -> VoiceReport:
    plain, route = answers([times(1, 1.0), times(2, 3.0), times(3, 2.0)]), answers([times(1, 0.5), times(2, 0.1)])
    return VoiceReport(
        model="oficial.gguf", recogniser="synthetic ear", test_ear=True, voice="espeak:es", pause=0.7, plain=plain,
        route=route,
        answer_ratio=route.beyond_pause / plain.beyond_pause, interruptions=(0.2, 0.21, 0.4), listening_cost=0.0021,
        memory=(Memory(80, 50, 60), Memory(81, 50, 60), Memory(82, 50, 60)), memory_minutes=30, memory_turns=150,
        model_threads=1, recogniser_threads=1, together=Together(0.1, 0.15, 0.02, 0.05), answer_factor=1.5,
        hearing_factor=2.5,
    )  # fmt: skip


def test_medians_count_and_the_pause_is_taken_off() -> None:
    found: Answers = report().plain
    assert round(found.medians["first_sound"], 6) == 1.5
    assert round(found.beyond_pause, 6) == 0.8


def test_the_table_shows_every_figure_beside_its_goal() -> None:
    console = Console(file=io.StringIO(), width=200)
    console.print(table(report()))
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    rows = [line.split("  ") for line in text.splitlines()]
    (beyond,) = [row for row in rows if row[0] == "first sound beyond the pause"]
    assert [cell.strip() for cell in beyond[1:] if cell.strip()] == ["800 ms", "120 ms"]
    assert "0.15" in text
    assert "210, 400 ms" in text
    assert "2.10 ms" in text
    assert "1.50 (150 / 100 ms)" in text
    assert "2.50 (50 / 20 ms)" in text
    assert "80 + 50 + 60 MB" in text
    assert "82 + 50 + 60 MB" in text
    assert "synthetic ear" in text


def test_json_holds_all_of_it() -> None:
    assert msgspec.json.decode(msgspec.json.encode(report()), type=VoiceReport) == report()
