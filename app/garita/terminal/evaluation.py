"""``garita evaluate``: judges an officer; its figures as tables or JSON, report and conversations into a folder."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer
from rich.console import Console
from rich.progress import Progress, TaskID

from garita import own_words, wiring
from garita.errors import ModelMissing, OutputNotWritable, SetUnusable
from garita.files import write_beside
from garita.messages import Adapter
from garita.messages_to_user.entry import Language
from garita.roleplay import scenario_file
from garita.settings import Settings
from garita.terminal import evaluation_tables as tables
from garita.terminal.training import require

if TYPE_CHECKING:
    from garita.engines.child import ChildModel
    from garita.library.gguf_facts import GgufFacts
    from garita.training.evaluation.held_out import HeldOut
    from garita.training.evaluation.measures import Draws, Measured, Officer, OnProgress
    from garita.training.evaluation.report import ByHand, Judged, Report
    from garita.training.evaluation.result import Against, File, ModelFile


@dataclass(frozen=True)
class Asked:
    """What the user wants judged, on what, and how much of it."""

    model: Path | None
    against: Path | None
    adapters: tuple[str, ...]  # of the model, not of the one it is held against
    seed: int
    talks: int
    heard: int
    corpus: int
    held: int
    booth: int
    dataset: Path | None
    trained_on: Path | None
    by_hand: Path | None
    out: Path | None


def officer(
    asked: Asked, settings: Settings, consoles: tuple[Console, Console], language: Language, *, as_json: bool
) -> None:
    """Judge one officer, and another one on the same conversations where there is one.

    ``consoles`` are for the tables and for the progress.

    Raises:
        ExtraMissing, OutputNotWritable, SetUnusable, DatasetRefused, AdapterRefused, and what loading a model raises.
    """
    for package in ("num2words", "sacrebleu", "rouge_score"):
        require(package)
    if asked.out is not None:
        _prepare(asked.out)
    # measured threads may change on the way, and with them the last bits of the logits: one gives the same words again
    settings.model.threads = settings.model.threads or 1
    console, errors = consoles
    with Progress(console=errors) as progress:
        run = _Run(asked, settings, progress)
        judged, measured = run.judge()
        other, against = run.against(measured)
    report = run.report(judged, measured, against)
    if asked.out is not None:
        _write(asked.out, report, judged, measured, other, language)
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        console.print(tables.metrics(report, language), tables.counts(report))


class _Run:
    """One evaluation: its sets and its models, looked at before the first of them is loaded."""

    def __init__(self, asked: Asked, settings: Settings, progress: Progress) -> None:
        from garita.convert.adapter import read_adapter, split_weight
        from garita.training.evaluation.interval import Bootstrap
        from garita.training.evaluation.measures import Draws
        from garita.training.evaluation.report import ByHand, start_milliseconds

        self._start = start_milliseconds()  # first of all: what follows would load it unmeasured
        self._asked, self._settings, self._progress = asked, settings, progress
        self._facts = wiring.checked(wiring.model_path(asked.model, settings), settings)
        self._other = wiring.checked(asked.against, settings) if asked.against else None
        for named in asked.adapters:
            place, weight = split_weight(named)  # what cannot be used is refused now
            read_adapter(place, weight)
            own_words.of_adapter(place)
        self._scenarios = scenario_file.load_all()
        self._sets = _sets(asked.by_hand) if asked.by_hand else ByHand()
        self._held = self._held_out()
        conversations = self._held.facts.conversations
        self._draws: Draws = Draws(Bootstrap(conversations, asked.seed), Bootstrap(asked.booth, asked.seed))

    def judge(self) -> tuple[Judged, Measured]:
        """Everything about the model."""
        from garita.training.evaluation.report import Sizes, judge

        asked = self._asked
        with self._officer(self._facts, asked.adapters) as officer:
            judged = judge(
                officer.model, officer.guard, self._scenarios, self._sets, officer.sampling, asked.seed,
                Sizes(asked.talks, asked.heard, asked.corpus), self._start, self._shown(""),
            )  # fmt: skip
            measured = self._measured(officer, "")
        return judged, measured

    def against(self, measured: Measured) -> tuple[Measured | None, Against | None]:
        """The metrics of the model it is held against."""
        from garita.training.evaluation.measures import differences
        from garita.training.evaluation.result import Against

        if self._other is None:
            return None, None
        with self._officer(self._other, ()) as officer:
            other = self._measured(officer, f"{self._other.path.name}: ")
        found = differences(measured, other, self._draws)
        return other, Against(model=_model_file(self._other.path, ()), metrics=other.metrics, differences=found)

    def report(self, judged: Judged, measured: Measured, against: Against | None) -> Report:
        """All of it."""
        from garita.training.evaluation.report import report

        model = _model_file(self._facts.path, self._asked.adapters)
        return report(model, judged.figures, self._held.facts, measured, against)

    def _measured(self, officer: Officer, name: str) -> Measured:
        from garita.training.evaluation.measures import measure

        return measure(
            officer, self._held, self._scenarios, self._asked.seed, self._asked.booth, self._draws, self._shown(name)
        )  # fmt: skip

    def _held_out(self) -> HeldOut:
        from garita.training.evaluation import held_out

        asked = self._asked
        if asked.dataset is not None:
            return held_out.from_dataset(asked.dataset, asked.held, asked.seed, asked.trained_on)
        return held_out.simulated(self._scenarios, asked.held, asked.seed, asked.trained_on)

    @contextmanager
    def _officer(self, facts: GgufFacts, adapters: Sequence[str]) -> Iterator[Officer]:
        from garita.convert.adapter import split_weight
        from garita.training.evaluation.measures import Officer, peak_memory

        with (
            tempfile.TemporaryDirectory() as folder,
            closing(wiring.start_model(facts, self._settings, lambda _: None)) as model,
        ):
            model.load()
            _apply(model, adapters, facts.path, Path(folder))
            yield Officer(
                model, wiring.guard(facts, map(split_weight, adapters)), wiring.sampling(self._settings),
                lambda: peak_memory(model.process_id),
            )  # fmt: skip

    def _shown(self, name: str) -> OnProgress:
        tasks: dict[str, TaskID] = {}

        def show(part: str, done: int, total: int) -> None:
            if part not in tasks:
                tasks[part] = self._progress.add_task(f"{name}{part}", total=total)
            self._progress.update(tasks[part], completed=done)

        return show


def _sets(folder: Path) -> ByHand:
    from garita.training.evaluation.report import load

    try:
        return load(folder)
    except (OSError, ValueError, KeyError) as error:  # msgspec's and tomllib's errors are ValueErrors
        raise SetUnusable(path=str(folder), problem=str(error)) from error


def _apply(model: ChildModel, named: Sequence[str], base: Path, folder: Path) -> None:
    """Apply adapters named "PLACE" or "PLACE:WEIGHT"; a PEFT folder becomes llama.cpp's own kind first."""
    from garita.convert.adapter import read_adapter, split_weight
    from garita.convert.adapter_write import write_adapter
    from garita.convert.gguf_read import open_gguf
    from garita.convert.layout import Layout

    applied = []
    for number, (place, weight) in enumerate(map(split_weight, named)):
        adapter = read_adapter(place)  # what llama.cpp would silently leave out is refused here
        if adapter.space != "tensor":
            place = folder / f"{number}.gguf"
            write_adapter(adapter, Layout(open_gguf(base)), place)
        applied.append(Adapter(str(place), weight))
    if applied:
        model.use_adapters(applied)


def _model_file(path: Path, adapters: Sequence[str]) -> ModelFile:
    from garita.convert.adapter import split_weight
    from garita.training.evaluation.result import ModelFile

    used = tuple(_file(split_weight(named)[0]) for named in adapters)
    own = _file(path)
    return ModelFile(own.path, own.sha256, own.size, used)


def _file(path: Path) -> File:
    """A file, or the weights in a PEFT folder."""
    from garita.training.evaluation.result import File

    weights = path / "adapter_model.safetensors" if path.is_dir() else path
    try:
        with weights.open("rb") as content:
            return File(str(path), hashlib.file_digest(content, "sha256").hexdigest(), weights.stat().st_size)
    except OSError as error:  # gone since it was loaded
        raise ModelMissing(path=str(weights)) from error


def _prepare(out: Path) -> None:
    """Before the slow work: can the folder be written?"""
    try:
        out.mkdir(parents=True, exist_ok=True)
        probe = out / ".probe"
        write_beside(probe, b"")
        probe.unlink()
    except OSError as error:
        raise OutputNotWritable(path=str(out), reason=error.strerror or str(error)) from error


def _write(
    out: Path, report: Report, judged: Judged, measured: Measured, other: Measured | None, language: Language
) -> None:
    from garita.training.evaluation.booth import transcript
    from garita.training.evaluation.extract import plot, table
    from garita.training.evaluation.page import page

    shown = page(report, measured.pairs, other.pairs if other else (), language)
    files = {
        "report.json": msgspec.json.format(msgspec.json.encode(report), indent=2),
        "report.html": shown.encode(),
        "table.md": table(report, language).encode(),
        "plot.svg": plot(report, language).encode(),
        "simulated.md": transcript(judged.talks).encode(),
        "by_hand.md": transcript(judged.by_hand).encode(),
        "tempted.md": transcript(measured.talks).encode(),
    }
    try:
        for name, content in files.items():
            write_beside(out / name, content)
    except OSError as error:
        raise OutputNotWritable(path=str(out), reason=error.strerror or str(error)) from error
