"""Travellers written by hand: a script of answers by what the officer asks, read from TOML.

The officer's turns depend on its model, so a script holds answers by topic and act; each is said once, in order. The
file's own comment explains its keys. Knows plans, not models.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from garita.roleplay.act import AGAIN, Act, Plan
from garita.roleplay.contradiction import with_papers
from garita.roleplay.scenario import Scenario, Strict
from garita.roleplay.understand import understand

_NOTHING = "..."  # silence


class Script(Strict, frozen=True):
    """One conversation's student side; ``answers`` by topic, act or "any", besides ``first`` and the last words."""

    id: str
    scenario: str
    title: str
    kind: Literal["clean", "messy"]
    level: Literal["A1", "A2", "B1", "B2", "C1"]
    answers: dict[str, str | list[str]]
    own_papers: bool = False


class Line(NamedTuple):
    """What a script's traveller says."""

    text: str


class ScriptedTraveller:
    """Plays one script in its scenario.

    A student who gives another name than the card's, and has no answer to being told so, has papers of their own, and
    so has one of whom the script says it: ``scenario`` is the scene with these.
    """

    def __init__(self, script: Script, scenario: Scenario) -> None:
        self._answers = script.answers
        self._said: dict[str, int] = {}
        self.scenario = scenario
        name = self._own_name(scenario)
        if script.own_papers or (name and "contradiction" not in script.answers):
            own = msgspec.structs.replace(scenario.traveller, name=name, coming_from="", suitcase=())
            self.scenario = msgspec.structs.replace(scenario, traveller=own)

    def opening(self) -> Line | None:
        """The first words, where the script has some."""
        first = self._answers.get("first")
        return Line(first) if isinstance(first, str) else None

    def answer(self, plan: Plan, _officer_text: str) -> Line:
        """The next answer for what was asked; the last one again when all are said."""
        key = next((key for key in _keys(plan) if key in self._answers), "")
        lines = self._answers.get(key) or [_NOTHING]
        number = self._said.get(key, 0)
        self._said[key] = number + 1
        return Line(lines[min(number, len(lines) - 1)])

    def _own_name(self, scenario: Scenario) -> str:
        """The name said, when it is not the passport's."""
        asked = Act(kind="ask", topic="name")
        for line in self._answers.get("name", []):
            fact = understand(line, asked, scenario).fact("name")
            if fact is not None and with_papers(fact, scenario) is not None:
                return fact.text
        return ""


def _keys(plan: Plan) -> list[str]:
    """The script's keys that fit an officer's turn, the finest first."""
    act = plan.main
    if act.kind in ("verdict", "farewell"):
        return [f"after_{act.kind}", "any"]
    if act.kind in AGAIN or act.kind == "ask":
        return [act.topic or "", "any"]
    return [f"{act.kind}_{act.detail}", act.kind, "any"]


class _File(Strict, frozen=True):
    conversation: tuple[Script, ...] = msgspec.field(default=())


def load(path: Path) -> tuple[Script, ...]:
    """All scripts of a file.

    Raises:
        OSError, msgspec.ValidationError, tomllib.TOMLDecodeError.
    """
    return msgspec.toml.decode(path.read_bytes(), type=_File).conversation
