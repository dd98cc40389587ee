"""The bench runs every job to its end; what it measures is for a machine that does nothing else."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from garita.convert.random_base import TINY
from garita.terminal import convert_bench


def test_every_job_is_measured(tmp_path: Path) -> None:
    report = convert_bench.measured(tmp_path, TINY, TINY)
    for cost in (report.merge, report.merge_and_quantise, report.quantise, report.plan):
        assert cost.seconds > 0
        assert cost.peak_megabytes > 10
    assert report.quantise_ratio > 0
    assert (report.export_lora is None) == (report.merge_ratio is None)
    assert sorted(path.name for path in tmp_path.glob("*.gguf")) == [
        "adapter.gguf", "base.gguf", "large-adapter.gguf", "large.gguf", "small.gguf",
    ]  # fmt: skip
    console = Console(width=200, file=io.StringIO())
    console.print(convert_bench.table(report))
    assert report.processor in console.file.getvalue()  # type: ignore[attr-defined]
