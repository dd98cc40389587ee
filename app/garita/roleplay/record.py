"""What the officer has understood so far; the verdict's material. Knows no acts to come and no words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import msgspec

from garita.roleplay.act import Act, Detail
from garita.roleplay.meaning import Fact, Thing, ThingKind
from garita.roleplay.scenario import Topic
from garita.roleplay.verdict import Statement


@dataclass
class Record:
    """One conversation's facts by topic (the latest counts; things add up), papers, and what went wrong."""

    facts: dict[Topic, Fact] = field(default_factory=dict)
    passport: Literal["shown", "refused", "unknown"] = "unknown"
    papers: set[Detail] = field(default_factory=set)
    missing: set[Detail] = field(default_factory=set)
    handed_over: set[str] = field(default_factory=set)
    contradictions: dict[Topic, Act] = field(default_factory=dict)
    pointed_out: set[Topic] = field(default_factory=set)
    unanswered: set[Topic] = field(default_factory=set)
    insults: int = 0
    details_asked: int = 0
    asked_of_things: set[tuple[ThingKind, Detail]] = field(default_factory=set)

    def add(self, fact: Fact) -> None:
        """Notes a fact. Things told later on the same topic join those told before."""
        known = self.facts.get(fact.topic)
        if known is not None and known.things and fact.things:
            fact = msgspec.structs.replace(fact, things=_joined(known.things, fact.things))
        self.facts[fact.topic] = fact
        self.unanswered.discard(fact.topic)

    def forget(self, topic: Topic) -> None:
        """Takes back what was heard wrongly."""
        self.facts.pop(topic, None)

    def statement(self) -> Statement:
        """All of it, as the verdict reads it."""
        return Statement(
            facts=tuple(self.facts.values()),
            papers=frozenset(self.papers),
            missing=frozenset(self.missing),
            passport=self.passport,
            contradictions=tuple(self.contradictions.values()),
            unanswered=frozenset(self.unanswered),
            handed_over=frozenset(self.handed_over),
            insults=self.insults,
        )


def _joined(old: tuple[Thing, ...], new: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Later words on the same thing (its quantity, its value) replace the earlier ones."""
    names = {thing.name for thing in new}
    return (*(thing for thing in old if thing.name not in names), *new)
