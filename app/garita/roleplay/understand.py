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
    scan,
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
_MILD: frozenset[OffTopic] = frozenset({"pretty", "small_talk", "my_spanish", "tired", "nervous", "weather"})
# With one of these nothing is believed.
_NO_FACTS: frozenset[Signal] = frozenset({"silence", "noise", "foreign", "injection"})


def understand(text: str, asked: Act | None, scenario: Scenario) -> Meaning:
    """What a turn means. ``asked`` is what the officer's last turn asked; None when the student speaks first."""
    words = sounds.mended(listen(text))
    said = signals.read(text, words)
    if said & _NO_FACTS:
        return Meaning(signals=said)
    spoken = english.in_spanish(words) if "english" in said else english.mended(words)
    spoken = corrections.mended(spoken)
    facts, used = _facts(spoken, said, asked, scenario)
    if asked and asked.topic == "passport" and not any(fact.topic == "passport" for fact in facts):
        said |= {"document"} if signals.hands_over(words) else frozenset()
    remark = signals.off_topic(_unused(spoken, used))
    if remark in _MILD and asked and ("document" in said or any(fact.topic == asked.topic for fact in facts)):
        remark = ""  # who answers and adds a kind word wants no answer to it
    if "english" in said and not remark:
        remark = signals.off_topic(words)
    if remark:
        said |= {"off_topic"}
    word = signals.word_asked(words) if "explain" in said else ""
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
    if not facts and again and topic in luggage.CARRIED and signals.bare_no(words) and not said & _NO_ANSWER:
        facts = [luggage.none_of(topic)]
    return facts, used


def _scanned(topic: Topic | None, asked: Act | None) -> Topic | None:
    """The topic whose bare answers count: not after a question for yes or no."""
    if asked is not None and asked.kind in ("demand", "rule"):
        return None
    return topic


def _unused(words: Words, used: list[tuple[int, int]]) -> Words:
    """The words that no fact was read from, with a pause where one was."""
    kept = [index for index in range(len(words)) if not any(start <= index < end for start, end in used)]
    return Words(tuple(words.raw[index] for index in kept), tuple(words.plain[index] for index in kept))
