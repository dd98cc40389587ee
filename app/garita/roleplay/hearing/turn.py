"""A turn while facts are read from it: its words, the topic asked, and what was found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from garita.roleplay.hearing.reading import Reading
from garita.roleplay.hearing.words import Words
from garita.roleplay.meaning import Fact
from garita.roleplay.scenario import Scenario, Topic


@dataclass
class Turn:
    """``used``: the stretches of words that facts were read from. Knows no Spanish."""

    words: Words
    topic: Topic | None
    scenario: Scenario
    found: list[Fact] = field(default_factory=list)
    used: list[tuple[int, int]] = field(default_factory=list)
    last: int = 0  # where the last fact ended

    def keep(self, start: int, reading: Reading) -> int:
        """Note a fact; returns where to go on."""
        return self.keep_all(start, [reading.fact], reading.end)

    def keep_all(self, start: int, facts: list[Fact], end: int) -> int:
        """Note facts that were read from ``start`` up to ``end``; returns where to go on."""
        self.found += facts
        self.used.append((start, end))
        self.last = end
        return max(end, start + 1)
