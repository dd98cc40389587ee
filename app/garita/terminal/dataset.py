"""``garita train dataset``: conversations from files into a dataset folder, with progress and a table at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from garita import paths, wiring
from garita.errors import DatasetRefused
from garita.messages_to_user.entry import Language
from garita.settings import Settings
from garita.terminal import servers
from garita.terminal.training import require

if TYPE_CHECKING:
    from garita.training.data.make import Plan
    from garita.training.data.statistics import Report
    from garita.training.data.translate import Translator, Writer


def dataset(
    out: Path, files: list[Path], plan: dict[str, object], form: str, translate_with: str, server_model: str,
    settings: Settings, spoken: Language, *, as_json: bool,
) -> None:  # fmt: skip
    """Make a dataset folder.

    Args:
        plan: the fields of ``make.Plan``, as plain values.
        form: the format of all files, "" to see each row's.
        translate_with: "" for not at all, a server's address, or a .gguf file.

    Raises:
        ExtraMissing, DatasetRefused, OutputNotWritable, WriterFailed, NetworkLocked, and what loading a model raises.
    """
    require("rensa")
    from garita.training.data import read
    from garita.training.data.language import LanguageJudge
    from garita.training.data.make import make

    checked = _checked(plan)
    chosen = read.format_named(form) if form else None
    with ExitStack() as open_things:
        show = open_things.enter_context(_progress())
        translator = None
        if translate_with:
            translator = open_things.enter_context(_translator(translate_with, server_model, checked, settings))
        report = make(
            files, out, checked, LanguageJudge(checked.rules.languages), chosen=chosen, translator=translator,
            spoken=spoken, on_progress=show,
        )  # fmt: skip
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        Console().print(_table(report, spoken))
        typer.echo(str(out))


def _checked(plan: dict[str, object]) -> Plan:
    from garita.training.data.make import Plan

    try:
        return msgspec.convert(plan, Plan)
    except msgspec.ValidationError as error:
        problem, _, where = str(error).replace("`", "").partition(" - at ")
        raise DatasetRefused(path=where.removeprefix("$.") or "?", problem=problem) from error


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """How many rows were read, while nobody knows how many there are."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda rows, kept: progress.update(task, description=f"✓ {kept:,}", completed=rows)


@contextmanager
def _translator(with_what: str, server_model: str, plan: Plan, settings: Settings) -> Iterator[Translator]:
    """What was translated stays in the cache folder, so the same command goes on after a stop."""
    from garita.training.data.translate import Cache, Translator

    if not plan.rules.languages:
        raise DatasetRefused(path=with_what, problem="nothing says into which language to translate")
    with ExitStack() as open_things:
        writer = open_things.enter_context(_writer(with_what, server_model, settings))
        cache = open_things.enter_context(closing(Cache(paths.cache() / "translations.sqlite")))
        yield Translator(writer, cache, plan.rules.languages[0])


@contextmanager
def _writer(with_what: str, server_model: str, settings: Settings) -> Iterator[Writer]:
    from garita.training.data.writers import EngineWriter, ServerWriter

    if "://" in with_what:
        servers.check_allowed(with_what, settings)
        require("openai")
        with closing(ServerWriter(with_what, server_model, servers.key())) as server:
            yield server
        return
    facts = wiring.checked(Path(with_what), settings)
    with closing(wiring.start_model(facts, settings, lambda _: None)) as model:
        model.load()
        yield EngineWriter(model, Path(with_what).name)


def _table(report: Report, spoken: Language) -> Table:
    """One row a part, then what was set aside."""
    from garita.training.data.page import label, number

    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column()
    for name in ("conversations", "turns", "words"):
        table.add_column(label(name, spoken), justify="right")
    for name, part in report.parts.items():
        table.add_row(label(name, spoken), *(number(one) for one in (part.conversations, part.turns, part.words)))
    for reason, count in sorted(report.counts.set_aside.items(), key=lambda item: -item[1]):
        table.add_row(f"[yellow]{label(reason, spoken)}[/yellow]", number(count))
    return table
