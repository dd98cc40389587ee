"""Reads assets/scenarios/*.toml, and a student's own, and says file, key and line of whatever is wrong in one.

Knows what a scenario may hold beyond its types (codes that exist, limits, nothing empty); TOML itself is
``toml_file``'s business.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from garita import paths, toml_file
from garita.errors import ScenarioInvalid, ScenarioMissing
from garita.roleplay.scenario import Question, Scenario, Strict

LONGEST_STAY_DAYS = 3650
MAY_BE_EMPTY = {"onward", "secret"}
NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}  # groups and placeholders in Babel's list of territories


def load(path: Path) -> Scenario:
    """Read one scenario file.

    Raises:
        ScenarioInvalid: with path, line (1-based), key (dotted, "checklist[2].topic") and problem (English fragment).
    """
    return toml_file.read(path, Scenario, lambda scenario: impossible(scenario, path.stem), ScenarioInvalid)


def own_folder() -> Path:
    """Where the student's own scenarios lie."""
    return paths.home() / "scenarios"


def shipped() -> frozenset[str]:
    """The ids of the scenarios that Garita brings along."""
    return frozenset(path.stem for path in _files(None))


def problems(path: Path, stem: str = "") -> tuple[ScenarioInvalid, ...]:
    """Everything that is wrong in a file, so far as it can be read; nothing where it is a scenario.

    ``stem`` is what its id must be, where that is not the file's own name.
    """
    try:
        scenario = toml_file.read(path, Scenario, lambda _: (), ScenarioInvalid)
        text = path.read_text(encoding="utf-8")
    except ScenarioInvalid as error:
        return (error,)
    except (OSError, ValueError) as error:  # it has changed since
        return (ScenarioInvalid(path=str(path), line=1, key="", problem=f"cannot be read: {error}"),)
    return tuple(
        ScenarioInvalid(path=str(path), line=toml_file.line_of(text, key), key=key, problem=problem)
        for key, problem in impossible(scenario, stem or path.stem)
    )


def load_all(folder: Path | None = None) -> tuple[Scenario, ...]:
    """Every scenario of a folder (the shipped ones unless told), sorted by id.

    Raises:
        ScenarioInvalid: the first broken file.
    """
    return tuple(load(path) for path in _files(folder))


def find(name: str, folder: Path | None = None) -> Scenario:
    """The scenario with this id, shipped or the student's own, or the one in the .toml file of this path.

    Raises:
        ScenarioMissing: there is none; ``known`` names those there are.
        ScenarioInvalid: its file is broken.
    """
    own = [] if folder else _files(own_folder())
    files = {path.stem: path for path in (*own, *_files(folder))}
    path = Path(name) if name.endswith(".toml") else files.get(name)
    if path is None or not path.exists():
        raise ScenarioMissing(name=name, known=", ".join(files))
    return load(path)


def _files(folder: Path | None) -> list[Path]:
    return sorted((folder or paths.assets() / "scenarios").glob("*.toml"))


# --- what a type cannot say ----------------------------------------------------------------------------------------


def impossible(scenario: Scenario, stem: str) -> Iterator[tuple[str, str]]:
    """(dotted key, problem) of every value that has the right type and still cannot be."""
    if scenario.id != stem:
        yield "id", f"is {scenario.id!r}, but the file is named {stem!r}"
    yield from _bad_leaves(scenario, "")
    yield from _bad_checklist(scenario.checklist)
    if not 1 <= scenario.traveller.stay_days <= LONGEST_STAY_DAYS:
        yield "traveller.stay_days", f"must be between 1 and {LONGEST_STAY_DAYS}"
    if scenario.rules.duty_percent > 100:
        yield "rules.duty_percent", "must be between 0 and 100"


def _bad_checklist(checklist: tuple[Question, ...]) -> Iterator[tuple[str, str]]:
    seen = Counter[str]()
    for index, question in enumerate(checklist):
        if seen[question.topic]:
            yield f"checklist[{index}].topic", f"{question.topic!r} is there twice"
        seen[question.topic] += 1


def _bad_leaves(value: object, key: str) -> Iterator[tuple[str, str]]:
    """Walk the whole scenario: what holds for every text, number, list, country and currency wherever it stands."""
    name = key.rpartition(".")[2]
    if isinstance(value, Strict):
        for field in value.__struct_fields__:
            yield from _bad_leaves(getattr(value, field), f"{key}.{field}".removeprefix("."))
    elif isinstance(value, tuple):
        yield from _bad_list(value, key, name)
    elif isinstance(value, str) and (problem := _bad_text(value, name)):
        yield key, problem
    elif isinstance(value, (int, float)) and not (math.isfinite(value) and value >= 0):
        yield key, "must be a number of zero or more"


def _bad_list(values: tuple[object, ...], key: str, name: str) -> Iterator[tuple[str, str]]:
    if not values and name in {"checklist", "ask", "greeting", "farewell"}:
        yield key, "must not be empty"
    for index, item in enumerate(values):
        if item in values[:index]:
            yield f"{key}[{index}]", "is there twice"
        yield from _bad_leaves(item, f"{key}[{index}]")


def _bad_text(text: str, name: str) -> str:
    """What is wrong with a text under a key of this name; empty if nothing is."""
    if not text.strip():
        return "" if name in MAY_BE_EMPTY and not text else "must not be empty"
    if not text.isprintable():  # each text is one line of the terminal and of the chat template
        return "must be one line without control characters"
    if name in {"country", "nationality"} and text not in _countries():
        return f"{text!r} is no ISO 3166 country code"
    if name.endswith("currency") and text not in _currencies():
        return f"{text!r} is no ISO 4217 currency code"
    return ""


@cache
def _countries() -> frozenset[str]:
    from babel.core import get_global  # here, because most commands need not pay for reading Babel's data

    codes = [str(code) for code in get_global("territory_currencies")]
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - NO_COUNTRIES


@cache
def _currencies() -> frozenset[str]:
    from babel.core import get_global

    return frozenset(str(code) for code in get_global("all_currencies"))
