"""One conversation in the making: who takes part, what is still open, what was said, what the officer took up.

The stage keeps the record and speaks the two parts' words into it; the agenda and the detours decide what comes next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from garita.messages import ChatMessage
from garita.roleplay.scenario import Scenario, Topic
from garita.training.simulator import learner
from garita.training.simulator.facts import Drawer, Fact
from garita.training.simulator.officer import Officer
from garita.training.simulator.suitcase import FollowUp
from garita.training.simulator.traveller import Traveller
from garita.training.simulator.wording import tidy

DAYS = ("buenos días", "buenos días", "buenas tardes", "buenas tardes", "buenas noches")

_TOLD_UNASKED: tuple[Topic, ...] = ("origin", "purpose", "stay", "lodging", "name")
# a learner's sentence and the facts in it
Told = tuple[str, list[Fact]]


@dataclass(frozen=True)
class Asked:
    """A question of the checklist at ``message`` of the history; ``again`` when the traveller gave cause to repeat."""

    message: int
    topic: Topic
    again: bool


@dataclass(frozen=True)
class Echo:
    """The officer at ``message`` of the history takes up ``text``."""

    message: int
    text: str


class Stage:
    """The state of one conversation."""

    def __init__(self, scenario: Scenario, rng: Random) -> None:
        self.scenario = scenario
        self.rng = rng
        self.style = learner.draw(rng)
        self.day = rng.choice(DAYS)
        self.officer = Officer(scenario, rng, self.day)
        self.traveller = Traveller(self.style, rng, self.day)
        self.drawer = Drawer(scenario, self.style, rng)
        self.todo: list[Topic] = [question.topic for question in scenario.checklist]
        self.history: list[ChatMessage] = []
        self.asked: list[Asked] = []
        self.echoes: list[Echo] = []
        self.matters: list[FollowUp] = []
        self.facts: dict[Topic, str] = {}
        self.name = ""

    def officer_says(self, text: str) -> None:
        """The officer's whole turn."""
        self.history.append(ChatMessage(role="assistant", content=tidy(text)))

    def student_says(self, text: str) -> None:
        """The learner's whole turn."""
        self.history.append(ChatMessage(role="user", content=text))

    def words(self) -> int:
        """How much has been said so far."""
        return sum(message.content.count(" ") + 1 for message in self.history)

    def ask(self, topic: Topic, *, again: bool = False, lead: bool = True) -> str:
        """A question for the officer's present turn, in any wording; ``lead`` allows a "dígame" before it."""
        self.asked.append(Asked(len(self.history), topic, again))
        return self.officer.ask(topic, lead=lead)

    def ask_simpler(self, topic: Topic) -> str:
        """The question again in the plainest words."""
        self.asked.append(Asked(len(self.history), topic, again=True))
        return self.officer.ask_simpler(topic)

    def take_up(self, fact: Fact, *, surely: bool = False) -> str:
        """Books a fact as known and says what was heard of it; ``surely`` wants its words in the acknowledgement."""
        if fact.topic in self.todo:
            self.todo.remove(fact.topic)
        echo = self.as_heard(fact.echo, fact.coined)
        if fact.topic == "name":
            self.name = echo
        self.facts[fact.topic] = fact.heard
        self.matters.extend(fact.followups)
        if fact.followups:
            return ""  # the matter's own sentence will name the thing
        text, echoed = self.officer.heard(fact, echo, surely=surely)
        if echoed:
            self.echo(echo)
        return text + " "

    def as_heard(self, text: str, coined: Sequence[str]) -> str:
        """``text`` in the officer's mouth: good Spanish, but made-up words spelled as this learner spells them."""
        for word in coined:
            text = text.replace(word, self.style.spell(word))
        return text

    def echo(self, text: str) -> None:
        """Notes that the officer's present turn repeats ``text``."""
        self.echoes.append(Echo(len(self.history), text))

    def take_up_all(self, facts: Sequence[Fact]) -> str:
        """What is said to facts that came at once or unasked: the words of each are taken up."""
        return "".join(self.take_up(fact, surely=True) for fact in facts)

    def tell_unasked(self, skip: Topic | None = None) -> Told | None:
        """Something from further down the checklist; None when nothing is left that people tell of themselves."""
        topics = [topic for topic in self.todo if topic in _TOLD_UNASKED and topic != skip]
        if not topics:
            return None
        told = self.together(topics) if self.rng.random() < 0.6 else None
        if told is not None:
            return told
        fact = self.drawer.fact(self.rng.choice(topics))
        return self.traveller.answer(fact, full=fact.topic == "name" or self.rng.random() < 0.6), [fact]

    def together(self, topics: Sequence[Topic]) -> Told | None:
        """Two or three facts of ``topics`` in one sentence, the first among them; None where there is no sentence."""
        sets = [topics[:3], topics[:2], *([topics[0], other] for other in topics[1:4])]
        for chosen in sets[self.rng.choice((0, 1, 1)) :]:
            facts = [self.drawer.fact(topic) for topic in chosen]
            text = self.traveller.combined(facts)
            if text is not None:
                return text, facts
        return None
