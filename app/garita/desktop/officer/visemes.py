"""Phonemes with their seconds -> the shape of a mouth at any moment.

Six shapes are enough for Spanish at the size of an officer on a screen: closed (p b m), narrow (s t l ...), open (a),
wide (e i), round (o u) and teeth (f). Where a voice gives no phonemes, the sound's energy or a plain rhythm moves the
mouth. Knows no clock, no Qt and no officer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Viseme = Literal["closed", "narrow", "open", "wide", "round", "teeth"]
Mark = tuple[float, str]

BLEND_SECONDS = 0.09  # lips begin to move this long before the sound they are heard with
UNSTRESSED = 0.76  # how far the jaw drops beside a stressed sound
SYLLABLE_SECONDS = 0.17  # Spanish speaks six syllables a second


@dataclass(frozen=True)
class Mouth:
    """Lips in numbers from 0 to 1 (``width`` from -1, drawn in, to 1, drawn out; 0 is at rest)."""

    open: float = 0.0
    width: float = 0.0
    round: float = 0.0
    teeth: float = 0.0

    def towards(self, other: Mouth, share: float) -> Mouth:
        """The shape ``share`` (0 to 1) of the way to another."""
        return Mouth(
            self.open + (other.open - self.open) * share,
            self.width + (other.width - self.width) * share,
            self.round + (other.round - self.round) * share,
            self.teeth + (other.teeth - self.teeth) * share,
        )


SHAPES: dict[Viseme, Mouth] = {
    "closed": Mouth(),
    "narrow": Mouth(open=0.26, width=0.1, teeth=0.6),
    "open": Mouth(open=1.0, width=0.0, teeth=0.5),
    "wide": Mouth(open=0.5, width=0.75, teeth=0.8),
    "round": Mouth(open=0.62, width=-0.7, round=1.0),
    "teeth": Mouth(open=0.16, width=0.15, teeth=1.0),
}
REST = SHAPES["closed"]

_BY_SIGN: dict[str, Viseme] = {
    **dict.fromkeys("pbm", "closed"),
    **dict.fromkeys(("f", "v", "ɱ"), "teeth"),
    **dict.fromkeys(("a", "ɐ", "ɑ", "æ"), "open"),
    **dict.fromkeys(("e", "ɛ", "i", "ɪ", "j", "ʝ", "y"), "wide"),
    **dict.fromkeys(("o", "ɔ", "u", "ʊ", "w", "ɣʷ"), "round"),
    **dict.fromkeys(("tʃ", "ʃ", "ʒ", "dʒ"), "round"),
}
_HALF = {"i": 0.6, "j": 0.55, "ɪ": 0.6, "ʝ": 0.5, "u": 0.6, "w": 0.5, "tʃ": 0.45, "ʃ": 0.4}  # how far the jaw drops


def viseme_of(sign: str) -> Viseme:
    """The shape for an IPA sign as espeak-ng and Piper write it; "" (a pause) and unknown marks of prosody close."""
    plain = sign.strip("ˈˌː.'ʲʰ‿ ")
    if not plain or not plain[0].isalpha():
        return "closed"
    return _BY_SIGN.get(plain) or _BY_SIGN.get(plain[0], "narrow")


def mouth_of(sign: str) -> Mouth:
    """The lips for an IPA sign: its shape, with the jaw higher for i and u than for e and o, and without stress."""
    shape = SHAPES[viseme_of(sign)]
    jaw = _HALF.get(sign.strip("ˈˌː"), 1.0) * (1.0 if "ˈ" in sign else UNSTRESSED)
    return Mouth(shape.open * jaw, shape.width, shape.round, shape.teeth)


class Lips:
    """The mouth over the seconds of one piece of speech. ``at`` may be asked in any order."""

    def __init__(self, keys: Sequence[tuple[float, Mouth]], seconds: float) -> None:
        self.seconds = seconds
        self._times = [0.0, *(time for time, _ in keys), seconds]
        self._mouths = [REST, *(mouth for _, mouth in keys), REST]

    @classmethod
    def of_marks(cls, marks: Sequence[Mark], seconds: float) -> Lips:
        """By phonemes; marks out of order are put in order, those past the end are left out."""
        keys = [(time, mouth_of(sign)) for time, sign in sorted(marks) if 0 <= time < seconds]
        return cls(keys, seconds) if keys else cls.of_rhythm(seconds)

    @classmethod
    def of_energy(cls, levels: Sequence[float], step: float) -> Lips:
        """By loudness, 0 to 1, every ``step`` seconds: louder is wider open; the shapes take turns."""
        keys = [(number * step, by_energy(level, number)) for number, level in enumerate(levels)]
        return cls(keys, len(levels) * step)

    @classmethod
    def of_rhythm(cls, seconds: float) -> Lips:
        """Where nothing is known but the length: open and nearly closed by turns, as syllables come."""
        count = max(1, int(seconds / SYLLABLE_SECONDS * 2))
        step = seconds / count
        return cls([(n * step, by_energy(0.75 if n % 2 else 0.12, n // 2)) for n in range(count)], seconds)

    def at(self, second: float) -> Mouth:
        """The lips at that second; at rest before and after."""
        if not 0 <= second < self.seconds:
            return REST
        now = bisect_right(self._times, second) - 1
        after = min(now + 1, len(self._times) - 1)
        gap = self._times[after] - self._times[now]
        blend = min(BLEND_SECONDS, gap)
        share = 1.0 - (self._times[after] - second) / blend if blend > 0 else 1.0
        return self._mouths[now].towards(self._mouths[after], _ease(share))


def by_energy(level: float, number: int = 0) -> Mouth:
    """A mouth for a loudness from 0 to 1; ``number`` picks the vowel, so that it does not only go up and down."""
    vowel = SHAPES[("open", "wide", "open", "round")[number % 4]]
    return REST.towards(vowel, max(0.0, min(1.0, level)))


def _ease(share: float) -> float:
    share = max(0.0, min(1.0, share))
    return share * share * (3.0 - 2.0 * share)
