"""Made-up words from Spanish-looking syllables, so that a model has to copy what it hears instead of knowing it."""

from __future__ import annotations

from random import Random

_ONSETS = (
    "b", "c", "d", "f", "g", "j", "l", "m", "n", "p", "r", "s", "t", "v", "z", "ch", "ll", "br", "cr", "dr", "fl",
    "gr", "pl", "pr", "tr", "ñ", "k", "",
)  # fmt: skip
_VOWELS = ("a", "a", "e", "e", "i", "o", "o", "u", "ia", "ue", "ai")
_CODAS = ("", "", "", "", "n", "r", "s", "l", "m")
_ENDINGS = ("a", "o", "a", "o", "e", "an", "el", "in", "or", "as", "ez", "ina", "ero")


def word(rng: Random) -> str:
    """A lower-case word of two to four syllables."""
    middle = "".join(_syllable(rng) for _ in range(rng.choice((1, 1, 2, 2, 3))))
    return middle + rng.choice(_ONSETS[:-1]) + rng.choice(_ENDINGS)


def name(rng: Random) -> str:
    """A capitalised word."""
    return word(rng).capitalize()


def _syllable(rng: Random) -> str:
    return rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)
