"""What a turn tells, seen from what was asked: "no" to a question for things, a thing named when asked for animals.

Knows meanings and acts, not the conversation.
"""

from __future__ import annotations

import msgspec

from garita.roleplay.act import Act
from garita.roleplay.follow_ups import QUESTIONS
from garita.roleplay.hearing.luggage import CARRIED
from garita.roleplay.meaning import Fact, Meaning
from garita.roleplay.scenario import Topic

# To these questions "yes" calls for "what exactly?" and "no" is an answer.
LISTS: frozenset[Topic] = frozenset({"companions", "goods", "food", "medicines", "pets", "samples", "onward", "money"})


def told(meaning: Meaning, asked: Act | None) -> list[Fact]:
    """The facts of a turn, with those that only the question makes: a passport handed over, "no" to animals."""
    facts = [fact for fact in meaning.facts if fact.topic != "passport"]
    if asked is None or asked.topic is None or meaning.fact(asked.topic) or asked.kind not in QUESTIONS:
        return facts
    if asked.topic == "passport":
        shown = Fact(topic="passport", text="el pasaporte", form="document")
        return [*facts, shown] if meaning.signals & {"yes", "document"} else facts
    if asked.topic in CARRIED:  # what is named when asked for animals is an animal, whatever else it may be
        facts = [_under(asked.topic, fact) for fact in facts]
    if "no" in meaning.signals and asked.topic in LISTS and asked.kind == "ask":
        return [*facts, _nothing(asked.topic)]
    return facts


def _under(topic: Topic, fact: Fact) -> Fact:
    """A fact about things of no kind in particular, told under the topic that was asked for."""
    plain = fact.topic == "goods" and all(thing.kind in ("other", "food") for thing in fact.things)
    plain = plain or (topic == "samples" and fact.topic in CARRIED)  # samples may be of anything
    return msgspec.structs.replace(fact, topic=topic) if plain and not fact.none else fact


def _nothing(topic: Topic) -> Fact:
    if topic == "companions":
        return Fact(topic=topic, text="sin compañía", form="alone")
    return Fact(topic=topic, text="nada", none=True)
