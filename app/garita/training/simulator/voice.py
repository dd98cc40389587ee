"""One traveller's voice: patterns and answers into sentences, in this learner's style. Does not decide what to say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from garita.roleplay.meaning import Meaning, OffTopic, Signal
from garita.training.simulator import traveller_lines as lines
from garita.training.simulator.facts import Answer
from garita.training.simulator.learner import Style
from garita.training.simulator.wording import say

DAYS = ("buenos días", "buenos días", "buenas tardes", "buenas tardes", "buenas noches")
_LEAD_SHARE = 0.3
_TAIL_SHARE = 0.16
# small words beside an answer that an attentive officer hears too
_PATTERNS: tuple[tuple[Signal, str], ...] = (
    ("yes", r"^¡?(?:sí|claro|por supuesto|cómo no|exact|correcto|así es|eso es|ajá)\b|^¡?exacto|^exactamente"),
    (
        "no",
        r"^(?:no|nada|para nada|en absoluto|qué va|ning[úu]n[oa]?)\b"
        r"(?! (?:l[eo] |me )?(?:s[éa]|entend|entiend|comprend|record|recuerd|acuerd|estoy|conozco|o[íi]|escuch|tan))",
    ),
    ("thanks", r"\bgracias\b(?! a Dios)|\bmuy amable"),
    ("greeting", r"^(?:hola|buen[oa]s|saludos|muy buen[oa]s)\b"),
    ("sorry", r"\b(?:perdón|perdone|disculpe|lo siento)\b"),
)
_SMALL = tuple((signal, re.compile(pattern, re.IGNORECASE)) for signal, pattern in _PATTERNS)


class Voice:
    """How one traveller talks. All texts are correct Spanish until ``finish``."""

    def __init__(self, style: Style, rng: Random, *, held_out: bool) -> None:
        self.style = style
        self.rng = rng
        self.held_out = held_out
        self.day = rng.choice(DAYS)

    def line(self, pattern: str, **slots: str) -> str:
        """One wording of a pattern, without its full stop."""
        return say(pattern, self.rng, held_out=self.held_out, day=self.day, **slots)

    def answer(self, answer: Answer, *, full: bool = False, lead: bool = True) -> str:
        """The answer as a sentence or bare; ``full`` wants a sentence (nobody asked for it)."""
        if answer.kind == "none" and answer.topic != "money":
            own = lines.NOTHING.get(answer.topic)
            return self.line(own if own and self.rng.random() < 0.6 else lines.NOTHING[""])
        if not full and self.rng.random() >= self.style.wordiness:
            return self.line(self._pattern(lines.PLAIN_BARE, answer) or lines.BARE, x=answer.said)
        text = self.line(self._pattern(lines.FULL, answer), x=answer.said)
        if lead and self.rng.random() < _LEAD_SHARE and not text.startswith(("sí", "no,")):
            text = self.line(lines.LEAD[self.style.mood]) + text
        tail = self.line(lines.TAIL[self.style.mood]) if lead and self.rng.random() < _TAIL_SHARE else ""
        return text if "señor" in tail and "señor" in text else text + tail

    def clause(self, answer: Answer) -> str:
        """A short sentence for one of several answers."""
        pattern = self._pattern(lines.CLAUSE, answer)
        return self.line(pattern, x=answer.said) if pattern else self.answer(answer, full=True, lead=False)

    def joined(self, answers: Sequence[Answer]) -> str:
        """Several answers in one breath."""
        clauses = [self.clause(answer) for answer in answers]
        text = clauses[0]
        for clause in clauses[1:]:
            text += self.line(lines.JOINT) + clause
        return text

    def finish(self, text: str) -> str:
        """The text as this learner says it."""
        text = re.sub(r"\bunos (?=una? |medio )", "", text)
        return self.style.speak(closed(text), self.rng, held_out=self.held_out)

    def _pattern(self, table: dict[str, str], answer: Answer) -> str:
        return table.get(f"{answer.topic}:{answer.kind}" if answer.kind else answer.topic) or table.get(
            answer.topic, ""
        )


def small_signals(text: str) -> set[Signal]:
    """Yes, no, thanks, greetings and excuses in correct Spanish."""
    return {signal for signal, pattern in _SMALL if pattern.search(text)}


def meaning(
    text: str, answers: Sequence[Answer] = (), *signals: Signal, word: str = "", off_topic: OffTopic = ""
) -> Meaning:
    """What ``text`` means: the answers in it, its signals and the small words beside them."""
    facts = tuple(answer.fact for answer in answers if answer.topic != "passport" or answer.fact.none)
    return Meaning(
        facts=facts, signals=frozenset({*signals, *small_signals(text)}), word=word, off_topic=off_topic
    )  # fmt: skip


def closed(text: str) -> str:
    """With a full stop where there is no mark."""
    return text if text.endswith(("?", "!", ".", "…")) or not text.strip() else f"{text}."
