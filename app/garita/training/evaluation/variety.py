"""How varied a corpus is: officer's turns that stay different when names, numbers and things are taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from garita.roleplay.act import Plan
from garita.training.evaluation.figures import Share
from garita.training.simulator.play import Conversation

_NUMBER = re.compile(r"\d[\d .,]*\d|\d")


class VarietyFigures(msgspec.Struct):
    """``unique``: officer's turns whose frame no other turn of the corpus has."""

    conversations: int
    turns: int
    unique: Share
    commonest_frame: str
    commonest_count: int


def figures(talks: Iterable[Conversation]) -> VarietyFigures:
    """Of a corpus."""
    frames: Counter[str] = Counter()
    conversations = 0
    for talk in talks:
        conversations += 1
        for turn in talk.turns:
            frames[frame(talk.history[turn.message].content, turn.plan)] += 1
    commonest = frames.most_common(1) or [("", 0)]
    unique = Share(hits=sum(count == 1 for count in frames.values()), count=frames.total())
    return VarietyFigures(conversations, frames.total(), unique, *commonest[0])


def frame(text: str, plan: Plan) -> str:
    """A turn with its plan's values replaced by placeholders."""
    values = [fact.text for fact in plan.heard]
    for act in plan.acts:
        values += [act.item, act.before, act.limit, act.duty]
    for value in sorted(filter(None, values), key=len, reverse=True):
        text = re.sub(re.escape(value), "<x>", text, flags=re.IGNORECASE)
    return _NUMBER.sub("<n>", text)
