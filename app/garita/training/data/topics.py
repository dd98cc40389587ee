"""What conversations are about: the booth's topics where a scenario is named, frequent words where none is.

Both come from a sample taken evenly over the dataset, which keeps time and memory bounded. The booth's topics are those
of the facts that the officer's own understanding finds in what the traveller says; words are ranked by the number of
conversations they stand in, and those in more than half of them are left out, which are the words of any language.
"""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from garita.roleplay import scenario_file
from garita.roleplay.scenario import Scenario
from garita.roleplay.understand import understand
from garita.training.data.conversation_line import ConversationLine

_UNDERSTOOD, _COUNTED = 500, 10_000  # conversations in the two samples, about
_SHOWN = 40  # words
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOTE = re.compile(r"\([^()]*\)")  # what the director writes behind the traveller's words


class TopicsFound(msgspec.Struct, frozen=True):
    """Conversations of the samples that a topic or a word comes up in, the most frequent first."""

    understood: int  # conversations of known scenarios that were looked at
    topics: dict[str, int]
    counted: int  # conversations whose words were counted
    words: dict[str, int]


class Topics:
    """Collects topics and words while conversations go by; about ``expected`` of them will."""

    def __init__(self, expected: int) -> None:
        self.scenarios: dict[str, Scenario] = {one.id: one for one in scenario_file.load_all()}
        self._understand_each = max(1, expected // _UNDERSTOOD)
        self._count_each = max(1, expected // _COUNTED)
        self._number = self._understood = self._counted = 0
        self._topics, self._words = Counter[str](), Counter[str]()

    def add(self, line: ConversationLine) -> None:
        """The next conversation."""
        scenario = self.scenarios.get(line.scenario or "")
        if scenario and self._number % self._understand_each == 0:
            self._understood += 1
            self._topics.update(_topics(line, scenario))
        if self._number % self._count_each == 0:
            self._counted += 1
            self._words.update(_words(line))
        self._number += 1

    def found(self) -> TopicsFound:
        """What came up so far."""
        seldom = {word: count for word, count in self._words.items() if 1 < count <= self._counted / 2}
        ranked = sorted(seldom.items(), key=lambda item: (-item[1], item[0]))
        topics = sorted(self._topics.items(), key=lambda item: (-item[1], item[0]))
        return TopicsFound(self._understood, dict(topics), self._counted, dict(ranked[:_SHOWN]))


def _topics(line: ConversationLine, scenario: Scenario) -> set[str]:
    said = (_NOTE.sub("", message.content) for message in line.messages if message.role == "user")
    return {fact.topic for text in said for fact in understand(text, None, scenario).facts}


def _words(line: ConversationLine) -> set[str]:
    said = (message.content for message in line.messages if message.role != "system")
    return {word for text in said for word in _WORD.findall(_NOTE.sub("", text).casefold())}
