"""How a learner speaks and writes: mistakes of grammar, English in between, hesitations, spelling, recognised speech.

A style stays the same through a conversation. Knows nothing of what is said: numbers and names pass unharmed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import Literal

from garita.training.simulator.choice import Choice

LearnerLevel = Literal["A2", "B1", "B2", "C1"]
Mood = Literal["calm", "nervous", "cheerful", "annoyed", "tired"]

_PLAIN = str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU")
_MARKS = str.maketrans("", "", ",;:!¡¿?…")
_HESITATIONS = Choice(
    ("eh, ", "este, ", "mmm, ", "pues, ", "a ver, ", "bueno, ", "eh... ", "mmm... ", "ah, ", "um, ", "em, ",
     "o sea, ", "cómo se dice... ", "pues eh, ", "este... eh, ", "ajá, ", "hmm, ", "uy, ", "a ver a ver, ")
)  # fmt: skip
_ENGLISH = Choice(("so, ", "well, ", "ok, so ", "right, ", "oh, ", "yeah, ", "actually, ", "um, well, ", "okay, "))
# (what correct Spanish has, what learners make of it); each is applied once
_SLIPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), wrong)
    for pattern, wrong in (
        (r"\bsoy de\b", "estoy de"), (r"\bsoy de\b", "yo es de"), (r"\bsoy\b", "estoy"), (r"\bsoy\b", "yo es"),
        (r"\bestoy aquí\b", "soy aquí"), (r"\bestoy\b", "soy"), (r"\bvengo\b", "yo vene"), (r"\bvengo\b", "yo viene"),
        (r"\bvengo de\b", "veno de"), (r"\bvengo de\b", "yo vengo en"), (r"\bme llamo\b", "yo llamo"),
        (r"\bme llamo\b", "me llama"), (r"\bme llamo\b", "mi nombre llama"), (r"\bmi nombre es\b", "nombre mi es"),
        (r"\bme quedo\b", "yo quedo"), (r"\bme quedo\b", "me quede"), (r"\bvoy a\b", "voy"), (r"\bvoy a\b", "va a"),
        (r"\bvoy a quedarme\b", "voy a quedar"), (r"\bllevo\b", "yo lleva"), (r"\bllevo\b", "lleve"),
        (r"\bllevo\b", "llebo"), (r"\btraigo\b", "yo trae"), (r"\btraigo\b", "trao"), (r"\btengo\b", "yo tiene"),
        (r"\btengo\b", "teno"), (r"\btengo\b", "yo tener"), (r"\bviajo\b", "yo viaja"), (r"\bviajo\b", "yo viajar"),
        (r"\bme alojo\b", "yo alojo"), (r"\bduermo\b", "dormo"), (r"\bduermo\b", "yo dormir"),
        (r"\bquiero\b", "quero"), (r"\bquiero\b", "yo quiere"), (r"\bpienso\b", "penso"),
        (r"\btrabajo como\b", "trabajo un"), (r"\btrabajo\b", "yo trabaja"), (r"\bhe venido\b", "he vienido"),
        (r"\besta\b", "este"), (r"\buna semana\b", "un semana"), (r"\bun mes\b", "una mes"),
        (r"\buna caja\b", "un caja"),
        (r"\bla maleta\b", "el maleta"), (r"\bmi maleta\b", "el mi maleta"), (r"\bun hotel\b", "una hotel"),
        (r"\bel hotel\b", "la hotel"), (r"\bun vuelo\b", "una vuelo"), (r"\bla calle\b", "el calle"),
        (r"\bno llevo nada\b", "no llevo algo"), (r"\bno tengo nada\b", "tengo no nada"),
        (r"\bpor (?=\d|un|dos|tres)", "para "), (r"\bpara\b", "por"), (r"\bde vacaciones\b", "en vacaciones"),
        (r"\ben efectivo\b", "en cash"), (r"\bmucho\b", "muy"), (r"\bmuy\b", "mucho"), (r"\besposa\b", "wife"),
        (r"\bmi familia\b", "mi family"), (r"\bgracias\b", "grasias"), (r"\bhola\b", "ola"), (r"\bhay\b", "ai"),
        (r"\bconmigo\b", "con mi"), (r"\bequipaje\b", "bagaje"), (r"\bla reserva\b", "la reservación"),
        (r"\bdespués voy\b", "después yo ir"), (r"\bvuelvo\b", "yo volver"), (r"\bsolo llevo\b", "llevo solo"),
        (r"\bno sé\b", "no sabo"), (r"\bno entiendo\b", "no entendo"), (r"\bno recuerdo\b", "no recordo"),
        (r"\bpuede repetir\b", "puede repitir"), (r"\bmás despacio\b", "más despacito"),
    )
)  # fmt: skip


@dataclass(frozen=True)
class Style:
    """One learner's habits; ``wordiness`` is the share of full sentences, ``slips`` that of grammatical mistakes.

    ``spoken``: the text is what a recogniser wrote: no marks, no capitals, numbers in words.
    """

    level: LearnerLevel
    mood: Mood
    spoken: bool
    accents: bool
    capitals: bool
    punctuation: bool
    inverted: bool
    wordiness: float
    slips: float
    hesitations: float
    english: float
    digits: float
    distractions: float

    def speak(self, text: str, rng: Random, *, held_out: bool = False) -> str:
        """``text`` (correct Spanish) as this learner says it: mistakes, hesitations, spelling."""
        if rng.random() < self.slips:
            text = slip(text, rng)
        if rng.random() < self.hesitations:
            text = _HESITATIONS.draw(rng, held_out=held_out) + _small(text)
        elif rng.random() < self.english:
            text = _ENGLISH.draw(rng, held_out=held_out) + _small(text)
        return self.write(text)

    def write(self, text: str) -> str:
        """Spelling and marks only."""
        if not text.strip(" .…"):
            return text
        text = _sentences(text) if self.capitals else text
        if not self.accents:
            text = text.translate(_PLAIN)
        if not self.capitals:
            text = text.lower()
        if not self.inverted:
            text = text.replace("¿", "").replace("¡", "")
        if not self.punctuation:
            bare = re.sub(r"(?<!\d)\.|\.(?!\d)", " ", text.translate(_MARKS))
            return re.sub(r"\s+", " ", bare).strip() or text
        return text


def slip(text: str, rng: Random) -> str:
    """One typical mistake, if the text has a place for one."""
    fitting = [(pattern, wrong) for pattern, wrong in _SLIPS if pattern.search(text)]
    if not fitting:
        return text
    pattern, wrong = rng.choice(fitting)
    return pattern.sub(wrong, text, count=1)


def draw(rng: Random) -> Style:
    """A random learner: about a quarter is heard by a recogniser, the others type with more or less care."""
    care, spoken = rng.random(), rng.random() < 0.28
    level: LearnerLevel = rng.choice(("A2", "A2", "B1", "B1", "B1", "B2", "B2", "C1"))
    mood: Mood = rng.choice(("calm", "calm", "calm", "nervous", "cheerful", "annoyed", "tired"))
    weak = {"A2": 0.3, "B1": 0.15, "B2": 0.05, "C1": 0.0}[level]
    return Style(
        level=level,
        mood=mood,
        spoken=spoken,
        accents=rng.random() < (0.7 if spoken else care),
        capitals=not spoken and rng.random() < 0.2 + care,
        punctuation=not spoken and rng.random() < 0.25 + care,
        inverted=not spoken and rng.random() < care - 0.2,
        wordiness=rng.choice((0.1, 0.35, 0.6)) if level == "A2" else rng.choice((0.35, 0.6, 0.9)),
        slips=weak * rng.choice((0.3, 1.0, 1.4)),
        hesitations=rng.choice((0.0, 0.0, 0.05, 0.2)) + (0.1 if mood == "nervous" else 0.0),
        english=rng.choice((0.0, 0.0, 0.0, weak / 3)),
        digits=0.0 if spoken else rng.choice((0.1, 0.5, 0.9)),
        distractions=rng.choice((0.25, 0.45, 0.6, 0.75)),
    )


_START = re.compile(r"(^|[.!?]\s+)([¿¡]?)(\w)")


def _sentences(text: str) -> str:
    return _START.sub(lambda found: found[1] + found[2] + found[3].upper(), text)


def _small(text: str) -> str:
    """The first letter small, unless the word is a name by itself."""
    return (
        text
        if text[:2].istitle() and text.split(" ", 1)[0][1:].islower() and _is_name(text)
        else text[:1].lower() + text[1:]
    )


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and words[1][:1].isupper()
