"""The officer's half: turns what happened into the words this scenario's officer would use.

Manner, level and country shape the wording; what to say next is the agenda's business.
"""

from __future__ import annotations

from random import Random

from garita.roleplay.prompt import COUNTRIES, litres_text, money_text, number_text
from garita.roleplay.scenario import Scenario, Topic
from garita.training.simulator import officer_lines as lines
from garita.training.simulator.facts import Fact
from garita.training.simulator.suitcase import FollowUp
from garita.training.simulator.wording import say

_LONG_SHARE = {"A2": 0.0, "B1": 0.15, "B2": 0.45, "C1": 0.75}
_LEAD_SHARE = {"A2": 0.25, "B1": 0.4, "B2": 0.5, "C1": 0.5}
STOCK_SHARE = 0.12
HINT_SHARE = 0.25
ECHO_SHARE = {"kind": 0.9, "neutral": 0.85, "stern": 0.8, "hurried": 0.7}
# A scenario's own wordings for the other topics ask for details ("what are the samples worth?").
_STOCK_TOPICS = ("passport", "name", "origin", "purpose", "stay", "lodging", "profession", "companions", "money")
# which wordings, answers and consequences a matter shares with others
DECLARED = ("alcohol", "tobacco", "gift", "cash", "declare")


class Officer:
    """One officer's manner of speaking."""

    def __init__(self, scenario: Scenario, rng: Random, day: str) -> None:
        self.scenario = scenario
        self.rng = rng
        self.day = day
        self.manner = scenario.officer.manner
        self.stock = {question.topic: question.ask for question in scenario.checklist}

    def greeting(self) -> str:
        """How the officer opens."""
        fitting = [g for g in self.scenario.greeting if "?" not in g and self.day in g.lower()]
        if fitting and self.rng.random() < 2 * STOCK_SHARE:
            return self.rng.choice(fitting) + " "
        return self._say(lines.GREETING[self.manner])

    def hint(self, topic: Topic) -> str:
        """Now and then a fact the officer knows that belongs to the question to come."""
        stems = lines.HINT_STEMS.get(topic, ())
        # these are said to the traveller, so facts about "el viajero" would sound wrong
        fitting = [
            fact
            for fact in self.scenario.officer.knows
            if any(stem in fact.lower() for stem in stems) and "viajero" not in fact
        ]
        return self.rng.choice(fitting) + " " if fitting and self.rng.random() < HINT_SHARE else ""

    def ask(self, topic: Topic, *, lead: bool = True) -> str:
        """A question of the checklist, often after a short lead ("dígame, ...") where ``lead`` allows one."""
        if topic in _STOCK_TOPICS and self.rng.random() < STOCK_SHARE:
            return self.stock[topic][0]
        short, long = lines.ASK[topic]
        level = self.scenario.level
        question = self._say(long if self.rng.random() < _LONG_SHARE[level] else short)
        if lead and question.startswith("¿") and self.rng.random() < _LEAD_SHARE[level]:
            question = self._say(lines.LEAD[self.manner]) + question
        return question

    def ask_simpler(self, topic: Topic) -> str:
        """The same question in the plainest words."""
        return self._say(lines.SIMPLER[topic])

    def heard(self, fact: Fact, echo: str, *, surely: bool) -> tuple[str, bool]:
        """An acknowledgement, and whether it takes up ``echo`` (the fact as the officer would spell it).

        ``surely`` asks for the echo whatever the manner: two facts came at once, or one that nobody had asked for.
        """
        if fact.none:
            return self._say(lines.NOTHING[fact.topic]), False
        if fact.topic == "passport":
            return self._say(lines.HEARD["passport"]), False
        if not surely and self.rng.random() > ECHO_SHARE[self.manner]:
            return self._say(lines.BARE), False
        pattern = lines.HEARD.get(f"{fact.topic}:{fact.kind}") or lines.HEARD[fact.topic]
        return self._say(pattern, x=echo), True

    def follow(self, matter: FollowUp, item: str) -> str:
        """Goes into a matter of the rules and asks what belongs to it."""
        return self._say(lines.FOLLOW[matter.kind], x=item, limit=self._limit(matter.kind))

    def follow_result(self, matter: FollowUp, item: str, *, agreed: bool) -> str:
        """What follows from the traveller's yes or no."""
        kind = "declare" if matter.kind in DECLARED else matter.kind
        return self._say((lines.FOLLOW_YES if agreed else lines.FOLLOW_NO)[kind], x=item)

    def verdict(self, kind: str, reason: str) -> str:
        """``kind`` is admit, pay, seize or inspect."""
        bye = self._say(lines.BYE_PLACE) if kind == "admit" and self.manner in ("kind", "neutral") else ""
        return self._say(lines.VERDICT[kind], x=reason, bye_place=bye if self.rng.random() < 0.6 else "")

    def farewell(self, name: str, verdict: str) -> str:
        """The answer to the traveller's thanks; with the name where one was heard."""
        if verdict == "admit" and self.rng.random() < STOCK_SHARE:
            return self.rng.choice(self.scenario.farewell)
        return self._named(lines.FAREWELL[self.manner], name)

    def last_word(self, name: str) -> str:
        """A short goodbye to whoever still lingers."""
        return self._named(lines.LAST_WORD, name)

    def aside(self, pattern: str, **slots: str) -> str:
        """Any other pattern of ``officer_lines`` in this officer's words."""
        return self._say(pattern, officer=self.scenario.officer.name, **slots)

    def _named(self, pattern: str, name: str) -> str:
        text = self._say(pattern, name=name)
        return text if name else text.replace(", .", ".")

    def _say(self, pattern: str, **slots: str) -> str:
        okay = lines.OKAY[self.manner]
        if self.manner != "stern" and self.rng.random() < 0.25:
            okay = lines.REGIONAL_OKAY.get(self.scenario.country, okay)
        country = COUNTRIES.get(self.scenario.country, "el país")
        return say(pattern, self.rng, **{"ok": say(okay, self.rng), "country": country, "day": self.day, **slots})

    def _limit(self, kind: str) -> str:
        rules = self.scenario.rules
        return {
            "alcohol": litres_text(rules.alcohol_litres),
            "tobacco": f"{number_text(rules.cigarettes)} cigarrillos",
            "gift": money_text(rules.gifts_limit, rules.gifts_currency),
            "cash": money_text(rules.cash_limit, rules.cash_currency),
        }.get(kind, "")
