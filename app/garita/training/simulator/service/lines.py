"""Tables of what any clerk and any customer says, and in which tongue: Spanish with usted or tú, English, a pal's.

Written as text: ``@greet`` opens an entry, its lines begin with ``es`` (usted), ``tú``, ``en`` or ``pal`` (English
among friends). Where there is nothing for friends, the others' lines serve. Knows no scenes.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Literal

from garita.training.simulator.frames import mostly_first
from garita.training.simulator.service.words import Language
from garita.training.simulator.voice import closed
from garita.training.simulator.wording import say, tidy

Tongue = Literal["es", "tú", "en", "pal"]


PLAIN: dict[Tongue, Language] = {"es": "es", "tú": "es", "en": "en", "pal": "en"}


class Lines:
    """Patterns by name and tongue."""

    def __init__(self, text: str) -> None:
        self.table = {name: _tongues(block) for name, block in _blocks(text)}

    def say(self, name: str, tongue: Tongue, rng: Random, **slots: str) -> str:
        """One wording; KeyError when the pattern has a slot that is not given."""
        by_tongue = self.table[name]
        return say(mostly_first(by_tongue.get(tongue) or by_tongue[PLAIN[tongue]], rng), rng, held_out=None, **slots)


def tongue(language: Language, *, friendly: bool) -> Tongue:
    """How somebody speaks ``language`` to a customer or to a friend."""
    if friendly:
        return "tú" if language == "es" else "pal"
    return language


def joined(parts: Sequence[str]) -> str:
    """Sentences in a row, each with its full stop and its capital."""
    return tidy(" ".join(closed(part.strip()) for part in parts if part.strip()))


def _blocks(text: str) -> list[tuple[str, str]]:
    parts = (part.strip().partition("\n") for part in text.split("@") if part.strip())
    return [(name.strip(), lines) for name, _, lines in parts]


def _tongues(block: str) -> dict[Tongue, tuple[str, ...]]:
    found: dict[Tongue, list[str]] = {}
    for line in block.splitlines():
        mark, _, pattern = line.strip().partition(" ")
        found.setdefault(next(one for one in PLAIN if one == mark), []).append(pattern.strip())
    return {one: tuple(said) for one, said in found.items()}
