"""Holds the officer's sentences against the turn's plan: what was heard, the right question, the right verdict.

One object a reply; it is asked for every sentence with those before it. Where there is no plan everything passes. Knows
plans and words, not the guard's other reasons.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from garita.roleplay.act import AGAIN, Act, Plan
from garita.roleplay.clues import asked_about
from garita.roleplay.glossary import meanings
from garita.roleplay.guard import is_courtesy
from garita.roleplay.meaning import Fact
from garita.roleplay.note import note
from garita.roleplay.plain_text import plain
from garita.roleplay.realised import decision, holds, lets_pass, realised, takes_up, tells
from garita.roleplay.remarks import answers
from garita.roleplay.scenario import Scenario

# "astray": asks, decides or counts something that was not planned; "untaken": what was heard has not been said back
Fault = Literal["astray", "untaken"]

_DIGITS = re.compile(r"\d+")
_GROUPED = re.compile(r"(?<=\d)[ .](?=\d{3}\b)")
# Words before a meaning.
_TELLS = re.compile(r"\b(?:significa|es|quier[eo] decir|es decir|explico)\b")
# A remark of so few words ("Muy bien, gracias.") may come before what was heard.
_COURTESY_WORDS = 4


class Direction:
    """What one reply has to do, and may say.

    A model that was trained to follow notes (``trained``) is taken at its word. A large one from elsewhere finds words
    that our clues do not know: it is only stopped where it plainly does something else.
    """

    def __init__(self, plan: Plan | None, scenario: Scenario, student: str, *, trained: bool) -> None:
        self.plan, self._trained = plan, trained
        self._topics = [question.topic for question in scenario.checklist]
        self._numbers = _numbers(f"{note(plan)} {student} {' '.join(scenario.officer.knows)} {scenario.place_name}")

    def fault(self, sentence: str, before: Sequence[str]) -> Fault | None:
        """What is wrong with a sentence of the reply after those ``before`` it."""
        if self.plan is None:
            return None
        if (
            self._invents_a_number(sentence)
            or self._asks_else(sentence, before)
            or self._decides_else(sentence, before)
            or self._explains_wrongly(sentence)
            or (self._trained and self._speaks_beside(sentence, before))
        ):
            return "astray"
        if self._trained and not self._says_back(sentence, before):
            return "untaken" if "?" in sentence or realised(self.plan.main, sentence) else "astray"
        return None

    def owed(self, sentences: Sequence[str]) -> list[Fact]:
        """The facts heard that the reply has not said back yet; nobody else than our officer has to."""
        said = " ".join(sentences)
        heard = self.plan.heard if self.plan and self._trained else ()
        return [fact for fact in heard if not fact.none and not takes_up(fact, said)]

    def done(self, sentences: Sequence[str]) -> bool:
        """Whether the reply has done all that was planned."""
        return self.plan is not None and not self.owed(sentences) and self.missing(sentences) is None

    def has_asked(self, sentences: Sequence[str]) -> bool:
        """Whether the reply has come to its question, after which nothing more is due."""
        return "?" in sentences[-1] and self.done(sentences)

    def missing(self, sentences: Sequence[str]) -> Act | None:
        """The act that the reply still owes."""
        if self.plan is None:
            return None
        act, reply = self.plan.main, " ".join(sentences)
        if not self._trained and "?" in reply and asked_about(reply, self._topics) in (None, act.topic):
            return None
        # who is asked again wants the question; the words around it are a courtesy
        enough = Act(kind="ask", topic=act.topic) if act.kind in AGAIN and not act.detail else act
        return None if realised(act, reply) or realised(enough, reply) else act

    def _invents_a_number(self, sentence: str) -> bool:
        assert self.plan is not None
        return self.plan.main.kind != "return" and not _numbers(sentence) <= self._numbers

    def _asks_else(self, sentence: str, before: Sequence[str]) -> bool:
        """The one question of a turn is the planned one."""
        return "?" in sentence and self.missing([*before, sentence]) is not None

    def _decides_else(self, sentence: str, before: Sequence[str]) -> bool:
        """A verdict that is not due or not this one; "then you may pass" may follow what is to be paid or left."""
        assert self.plan is not None
        main, decided = self.plan.main, decision(sentence)
        if decided is None or main.kind in ("rule", "farewell", "not_yet"):
            return False
        if main.kind != "verdict":
            return decided in ("admit", "refuse")
        if main.verdict == "refuse" and lets_pass(sentence):
            return True
        told = any(decision(earlier) == main.verdict for earlier in before)
        return decided != main.verdict and not (
            told and main.verdict in ("pay", "hold") and decided in ("admit", "pay")
        )

    def _explains_wrongly(self, sentence: str) -> bool:
        """Tells a meaning of the asked word that it has not; leaving the word out is no explanation and may stand."""
        assert self.plan is not None
        main = self.plan.main
        known = meanings(main.item) if main.kind == "explain" else ()
        told = known and "?" not in sentence and holds(main.item, sentence) and _TELLS.search(plain(sentence))
        return bool(told) and not any(holds(meaning, sentence) for meaning in known)

    def _speaks_beside(self, sentence: str, before: Sequence[str]) -> bool:
        """Answers another remark than the student made, or sets two statements against each other in wrong words."""
        assert self.plan is not None
        main = self.plan.main
        if "?" in sentence or is_courtesy(sentence):
            return False
        if main.remark:
            return not answers(main.remark, " ".join([*before, sentence]))
        both = main.kind == "contradiction" and holds(main.item, sentence) and holds(main.before, sentence)
        return both and not tells(main, sentence)

    def _says_back(self, sentence: str, before: Sequence[str]) -> bool:
        """Whether what was heard is said back, all at once, in this sentence or before it; a courtesy may come first.

        A name may stand alone: the officer greets somebody, and then says the rest.
        """
        assert self.plan is not None
        owed = self.owed(before)
        taken = [fact for fact in owed if takes_up(fact, sentence)]
        if taken == owed or any(fact.topic == "name" for fact in taken):
            return True
        if taken:
            return False
        if "?" in sentence or realised(self.plan.main, sentence):
            return False
        greets = self.plan.acts[0].kind == "greet" and realised(self.plan.acts[0], sentence)
        return greets or len(plain(sentence).split()) <= _COURTESY_WORDS


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_DIGITS.findall(_GROUPED.sub("", text)))
