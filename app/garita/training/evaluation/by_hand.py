"""Travellers written by hand: a script of answers by what the officer asks, read from TOML.

The officer's turns depend on its model, so a script holds answers by topic and act; each is said once, in order. The
file's own comment explains its keys. Knows plans, not models.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from garita.roleplay.act import AGAIN, Plan
from garita.roleplay.scenario import Level, Strict

_NOTHING_LEFT = "No sé qué más decir."


class Script(Strict, frozen=True):
    """One conversation's student side; ``answers`` by topic ("stay"), act ("demand", "rule") or "any"."""

    scenario: str
    title: str
    kind: Literal["clean", "messy"]
    level: Level
    answers: dict[str, list[str]]
    first: str = ""
    after_verdict: str = "Gracias."
    after_farewell: str = ""


class Line(NamedTuple):
    """What a script's traveller says."""

    text: str


class ScriptedTraveller:
    """Plays one script."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._left = {key: list(lines) for key, lines in script.answers.items()}

    def opening(self) -> Line | None:
        """The first words, where the script has some."""
        return Line(self._script.first) if self._script.first else None

    def answer(self, plan: Plan, officer_text: str) -> Line:
        """The next answer for what was asked."""
        act = plan.main if plan.acts else None
        if act is not None and act.kind == "verdict":
            return Line(self._script.after_verdict)
        keys = ["any"]
        if act is not None:
            topic = act.topic or ""
            keys = [topic, "any"] if act.kind in AGAIN or act.kind == "ask" else [act.kind, topic, "any"]
        return Line(next((self._left[key].pop(0) for key in keys if self._left.get(key)), _NOTHING_LEFT))


class _File(Strict, frozen=True):
    conversation: tuple[Script, ...] = msgspec.field(default=())


def load(path: Path) -> tuple[Script, ...]:
    """All scripts of a file.

    Raises:
        OSError, msgspec.ValidationError, tomllib.TOMLDecodeError.
    """
    return msgspec.toml.decode(path.read_bytes(), type=_File).conversation
