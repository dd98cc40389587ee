"""A small job, and the ways to run it that tests need."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from garita.roleplay import scenario_file
from garita.training.generate import run
from garita.training.generate.batches import Batches, Runner
from garita.training.generate.exchange import BackEnd, Failure, Outcome, Reply, Request, Stop
from garita.training.generate.job import Job
from garita.training.generate.run import Report
from garita.training.generate.runners import ServerRunner
from garita.training.generate.server_back_end import ServerBackEnd
from garita.training.generate.store import Store
from garita.training.generate.talk import Side
from tests.training.generate.openai_server import KEY, MODEL

SCENARIOS = scenario_file.load_all()
COUNT, TURNS = 3, 3
MESSAGES = COUNT * (2 * TURNS - 1)  # the officer has the last word


def job(count: int = COUNT, turns: int = TURNS, **more: object) -> Job:
    models: dict[Side, str] = {"officer": MODEL, "traveller": MODEL}
    return Job(tuple(one.id for one in SCENARIOS), models, count, turns=turns, **more)  # type: ignore[arg-type]


class Parrot:
    """A BackEnd that answers by a rule of its own; ``broken`` keys fail so often."""

    side_by_side = 2

    def __init__(self, broken: Mapping[str, int] | None = None, says: str = "") -> None:
        self.broken, self.says = dict(broken or {}), says
        self.asked: list[Request] = []

    def answers(self, requests: Sequence[Request], stop: Stop) -> Iterator[Outcome]:
        for request in requests:
            if stop():
                return
            self.asked.append(request)
            if self.broken.get(request.key, 0):
                self.broken[request.key] -= 1
                yield Failure(request.key, "broken")
            else:
                yield Reply(request.key, self.says or f"Digo {request.seed}.", 10, 5)


def go(folder: Path, back_end: BackEnd, wanted: Job | None = None, **more: object) -> Report:
    """One call of ``run`` with the same back end for both sides."""
    back_ends: dict[Side, BackEnd] = {"officer": back_end, "traveller": back_end}
    with Store(folder / run.STATE) as store:
        return run.run(wanted or job(), SCENARIOS, store, folder / run.LINES, back_ends, **more)  # type: ignore[arg-type]


def go_by_files(folder: Path, runner: Runner) -> Report:
    """One call of ``run`` through batch files."""
    with Store(folder / run.STATE) as store:
        batches = Batches(folder / "batches", store, runner)
        both: dict[Side, BackEnd] = {"officer": batches, "traveller": batches}
        return run.run(job(), SCENARIOS, store, folder / run.LINES, both)


def go_by_server(folder: Path | str, url: str, key: str = KEY, **more: object) -> Report:
    """One call of ``run`` through a batch server."""
    folder = Path(folder)
    with (
        Store(folder / run.STATE) as store,
        closing(ServerRunner(url, store, key, seconds=0.01, retries=0)) as runner,
    ):
        batches = Batches(folder / "batches", store, runner)
        both: dict[Side, BackEnd] = {"officer": batches, "traveller": batches}
        return run.run(job(), SCENARIOS, store, folder / run.LINES, both, **more)  # type: ignore[arg-type]


def go_and_die(folder: str, url: str, message: str) -> None:
    """``go_by_server`` in a process that kills itself as soon as it has so many messages."""

    def die(messages: int, _: int) -> None:
        if messages == int(message):
            os.kill(os.getpid(), signal.SIGKILL)

    go_by_server(folder, url, on_progress=die)


def go_by_chat(
    folder: Path | str, url: str, key: str = KEY, model: str = MODEL, at_once: int = 1, **more: object
) -> Report:
    """One call of ``run`` with a server's single messages."""
    with closing(ServerBackEnd(url, key, at_once=at_once, retries=0)) as back_end:
        models: dict[Side, str] = {"officer": model, "traveller": model}
        return go(Path(folder), back_end, msgspec.structs.replace(job(), models=models), **more)


def lines(folder: Path) -> bytes:
    """The finished conversations."""
    return (folder / run.LINES).read_bytes()
