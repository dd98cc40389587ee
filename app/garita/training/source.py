"""Where the officer's training conversations come from: the simulator, several conversations at one booth.

What changes from booth to booth is the system prompt; conversations at one booth share it, and so its cost in training.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from garita.roleplay.act import ActKind, VerdictKind
from garita.roleplay.scenario import Scenario
from garita.training.dataset import Source
from garita.training.simulator import Conversation
from garita.training.simulator.play import play
from garita.training.simulator.variation import vary

# What seldom comes up has to be learned, too: the rarer an act, the more it counts.
_RARITY: dict[ActKind, int] = {
    "contradiction": 6, "move_on": 4, "explain": 3, "follow_up": 2, "confirm": 2, "rule": 1, "demand": 1, "pardon": 1,
    "stay_in_role": 1, "not_yet": 1, "slow_down": 1,
}  # fmt: skip
_RARITY_OF_VERDICT: dict[VerdictKind, int] = {"refuse": 6, "inspect": 2, "pay": 2, "hold": 1}
_DRAWN = 4  # conversations, of which the one with the rarest acts is taken


def simulated(scenarios: Sequence[Scenario], together: int) -> Source:
    """A source that opens a varied booth of a random scenario for every ``together`` conversations.

    Of some conversations the one with the rarest acts is taken.
    """

    def draw(count: int, seed: int) -> Iterator[Conversation]:
        rng = Random(seed)
        for number in range(count):
            if number % together == 0:
                booth = vary(rng.choice(scenarios), rng)
            yield max((play(booth, rng) for _ in range(_DRAWN)), key=_rarity)

    return draw


def _rarity(talk: Conversation) -> int:
    acts = [act for turn in talk.turns for act in turn.plan.acts]
    return sum(
        _RARITY.get(act.kind, 0) + (_RARITY_OF_VERDICT.get(act.verdict, 0) if act.verdict else 0) for act in acts
    )
