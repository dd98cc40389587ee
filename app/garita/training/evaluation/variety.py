"""How varied a corpus is: officer's turns that stay different when names, numbers and things are taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from garita.roleplay.act import Act, Plan
from garita.training.evaluation.figures import Share
from garita.training.simulator.play import Conversation

_NUMBER = re.compile(r"\d[\d .,]*\d|\d")
# An act that came up less often says nothing about its families' shares.
_OFTEN = 500


class VarietyFigures(msgspec.Struct):
    """Of the officer's turns, their values replaced by placeholders; of the patterns behind them, by act and topic.

    ``distinct`` counts different turns, ``once`` those that no other turn of the corpus equals.
    ``largest_families``: the share of an act's commonest combination of patterns, the largest shares first, in percent.
    """

    conversations: int
    turns: int
    distinct: Share
    once: Share
    commonest: str
    commonest_count: int
    largest_families: dict[str, float]


def figures(talks: Iterable[Conversation]) -> VarietyFigures:
    """Of a corpus."""
    frames: Counter[str] = Counter()
    families: dict[str, Counter[str]] = {}
    conversations = 0
    for talk in talks:
        conversations += 1
        for turn in talk.turns:
            frames[frame(talk.history[turn.message].content, turn.plan)] += 1
            if turn.frames:
                families.setdefault(_name(turn.plan.main), Counter())[" | ".join(turn.frames)] += 1
    turns = frames.total()
    once = sum(count == 1 for count in frames.values())
    (commonest, count), *_ = frames.most_common(1) or [("", 0)]
    return VarietyFigures(
        conversations, turns, Share(len(frames), turns), Share(once, turns), commonest, count, _largest(families)
    )


def frame(text: str, plan: Plan) -> str:
    """A turn with its plan's values replaced by placeholders."""
    values = [fact.text for fact in plan.heard]
    for act in plan.acts:
        values += [act.item, act.before, act.limit, act.duty]
    for value in sorted(filter(None, values), key=len, reverse=True):
        text = re.sub(re.escape(value), "<x>", text, flags=re.IGNORECASE)
    return _NUMBER.sub("<n>", text)


def _name(act: Act) -> str:
    return " ".join(filter(None, (act.kind, act.topic if act.kind == "ask" else "", act.verdict or "")))


def _largest(families: dict[str, Counter[str]]) -> dict[str, float]:
    shares = {
        name: 100 * patterns.most_common(1)[0][1] / patterns.total()
        for name, patterns in families.items()
        if patterns.total() >= _OFTEN
    }
    return dict(sorted(shares.items(), key=lambda each: -each[1]))
