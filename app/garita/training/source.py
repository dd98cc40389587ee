"""Where the officer's training conversations come from: the simulator, several conversations at one booth.

What changes from booth to booth is the system prompt; conversations at one booth share it, and so its cost in training.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from garita.roleplay.scenario import Scenario
from garita.training.dataset import Source
from garita.training.simulator import Conversation
from garita.training.simulator.play import play
from garita.training.simulator.variation import vary


def simulated(scenarios: Sequence[Scenario], together: int) -> Source:
    """A source that opens a varied booth of a random scenario for every ``together`` conversations."""

    def draw(count: int, seed: int) -> Iterator[Conversation]:
        rng = Random(seed)
        for number in range(count):
            if number % together == 0:
                booth = vary(rng.choice(scenarios), rng)
            yield play(booth, rng)

    return draw
