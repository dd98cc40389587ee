"""What the recogniser was not sure to have heard: names, places, numbers and dates that are better confirmed.

Everything else in a turn is taken as written, for a wrong article changes nothing at a booth. Knows transcripts and
facts; that a doubtful fact is confirmed ("¿Dijo dos semanas?") is the agenda's business.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from garita.messages import UNSURE, Transcript
from garita.roleplay.hearing import numbers
from garita.roleplay.meaning import Fact, Meaning
from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Topic

_BY_WORD: frozenset[Topic] = frozenset({"name", "origin", "onward"})
_BY_NUMBER: frozenset[Topic] = frozenset({"stay", "money", "goods", "food", "medicines", "samples"})


def unsure_words(transcript: Transcript) -> frozenset[str]:
    """The words, without accents and capitals, that were recognised with less than ``UNSURE``."""
    doubted = (word.text for word in transcript.words if word.probability < UNSURE)
    return frozenset(each for text in doubted for each in plain(text).split())


def doubted(meaning: Meaning, unsure: frozenset[str]) -> Meaning:
    """The meaning with its first fact marked doubtful that stands on an unsure word; one question is enough."""
    for place, fact in enumerate(meaning.facts):
        if not fact.none and not fact.doubtful and _stands_on(fact, unsure):
            marked = msgspec.structs.replace(fact, doubtful=True)
            return msgspec.structs.replace(meaning, facts=(*meaning.facts[:place], marked, *meaning.facts[place + 1 :]))
    return meaning


def _stands_on(fact: Fact, unsure: frozenset[str]) -> bool:
    words = set(plain(fact.text).split())
    if fact.topic in _BY_WORD:
        return bool(words & unsure)
    # "catorce días" may be written "14 días" in the fact: any unsure number is this one
    return fact.topic in _BY_NUMBER and _holds_a_number(words) and _holds_a_number(unsure)


def _holds_a_number(words: Iterable[str]) -> bool:
    return any(word.isdigit() or numbers.starts(word) for word in words)
