"""The command ``garita bench``: speed as ratios against a baseline in the same run."""

from __future__ import annotations

import typer

from garita.cli.common import JsonOption, ModelOption, console, errors, read_settings

bench_app = typer.Typer(help="Speed, as ratios against a baseline in the same run.", no_args_is_help=True)


@bench_app.command("llm")
def bench_llm(model: ModelOption = None, as_json: JsonOption = False) -> None:
    """Decode rate through the whole path against a bare llama.cpp loop, and the first token's cost at turn 10."""
    from garita.terminal import benchmarks

    benchmarks.llm(model, read_settings(), as_json=as_json)


@bench_app.command("scoring")
def bench_scoring(model: ModelOption = None, as_json: JsonOption = False) -> None:
    """Candidate replies scored in one batch against one by one: the rate, and whether the results are the same."""
    from garita.terminal import bench_scoring as scoring

    scoring.run(model, read_settings(), (console(), errors()), as_json=as_json)


@bench_app.command("voice")
def bench_voice(as_json: JsonOption = False) -> None:
    """The spoken route against the plain sequence, interruption, CPU, memory, and both engines at once."""
    from garita.terminal import bench_voice as voice

    voice.run(read_settings(), as_json=as_json)


@bench_app.command("convert")
def bench_convert(as_json: JsonOption = False) -> None:
    """Time, processor time and memory of merging and quantising files of real size, beside llama.cpp's own tools."""
    from garita.terminal import convert_bench

    convert_bench.run(errors(), as_json=as_json)


@bench_app.command("window")
def bench_window(as_json: JsonOption = False) -> None:
    """The window's start, how long its main thread is held up, a long conversation and a large journal."""
    from garita.desktop.bench import figures
    from garita.desktop.bench.run import Sizes, measure
    from garita.terminal import bench_window as window

    with errors().status("") as status:
        report = measure(Sizes(), status.update)
    window.show(report, figures.lines(report), f"{report.processor}, {report.day}", as_json=as_json)
