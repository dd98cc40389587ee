"""What seldom comes up has to be learned, too: of several conversations the one with the rarest acts."""

from __future__ import annotations

from collections.abc import Callable

from garita.roleplay.act import ActKind, VerdictKind
from garita.training.simulator.play import Conversation

# The rarer an act, the more it counts.
_ACTS: dict[ActKind, int] = {
    "contradiction": 6, "move_on": 4, "explain": 3, "follow_up": 2, "confirm": 2, "rule": 1, "demand": 1, "pardon": 1,
    "stay_in_role": 1, "not_yet": 1, "slow_down": 1,
}  # fmt: skip
_VERDICTS: dict[VerdictKind, int] = {"refuse": 6, "inspect": 2, "pay": 2, "hold": 1}
_DRAWN = 4


def rarest(draw: Callable[[], Conversation]) -> Conversation:
    """Of four conversations drawn, the one whose officer does the rarest things."""
    return max((draw() for _ in range(_DRAWN)), key=_rarity)


def _rarity(talk: Conversation) -> int:
    acts = [act for turn in talk.turns for act in turn.plan.acts]
    return sum(_ACTS.get(act.kind, 0) + (_VERDICTS.get(act.verdict, 0) if act.verdict else 0) for act in acts)
