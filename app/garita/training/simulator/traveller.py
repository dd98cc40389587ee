"""The learner's side of the booth: one traveller with a goal, a dossier, a mood and a level, who answers, or does not.

Read ``Traveller.answer`` first: it looks at what the officer does and picks what a learner would do then. The truth is
``facts``'s, words are ``voice``'s, ``off_road`` holds what happens instead of a plain answer, ``reactions`` the answers
to anything but a question of the checklist. Knows the officer's plan and words, nothing of how it decides.
"""

from __future__ import annotations

from random import Random

from garita.roleplay.act import AGAIN, Act, Plan
from garita.roleplay.meaning import Meaning, Signal
from garita.roleplay.scenario import Scenario, Topic
from garita.training.simulator import learner
from garita.training.simulator import traveller_asides as asides
from garita.training.simulator.facts import Answer, Truth
from garita.training.simulator.off_road import OffRoad
from garita.training.simulator.reactions import Reactions, Said
from garita.training.simulator.voice import Voice, small_signals

__all__ = ["Said", "Traveller"]

SPEAKS_FIRST_SHARE = 0.25
GREETS_BACK_SHARE = 0.3
LINGERS_SHARE = 0.25
# After this much talk (words of both), or so many turns, everybody only wants to be done.
CALM_AFTER_WORDS = 280
CALM_AFTER_TURNS = 12
_CALM_DISTRACTIONS = 0.04
# Somebody asked for the second time leaves the road less often.
_AGAIN_FACTOR = 0.45
_DETAIL_FACTOR = 0.2
# Few are rude, and those often.
_RUDE_SHARE = 0.015
_INSULTS_OF_THE_RUDE = 0.4

_TOLD_UNASKED: tuple[Topic, ...] = ("origin", "purpose", "stay", "lodging", "name", "companions", "profession")


class Traveller:
    """One learner at the window. ``scenario`` is the given one with the dossier this traveller really has.

    ``style`` is drawn where none is given.
    """

    def __init__(
        self, scenario: Scenario, rng: Random, *, held_out: bool = False, style: learner.Style | None = None
    ) -> None:
        self.style = style or learner.draw(rng)
        self._rng = rng
        self._truth = Truth(scenario, rng, self.style.digits, held_out=held_out)
        self._voice = Voice(self.style, rng, held_out=held_out)
        self._react = Reactions(self._voice, self._truth)
        self._off_road = OffRoad(self._voice, self._truth, self._react)
        self.scenario = self._truth.scenario
        self._todo: list[Topic] = [question.topic for question in scenario.checklist]
        self._told: list[Topic] = []
        self._words = self._turns = 0
        self._insults = _INSULTS_OF_THE_RUDE if rng.random() < _RUDE_SHARE else 0.0

    # --- the three times to speak -----------------------------------------------------------------------------------

    def opening(self) -> Said | None:
        """Speaks first in a quarter of conversations: a greeting, sometimes with answers to what will be asked."""
        if self._rng.random() >= SPEAKS_FIRST_SHARE:
            return None
        return self._booked(self._greeting(), "")

    def answer(self, plan: Plan, officer_text: str) -> Said:
        """To the officer's turn."""
        return self._booked(self._to(plan.main, officer_text), officer_text)

    def lingers(self) -> Said | None:
        """Now and then a last word after the farewell."""
        return self._goodbye() if self._rng.random() < LINGERS_SHARE else None

    # --- what to say ------------------------------------------------------------------------------------------------

    def _to(self, act: Act, officer_text: str) -> Said:
        match act.kind:
            case "follow_up":
                return self._to_follow_up(act, officer_text)
            case "demand":
                return self._react.demand(act)
            case "confirm":
                return self._react.confirm(act)
            case "contradiction":
                return self._react.contradiction(act)
            case "rule":
                return self._react.rule()
            case "verdict":
                return self._react.verdict(act)
            case "greet":
                return self._greeting()
            case "farewell" | "move_on":
                return self._goodbye()
        return self._to_question(act.topic or "passport", officer_text, again=act.kind in AGAIN)

    def _to_follow_up(self, act: Act, officer_text: str) -> Said:
        if self._rng.random() < self._distraction() * _DETAIL_FACTOR:
            return self._react.at_a_loss()
        if act.detail == "yes_what" and act.topic:
            return self._to_question(act.topic, officer_text, again=True)
        return self._react.follow_up(act)

    def _to_question(self, topic: Topic, officer_text: str, *, again: bool) -> Said:
        if not self._turns and not again and self._rng.random() < GREETS_BACK_SHARE:
            return self._greeting_back(topic)
        if self._rng.random() < self._insults:
            return self._off_road.insult()
        if self._rng.random() < self._distraction() * (_AGAIN_FACTOR if again else 1.0):
            said = self._off_road.take(topic, officer_text, self._told, self._untold(skip=topic))
            if said is not None:
                return said
        return self._plain(topic)

    def _plain(self, topic: Topic) -> Said:
        if topic == "passport":
            return self._react.passport()
        answer = self._truth.answer(topic)
        return self._react.said(self._voice.answer(answer), answer)

    def _greeting_back(self, topic: Topic) -> Said:
        """To the officer's greeting and first question: a greeting, mostly with the answer."""
        if self._rng.random() < 0.5:
            return self._greeting()
        greeting, said = self._voice.line(asides.GREETING), self._plain(topic)
        signals: frozenset[Signal] = said.meaning.signals | small_signals(greeting) | {"greeting"}
        return Said(
            f"{self._voice.style.write(f'{greeting}.')} {said.text}", Meaning(facts=said.meaning.facts, signals=signals)
        )

    def _greeting(self) -> Said:
        """Greets, and perhaps asks how the officer is, or tells something unasked."""
        text, chance = self._voice.line(asides.GREETING), self._rng.random()
        if chance < 0.3:
            how = self._voice.line(asides.HOW_ARE_YOU)
            return self._react.said(f"{text}, {how}", signals=("greeting", "how_are_you"), kind="greeting")
        told = self._untold(skip=None)[:2] if chance < 0.5 else []
        text = f"{text}. {self._voice.joined(told)}" if told else text
        return self._react.said(text, *told, signals=("greeting",), kind="greeting")

    def _goodbye(self) -> Said:
        return self._react.said(self._voice.line(asides.LAST), signals=("farewell",), kind="farewell")

    # --- bookkeeping ------------------------------------------------------------------------------------------------

    def _distraction(self) -> float:
        if self._words > CALM_AFTER_WORDS or self._turns > CALM_AFTER_TURNS:
            return _CALM_DISTRACTIONS
        return self.style.distractions

    def _untold(self, skip: Topic | None) -> list[Answer]:
        """Answers further down the checklist that people tell of themselves."""
        known = {skip, *self._told}
        topics = [topic for topic in self._todo if topic in _TOLD_UNASKED and topic not in known]
        if self._rng.random() < 0.4:
            self._rng.shuffle(topics)
        return [self._truth.answer(topic) for topic in topics[:3]]

    def _booked(self, said: Said, officer_text: str) -> Said:
        self._told += [fact.topic for fact in said.meaning.facts if fact.topic not in self._told]
        self._turns += 1
        self._words += len(said.text.split()) + len(officer_text.split())
        return said
