"""The goals of a conversation, ticked off as it meets them, and what the officer made of it all.

A goal is a point of the scenario's checklist: it is met when the officer knows the answer. The officer's own
understanding is replayed over the turns, so what is ticked is what he took for an answer. Knows turns and role play.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from garita.journal.journal import Turn
from garita.messages import ChatMessage, Transcript
from garita.roleplay.director import Director
from garita.roleplay.doubts import unsure_words
from garita.roleplay.scenario import Scenario, Topic
from garita.roleplay.verdict import Verdict, judge


@dataclass(frozen=True)
class Goal:
    """One point of the checklist. ``turn`` is the id of the student's turn that met it; "given_up": by the officer."""

    topic: Topic
    state: Literal["open", "met", "given_up"] = "open"
    turn: int | None = None

    @property
    def met(self) -> bool:
        """Whether the officer got an answer."""
        return self.state == "met"


class Follower:
    """Follows one conversation; asked again with more turns it reads only the new ones.

    ``leaves_to_model`` is as in the conversation: True for officers that carry no word list of their own.

    Attributes:
        verdict: what the officer decides and why; None before that.
        decided: the id of the student's turn that led to it.
    """

    def __init__(self, scenario: Scenario, *, leaves_to_model: bool = False) -> None:
        self._scenario, self._leaves_to_model = scenario, leaves_to_model
        self._begin()

    def goals(self, turns: Sequence[Turn]) -> tuple[Goal, ...]:
        """Every goal after these turns, in the checklist's order."""
        heard = _to_the_last_answer(turns)
        known = len(self._seen)
        if self._seen != [(turn.id, turn.text) for turn in heard[:known]]:
            self._begin()
        for turn in heard[len(self._seen) :]:
            self._follow(turn)
        return tuple(self._goal(question.topic) for question in self._scenario.checklist)

    def _begin(self) -> None:
        self._director = Director(self._scenario, leaves_to_model=self._leaves_to_model)
        self._seen: list[tuple[int, str]] = []
        self._history: list[ChatMessage] = []
        self._met: dict[Topic, int] = {}
        self.verdict: Verdict | None = None
        self.decided: int | None = None

    def _follow(self, turn: Turn) -> None:
        index = len(self._seen)
        self._seen.append((turn.id, turn.text))
        self._history.append(ChatMessage(role="assistant" if turn.who == "officer" else "user", content=turn.text))
        plans = self._director.plans(self._history, {index: _doubts(turn)} if turn.transcript else None)
        if turn.who == "officer":
            return
        self._note_what_is_met(turn.id)
        plan = plans[index]
        if plan is not None and plan.main.kind == "verdict":
            self.verdict = judge(self._scenario, self._director.agenda.record.statement())
            self.decided = turn.id

    def _note_what_is_met(self, turn: int) -> None:
        for question in self._scenario.checklist:
            if self._is_known(question.topic):
                self._met.setdefault(question.topic, turn)
            else:
                self._met.pop(question.topic, None)  # heard wrongly, and taken back

    def _is_known(self, topic: Topic) -> bool:
        record = self._director.agenda.record
        return record.passport == "shown" if topic == "passport" else topic in record.facts

    def _goal(self, topic: Topic) -> Goal:
        if topic in self._met:
            return Goal(topic, "met", self._met[topic])
        return Goal(topic, "given_up" if topic in self._director.agenda.record.unanswered else "open")


def goals(scenario: Scenario, turns: Sequence[Turn]) -> tuple[Goal, ...]:
    """The goals of a whole conversation; who asks after every turn keeps a ``Follower``."""
    return Follower(scenario).goals(turns)


def _to_the_last_answer(turns: Sequence[Turn]) -> Sequence[Turn]:
    """Without what the officer said last, which may still grow."""
    end = len(turns)
    while end and turns[end - 1].who == "officer":
        end -= 1
    return turns[:end]


def _doubts(turn: Turn) -> frozenset[str]:
    return unsure_words(msgspec.json.decode(turn.transcript, type=Transcript))
