"""Where the officer's training conversations come from: the simulator, several conversations at one booth.

What changes from booth to booth is the system prompt; conversations at one booth share it, and so its cost in training.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from garita.roleplay.act import ActKind
from garita.roleplay.scenario import Scenario
from garita.training.dataset import Source
from garita.training.simulator import Conversation
from garita.training.simulator.play import play
from garita.training.simulator.variation import vary

# What seldom comes up has to be learned, too.
_RARE: frozenset[ActKind] = frozenset(
    {
        "follow_up", "confirm", "explain", "pardon", "stay_in_role", "not_yet", "move_on", "contradiction", "rule",
        "demand",
    }
)  # fmt: skip


def simulated(scenarios: Sequence[Scenario], together: int) -> Source:
    """A source that opens a varied booth of a random scenario for every ``together`` conversations.

    Of two conversations the one with more rare acts is taken.
    """

    def draw(count: int, seed: int) -> Iterator[Conversation]:
        rng = Random(seed)
        for number in range(count):
            if number % together == 0:
                booth = vary(rng.choice(scenarios), rng)
            yield max(play(booth, rng), play(booth, rng), key=_rare_acts)

    return draw


def _rare_acts(talk: Conversation) -> int:
    acts = [act for turn in talk.turns for act in turn.plan.acts]
    return sum(act.kind in _RARE or act.verdict not in (None, "admit") for act in acts)
