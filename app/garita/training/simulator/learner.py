"""How a learner writes: with or without accents, capitals and punctuation, with hesitations.

A style stays the same through a conversation. Knows nothing of what is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_PLAIN = str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU")
_HESITATIONS = ("eh, ", "este, ", "mmm, ", "pues, ", "a ver, ", "bueno, ", "eh... ", "mmm... ", "ah, ", "um, ", "em, ")


@dataclass(frozen=True)
class Style:
    """One learner's habits; ``wordiness`` is the share of full sentences, ``slips`` that of grammatical mistakes."""

    accents: bool
    capitals: bool
    punctuation: bool
    inverted: bool
    wordiness: float
    slips: float
    hesitations: float
    digits: float
    distractions: float

    def write(self, text: str, rng: Random) -> str:
        """``text`` (correct Spanish) as this learner types it."""
        if rng.random() < self.hesitations:
            text = rng.choice(_HESITATIONS) + text[:1].lower() + text[1:]
        text = self.spell(text if not self.capitals else text[:1].upper() + text[1:])
        if not self.inverted:
            text = text.replace("¿", "").replace("¡", "")
        if not self.punctuation:
            bare = text.translate(str.maketrans("", "", ",;!¡¿?")).rstrip(".").replace(". ", " ")
            return bare or text
        return text

    def spell(self, text: str) -> str:
        """Accents and capitals only: what an officer who repeats the word literally would say."""
        if not self.accents:
            text = text.translate(_PLAIN)
        return text if self.capitals else text.lower()


def draw(rng: Random) -> Style:
    """A random learner: about a third each of careful, careless and mixed writers."""
    care = rng.random()
    return Style(
        accents=rng.random() < care,
        capitals=rng.random() < 0.2 + care,
        punctuation=rng.random() < 0.2 + care,
        inverted=rng.random() < care - 0.2,
        wordiness=rng.choice((0.1, 0.35, 0.6, 0.9)),
        slips=rng.choice((0.0, 0.0, 0.1, 0.3)),
        hesitations=rng.choice((0.0, 0.0, 0.05, 0.2)),
        digits=rng.choice((0.1, 0.5, 0.9)),
        distractions=rng.choice((0.0, 0.05, 0.12, 0.25)),
    )
