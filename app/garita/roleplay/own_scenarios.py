"""The student's own scenarios: a folder of TOML files in the home, read leniently, as people edit them by hand.

A broken file keeps none of the others from being used. Names of shipped scenarios are taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from garita.errors import OutputNotWritable, ScenarioInvalid
from garita.files import write_beside
from garita.roleplay import scenario_file
from garita.roleplay.scenario import Scenario


@dataclass(frozen=True)
class Found:
    """What lies in the folder: scenarios that can be practised, and what is wrong with the others."""

    scenarios: tuple[Scenario, ...] = ()
    problems: tuple[ScenarioInvalid, ...] = ()


def load() -> Found:
    """Read the folder; one that is not there is empty."""
    scenarios: list[Scenario] = []
    problems: list[ScenarioInvalid] = []
    for path in sorted(scenario_file.own_folder().glob("*.toml")):
        if wrong := _wrong(path):
            problems.extend(wrong)
        else:
            scenarios.append(scenario_file.load(path))
    return Found(tuple(scenarios), tuple(problems))


def add(path: Path) -> tuple[Scenario | None, tuple[ScenarioInvalid, ...]]:
    """Take a copy of a file into the folder, in place of one of the same name; else everything that is wrong with it.

    Raises:
        OutputNotWritable: the copy cannot be written.
    """
    if wrong := _wrong(path):
        return None, wrong
    own = scenario_file.own_folder() / path.name
    try:
        content = path.read_bytes()
        if own.resolve() != path.resolve():
            write_beside(own, content)
    except OSError as error:
        raise OutputNotWritable(path=str(own), reason=error.strerror or str(error)) from error
    return scenario_file.load(own), ()


def remove(name: str) -> Path:
    """Take the scenario with this id out of the folder: it is kept beside it under a name that is not read."""
    path = scenario_file.own_folder() / f"{name}.toml"
    try:
        return path.replace(path.with_suffix(".toml.removed"))
    except OSError as error:
        raise OutputNotWritable(path=str(path), reason=error.strerror or str(error)) from error


def restore(name: str) -> None:
    """Undo ``remove``."""
    path = scenario_file.own_folder() / f"{name}.toml"
    try:
        path.with_suffix(".toml.removed").replace(path)
    except OSError as error:
        raise OutputNotWritable(path=str(path), reason=error.strerror or str(error)) from error


def _wrong(path: Path) -> tuple[ScenarioInvalid, ...]:
    if found := scenario_file.problems(path):
        return found
    if path.stem in scenario_file.shipped():
        return (
            ScenarioInvalid(path=str(path), line=1, key="id", problem="Garita brings a scenario of this name along"),
        )
    return ()
