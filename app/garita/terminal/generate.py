"""``garita train generate``: two models talk, with what it will cost before anything is sent, and progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import msgspec
import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from garita import wiring
from garita.engines.child import ChildModel
from garita.errors import GenerationRefused, WriterFailed
from garita.messages_to_user import notice
from garita.messages_to_user.entry import Language
from garita.roleplay import heard, scenario_file
from garita.roleplay.scenario import Scenario
from garita.settings import Settings
from garita.terminal import servers
from garita.terminal.training import require

if TYPE_CHECKING:
    from garita.training.generate.cost import Estimate, Price
    from garita.training.generate.exchange import BackEnd, RoundWaits
    from garita.training.generate.job import Job
    from garita.training.generate.run import Report
    from garita.training.generate.store import Store
    from garita.training.generate.talk import Side


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks for one side: "" for the officer in use, a .gguf file, or a server's address; and its model there."""

    where: str
    model: str

    @property
    def is_server(self) -> bool:
        """Whether somebody else's process answers."""
        return "://" in self.where


class How(msgspec.Struct, frozen=True):
    """How requests are answered. ``batch_dir``: rounds are only written there, and read when answered."""

    batch: bool = False
    batch_dir: Path | None = None
    at_once: int = 4
    poll_seconds: float = 30.0
    retries: int = 4


def generate(
    folder: Path, speakers: Mapping[Side, Speaker], plan: Mapping[str, Any], how: How, price: Price,
    settings: Settings, spoken: Language, *, yes: bool, as_json: bool,
) -> None:  # fmt: skip
    """Go on with the run in ``folder``, or begin one; without ``yes`` nothing is sent to a server.

    Args:
        plan: fields of ``job.Job``, as plain values.

    Raises:
        GenerationRefused, ScenarioMissing, WriterFailed, NetworkLocked, OutputNotWritable, ExtraMissing, and what
        loading a model raises.
    """
    from garita.training.generate import cost, run
    from garita.training.generate import job as jobs
    from garita.training.generate.store import Store

    _check(speakers, how, settings)
    with ExitStack() as things:
        opener = _Opener(things, settings, how)
        scenarios = _scenarios(plan)
        job = jobs.checked(_job(plan, scenarios, speakers, opener))
        store = things.enter_context(Store(folder / run.STATE))
        jobs.remember(job, store, str(folder))
        sends = how.batch_dir is None and any(speaker.is_server for speaker in speakers.values())
        left = cost.estimate(job, scenarios, store, run.open_talks(job, store))
        if left.requests and (sends or how.batch_dir):
            _say(_estimated(left, price, spoken))
        if left.requests and sends and not yes:
            _say(notice("generate_yes", spoken))
            return
        back_ends = opener.back_ends(speakers, folder, store)
        report = _run(job, scenarios, store, folder / run.LINES, back_ends, spoken, things)
    _tell(report, folder / run.LINES, price, spoken, as_json=as_json)


def _check(speakers: Mapping[Side, Speaker], how: How, settings: Settings) -> None:
    """What can be known to be impossible before anything is opened."""
    for side, speaker in speakers.items():
        if speaker.is_server and how.batch_dir is None:
            servers.check_allowed(speaker.where, settings)
            require("openai")
        if how.batch_dir is not None or speaker.is_server:
            if not speaker.model:
                raise GenerationRefused(name=f"--{side}-model", problem="missing")
        elif how.batch:
            raise GenerationRefused(name=f"--{side}", problem="batches need a server's address")


def _scenarios(plan: Mapping[str, Any]) -> tuple[Scenario, ...]:
    """Those that were named, else all that are shipped."""
    return tuple(scenario_file.find(name) for name in plan["scenarios"]) or scenario_file.load_all()


def _job(
    plan: Mapping[str, Any], scenarios: Sequence[Scenario], speakers: Mapping[Side, Speaker], opener: _Opener
) -> Job:
    from garita.training.generate.job import Job

    names = {side: opener.name(speaker) for side, speaker in speakers.items()}
    more = {"scenarios": [one.id for one in scenarios], "models": names}
    return msgspec.convert({**plan, **more, "trained": opener.is_trained(speakers["officer"])}, Job)


class _Opener:
    """Opens what the speakers need, each file and server once, and has it closed at the end."""

    def __init__(self, things: ExitStack, settings: Settings, how: How) -> None:
        self._things, self._settings, self._how = things, settings, how
        self._models: dict[Path, ChildModel] = {}

    def name(self, speaker: Speaker) -> str:
        """What the finished lines call the model."""
        return speaker.model if self._is_foreign(speaker) else self._path(speaker).name

    def is_trained(self, speaker: Speaker) -> bool:
        """Whether it is a file made by ``garita train``, which writes slots."""
        if self._is_foreign(speaker):
            return False
        return heard.METADATA_KEY in wiring.checked(self._path(speaker), self._settings).metadata

    def back_ends(self, speakers: Mapping[Side, Speaker], folder: Path, store: Store) -> dict[Side, BackEnd]:
        """What answers for each side."""
        return {side: self._back_end(speaker, folder, store) for side, speaker in speakers.items()}

    def _back_end(self, speaker: Speaker, folder: Path, store: Store) -> BackEnd:
        from garita.training.generate.batches import Batches
        from garita.training.generate.engine_back_end import EngineBackEnd
        from garita.training.generate.runners import FolderRunner, ServerRunner
        from garita.training.generate.server_back_end import ServerBackEnd

        how, key = self._how, servers.key()
        if how.batch_dir is not None:
            return Batches(how.batch_dir, store, FolderRunner())
        if how.batch:
            runner = ServerRunner(speaker.where, store, key, seconds=how.poll_seconds, retries=how.retries)
            self._things.callback(runner.close)
            return Batches(folder / "batches", store, runner)
        if speaker.is_server:
            server = ServerBackEnd(speaker.where, key, at_once=how.at_once, retries=how.retries)
            self._things.callback(server.close)
            return server
        return EngineBackEnd(self._model(self._path(speaker)))

    def _model(self, path: Path) -> ChildModel:
        if path not in self._models:
            model = wiring.start_model(wiring.checked(path, self._settings), self._settings, lambda _: None)
            self._things.callback(model.close)
            model.load()
            self._models[path] = model
        return self._models[path]

    def _path(self, speaker: Speaker) -> Path:
        return wiring.model_path(Path(speaker.where) if speaker.where else None, self._settings)

    def _is_foreign(self, speaker: Speaker) -> bool:
        return speaker.is_server or self._how.batch_dir is not None


def _run(
    job: Job, scenarios: Sequence[Scenario], store: Store, out: Path, back_ends: Mapping[Side, BackEnd],
    spoken: Language, things: ExitStack,
) -> Report:  # fmt: skip
    from garita.training.generate import run
    from garita.training.generate.exchange import RoundWaits
    from garita.training.long_run import asked_to_stop

    stop = things.enter_context(asked_to_stop())
    show = things.enter_context(_progress(job, store))
    try:
        return run.run(job, scenarios, store, out, back_ends, stop=stop, on_progress=show)
    except RoundWaits as waits:
        _say(_what_to_run(waits, spoken))
        return run.report(job, store)


@contextmanager
def _progress(job: Job, store: Store) -> Iterator[Callable[[int, int], None]]:
    """Messages said, of as many as there are when no farewell comes early; and conversations over."""
    columns = (
        SpinnerColumn(), TextColumn("✓ {task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("0", total=job.count * (2 * job.turns - 1), completed=store.messages())
        yield lambda messages, over: progress.update(task, description=f"{over:,}", completed=messages)


def _estimated(left: Estimate, price: Price, spoken: Language) -> str:
    return notice(
        "generate_estimate", spoken, conversations=f"{left.conversations:,}", requests=f"{left.requests:,}",
        prompt=f"{left.tokens.prompt:,}", completion=f"{left.tokens.completion:,}", cost=_money(price.of(left.tokens)),
    )  # fmt: skip


def _what_to_run(waits: RoundWaits, spoken: Language) -> str:
    return notice(
        "generate_waits", spoken, requests=quote(str(waits.requests)), answers=quote(str(waits.answers)),
        model=quote(waits.model),
    )  # fmt: skip


def _tell(report: Report, out: Path, price: Price, spoken: Language, *, as_json: bool) -> None:
    """The report.

    Raises:
        WriterFailed: conversations were left because the model did not answer them.
    """
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        _say(notice(
            "generate_report", spoken, done=f"{report.done:,}", count=f"{report.count:,}",
            messages=f"{report.messages:,}", prompt=f"{report.tokens.prompt:,}",
            completion=f"{report.tokens.completion:,}", cost=_money(price.of(report.tokens)),
        ))  # fmt: skip
        typer.echo(str(out))
    if report.failed:
        reason, _ = max(report.failed.items(), key=lambda pair: pair[1])
        many = sum(report.failed.values())
        raise WriterFailed(name=str(out), reason=f"{many} conversations could not go on: {reason}")


def _money(amount: float) -> str:
    return f"{amount:,.2f}"


def _say(text: str) -> None:
    typer.echo(text, err=True)
