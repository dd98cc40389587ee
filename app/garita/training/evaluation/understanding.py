"""How well what travellers say is understood: facts heard against facts meant, by topic.

The utterances are the simulator's held-out ones (wordings and things that training never uses); what was meant is known
there beforehand. Precision: of the facts heard, how many are right; recall: of those meant, how many were heard.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from rapidfuzz.fuzz import token_sort_ratio

from garita.roleplay.meaning import Fact, Meaning, ThingKind
from garita.roleplay.plain_text import plain
from garita.training.evaluation.figures import Share
from garita.training.simulator.play import Conversation

_SAME_TEXT_FROM = 88.0
# No rule tells these apart, and where one ends and another begins is a matter of taste.
_PLAIN: frozenset[ThingKind] = frozenset({"clothes", "electronics", "gift", "other"})


class Hearing(msgspec.Struct):
    """Of one topic."""

    precision: Share
    recall: Share


class UnderstandingFigures(msgspec.Struct):
    """Of a set of utterances; ``signals`` are those that steer the agenda."""

    utterances: int
    precision: Share
    recall: Share
    by_topic: dict[str, Hearing]
    signals_precision: Share
    signals_recall: Share


def figures(talks: Iterable[Conversation]) -> UnderstandingFigures:
    """Of all students' turns of these conversations."""
    pairs = [(turn.said, turn.heard) for talk in talks for turn in talk.turns if turn.said and turn.heard]
    found = UnderstandingFigures(len(pairs), Share(), Share(), {}, Share(), Share())
    for meant, heard in pairs:
        _count(found, meant, heard)
    found.by_topic = dict(sorted(found.by_topic.items()))
    return found


def _count(found: UnderstandingFigures, meant: Meaning, heard: Meaning) -> None:
    for fact in heard.facts:
        right = same(fact, meant.fact(fact.topic))
        found.precision.add(right)
        _topic(found, fact).precision.add(right)
    for fact in meant.facts:
        right = same(fact, heard.fact(fact.topic))
        found.recall.add(right)
        _topic(found, fact).recall.add(right)
    for signal in heard.signals:
        found.signals_precision.add(signal in meant.signals)
    for signal in meant.signals:
        found.signals_recall.add(signal in heard.signals)


def _topic(found: UnderstandingFigures, fact: Fact) -> Hearing:
    return found.by_topic.setdefault(fact.topic, Hearing(Share(), Share()))


def same(one: Fact, other: Fact | None) -> bool:
    """Whether two facts say the same: numbers and countries exactly, things by kind and amount, words nearly."""
    if other is None or one.none != other.none or one.topic != other.topic:
        return False
    if one.number is not None and other.number is not None:
        return one.number == other.number and (one.unit == other.unit or not one.unit or not other.unit)
    if one.things and other.things:
        return _things(one) == _things(other)
    if one.country and other.country and one.country != other.country:
        return False
    return token_sort_ratio(plain(one.text), plain(other.text)) >= _SAME_TEXT_FROM


def _things(fact: Fact) -> Sequence[tuple[str, float]]:
    return sorted(("" if thing.kind in _PLAIN else thing.kind, thing.amount or 0.0) for thing in fact.things)
