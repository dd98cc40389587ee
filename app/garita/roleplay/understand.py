"""From a student's free Spanish to a ``Meaning``: facts and signals, read by rules and tables alone.

``understand`` is the way in. The turn is cut into words (``hearing.words``), what was taken back is left out
(``hearing.corrections``), signals and facts are read (``hearing.signals``, ``hearing.scan``). What is not understood
stays out. Knows nothing of what the officer does with it.
"""

from __future__ import annotations

from garita.roleplay.act import AGAIN, Act
from garita.roleplay.hearing import (
    corrections,
    english,
    followup,
    luggage,
    nouns,
    portuguese,
    scan,
    settling,
    signals,
    sounds,
    spelling,
    things,
)
from garita.roleplay.hearing.words import Words, listen
from garita.roleplay.meaning import Fact, Meaning, OffTopic, Signal, Thing
from garita.roleplay.scenario import Scenario, Topic

# With one of these an open answer is no answer, and facts are read from plain openings only.
_NO_ANSWER: frozenset[Signal] = frozenset(
    {"dont_know", "repeat", "slower", "explain", "insult", "document", "english", "farewell", "how_are_you"}
)
_ASKS_BACK: frozenset[Signal] = frozenset({"explain", "repeat", "slower", "dont_know", "english", "insult"})
_PLACES_AND_TIMES: frozenset[OffTopic] = frozenset({"time", "bathroom", "taxi", "wifi", "exchange", "lost", "hungry"})
# With one of these nothing is believed.
_NO_FACTS: frozenset[Signal] = frozenset({"silence", "noise", "injection"})


def understand(text: str, asked: Act | None, scenario: Scenario) -> Meaning:
    """What a turn means. ``asked`` is what the officer's last turn asked; None when the student speaks first."""
    words = sounds.mended(listen(text))
    said = signals.read(text, words)
    if said & _NO_FACTS:
        return Meaning(signals=said)
    if signals.asks_for_a_robot(words):
        return Meaning(signals=(said & {"english"}) | {"off_topic"}, off_topic="robot")
    spoken = _in_spanish(words, said)
    if spoken is words and "foreign" in said:
        return Meaning(signals=said)
    facts, used = _facts(spoken, said, asked, scenario)
    if vague := [fact for fact in facts if settling.is_vague(fact)]:
        facts = [fact for fact in facts if fact not in vague]
        said = said | {"yes"}
    if asked and (asked.kind == "demand" or asked.detail in ("visa", "return_ticket")):
        said = _on_paper(words, said)
    if asked and asked.topic == "money" and not facts and signals.is_little(words):
        said = said - {"no", "yes"} | {"dont_know"}  # how much that is, nobody can know
    if asked and asked.topic == "passport" and not any(fact.topic == "passport" for fact in facts):
        shown = signals.hands_over(words) and not said & _ASKS_BACK
        shown = shown and signals.off_topic(words) not in _PLACES_AND_TIMES
        said |= {"document"} if shown else frozenset()
    elif any(fact.topic == "passport" for fact in facts):
        said -= {"document"}  # "no lo tengo aquí"
    remark = signals.off_topic(_unused(spoken, used))
    if remark and asked and asked.kind != "ask" and said & {"yes", "no", "document"}:
        remark = ""  # who answers and adds a word wants no answer to it
    if "english" in said and not remark:
        remark = signals.off_topic(words)
    if remark:
        said = said | {"off_topic"} if signals.bare_no(words) else (said - {"no"}) | {"off_topic"}
    if "yes" in said and signals.weak_yes(words) and asked and asked.kind == "ask" and (facts or "document" in said):
        said -= {"yes"}  # "claro, dos semanas"
    word = signals.word_asked(words) if "explain" in said else ""
    if not facts and not said and len(words) == 2 and words.at(1) == "?":
        said, word = frozenset({"explain"}), words.raw[0].lower()
    return Meaning(facts=tuple(facts), signals=said, word=word, off_topic=remark)


def thing(text: str) -> Thing | None:
    """The one thing that ``text`` names: "dos kilos de jamón serrano"; None where it names none."""
    found = things.read(listen(text), 0, None, sure=True)
    return luggage.denominated(found[0]) if found else None


def load() -> None:
    """Build all tables and patterns now instead of in the first turn."""
    nouns.load()
    spelling.load()
    sounds.load()
    signals.load()
    scan.load()


def _in_spanish(words: Words, said: frozenset[Signal]) -> Words:
    """The turn with what is English or Portuguese in it in Spanish, and without what was taken back."""
    if "foreign" in said:
        return portuguese.mended(words)
    spoken = english.in_spanish(words) if "english" in said else english.mended(portuguese.mended(words))
    return corrections.mended(spoken)


def _on_paper(words: Words, said: frozenset[Signal]) -> frozenset[Signal]:
    """Asked for a paper: naming or showing it is a yes."""
    if said & {"dont_know", "repeat", "slower", "explain", "english", "insult", "no"}:
        return said
    shown = signals.paper(words)
    if shown == "no":
        return said - {"yes", "document"} | {"no"}
    return said | {"yes", "document"} if shown or "document" in said else said


def _facts(
    words: Words, said: frozenset[Signal], asked: Act | None, scenario: Scenario
) -> tuple[list[Fact], list[tuple[int, int]]]:
    topic = asked.topic if asked else None
    if topic == "passport" and signals.without_passport(words):
        return [Fact(topic="passport", text="", none=True)], [(0, len(words))]
    again = asked is None or asked.kind == "ask" or asked.kind in AGAIN
    if asked is not None and not again and asked.kind != "contradiction":
        found = followup.read(words, asked, scenario)
        if found:
            return [found], [(0, len(words))]
    open_ends = bool(again and topic and not said & _NO_ANSWER)
    facts, used = scan.facts(words, _scanned(topic, asked), scenario, open_ends=open_ends)
    if asked and asked.kind in ("demand", "rule") and _is_unsorted(facts, said):
        once_more = scan.facts(words, topic, scenario, open_ends=False)  # the things or the sum once more
        told = not said & {"yes", "no"} and (asked.kind == "rule" or _is_all_said(words, *once_more))
        facts, used = once_more if told or _are_counted(once_more[0]) else (facts, used)
    if not facts and again and topic in luggage.CARRIED and signals.bare_no(words) and not said & _NO_ANSWER:
        facts = [luggage.none_of(topic)]
    return facts, used


def _is_unsorted(facts: list[Fact], said: frozenset[Signal]) -> bool:
    """Whether the answer to a demand has no fact of a topic of its own."""
    return not said & _NO_ANSWER and all(fact.topic == "goods" for fact in facts)


def _is_all_said(words: Words, facts: list[Fact], used: list[tuple[int, int]]) -> bool:
    """Whether facts are all there is, or a sum is among them: beside "está en el correo" no thing is meant."""
    read = sum(end - start for start, end in used)
    pauses = sum(words.is_stop(index) for index in range(len(words)))
    return any(fact.topic == "money" for fact in facts) or read >= len(words) - pauses


def _are_counted(facts: list[Fact]) -> bool:
    """Whether all things have their number: told once more, not only mentioned."""
    members = [one for fact in facts for one in fact.things]
    return bool(members) and all(one.count is not None for one in members)


def _scanned(topic: Topic | None, asked: Act | None) -> Topic | None:
    """The topic whose bare answers count: not after a question for yes or no."""
    if asked is not None and asked.kind in ("demand", "rule"):
        return None
    return topic


def _unused(words: Words, used: list[tuple[int, int]]) -> Words:
    """The words that no fact was read from, with a pause where one was."""
    kept = [index for index in range(len(words)) if not any(start <= index < end for start, end in used)]
    return Words(tuple(words.raw[index] for index in kept), tuple(words.plain[index] for index in kept))
