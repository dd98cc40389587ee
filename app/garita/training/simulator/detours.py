"""What happens when the learner does not answer: the ten ways off the road, and how the officer leads back.

Every detour is one exchange: the learner's words, the officer's reply with the open question again.
"""

from __future__ import annotations

from functools import partial

from garita.roleplay.scenario import Topic
from garita.training.simulator import officer_lines, traveller_lines
from garita.training.simulator.stage import Stage

# To these questions "sí" is an answer that calls for "what exactly?"; to the others it makes no sense.
_LISTS: tuple[Topic, ...] = ("goods", "food", "medicines", "pets", "samples", "companions")
# These count towards giving a topic up.
_FRUITLESS = ("unsure", "yes")
_KINDS = ("repeat", "repeat", "slower", "lost", "lost", "word", "word", "english", "english", "off", "off", "off",
          "unsure", "yes", "yes", "noise", "polite")  # fmt: skip


class Detours:
    """The ways off the road, on one stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.rng = stage.rng

    def greet_back(self, topic: Topic) -> None:
        """The learner only greets, perhaps asks how the officer is."""
        stage = self.stage
        text = stage.traveller.write(traveller_lines.GREETING)
        reply = officer_lines.RETURN_GREETING
        if self.rng.random() < 0.3:
            text = f"{text} {stage.traveller.write(traveller_lines.HOW_ARE_YOU)}"
            reply = officer_lines.HOW_ARE_YOU
        stage.student_says(text)
        stage.officer_says(stage.officer.aside(reply) + stage.ask(topic, again=True))

    def something_else(self, topic: Topic) -> None:
        """The learner tells what nobody asked yet; the officer takes it up and comes back to ``topic``."""
        stage = self.stage
        told = stage.tell_unasked(skip=topic)
        if told is None:
            return
        text, facts = told
        stage.student_says(text)
        reaction = stage.take_up_all(facts)
        lead = stage.officer.aside(officer_lines.FIRST_THIS)
        stage.officer_says(reaction + lead + lower(stage.ask(topic, again=True, lead=False)))

    def take(self, topic: Topic) -> bool:
        """One random detour; True when it counts towards giving the topic up."""
        kind = self.rng.choice(_KINDS)
        if kind == "yes" and topic == "passport":
            kind = "lost"
        getattr(self, f"_{kind}")(topic)
        return kind in _FRUITLESS

    def _repeat(self, topic: Topic) -> None:
        last = _question(self.stage.history[-1].content)
        self._exchange(traveller_lines.REPEAT, officer_lines.REPEAT, topic, repeated=last if self._even() else "")

    def _slower(self, topic: Topic) -> None:
        self._exchange(traveller_lines.SLOWER, officer_lines.SLOWER, topic, simpler=True)

    def _lost(self, topic: Topic) -> None:
        self._exchange(traveller_lines.NOT_UNDERSTOOD, officer_lines.NOT_UNDERSTOOD, topic, simpler=True)

    def _word(self, topic: Topic) -> None:
        """The learner asks what a word of the officer's last turn means."""
        said = self.stage.history[-1].content.lower()
        known = [word for word in officer_lines.GLOSSARY if word in said]
        if not known:
            self._lost(topic)
            return
        word = self.rng.choice(known)
        self._exchange(traveller_lines.WORD, officer_lines.GLOSSARY[word] + " ", topic, simpler=True, x=word)

    def _english(self, topic: Topic) -> None:
        text = self.stage.traveller.english(self.stage.drawer.fact(topic))
        self._reply(text, officer_lines.SPANISH_PLEASE, topic, simpler=self._even())

    def _off(self, topic: Topic) -> None:
        key = self.rng.choice(tuple(traveller_lines.OFF_TOPIC))
        self._exchange(traveller_lines.OFF_TOPIC[key], officer_lines.OFF_TOPIC[key] + " ", topic)

    def _unsure(self, topic: Topic) -> None:
        self._exchange(traveller_lines.DONT_KNOW, officer_lines.DONT_KNOW, topic, simpler=True)

    def _yes(self, topic: Topic) -> None:
        if topic not in _LISTS:
            self._exchange(traveller_lines.YES_NO, officer_lines.YES_WHAT, topic, simpler=True)
            return
        fact = self.stage.drawer.fact(topic)
        if fact.none or fact.kind == "alone":
            self._lost(topic)
        else:
            self._exchange(traveller_lines.YES, officer_lines.DETAIL[topic], topic, repeated=" ")

    def _noise(self, topic: Topic) -> None:
        self._exchange(traveller_lines.NOISE, officer_lines.PARDON, topic, simpler=self._even())

    def _polite(self, topic: Topic) -> None:
        thanks = self._even()
        said = traveller_lines.ONLY_THANKS if thanks else traveller_lines.LEAVING
        self._exchange(said, officer_lines.WELCOME if thanks else officer_lines.NOT_YET, topic)

    def _exchange(
        self, said: str, lead: str, topic: Topic, *, simpler: bool = False, repeated: str = "", **slots: str
    ) -> None:
        text = self.stage.traveller.write(said, **slots)
        self._reply(text, lead, topic, simpler=simpler, repeated=repeated)

    def _reply(self, text: str, lead: str, topic: Topic, *, simpler: bool = False, repeated: str = "") -> None:
        """The learner said ``text``; the officer answers with ``lead`` and the question in one form or another."""
        stage = self.stage
        stage.student_says(text)
        opening = stage.officer.aside(lead)
        leads_in = opening.endswith(": ")
        again = stage.ask_simpler if simpler else partial(stage.ask, again=True, lead=not leads_in)
        question = repeated or again(topic)
        stage.officer_says(opening + (lower(question) if leads_in else question))

    def _even(self) -> bool:
        return self.rng.random() < 0.5


def lower(text: str) -> str:
    """The first letter small, after an opening mark if there is one."""
    if text.startswith(("¿", "¡")):
        return text[0] + text[1:2].lower() + text[2:]
    return text[:1].lower() + text[1:]


def _question(text: str) -> str:
    """The last question in ``text``, or its last sentence."""
    start = text.rfind("¿")
    return text[start:] if start >= 0 else text.rstrip(".").rsplit(". ", 1)[-1] + "."
