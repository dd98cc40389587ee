"""The learner's side of the booth: one traveller with a goal, a dossier, a mood and a level, who answers, or does not.

Read ``Traveller.answer`` first: it looks at what the officer does and picks what a learner would do then. The truth comes
from ``facts``, words from ``voice``, answers to anything but a plain question from ``reactions``. Knows the officer's plan
and words, nothing of how it decides.
"""

from __future__ import annotations

import re
from random import Random
from typing import get_args

import msgspec

from garita.roleplay.act import AGAIN, Act, Plan
from garita.roleplay.meaning import Fact, Meaning, OffTopic
from garita.roleplay.scenario import Scenario, Topic
from garita.training.simulator import invented, learner
from garita.training.simulator import traveller_asides as asides
from garita.training.simulator import traveller_lines as lines
from garita.training.simulator.facts import Answer, Truth
from garita.training.simulator.reactions import Reactions, Said
from garita.training.simulator.voice import Voice, meaning, small_signals

__all__ = ["Said", "Traveller"]

SPEAKS_FIRST_SHARE = 0.25
GREETS_BACK_SHARE = 0.3
LINGERS_SHARE = 0.25
# After this much talk (words of both), or so many turns, everybody only wants to be done.
CALM_AFTER_WORDS = 330
CALM_AFTER_TURNS = 14
_CALM_DISTRACTIONS = 0.04
# Somebody asked for the second time leaves the road less often.
_AGAIN_FACTOR = 0.45

_TOLD_UNASKED: tuple[Topic, ...] = ("origin", "purpose", "stay", "lodging", "name", "companions", "profession")
_CORRECTED: frozenset[Topic] = frozenset(
    {"name", "origin", "purpose", "stay", "profession", "companions", "money", "onward"}
)
_CONTRADICTED: tuple[Topic, ...] = ("stay", "purpose", "companions", "money", "origin")
_LISTS: frozenset[Topic] = frozenset({"goods", "food", "medicines", "pets", "samples", "companions"})
# what a learner does instead of just answering, and how often among such turns
_DETOURS = {
    "together": 13, "overexplain": 6, "corrected": 9, "contradiction": 5, "doubtful": 3, "remark_and_answer": 4,
    "elsewhere": 4, "yes_only": 3, "dont_know": 5, "repeat": 7, "slower": 4, "lost": 5, "word": 6, "english": 6,
    "foreign": 1, "remark": 8, "leaving": 3, "silence": 3, "noise": 2, "insult": 1, "injection": 1, "polite": 1,
}  # fmt: skip
_HARD = re.compile(
    r"\b(aloj\w+|hosped\w+|declar\w+|equipaje|procede\w*|motivo|estancia|estadía|permane\w+|acompañ\w+|mercanc\w+|"
    r"efectivo|receta|factura|dedica|muestras|alimentos|profesión|impuestos?|aranceles?|pertenencias|propósito|"
    r"destino|duración|trámite|medicamentos|mascota|domicilio|vigente|aduana|formulario|comprobante|certificado)\b"
)  # fmt: skip
_LONG_WORD = re.compile(r"(?<![.?!¿¡] )(?<!^)\b[a-záéíóúñü]{8,}\b")


class Traveller:
    """One learner at the window. ``scenario`` is the given one with the dossier this traveller really has."""

    def __init__(self, scenario: Scenario, rng: Random, *, held_out: bool = False) -> None:
        self.style = learner.draw(rng)
        self._rng = rng
        self._truth = Truth(scenario, rng, self.style.digits, held_out=held_out)
        self._voice = Voice(self.style, rng, held_out=held_out)
        self._react = Reactions(self._voice, self._truth)
        self.scenario = self._truth.scenario
        self._todo: list[Topic] = [question.topic for question in scenario.checklist]
        self._told: list[Topic] = []
        self._words = self._turns = 0

    # --- the three ways to speak ------------------------------------------------------------------------------------

    def opening(self) -> Said | None:
        """Speaks first in a quarter of all conversations: a greeting, sometimes with an answer to what will be asked."""
        if self._rng.random() >= SPEAKS_FIRST_SHARE:
            return None
        return self._count(self._greeting(), "")

    def answer(self, plan: Plan, officer_text: str) -> Said:
        """To the officer's turn."""
        said = self._to(plan.main, officer_text)
        self._book(said)
        return self._count(said, officer_text)

    def lingers(self) -> Said | None:
        """Now and then a last word after the farewell."""
        if self._rng.random() >= LINGERS_SHARE:
            return None
        return self._react.said(self._voice.line(asides.LAST), signals=("farewell",), kind="farewell")

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
            case "greet" | "farewell" | "move_on":
                return self._greeting() if act.kind == "greet" else self._goodbye()
        return self._to_question(act.topic or "passport", officer_text, again=act.kind in AGAIN)

    def _to_follow_up(self, act: Act, officer_text: str) -> Said:
        if self._rng.random() < self._distraction(again=True) * 0.4:
            return self._react.at_a_loss()
        if act.detail == "yes_what" and act.topic:
            return self._to_question(act.topic, officer_text, again=True)
        return self._react.follow_up(act)

    def _to_question(self, topic: Topic, officer_text: str, *, again: bool) -> Said:
        if not self._turns and not again and self._rng.random() < GREETS_BACK_SHARE:
            return self._greeting(answer=topic)
        if self._rng.random() < self._distraction(again=again):
            kind = self._rng.choices(tuple(_DETOURS), tuple(_DETOURS.values()))[0]
            said: Said | None = getattr(self, f"_{kind}")(topic, officer_text)
            if said is not None:
                return said._replace(kind=kind)
        return self._plain(topic)

    # --- plain answers ----------------------------------------------------------------------------------------------

    def _plain(self, topic: Topic) -> Said:
        if topic == "passport":
            return self._passport()
        answer = self._truth.answer(topic)
        return self._react.said(self._voice.answer(answer), answer)

    def _passport(self, *others: Answer) -> Said:
        text = self._voice.answer(self._truth.answer("passport"))
        handed = not re.fullmatch(r"(sí|claro)(, (claro|señora?))?", text)
        if others:
            text = f"{text}. {self._voice.joined(others)}"
        return self._react.said(text, *others, signals=("document",) if handed else ("yes",))

    def _greeting(self, *, answer: Topic | None = None) -> Said:
        text, told = self._voice.line(asides.GREETING), []
        chance = self._rng.random()
        if chance < 0.25:
            how = self._voice.line(asides.HOW_ARE_YOU)
            return self._react.said(f"{text}, {how}", signals=("greeting", "how_are_you"), kind="greeting")
        if answer is not None and chance < 0.65:
            said = self._plain(answer)
            return Said(f"{self._voice.style.write(text + '.')} {said.text}", _with(said, text), "plain")
        if answer is None and chance < 0.45:
            told = self._untold(skip=None)[:2]
            text = f"{text}. {self._voice.joined(told)}" if told else text
        return self._react.said(text, *told, signals=("greeting",), kind="greeting")

    def _goodbye(self) -> Said:
        return self._react.said(self._voice.line(asides.LAST), signals=("farewell",), kind="farewell")

    # --- answers with something about them --------------------------------------------------------------------------

    def _together(self, topic: Topic, _: str) -> Said | None:
        """Several questions answered at once."""
        others = self._untold(skip=topic)[: self._rng.choice((1, 1, 2))]
        if not others:
            return None
        if topic == "passport":
            return self._passport(*others)
        answers = [self._truth.answer(topic), *others]
        return self._react.said(self._voice.joined(answers), *answers)

    def _elsewhere(self, topic: Topic, _: str) -> Said | None:
        """An answer to a question not asked yet."""
        others = self._untold(skip=topic)[:1]
        if not others:
            return None
        return self._react.said(self._voice.answer(others[0], full=True), *others)

    def _overexplain(self, topic: Topic, _: str) -> Said:
        answer = self._truth.answer(topic)
        fluff = [self._voice.line(lines.FLUFF[self.style.mood]) for _ in range(self._rng.choice((1, 1, 2)))]
        parts = [self._voice.answer(answer, full=True), *dict.fromkeys(fluff)]
        if self._rng.random() < 0.3:
            parts.reverse()
        if topic == "passport":
            return self._react.said(". ".join(parts), signals=("document",))
        return self._react.said(". ".join(parts), answer)

    def _corrected(self, topic: Topic, _: str) -> Said | None:
        """ "Two, no, sorry, three weeks." """
        answer = self._truth.answer(topic)
        wrong = self._truth.another(topic) if topic in _CORRECTED else answer
        if wrong.kind != answer.kind or wrong.said == answer.said or answer.kind == "none":
            return None
        said = self._voice.line(lines.CORRECTION, w=wrong.said, x=answer.said)
        text = self._voice.answer(Answer(answer.fact, said, answer.kind), lead=False)
        return Said(self._voice.finish(text), meaning("", [answer]))

    def _doubtful(self, topic: Topic, _: str) -> Said | None:
        if topic not in _CORRECTED or topic == "name":
            return None
        answer = self._truth.answer(topic)
        if answer.kind == "none":
            return None
        doubted = Answer(_doubted(answer), answer.said, answer.kind)
        return self._react.said(f"{self._voice.line(lines.DOUBT)} {self._voice.clause(answer)}", doubted)

    def _contradiction(self, topic: Topic, _: str) -> Said | None:
        """Tells something anew that was told otherwise before."""
        told = [each for each in _CONTRADICTED if each in self._told and each != topic]
        if not told or topic == "passport":
            return None
        answer, new = self._truth.answer(topic), self._truth.another(self._rng.choice(told))
        if new.said == self._truth.answer(new.topic).said:
            return None
        changed = f"{self._voice.line(lines.CONTRADICTION)} {self._voice.clause(new)}"
        if self._rng.random() < 0.5:
            self._truth.now(new)
        return self._react.said(f"{self._voice.answer(answer, lead=False)}. {changed}", answer, new)

    def _remark_and_answer(self, topic: Topic, _: str) -> Said | None:
        if topic == "passport":
            return None
        key, remark = self._any_remark()
        answer = self._truth.answer(topic)
        text = self._voice.answer(answer, full=True)
        glued = f"{text}. {remark}" if self._rng.random() < 0.7 else f"{_closed(remark)} {text}"
        return Said(self._voice.finish(glued), meaning(text, [answer], "off_topic", off_topic=key))

    # --- off the road -----------------------------------------------------------------------------------------------

    def _yes_only(self, topic: Topic, _: str) -> Said | None:
        if topic not in _LISTS or self._truth.answer(topic).kind in ("none", "alone"):
            return None
        return self._react.said(self._voice.line(asides.YES), signals=("yes",))

    def _dont_know(self, topic: Topic, _: str) -> Said | None:
        if topic in ("passport", "name"):
            return None
        return self._react.said(self._voice.line(asides.DONT_KNOW), signals=("dont_know",))

    def _repeat(self, topic: Topic, _: str) -> Said:
        return self._react.said(self._voice.line(asides.REPEAT), signals=("repeat",))

    def _slower(self, topic: Topic, _: str) -> Said:
        return self._react.said(self._voice.line(asides.SLOWER), signals=("slower",))

    def _lost(self, topic: Topic, _: str) -> Said:
        return self._react.said(self._voice.line(asides.NOT_UNDERSTOOD), signals=("explain",))

    def _word(self, topic: Topic, officer_text: str) -> Said | None:
        """Asks what a word of the officer's means."""
        found = _HARD.findall(officer_text.lower()) or _LONG_WORD.findall(officer_text)
        if not found:
            return None
        word = self._rng.choice(found)
        return self._react.said(self._voice.line(asides.WORD, x=word), signals=("explain",), word=word)

    def _english(self, topic: Topic, _: str) -> Said:
        """In English: the answer where we can say it, else a complaint."""
        answer = self._truth.answer(topic)
        pattern = asides.ENGLISH_OF.get(answer.said) or asides.ENGLISH.get(topic)
        if pattern is None or answer.kind == "demonym" or self._rng.random() < 0.4:
            text = self._voice.line(asides.ENGLISH_COMPLAINTS)
            return Said(self.style.write(_closed(text)), meaning("", (), "english"))
        text = self._voice.line(pattern, x=answer.said)
        shown = ("document",) if topic == "passport" else ()
        return Said(self.style.write(_closed(text)), meaning("", [answer], "english", *shown))  # type: ignore[arg-type]

    def _foreign(self, topic: Topic, _: str) -> Said:
        text = self._voice.line(asides.FOREIGN)
        return Said(self.style.write(_closed(text)), meaning("", (), "foreign"))

    def _remark(self, topic: Topic, _: str) -> Said:
        key, text = self._any_remark()
        return Said(self._voice.finish(text), meaning(text, (), "off_topic", off_topic=key))

    def _any_remark(self) -> tuple[OffTopic, str]:
        key: OffTopic = self._rng.choice(get_args(OffTopic)[1:])
        return key, self._voice.line(asides.REMARKS[key])

    def _leaving(self, topic: Topic, _: str) -> Said:
        return self._react.said(self._voice.line(asides.LEAVING), signals=("farewell",))

    def _silence(self, topic: Topic, _: str) -> Said:
        return Said(self._rng.choice(asides.SILENCE), meaning("", (), "silence"))

    def _noise(self, topic: Topic, _: str) -> Said:
        text = self._voice.line(asides.NOISE, w=invented.word(self._rng), w2=invented.word(self._rng))
        return Said(self.style.write(_closed(text)), meaning("", (), "noise"))

    def _insult(self, topic: Topic, _: str) -> Said:
        return self._react.said(self._voice.line(asides.INSULT), signals=("insult",))

    def _injection(self, topic: Topic, _: str) -> Said:
        return Said(self.style.write(self._voice.line(asides.INJECTION)), meaning("", (), "injection"))

    def _polite(self, topic: Topic, _: str) -> Said:
        thanks = self._rng.random() < 0.5
        return self._react.said(self._voice.line(asides.ONLY_THANKS if thanks else asides.SORRY))

    # --- bookkeeping ------------------------------------------------------------------------------------------------

    def _distraction(self, *, again: bool) -> float:
        if self._words > CALM_AFTER_WORDS or self._turns > CALM_AFTER_TURNS:
            return _CALM_DISTRACTIONS
        return self.style.distractions * (_AGAIN_FACTOR if again else 1.0)

    def _untold(self, skip: Topic | None) -> list[Answer]:
        """Answers further down the checklist that people tell of themselves, in any order."""
        topics = [topic for topic in self._todo if topic in _TOLD_UNASKED and topic != skip and topic not in self._told]
        if self._rng.random() < 0.4:
            self._rng.shuffle(topics)
        return [self._truth.answer(topic) for topic in topics[:3]]

    def _book(self, said: Said) -> None:
        for fact in said.meaning.facts:
            if fact.topic not in self._told:
                self._told.append(fact.topic)

    def _count(self, said: Said, officer_text: str) -> Said:
        self._turns += 1
        self._words += len(said.text.split()) + len(officer_text.split())
        return said


def _with(said: Said, greeting: str) -> Meaning:
    signals = said.meaning.signals | small_signals(greeting) | {"greeting"}
    return Meaning(facts=said.meaning.facts, signals=frozenset(signals))


def _doubted(answer: Answer) -> Fact:
    return msgspec.structs.replace(answer.fact, doubtful=True)


def _closed(text: str) -> str:
    return text if text.endswith(("?", "!", ".")) else f"{text}."
