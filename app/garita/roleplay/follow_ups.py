"""What an answer makes the officer go into: rules, papers, amounts, addresses. Knows facts and rules, not the turn."""

from __future__ import annotations

import re

from garita.roleplay import verdict
from garita.roleplay.act import Act, ActKind, Detail
from garita.roleplay.meaning import Fact, Thing
from garita.roleplay.plain_text import plain
from garita.roleplay.record import Record
from garita.roleplay.scenario import Scenario, Topic

# Acts that wait for an answer to their topic.
QUESTIONS: frozenset[ActKind] = frozenset({"ask", "follow_up"})
# Of one answer's things so many are gone into; of a whole conversation's answers so many get a further question.
_MOST_THINGS = 2
_MOST_DETAILS = 2
# Longer than this a tourist needs more than a passport in every country of ours.
_LONG_STAY_DAYS = 90

_FURTHER: tuple[tuple[Topic, re.Pattern[str], Detail], ...] = (
    ("purpose", re.compile(r"\b(?:trabaj\w*|negocio\w*|reunion\w*)\b"), "company"),
    ("purpose", re.compile(r"\b(?:estudiar|estudios|curso|cursar|master|universidad)\b"), "school"),
    ("lodging", re.compile(r"\b(?:casa|piso|apartamento|departamento)\b"), "address"),
)


def matters(fact: Fact, known: Fact | None, scenario: Scenario, record: Record) -> list[Act]:
    """The acts that ``fact`` calls for, gravest first; ``known`` is what was noted on the topic before."""
    if fact.topic == "money" and fact.number is not None:
        cash = Thing(text=fact.text, name=fact.text, kind="cash", amount=fact.number, currency=fact.unit)
        return _of_thing(cash, "money", scenario)
    gone_into = set(known.things) if known else set()
    acts = [
        act
        for thing in fact.things
        if thing not in gone_into
        for act in _of_thing(thing, fact.topic, scenario)
        if _is_new(act, thing, record)
    ]
    return acts[:_MOST_THINGS] or _detail(fact, known, scenario, record)


def _of_thing(thing: Thing, topic: Topic, scenario: Scenario) -> list[Act]:
    found = verdict.matter(thing, scenario.rules, topic)
    return [found] if found else []


def _is_new(act: Act, thing: Thing, record: Record) -> bool:
    """How much there is of drinks, say, is asked once, however unclear the answer was; so is a kind of paper."""
    if act.kind not in ("follow_up", "demand"):
        return True
    asked = (thing.kind, act.detail)
    new = asked not in record.asked_of_things
    record.asked_of_things.add(asked)
    return new


def _detail(fact: Fact, known: Fact | None, scenario: Scenario, record: Record) -> list[Act]:
    """A further question about a plain answer; only where the officer has time and the learner the words."""
    if known is not None or scenario.officer.manner == "hurried" or record.details_asked >= _MOST_DETAILS:
        return []
    if fact.topic == "stay" and (fact.number or 0) > _LONG_STAY_DAYS:
        record.details_asked += 1
        return [Act(kind="follow_up", topic="stay", detail="visa")]
    said = plain(fact.text)
    for topic, clue, detail in _FURTHER:
        if fact.topic == topic and clue.search(said) and scenario.level != "A2":
            record.details_asked += 1
            return [Act(kind="follow_up", topic=topic, detail=detail)]
    return []
