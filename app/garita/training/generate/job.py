"""What is to be made: how many conversations, from which seed, drawn how, by which models. Values and their checks.

A run's folder remembers the job it was begun with, so that going on cannot silently become something else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from garita.errors import GenerationRefused
from garita.roleplay.scenario import Scenario
from garita.training.generate import attributes
from garita.training.generate.attributes import Meeting
from garita.training.generate.store import Store
from garita.training.generate.talk import Side

_KEY = "job"


class Job(msgspec.Struct, frozen=True):
    """Everything that decides what the conversations are, but for the models' own words.

    ``scenarios`` are ids, met in turn. ``turns`` are messages of the officer at most; a farewell ends earlier.
    ``trained``: the officer's model was made by ``garita train`` and writes slots.
    """

    scenarios: tuple[str, ...]
    models: dict[Side, str]
    count: int = 100
    seed: int = 1
    turns: int = 10
    narrowed: dict[str, tuple[str, ...]] = {}
    temperatures: tuple[float, float] = (0.3, 1.0)
    top_ps: tuple[float, float] = (0.8, 1.0)
    trained: bool = False


def checked(job: Job) -> Job:
    """The job itself.

    Raises:
        GenerationRefused: a range that is none.
    """
    for name, (low, high), most in (("temperature", job.temperatures, 2.0), ("top-p", job.top_ps, 1.0)):
        if not 0 <= low <= high <= most:
            raise GenerationRefused(name=name, problem=f"a range from {low} to {high} does not lie within 0 and {most}")
    return job


def remember(job: Job, store: Store, folder: str) -> None:
    """Write the job into a run's state; once something was asked, only ``count`` may differ from what stands there.

    Raises:
        GenerationRefused: it is another one; the first option that differs is named.
    """
    before = store.value(_KEY)
    if before is not None and (store.messages() or store.rounds()):
        old, new = msgspec.json.decode(before), msgspec.to_builtins(job)
        different = next((name for name in new if name != "count" and old.get(name) != _plain(new[name])), None)
        if different:
            raise GenerationRefused(name=folder, problem=f"it was begun with another value of {different}")
    store.keep(_KEY, msgspec.json.encode(job).decode())


def meeting(job: Job, scenarios: Mapping[str, Scenario], number: int) -> Meeting:
    """Conversation ``number`` of the job, before its first word."""
    chosen: Sequence[Scenario] = [scenarios[name] for name in job.scenarios]
    return attributes.meeting(chosen, job.seed, number, job.narrowed, job.temperatures, job.top_ps, trained=job.trained)


def _plain(value: object) -> object:
    return msgspec.json.decode(msgspec.json.encode(value))
