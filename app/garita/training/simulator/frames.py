"""Sets of sentence frames, one wording family each, of which a level uses the easy or the rich ones.

Knows the four levels and nothing of what the frames say.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from garita.roleplay.scenario import Level

_RICH_SHARE: dict[Level, float] = {"A2": 0.0, "B1": 0.15, "B2": 0.55, "C1": 0.9}
_SKEW = 1.6  # the first quarter of the wordings has two fifths of the uses


class Frames(NamedTuple):
    """Patterns for ``wording.say``; ``rich`` ones, if any, are for those who learn at B2 and above."""

    easy: tuple[str, ...]
    rich: tuple[str, ...] = ()

    def pick(self, level: Level, rng: Random) -> str:
        """One frame; the higher the level, the likelier a rich one."""
        rich = self.rich and (not self.easy or rng.random() < _RICH_SHARE[level])
        return mostly_first(self.rich if rich else self.easy, rng)


def mostly_first(choices: tuple[str, ...], rng: Random) -> str:
    """One of them; the first ones, which stand for the plainest wordings, come up more often than the last.

    Nobody uses fifty wordings equally, and a small model learns a language of habits better than one of dice.
    """
    return choices[int(len(choices) * rng.random() ** _SKEW)]


def frames(easy: str = "", rich: str = "") -> Frames:
    """Frames from text with one on a line."""
    return Frames(_lines(easy), _lines(rich))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
