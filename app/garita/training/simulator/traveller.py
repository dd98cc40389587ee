"""The learner's half: facts into sentences, in one learner's style, with the odd slip, English word or remark."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from garita.training.simulator import traveller_lines as lines
from garita.training.simulator.facts import Fact
from garita.training.simulator.learner import Style
from garita.training.simulator.officer import DECLARED
from garita.training.simulator.suitcase import FollowUp
from garita.training.simulator.wording import say


class Traveller:
    """One learner at the window."""

    def __init__(self, style: Style, rng: Random, day: str) -> None:
        self.day = day
        self.style = style
        self.rng = rng

    def answer(self, fact: Fact, *, full: bool = False) -> str:
        """The fact as this learner says it; ``full`` wants a sentence (nobody asked for it)."""
        if fact.none:
            return self.write(lines.NOTHING)
        bare, chance = fact.heard, self.rng.random()
        slots = {"x": fact.extra.get("demonym", bare) if fact.kind == "demonym" else bare}
        slots["bare"] = fact.extra.get("place", bare) if fact.kind == "place" else bare
        if fact.topic == "origin" and fact.kind == "place":
            slots["x"] = fact.extra["place"]
        key = f"{fact.topic}:{fact.kind}"
        slips = lines.SLIPS.get(key) if key in lines.FULL else lines.SLIPS.get(fact.topic)
        if slips and chance < self.style.slips:
            return self.write(slips, **slots)
        if full or self.rng.random() < self.style.wordiness:
            pattern = lines.FULL.get(key) or lines.FULL[fact.topic]
            return self.write((lines.LEAD_IN if self.rng.random() < 0.2 else "") + pattern, **slots)
        return self.write(lines.PLAIN_BARE.get(key) or lines.PLAIN_BARE.get(fact.topic) or lines.BARE, **slots)

    def combined(self, facts: Sequence[Fact]) -> str | None:
        """Several facts in one sentence, or None where nobody would say them together."""
        keys = tuple(f"{fact.topic}:verb" if fact.kind == "verb" else fact.topic for fact in facts)
        pattern = lines.COMBINED.get(keys)
        if pattern is None or any(fact.kind == "demonym" for fact in facts):
            return None
        slots = {fact.topic: fact.extra.get("place", fact.heard) for fact in facts}
        return self.write(pattern, **slots)

    def follow(self, matter: FollowUp, *, agreed: bool) -> str:
        """Yes or no to a matter of the rules."""
        kind = "declare" if matter.kind in DECLARED else matter.kind
        return self.write((lines.FOLLOW_YES if agreed else lines.FOLLOW_NO)[kind])

    def what_is(self) -> tuple[str, str]:
        """What an unknown thing is, and how the officer would say it back."""
        plain = say(lines.WHAT_IS, self.rng)
        return self.style.write(plain, self.rng), lines.WHAT_IS_ECHO[plain.rstrip(".")]

    def english(self, fact: Fact) -> str:
        """The fact in English where we can say it, else a complaint in English."""
        own = lines.ENGLISH_OF.get(fact.heard) or lines.ENGLISH.get(fact.topic)
        pattern = own if own and self.rng.random() < 0.7 else lines.ENGLISH_COMPLAINTS
        return self.write(pattern, x=fact.heard, bare=fact.extra.get("place", fact.heard))

    def write(self, pattern: str, **slots: str) -> str:
        """Any pattern of ``traveller_lines`` in this learner's style."""
        return self.style.write(say(pattern, self.rng, day=self.day, **slots), self.rng)
