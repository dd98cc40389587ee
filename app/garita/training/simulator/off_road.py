"""The ways a learner leaves the road when asked: several answers at once, a correction, English, a remark, silence.

Each makes one turn, or None where it does not fit the topic. When to leave the road is the traveller's business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

import msgspec

from garita.roleplay.meaning import OffTopic, Signal
from garita.roleplay.scenario import Topic
from garita.training.simulator import invented
from garita.training.simulator import traveller_asides as asides
from garita.training.simulator import traveller_lines as lines
from garita.training.simulator.facts import Answer, Truth
from garita.training.simulator.reactions import Reactions, Said
from garita.training.simulator.voice import Voice, closed, meaning

# how often each way is taken, among all
WAYS = {
    "together": 17, "overexplain": 9, "corrected": 12, "contradiction": 10, "doubtful": 5, "remark_and_answer": 7,
    "elsewhere": 4, "yes_only": 3, "dont_know": 5, "repeat": 7, "slower": 4, "lost": 5, "word": 6, "english": 6,
    "foreign": 1, "remark": 8, "leaving": 3, "silence": 3, "noise": 2, "insult": 1, "injection": 1, "polite": 1,
}  # fmt: skip
_LISTS: frozenset[Topic] = frozenset({"goods", "food", "medicines", "pets", "samples", "companions"})
_CORRECTED: frozenset[Topic] = frozenset(
    {"name", "origin", "purpose", "stay", "profession", "companions", "money", "onward"}
)
_CONTRADICTED: tuple[Topic, ...] = ("stay", "purpose", "companions", "money", "origin")
# turns that are one line whatever was asked
_LINES: dict[str, tuple[str, tuple[Signal, ...]]] = {
    "repeat": (asides.REPEAT, ("repeat",)), "slower": (asides.SLOWER, ("slower",)),
    "lost": (asides.NOT_UNDERSTOOD, ("explain",)), "leaving": (asides.LEAVING, ("farewell",)),
    "polite": (f"{{{asides.ONLY_THANKS}|{asides.SORRY}}}", ()),
}  # fmt: skip
# the same, in no Spanish: hesitations and slips do not belong there
_NOT_SPANISH: dict[str, tuple[str, Signal]] = {
    "foreign": (asides.FOREIGN, "foreign"), "injection": (asides.INJECTION, "injection"),
    "noise": (asides.NOISE, "noise"),
}  # fmt: skip
_HARD = re.compile(
    r"\b(aloj\w+|hosped\w+|declar\w+|equipaje|procede\w*|motivo|estancia|estadía|permane\w+|acompañ\w+|mercanc\w+|"
    r"efectivo|receta|factura|dedica|muestras|alimentos|profesión|impuestos?|aranceles?|pertenencias|propósito|"
    r"destino|duración|trámite|medicamentos|mascota|domicilio|vigente|aduana|formulario|comprobante|certificado)\b"
)  # fmt: skip
_LONG_WORD = re.compile(r"(?<![.?!¿¡] )(?<!^)\b[a-záéíóúñü]{8,}\b")


class OffRoad:
    """One traveller's ways."""

    def __init__(self, voice: Voice, truth: Truth, react: Reactions) -> None:
        self._voice, self._truth, self._react = voice, truth, react
        self._rng = voice.rng

    def take(self, topic: Topic, officer_text: str, told: Sequence[Topic], untold: Sequence[Answer]) -> Said | None:
        """One random way instead of a plain answer to ``topic``; its name is the turn's ``kind``.

        ``told`` are topics answered before, ``untold`` answers nobody asked for yet.
        """
        way = self._rng.choices(tuple(WAYS), tuple(WAYS.values()))[0]
        said = self._go(way, topic, officer_text, told, untold)
        return said._replace(kind=way) if said else None

    def _go(
        self, way: str, topic: Topic, officer_text: str, told: Sequence[Topic], untold: Sequence[Answer]
    ) -> Said | None:
        if way in _LINES:
            pattern, signals = _LINES[way]
            return self._react.said(self._voice.line(pattern), signals=signals)
        if way in _NOT_SPANISH:
            return self._not_spanish(*_NOT_SPANISH[way])
        match way:
            case "together":
                return self._together(topic, untold[: self._rng.choice((1, 1, 2))])
            case "elsewhere":
                return self._elsewhere(untold[:1])
            case "contradiction":
                return self._contradiction(topic, [each for each in _CONTRADICTED if each in told and each != topic])
            case "word":
                return self._word(officer_text)
            case "remark":
                return self._remark()
            case "insult":
                return self.insult()
            case "silence":
                return Said(self._rng.choice(asides.SILENCE), meaning("", (), "silence"))
        made: Said | None = getattr(self, f"_{way}")(topic)
        return made

    # --- answers with something about them --------------------------------------------------------------------------

    def _together(self, topic: Topic, others: Sequence[Answer]) -> Said | None:
        """Several questions answered at once."""
        if not others:
            return None
        if topic == "passport":
            return self._react.passport(*others)
        answers = [self._truth.answer(topic), *others]
        return self._react.said(self._voice.joined(answers), *answers)

    def _elsewhere(self, others: Sequence[Answer]) -> Said | None:
        """An answer to a question not asked yet."""
        return self._react.said(self._voice.answer(others[0], full=True), *others) if others else None

    def _overexplain(self, topic: Topic) -> Said:
        answer = self._truth.answer(topic)
        fluff = [self._voice.line(lines.FLUFF[self._voice.style.mood]) for _ in range(self._rng.choice((1, 1, 2)))]
        parts = [self._voice.answer(answer, full=True), *dict.fromkeys(fluff)]
        if self._rng.random() < 0.3:
            parts.reverse()
        text, shown = ". ".join(parts), ("document",) if topic == "passport" else ()
        return Said(self._voice.finish(text), meaning(text, [answer], *shown))

    def _corrected(self, topic: Topic) -> Said | None:
        """Two, no, sorry, three weeks."""
        answer = self._truth.answer(topic)
        wrong = self._truth.another(topic) if topic in _CORRECTED else answer
        if wrong.kind != answer.kind or wrong.said == answer.said or answer.kind == "none":
            return None
        said = self._voice.line(lines.CORRECTION, w=wrong.said, x=answer.said)
        text = self._voice.answer(Answer(answer.fact, said, answer.kind), lead=False)
        return Said(self._voice.finish(text), meaning(text, [answer]))

    def _doubtful(self, topic: Topic) -> Said | None:
        answer = self._truth.answer(topic)
        if topic not in _CORRECTED or topic == "name" or answer.kind == "none":
            return None
        doubted = Answer(msgspec.structs.replace(answer.fact, doubtful=True), answer.said, answer.kind)
        return self._react.said(f"{self._voice.line(lines.DOUBT)} {self._voice.clause(answer)}", doubted)

    def _contradiction(self, topic: Topic, earlier: Sequence[Topic]) -> Said | None:
        """Answers, and tells anew what was told otherwise before."""
        if not earlier or topic == "passport":
            return None
        answer, new = self._truth.answer(topic), self._truth.another(self._rng.choice(earlier))
        if new.said == self._truth.answer(new.topic).said:
            return None
        if self._rng.random() < 0.5:
            self._truth.now(new)
        changed = f"{self._voice.line(lines.CONTRADICTION)} {self._voice.clause(new)}"
        return self._react.said(f"{self._voice.answer(answer, lead=False)}. {changed}", answer, new)

    def _remark_and_answer(self, topic: Topic) -> Said | None:
        if topic == "passport":
            return None
        key, remark = self._any_remark()
        answer = self._truth.answer(topic)
        text = self._voice.answer(answer, full=True)
        glued = f"{text}. {remark}" if self._rng.random() < 0.7 else f"{closed(remark)} {text}"
        return Said(self._voice.finish(glued), meaning(text, [answer], "off_topic", off_topic=key))

    def insult(self) -> Said:
        """Nothing but rudeness."""
        return self._react.said(self._voice.line(asides.INSULT), signals=("insult",), kind="insult")

    # --- no answer --------------------------------------------------------------------------------------------------

    def _yes_only(self, topic: Topic) -> Said | None:
        if topic not in _LISTS or self._truth.answer(topic).kind in ("none", "alone"):
            return None
        return self._react.said(self._voice.line(asides.YES), signals=("yes",))

    def _dont_know(self, topic: Topic) -> Said | None:
        if topic in ("passport", "name"):
            return None
        return self._react.said(self._voice.line(asides.DONT_KNOW), signals=("dont_know",))

    def _word(self, officer_text: str) -> Said | None:
        """Asks what a word of the officer's means."""
        found = _HARD.findall(officer_text.lower()) or _LONG_WORD.findall(officer_text)
        if not found:
            return None
        word = self._rng.choice(found)
        return self._react.said(self._voice.line(asides.WORD, x=word), signals=("explain",), word=word)

    def _english(self, topic: Topic) -> Said:
        """In English: the answer where we can say it, else a complaint."""
        answer = self._truth.answer(topic)
        pattern = asides.ENGLISH_OF.get(answer.said) or asides.ENGLISH.get(topic)
        if pattern is None or answer.kind == "demonym" or self._rng.random() < 0.4:
            return self._not_spanish(asides.ENGLISH_COMPLAINTS, "english")
        text, shown = self._voice.line(pattern, x=answer.said), ("document",) if topic == "passport" else ()
        return Said(self._voice.style.write(closed(text)), meaning("", [answer], "english", *shown))

    def _not_spanish(self, pattern: str, signal: Signal) -> Said:
        text = self._voice.line(pattern, w=invented.word(self._rng), w2=invented.word(self._rng))
        return Said(self._voice.style.write(closed(text)), meaning("", (), signal))

    def _remark(self) -> Said:
        key, text = self._any_remark()
        return Said(self._voice.finish(text), meaning("", (), "off_topic", off_topic=key))

    def _any_remark(self) -> tuple[OffTopic, str]:
        key: OffTopic = self._rng.choice(get_args(OffTopic)[1:])
        return key, self._voice.line(asides.REMARKS[key])
