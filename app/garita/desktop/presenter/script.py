"""The rehearsed conversation: which line the traveller says to what the officer does. Knows no Qt and no sound."""

from __future__ import annotations

from pathlib import Path

import msgspec

from garita import paths, toml_file
from garita.errors import ScenarioInvalid
from garita.roleplay.act import Act, Plan

OTHER = "other"  # the line for what nothing else fits


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line. ``on``: a topic, a detail or a kind of act, or "other"."""

    on: str
    es: str
    en: str


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file under assets/rehearsal. ``seed`` makes the officer word it in the same way every time."""

    scenario: str
    seed: int
    voice: str
    line: tuple[Line, ...]


def load(path: Path | None = None) -> Script:
    """Read a script; the shipped one where no file is given.

    Raises:
        ScenarioInvalid: with path, line, key and problem.
    """
    path = path or paths.assets() / "rehearsal" / "es_barajas_turismo.toml"
    return toml_file.read(path, Script, _problems, ScenarioInvalid)


def answer(script: Script, plan: Plan | None) -> Line | None:
    """What the traveller says now; None when the officer has said good-bye."""
    if plan is not None and plan.main.kind == "farewell":
        return None
    lines = {line.on: line for line in script.line}
    for key in _keys(plan.main) if plan else ():
        if key in lines:
            return lines[key]
    return lines[OTHER]


def _keys(act: Act) -> tuple[str, ...]:
    """From the particular to the general: "how much of it?" is not "what do you carry?"."""
    if act.kind in ("rule", "confirm", "verdict"):
        return (act.kind,)
    return (act.detail, act.topic or "", act.kind)


def _problems(script: Script) -> tuple[tuple[str, str], ...]:
    return () if any(line.on == OTHER for line in script.line) else (("line", 'no line for "other"'),)
