"""Plays one conversation at the booth: the officer works through the checklist, the learner answers, or does not.

Read ``Play.run`` first. Facts come from ``facts``, words from ``officer`` and ``traveller``; nothing here is a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from garita.messages import ChatMessage
from garita.roleplay.prompt import chat_messages
from garita.roleplay.scenario import Scenario, Topic
from garita.training.simulator import facts, learner, officer_lines, traveller_lines
from garita.training.simulator.facts import Fact, FollowUp
from garita.training.simulator.officer import DECLARED, Officer
from garita.training.simulator.traveller import Traveller
from garita.training.simulator.wording import tidy

STUDENT_FIRST_SHARE = 0.25
GREETS_BACK_SHARE = 0.35
ELSEWHERE_SHARE = 0.05
COMBINED_SHARE = 0.2
TRIMMED_SHARE = 0.1
# Beyond this many words nobody leaves the road any more, so that a conversation fits a small model's context.
CALM_AFTER_WORDS = 330

_SEVERITY = ("admit", "seize", "pay", "inspect")


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


@dataclass(frozen=True)
class Conversation:
    """What was said (system prompt first) and what the officer did in it; indexes count from the untrimmed history."""

    scenario: str
    messages: tuple[ChatMessage, ...]
    asked: tuple[Asked, ...]
    echoes: tuple[Echo, ...]
    verdict: str
    trimmed: int


def play(scenario: Scenario, rng: Random) -> Conversation:
    """One whole conversation; the same generator state gives the same words."""
    return Play(scenario, rng).run()


class Play:
    """The state of one conversation."""

    def __init__(self, scenario: Scenario, rng: Random) -> None:
        self.scenario = scenario
        self.rng = rng
        self.style = learner.draw(rng)
        self.officer = Officer(scenario, rng)
        self.traveller = Traveller(self.style, rng)
        self.drawer = facts.Drawer(scenario, self.style, rng, feminine=rng.random() < 0.5)
        self.todo: list[Topic] = [question.topic for question in scenario.checklist]
        self.history: list[ChatMessage] = []
        self.asked: list[Asked] = []
        self.echoes: list[Echo] = []
        self.matters: list[FollowUp] = []
        self.outcomes: list[tuple[str, str]] = [("admit", "")]
        self.name = ""

    def run(self) -> Conversation:
        """Greeting, checklist, verdict, farewell."""
        reaction = self._open()
        while self.todo:
            topic = self.todo[0]
            self._officer(reaction + self._ask(topic))
            reaction = self._until_answered(topic)
            reaction = self._go_into_matters(reaction)
        verdict = self._close(reaction)
        return self._conversation(verdict)

    # --- the road ---

    def _open(self) -> str:
        """Who speaks first? Returns the officer's greeting, and what it takes up if the traveller said something."""
        if self.rng.random() >= STUDENT_FIRST_SHARE:
            return self.officer.greeting()
        text = self.traveller.write(traveller_lines.GREETING)
        greeting = self.officer.greeting()
        if self.rng.random() < 0.2 and (told := self._tell_unasked()):
            text, reaction = f"{text} {told[0]}", told[1]
            self._student(text)
            return f"{greeting} {reaction} "
        self._student(text)
        return greeting

    def _until_answered(self, topic: Topic) -> str:
        """Lets the traveller speak until ``topic`` is answered or given up; returns the officer's reaction."""
        if topic == "passport" and len(self.history) <= 2 and self.rng.random() < GREETS_BACK_SHARE:
            self._greet_back(topic)
        gave_up = 0
        while self._may_stray():
            if self._stray(topic):
                gave_up += 1
            if gave_up == 2:
                self.todo.remove(topic)
                return self.officer.aside(officer_lines.MOVE_ON)
        if topic not in self.todo:
            return ""
        return self._answered(topic)

    def _answered(self, topic: Topic) -> str:
        """The traveller answers, now and then more than was asked."""
        fact = self.drawer.fact(topic)
        if self.rng.random() < COMBINED_SHARE:
            for other in self.todo[1:4]:
                pair = (fact, self.drawer.fact(other))
                text = self.traveller.combined(pair)
                if text is not None:
                    self._student(text)
                    return self._take_up(fact, surely=True) + self._take_up(pair[1], surely=True)
        self._student(self.traveller.answer(fact))
        return self._take_up(fact)

    def _take_up(self, fact: Fact, *, surely: bool = False) -> str:
        """Books a fact as known and says what was heard of it."""
        if fact.topic in self.todo:
            self.todo.remove(fact.topic)
        echo = self.style.spell(fact.echo) if fact.literal else fact.echo
        if fact.topic == "name":
            self.name = echo
        matters = fact.followups
        self.matters.extend(matters)
        if matters and self.rng.random() < 0.7:
            return ""
        text, echoed = self.officer.heard(fact, echo, surely=surely)
        if echoed:
            self.echoes.append(Echo(len(self.history), echo))
        return text + " "

    def _go_into_matters(self, reaction: str) -> str:
        """What the rules make the officer ask about a thing just mentioned."""
        while self.matters:
            matter = self.matters.pop(0)
            item = self.style.spell(matter.item) if self._made_up(matter) else matter.item
            self.echoes.append(Echo(len(self.history), item))
            self._officer(reaction + self.officer.follow(matter, item))
            reaction = self._explanation() if matter.kind == "what_is" else self._decision(matter, item)
        return reaction

    def _explanation(self) -> str:
        text, echo = self.traveller.what_is()
        self._student(text)
        return self.officer.follow_result(FollowUp("what_is", ""), echo, agreed=True) + " "

    def _decision(self, matter: FollowUp, item: str) -> str:
        agreed = self.rng.random() < 0.65
        self._student(self.traveller.follow(matter, agreed=agreed))
        self.outcomes.append((_outcome(matter.kind, agreed), item))
        return self.officer.follow_result(matter, item, agreed=agreed) + " "

    def _close(self, reaction: str) -> str:
        """Verdict, thanks, farewell, and perhaps a last remark."""
        kind, reason = max(self.outcomes, key=lambda outcome: _SEVERITY.index(outcome[0]))
        if reason:
            self.echoes.append(Echo(len(self.history), reason))
        self._officer(reaction + self.officer.verdict(kind, reason))
        self._student(self.traveller.write(traveller_lines.THANKS))
        name = self.name if self.rng.random() < 0.4 else ""
        self._officer(self.officer.farewell(name, kind))
        while self.rng.random() < 0.25:
            self._student(self.traveller.write(traveller_lines.EXTRA))
            self._officer(self.officer.last_word(name))
        return kind

    # --- off the road ---

    def _may_stray(self) -> bool:
        words = sum(message.content.count(" ") + 1 for message in self.history)
        return words < CALM_AFTER_WORDS and self.rng.random() < self.style.distractions + ELSEWHERE_SHARE

    def _stray(self, topic: Topic) -> bool:
        """One exchange that does not answer; True when it counts towards giving the topic up."""
        if topic not in self.todo:
            return False
        if self.rng.random() < ELSEWHERE_SHARE / (self.style.distractions + ELSEWHERE_SHARE):
            return self._answer_something_else(topic)
        kind = self.rng.choice(("repeat", "slower", "lost", "lost", "word", "word", "english", "english", "off", "off",
                                "unsure", "yes"))  # fmt: skip
        getattr(self, f"_stray_{kind}")(topic)
        return kind in ("unsure", "yes")

    def _greet_back(self, topic: Topic) -> None:
        text = self.traveller.write(traveller_lines.GREETING)
        reply = self.officer.aside(officer_lines.RETURN_GREETING)
        if self.rng.random() < 0.3:
            text = f"{text} {self.traveller.write(traveller_lines.HOW_ARE_YOU)}"
            reply = self.officer.aside(officer_lines.HOW_ARE_YOU)
        self._student(text)
        self._officer(reply + self._ask(topic, again=True))

    def _answer_something_else(self, topic: Topic) -> bool:
        told = self._tell_unasked(skip=topic)
        if told is None:
            return False
        self._student(told[0])
        self.matters.clear()
        self._officer(told[1] + self.officer.aside(officer_lines.FIRST_THIS) + _lower(self._ask(topic, again=True)))
        return False

    def _tell_unasked(self, skip: Topic | None = None) -> tuple[str, str] | None:
        """Something from further down the checklist, and what the officer says to it."""
        open_topics: list[Topic] = [
            topic for topic in self.todo if topic in ("origin", "purpose", "stay", "lodging", "name") and topic != skip
        ]
        if not open_topics:
            return None
        first = self.drawer.fact(self.rng.choice(open_topics))
        for other in open_topics:
            pair = (first, self.drawer.fact(other))
            text = self.traveller.combined(pair) if other != first.topic else None
            if text is not None and self.rng.random() < 0.6:
                return text, self._take_up(first, surely=True) + self._take_up(pair[1], surely=True)
        return self.traveller.answer(first, full=True), self._take_up(first, surely=True)

    def _stray_repeat(self, topic: Topic) -> None:
        last = self.history[-1].content
        self._student(self.traveller.write(traveller_lines.REPEAT))
        self._again(officer_lines.REPEAT, topic, _question(last) if self.rng.random() < 0.5 else None)

    def _stray_slower(self, topic: Topic) -> None:
        self._student(self.traveller.write(traveller_lines.SLOWER))
        self._again(officer_lines.SLOWER, topic, self.officer.ask_simpler(topic))

    def _stray_lost(self, topic: Topic) -> None:
        self._student(self.traveller.write(traveller_lines.NOT_UNDERSTOOD))
        self._again(officer_lines.NOT_UNDERSTOOD, topic, self.officer.ask_simpler(topic))

    def _stray_word(self, topic: Topic) -> None:
        last = self.history[-1].content.lower()
        known = [word for word in officer_lines.GLOSSARY if word in last]
        if not known:
            self._stray_lost(topic)
            return
        word = self.rng.choice(known)
        self._student(self.traveller.write(traveller_lines.WORD, x=word))
        self._again(officer_lines.GLOSSARY[word] + " ", topic, self.officer.ask_simpler(topic))

    def _stray_english(self, topic: Topic) -> None:
        self._student(self.traveller.english(topic, self.drawer.fact(topic)))
        self._again(officer_lines.SPANISH_PLEASE, topic, self.officer.ask_simpler(topic) if self.rng.random() < 0.5 else None)

    def _stray_off(self, topic: Topic) -> None:
        key = self.rng.choice(tuple(traveller_lines.OFF_TOPIC))
        self._student(self.traveller.write(traveller_lines.OFF_TOPIC[key]))
        self._again(officer_lines.OFF_TOPIC[key] + " ", topic)

    def _stray_unsure(self, topic: Topic) -> None:
        self._student(self.traveller.write(traveller_lines.DONT_KNOW))
        self._again(officer_lines.DONT_KNOW, topic, self.officer.ask_simpler(topic))

    def _stray_yes(self, topic: Topic) -> None:
        if topic in ("passport", "goods", "food", "medicines", "pets", "samples", "companions"):
            self._stray_lost(topic)
            return
        self._student(self.traveller.write(traveller_lines.YES_NO))
        self._again(officer_lines.YES_WHAT, topic, self.officer.ask_simpler(topic))

    def _again(self, lead: str, topic: Topic, question: str | None = None) -> None:
        """The officer says ``lead`` and asks for ``topic`` once more."""
        text = self.officer.aside(lead)
        self.asked.append(Asked(len(self.history), topic, again=True))
        asked = question or self.officer.ask(topic)
        self._officer(text + (_lower(asked) if text.endswith(": ") else asked))

    # --- the record ---

    def _ask(self, topic: Topic, *, again: bool = False) -> str:
        self.asked.append(Asked(len(self.history), topic, again))
        return self.officer.ask(topic)

    def _officer(self, text: str) -> None:
        self.history.append(ChatMessage(role="assistant", content=tidy(text)))

    def _student(self, text: str) -> None:
        self.history.append(ChatMessage(role="user", content=text))

    def _made_up(self, matter: FollowUp) -> bool:
        """Whether the thing was written exactly so by the learner and is in no table of ours."""
        return matter.kind == "what_is"

    def _conversation(self, verdict: str) -> Conversation:
        history = self.history
        drop = 0
        if self.rng.random() < TRIMMED_SHARE:
            first_user = next(i for i, message in enumerate(history) if message.role == "user")
            drop = first_user + 2 * self.rng.randrange(1, max(2, len(history) // 2 - 2))
        messages = tuple(chat_messages(self.scenario, history[drop:]))
        return Conversation(self.scenario.id, messages, tuple(self.asked), tuple(self.echoes), verdict, drop)


def _outcome(kind: str, agreed: bool) -> str:
    if kind == "food":
        return "seize"
    if kind == "cash":
        return "admit" if agreed else "inspect"
    if kind == "declare":
        return "admit" if agreed else "pay"
    if kind in DECLARED:
        return "pay"
    return "admit" if agreed else "inspect"


def _question(text: str) -> str:
    """The last question in ``text``, or its last sentence."""
    start = text.rfind("¿")
    return text[start:] if start >= 0 else text.rstrip(".").rsplit(". ", 1)[-1] + "."


def _lower(text: str) -> str:
    if text.startswith(("¿", "¡")):
        return text[0] + text[1:2].lower() + text[2:]
    return text[:1].lower() + text[1:]
