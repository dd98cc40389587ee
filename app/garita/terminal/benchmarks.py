"""``garita bench``: runs the measurements and prints them as a table or as JSON."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
import psutil
import typer
from rich.console import Console
from rich.table import Table

from garita import paths, wiring
from garita.engines.bench import BenchResult, bench
from garita.library.random_model import HALF_BILLION, random_llama
from garita.roleplay.sentences import SentenceSplitter
from garita.settings import Settings

SMALL, SMALL_ROUNDS, LARGE_ROUNDS = 100_000_000, 21, 5  # milliseconds are noisy: a small model is measured more often


class Start(msgspec.Struct, frozen=True):
    """What it takes to begin: ``garita chat`` from the command to the end of its first reply, models and guard warm."""

    first_reply_seconds: float
    parent_megabytes: float  # resident memory of the program itself while the model lives in its child


class LlmReport(msgspec.Struct, frozen=True):
    """One measurement a model, and the start."""

    models: dict[str, BenchResult]
    start: Start


def llm(model: Path | None, settings: Settings, *, as_json: bool) -> None:
    """Measure one model, or the built-in officer and a random one of half a billion parameters."""
    errors = Console(stderr=True)
    with errors.status("measuring"):
        report = LlmReport(models=_models(model, settings), start=_start())
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        Console().print(_table(report))


def _models(model: Path | None, settings: Settings) -> dict[str, BenchResult]:
    if model is not None:
        return {model.name: _measured(model, settings)}
    built_in = wiring.model_path(None, settings)
    large = random_llama(_cache() / "half-billion.gguf", HALF_BILLION, q8=True)
    try:
        return {built_in.name: _measured(built_in, settings), "random, 0.5 B, Q8_0": _measured(large, settings)}
    finally:
        large.unlink()


def _cache() -> Path:
    paths.cache().mkdir(parents=True, exist_ok=True)
    return paths.cache()


def _measured(model: Path, settings: Settings) -> BenchResult:
    """The guard stands behind the stream, as in a conversation."""
    guard, splitter = wiring.guard(wiring.checked(model, settings)), SentenceSplitter()
    guard.load()

    def consume(text: str) -> None:
        for sentence in splitter.push(text):
            guard.check(sentence, (), may_repeat=False)

    sampling = msgspec.structs.replace(wiring.sampling(settings), max_tokens=64)
    rounds = SMALL_ROUNDS if model.stat().st_size < SMALL else LARGE_ROUNDS
    return bench(model, threads=settings.model.threads, sampling=sampling, rounds=rounds, consume=consume)


def _start() -> Start:
    """Run the program itself, warm after the first time, and look at it while it waits for the second line."""
    with tempfile.TemporaryDirectory() as home:  # these conversations do not belong into the user's journal
        runs = [_run_once({**os.environ, "GARITA_HOME": home}) for _ in range(4)]
    return Start(first_reply_seconds=min(seconds for seconds, _ in runs), parent_megabytes=runs[-1][1])


def _run_once(environment: dict[str, str]) -> tuple[float, float]:
    """Seconds to the first reply, and the program's resident megabytes then."""
    command = [sys.executable, "-m", "garita", "chat", "--plain", "--seed", "1"]
    began = time.perf_counter()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdin and process.stdout
        process.stdin.write("Buenos días.\n")
        process.stdin.flush()
        process.stdout.readline()
        seconds = time.perf_counter() - began
        megabytes = psutil.Process(process.pid).memory_info().rss / 1e6
        process.stdin.close()
    return seconds, megabytes


def _table(report: LlmReport) -> Table:
    table = Table(box=None, pad_edge=False)
    for column in ("", "threads", "path tokens/s", "bare tokens/s", "ratio", "first token at turn 10 / bare read"):
        table.add_column(column, justify="left" if not column else "right")
    for name, one in report.models.items():
        table.add_row(
            name, str(one.facts.threads), f"{one.path_rate:.0f}", f"{one.bare_rate:.0f}", f"{one.decode_ratio:.2f}",
            f"{one.first_token_ratio:.2f} ({one.new_tokens} tokens)",
        )  # fmt: skip
    table.caption = (
        f"garita chat: first reply after {report.start.first_reply_seconds:.2f} s, "
        f"{report.start.parent_megabytes:.0f} MB in the program itself"
    )
    return table
