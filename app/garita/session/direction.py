"""Holds the officer's sentences against the turn's plan: the right question, and no number that nobody said.

One object a reply. Where there is no plan everything passes. Knows plans and words, not the guard's other reasons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from garita.roleplay.act import AGAIN, Act, Plan
from garita.roleplay.clues import asked_about
from garita.roleplay.heard import words_of
from garita.roleplay.note import note
from garita.roleplay.realised import realised
from garita.roleplay.scenario import Scenario

_DIGITS = re.compile(r"\d+")
_GROUPED = re.compile(r"(?<=\d)[ .](?=\d{3}\b)")


class Direction:
    """What one reply has to do, and may say."""

    def __init__(self, plan: Plan | None, scenario: Scenario, student: str) -> None:
        self.plan = plan
        self._topics = [question.topic for question in scenario.checklist]
        self._numbers = _numbers(f"{note(plan)} {student} {' '.join(scenario.officer.knows)} {scenario.place_name}")
        self._given = words_of([note(plan), student])

    @property
    def given(self) -> frozenset[str]:
        """The words of the note and of the student's last turn."""
        return self._given

    def astray(self, sentence: str) -> bool:
        """Whether a sentence asks for something else than planned, or holds a number that nobody gave."""
        if self.plan is None:
            return False
        if not _numbers(sentence) <= self._numbers and self.plan.main.kind != "return":
            return True
        main = self.plan.main
        if "?" not in sentence or realised(main, sentence):
            return False
        if main.kind in ("verdict", "farewell"):
            return True
        asked = asked_about(sentence, self._topics)
        return asked is not None and asked != main.topic

    def missing(self, sentences: Sequence[str]) -> Act | None:
        """The act that the reply still owes."""
        if self.plan is None:
            return None
        act, reply = self.plan.main, " ".join(sentences)
        # who is asked again wants the question; the words around it are a courtesy
        enough = Act(kind="ask", topic=act.topic) if act.kind in AGAIN and not act.detail else act
        return None if realised(act, reply) or realised(enough, reply) else act


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_DIGITS.findall(_GROUPED.sub("", text)))
