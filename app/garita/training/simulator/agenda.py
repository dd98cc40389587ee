"""Plays one conversation at the booth: the officer works through the checklist, the learner answers, or does not.

Read ``Agenda.run`` first. Facts come from ``facts``, words from ``officer`` and ``traveller``, detours from
``detours``; nothing here is a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from garita.messages import ChatMessage
from garita.roleplay.prompt import chat_messages
from garita.roleplay.scenario import Scenario, Topic
from garita.training.simulator import officer_lines, traveller_lines
from garita.training.simulator.detours import Detours
from garita.training.simulator.officer import DECLARED
from garita.training.simulator.stage import Asked, Echo, Stage
from garita.training.simulator.suitcase import FollowUp

STUDENT_FIRST_SHARE = 0.25
GREETS_BACK_SHARE = 0.35
ELSEWHERE_SHARE = 0.04
# At the first question many learners tell why they come before they show a passport.
ELSEWHERE_AT_PASSPORT_SHARE = 0.18
TOGETHER_SHARE = 0.2
TRIMMED_SHARE = 0.1
# Beyond this many words nobody leaves the road any more, so that a conversation fits a small model's context.
CALM_AFTER_WORDS = 330

_SEVERITY = ("admit", "seize", "pay", "inspect")
_REASONS = {"medicine": "sin receta", "pet": "sin papeles", "sample": "sin papeles", "cash": "sin declarar",
            "declare": "sin declarar"}  # fmt: skip


@dataclass(frozen=True)
class Conversation:
    """What was said (system prompt first) and what the officer did in it.

    ``facts`` are the traveller's bare answers in the order in which the officer heard them.
    ``asked`` and ``echoes`` count messages of the whole history, system prompt and opening constant left out;
    ``trimmed`` of these messages are missing at the start of ``messages``.
    """

    scenario: str
    messages: tuple[ChatMessage, ...]
    history: tuple[ChatMessage, ...]
    asked: tuple[Asked, ...]
    echoes: tuple[Echo, ...]
    facts: dict[Topic, str]
    verdict: str
    trimmed: int


def play(scenario: Scenario, rng: Random) -> Conversation:
    """One whole conversation; the same generator state gives the same words."""
    return Agenda(Stage(scenario, rng)).run()


class Agenda:
    """The officer's way through the checklist, on one stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.rng = stage.rng
        self.detours = Detours(stage)
        self.outcomes: list[tuple[str, str]] = [("admit", "")]

    def run(self) -> Conversation:
        """Greeting, checklist, verdict, farewell."""
        stage = self.stage
        reaction = self._open()
        while stage.todo:
            topic = stage.todo[0]
            hint = stage.officer.hint(topic)
            stage.officer_says(reaction + hint + stage.ask(topic))
            reaction = self._until_answered(topic)
            reaction = self._go_into_matters(reaction)
        verdict = self._close(reaction)
        return self._conversation(verdict)

    def _open(self) -> str:
        """Who speaks first? Returns the officer's greeting, with what it takes up if the traveller told something."""
        stage = self.stage
        if self.rng.random() >= STUDENT_FIRST_SHARE:
            return stage.officer.greeting()
        greeting = stage.traveller.write(traveller_lines.GREETING)
        told = stage.tell_unasked() if self.rng.random() < 0.2 else None
        text, facts = told or ("", [])
        stage.student_says(f"{greeting} {text}".strip())
        return stage.officer.greeting() + stage.take_up_all(facts)

    def _until_answered(self, topic: Topic) -> str:
        """Lets the traveller speak until ``topic`` is answered or given up; returns the officer's reaction."""
        stage = self.stage
        if topic == "passport" and len(stage.history) <= 1 and self.rng.random() < GREETS_BACK_SHARE:
            self.detours.greet_back(topic)
        fruitless = 0
        while self._leaves_the_road(topic):
            if fruitless == 1 and topic != "passport":
                return self._gives_up(topic)
            if self.rng.random() < self._elsewhere(topic) / (stage.style.distractions + self._elsewhere(topic)):
                self.detours.something_else(topic)
            elif self.detours.take(topic):
                fruitless += 1
        return self._answered(topic)

    def _gives_up(self, topic: Topic) -> str:
        """The traveller does not know for the second time; the officer lets it be."""
        self.stage.student_says(self.stage.traveller.write(traveller_lines.DONT_KNOW))
        self.stage.todo.remove(topic)
        return self.stage.officer.aside(officer_lines.MOVE_ON)

    def _leaves_the_road(self, topic: Topic) -> bool:
        if self.stage.words() > CALM_AFTER_WORDS:
            return False
        return self.rng.random() < self.stage.style.distractions + self._elsewhere(topic)

    @staticmethod
    def _elsewhere(topic: Topic) -> float:
        return ELSEWHERE_AT_PASSPORT_SHARE if topic == "passport" else ELSEWHERE_SHARE

    def _answered(self, topic: Topic) -> str:
        """The traveller answers, now and then more than was asked."""
        stage = self.stage
        told = None
        if self.rng.random() < TOGETHER_SHARE:
            told = stage.together([topic, *(other for other in stage.todo if other != topic)])
        if told is not None:
            text, facts = told
            stage.student_says(text)
            return stage.take_up_all(facts)
        fact = stage.drawer.fact(topic)
        stage.student_says(stage.traveller.answer(fact))
        return stage.take_up(fact)

    def _go_into_matters(self, reaction: str) -> str:
        """What the rules make the officer ask about a thing just mentioned."""
        stage = self.stage
        while stage.matters:
            matter = stage.matters.pop(0)
            item = stage.as_heard(matter.item, matter.coined)
            stage.echo(item)
            stage.officer_says(reaction + stage.officer.follow(matter, item))
            reaction = self._explanation() if matter.kind == "what_is" else self._decision(matter, item)
        return reaction

    def _explanation(self) -> str:
        text, echo = self.stage.traveller.what_is()
        self.stage.student_says(text)
        self.stage.echo(echo)
        return self.stage.officer.follow_result(FollowUp("what_is", ""), echo, agreed=True) + " "

    def _decision(self, matter: FollowUp, item: str) -> str:
        stage = self.stage
        agreed = self.rng.random() < 0.65
        stage.student_says(stage.traveller.follow(matter, agreed=agreed))
        reason = item if agreed else f"{item} {_REASONS.get(matter.kind, '')}".strip()
        self.outcomes.append((_outcome(matter.kind, agreed), item if matter.kind == "food" else reason))
        return stage.officer.follow_result(matter, item, agreed=agreed) + " "

    def _close(self, reaction: str) -> str:
        """Verdict, thanks, farewell, and perhaps a last remark."""
        stage = self.stage
        kind, reason = max(self.outcomes, key=lambda outcome: _SEVERITY.index(outcome[0]))
        stage.officer_says(reaction + stage.officer.verdict(kind, reason))
        stage.student_says(stage.traveller.write(traveller_lines.THANKS))
        name = stage.name if self.rng.random() < 0.4 else ""
        stage.officer_says(stage.officer.farewell(name, kind))
        while self.rng.random() < 0.25:
            stage.student_says(stage.traveller.write(traveller_lines.EXTRA))
            stage.officer_says(stage.officer.last_word(name))
        return kind

    def _conversation(self, verdict: str) -> Conversation:
        stage = self.stage
        drop = _to_drop(stage.history, self.rng) if self.rng.random() < TRIMMED_SHARE else 0
        messages = tuple(chat_messages(stage.scenario, stage.history[drop:]))
        return Conversation(
            scenario=stage.scenario.id,
            messages=messages,
            history=tuple(stage.history),
            asked=tuple(stage.asked),
            echoes=tuple(stage.echoes),
            facts=stage.facts,
            verdict=verdict,
            trimmed=drop,
        )


def _to_drop(history: list[ChatMessage], rng: Random) -> int:
    """As many of the oldest messages as an engine may drop when its context is full: the rest begins with the user."""
    first_user = 0 if history[0].role == "user" else 1
    return first_user + 2 * rng.randrange(1, max(2, len(history) // 2 - 2))


def _outcome(kind: str, agreed: bool) -> str:
    if kind == "food":
        return "seize"
    if kind in ("cash", "medicine", "pet", "sample"):
        return "admit" if agreed else "inspect"
    if kind == "declare":
        return "admit" if agreed else "pay"
    return "pay" if kind in DECLARED else "admit"
