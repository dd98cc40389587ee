"""The officer's direction: from the checklist and what is understood so far, what it does next.

One agenda serves the simulator and the running app. It is a pure function of the conversation: the same turns in, the
same plans out, so a resumed, retried or edited conversation needs nothing saved. Read ``Agenda.hear`` first; what was
said is kept in ``record``, what the rules make of a thing is ``verdict``'s, words are the model's.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec

from garita.roleplay import follow_ups, verdict
from garita.roleplay.act import AGAIN, Act, ActKind, Plan, Remark, ReplyTo
from garita.roleplay.clues import asked_about
from garita.roleplay.contradiction import with_earlier, with_papers
from garita.roleplay.meaning import Fact, Meaning, Signal
from garita.roleplay.record import Record
from garita.roleplay.scenario import Scenario, Topic
from garita.roleplay.told import LISTS, told

# Facts said back in one turn; more would make a speech, and learners lose the question behind it.
_MOST_HEARD = 2
# So often a topic's question is put before it is let be.
_MOST_TRIES = 3
# What a demand, a rule or a doubt is answered with; the first that the turn carries counts.
_REPLIES: tuple[Literal["no", "dont_know", "yes"], ...] = ("no", "dont_know", "yes")
# What cannot be put in other words: whoever asks what was meant hears it again.
_SAID_WHOLE: frozenset[ActKind] = frozenset({"rule", "confirm", "contradiction"})
# Signals in the order in which they are answered; the first that the turn carries counts.
_DETOURS: tuple[tuple[Signal, ActKind], ...] = (
    ("injection", "stay_in_role"), ("insult", "stay_in_role"), ("explain", "explain"), ("repeat", "repeat"),
    ("slower", "slow_down"), ("english", "ask_spanish"), ("foreign", "ask_spanish"), ("off_topic", "return"),
    ("farewell", "not_yet"), ("how_are_you", "return"), ("sorry", "return"), ("thanks", "return"),
    ("silence", "pardon"), ("noise", "pardon"), ("greeting", "greet"),
)  # fmt: skip
_REMARKS: dict[Signal, Remark] = {
    "injection": "injection", "insult": "insult", "how_are_you": "how_are_you", "sorry": "sorry", "thanks": "thanks"
}  # fmt: skip


class Agenda:
    """One conversation's direction. ``open`` or ``hear`` give the plan of every officer's turn in order.

    ``leaves_to_model``: where an answer was not understood the model decides, as a large one can; otherwise the officer
    says so and asks again.
    """

    def __init__(self, scenario: Scenario, *, leaves_to_model: bool = True) -> None:
        self._scenario, self._leaves_to_model = scenario, leaves_to_model
        self._todo: list[Topic] = [question.topic for question in scenario.checklist]
        self._matters: list[Act] = []
        self._asked = Counter[Topic]()
        self._tries = 0
        self._english = 0
        self._over = False
        self.record = Record()
        self.asked: Act | None = None  # what the officer's last turn asked for; None before the first

    def open(self) -> Plan:
        """The officer speaks first."""
        return self._plan(Act(kind="greet"), self._next())

    def hear(self, meaning: Meaning) -> Plan | None:
        """What to do about a turn of the student's; None when nothing in it was understood and the model decides."""
        self.record.insults += "insult" in meaning.signals
        if self._over:
            return Plan(acts=(Act(kind="farewell"),))
        if self.asked is None:
            return self._first(meaning)
        facts = told(meaning, self.asked)
        if (detour := self._detour(meaning, facts)) is not None:
            return detour
        if (clash := self._clash(facts or self._confirmed(meaning))) is not None:
            return self._plan(clash, heard=tuple(fact for fact in facts if fact.topic != clash.topic))
        return self._answered(meaning, facts)

    def officer_said(self, text: str) -> None:
        """After a turn without a plan: what the model asked is found by its words.

        Where it went on to something else it took the answer for one, and so does the agenda.
        """
        asked = asked_about(text, [question.topic for question in self._scenario.checklist])
        before = self.asked.topic if self.asked else None
        if asked is None or asked == before:
            return
        if before in self._todo:
            self._todo.remove(before)
        self.asked, self._tries = Act(kind="ask", topic=asked), 0
        if asked in self._todo:
            self._comes_first(asked)

    # --- the parts of a turn ----------------------------------------------------------------------------------------

    def _first(self, meaning: Meaning) -> Plan:
        """The student spoke first: greet back, take up what was told, ask."""
        facts = told(meaning, self.asked)
        heard = tuple(fact for fact in facts if self._book(fact))
        return self._plan(Act(kind="greet"), self._next(), heard=heard[:_MOST_HEARD])

    def _detour(self, meaning: Meaning, facts: list[Fact]) -> Plan | None:
        """The turn that leaves the open question where it was; None when the conversation can go on."""
        found = next((each for each in _DETOURS if each[0] in meaning.signals), None)
        if found is None:
            return None
        signal, kind = found
        self._english += signal == "english"
        # an English answer counts when Spanish was asked for already
        outweighs = signal in ("insult", "injection") or (signal == "english" and self._english == 1)
        if facts and not outweighs:
            return None
        if signal == "insult" and self.asked is not None and any(fact.topic == self.asked.topic for fact in facts):
            return self._answered_rudely(meaning, facts)
        if self.asked is None or self.asked.topic is None or self._accepts(signal) or self._tires():
            return None
        topic = self.asked.topic
        if kind == "greet":
            return Plan(acts=(Act(kind="greet"), Act(kind="ask", topic=topic)))
        if kind == "explain" and not meaning.word:
            kind = "rephrase"
        remark = _REMARKS.get(signal, meaning.off_topic)
        item = meaning.word if kind == "explain" else ""
        return self._again(Act(kind=kind, topic=topic, item=item, remark=remark))

    def _answered_rudely(self, meaning: Meaning, facts: list[Fact]) -> Plan | None:
        """The answer counts; what the officer says to it is a word about respect."""
        plan = self._answered(meaning, facts)
        if plan is None or plan.main.kind != "ask":
            return plan
        return Plan(acts=(Act(kind="stay_in_role", topic=plan.main.topic, remark="insult"),))

    def _accepts(self, signal: Signal) -> bool:
        """ "I am sorry, I did not know" is no remark off the road to somebody who was told a rule."""
        return self.asked is not None and self.asked.kind not in ("ask", *AGAIN) and signal in ("sorry", "thanks")

    def _tires(self) -> bool:
        """Whether the same question was put so often that it is let be."""
        self._tries += 1
        return self._tries > _MOST_TRIES

    def _clash(self, facts: list[Fact]) -> Act | None:
        """The first fact that cannot be true; each topic is pointed out once."""
        if self.asked is not None and self.asked.kind == "contradiction":
            return None
        for fact in facts:
            if self._is_detail(fact) or fact.doubtful:  # nobody is accused of what was perhaps misheard
                continue
            old = self.record.facts.get(fact.topic)
            act = (with_earlier(fact, old) if old else None) or with_papers(fact, self._scenario)
            if act is not None and fact.topic not in self.record.pointed_out:
                self.record.pointed_out.add(fact.topic)
                self.record.contradictions[fact.topic] = act
                for each in facts:
                    self._book(each)
                return act
        return None

    def _confirmed(self, meaning: Meaning) -> list[Fact]:
        """The fact that a yes has just confirmed: it can be held against the papers now."""
        asked = self.asked
        if asked is None or asked.kind != "confirm" or asked.topic is None or "yes" not in meaning.signals:
            return []
        fact = self.record.facts.get(asked.topic)
        return [msgspec.structs.replace(fact, doubtful=False)] if fact else []

    def _answered(self, meaning: Meaning, facts: list[Fact]) -> Plan | None:
        """Facts are booked, yes and no settle what was asked, and the officer goes on."""
        asked = self.asked
        assert asked is not None
        self._settle(asked, meaning, facts)
        if facts and (doubt := next((fact for fact in facts if fact.doubtful), None)) and asked.kind != "confirm":
            return self._confirm(doubt, facts)
        heard = [fact for fact in facts if self._book(fact)]
        if asked.kind == "ask" and asked.topic in self._todo:
            if not facts:
                return self._unanswered(asked.topic, meaning)
            self._comes_first(asked.topic)
        return self._on(heard, meaning, asked)

    def _confirm(self, doubt: Fact, facts: list[Fact]) -> Plan:
        heard = tuple(fact for fact in facts if fact is not doubt and self._book(fact))
        self._book(doubt)
        return self._plan(Act(kind="confirm", topic=doubt.topic, item=doubt.text), heard=heard)

    def _settle(self, asked: Act, meaning: Meaning, facts: list[Fact]) -> None:
        """Yes and no to a paper, a rule, a doubt or a contradiction."""
        said_no = "no" in meaning.signals or "dont_know" in meaning.signals
        match asked.kind:
            case "demand" if meaning.understood:
                (self.record.missing if said_no else self.record.papers).add(asked.detail)
            case "rule":
                if not said_no:
                    self.record.handed_over.add(asked.item)
            case "confirm":
                if said_no and not facts and asked.topic is not None:
                    self.record.forget(asked.topic)
                    self._todo.insert(0, asked.topic)
            case "contradiction":
                self._clear_up(asked, meaning, facts)

    def _clear_up(self, asked: Act, meaning: Meaning, facts: list[Fact]) -> None:
        """A clear answer clears up what the traveller said; against a paper only the paper's word does."""
        topic = asked.topic
        if topic is None:
            return
        fact = next((each for each in facts if each.topic == topic), None)
        if asked.known_from == "said":
            cleared = fact is not None or "yes" in meaning.signals
        else:
            cleared = (fact is not None and with_papers(fact, self._scenario) is None) or "sorry" in meaning.signals
        if cleared:
            self.record.contradictions.pop(topic, None)

    def _unanswered(self, topic: Topic, meaning: Meaning) -> Plan | None:
        """Neither a fact nor a detour: "yes" to a list, "I don't know", or words nobody understood."""
        if not meaning.signals and topic != "passport":
            return self._not_understood(topic)
        if self._tires() or (self._tries > 1 and "dont_know" in meaning.signals):
            return self._give_up(topic)
        if "yes" in meaning.signals and topic in LISTS:
            return self._again(Act(kind="follow_up", topic=topic, detail="yes_what"))
        return self._again(Act(kind="rephrase", topic=topic))

    def _not_understood(self, topic: Topic) -> Plan | None:
        """An answer in words that we do not know: the model decides, or asks again; the second time it is one."""
        self._tries += 1
        if self._tries == 1:
            return None if self._leaves_to_model else self._again(Act(kind="pardon", topic=topic))
        self._todo.remove(topic)
        return self._plan(self._next())

    def _give_up(self, topic: Topic) -> Plan:
        self._todo.remove(topic)
        self.record.unanswered.add(topic)
        if topic == "passport":
            self.record.passport = "refused"
            self._todo.clear()
            return self._plan(self._next())
        return self._plan(Act(kind="move_on", topic=topic), self._next())

    def _on(self, heard: list[Fact], meaning: Meaning, asked: Act) -> Plan:
        """The next matter, question or the verdict."""
        reply: ReplyTo = ""
        if not heard and asked.kind != "ask":
            reply = next((each for each in _REPLIES if each in meaning.signals), "")
        act = self._next()
        if act.kind == "ask" and not heard and asked.kind == "ask" and act.topic == asked.topic:
            # no news and no answer: the same words would not help
            return self._again(Act(kind="rephrase", topic=act.topic))
        said = tuple(fact for fact in heard if fact.text not in (act.item, "") and _can_be_said_back(fact))
        return self._plan(act, heard=said[:_MOST_HEARD], reply_to=reply)

    # --- what comes next --------------------------------------------------------------------------------------------

    def _is_detail(self, fact: Fact) -> bool:
        """Whether a fact only adds to its topic: the company to a business trip, the street to a house."""
        asked = self.asked
        follows = asked is not None and asked.kind == "follow_up" and asked.topic == fact.topic
        return follows and not fact.things and fact.topic in self.record.facts

    def _book(self, fact: Fact) -> bool:
        """Notes a fact and what the rules make of it; False when it was known already."""
        if self._is_detail(fact):
            return True
        known = self.record.facts.get(fact.topic)
        if fact.topic in self._todo:
            self._todo.remove(fact.topic)
        if fact.topic == "passport":
            self.record.passport = "shown"
        self.record.add(fact)
        if known is not None and known.text == fact.text:
            return False
        self._matters += follow_ups.matters(fact, known, self._scenario, self.record)
        return True

    def _next(self) -> Act:
        """The next matter, else the next question, else the verdict."""
        if self._matters:
            return self._matters.pop(0)
        while self._todo:
            topic = self._todo[0]
            self._asked[topic] += 1
            if self._asked[topic] <= _MOST_TRIES:
                return Act(kind="ask", topic=topic)
            self._todo.remove(topic)
            self.record.unanswered.add(topic)
        return verdict.act(self._scenario, self.record.statement())

    def _comes_first(self, topic: Topic) -> None:
        self._todo.remove(topic)
        self._todo.insert(0, topic)

    def _again(self, act: Act) -> Plan:
        """A turn that puts the open question once more; what was asked for stays what it was."""
        asked = self.asked
        if asked is None or asked.kind == "ask":
            self.asked = Act(kind="ask", topic=act.topic)
        elif asked.kind in ("follow_up", "demand") and act.kind in AGAIN:
            act = msgspec.structs.replace(act, detail=asked.detail)
        elif asked.kind in _SAID_WHOLE:
            act = asked
        return Plan(acts=(act,))

    def _plan(self, *acts: Act, heard: tuple[Fact, ...] = (), reply_to: ReplyTo = "") -> Plan:
        main = acts[-1]
        if main.kind == "verdict":
            self._over = True
            acts = (main,) if acts[0].kind != "greet" else acts
        self.asked, self._tries = main, 0
        return Plan(acts=acts, heard=heard, reply_to=reply_to)


def _can_be_said_back(fact: Fact) -> bool:
    """Not the passport, for which one thanks, and no trade told as a sentence ("tengo un restaurante")."""
    return fact.topic != "passport" and (fact.topic, fact.form) != ("profession", "verb")
