"""Where in a recording somebody speaks, in pieces that a recogniser can take. Pure: knows probabilities, not sound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from garita.sound import BLOCK, RATE

_SPEECH, _STILL = 0.5, 0.35  # speech begins above the first and goes on above the second, as in Silero's own tools
_LEAST_SECONDS = 0.15  # anything shorter is a click
_ROOM_SECONDS = 0.25  # kept before and after
_PAUSE_SECONDS = 1.0  # pieces are not joined over longer pauses
_MOST_SECONDS = 28.0


class Span(NamedTuple):
    """From sample ``start`` up to ``end``."""

    start: int
    end: int


def spans(probabilities: Sequence[float], total: int) -> list[Span]:
    """Pieces of speech with a little room around, joined over short pauses up to 28 s.

    Somebody who never pauses makes a longer one.

    Args:
        probabilities: of speech, one for each block of ``sound.BLOCK`` samples.
        total: samples in the recording; no span ends later.
    """
    room = int(_ROOM_SECONDS * RATE)
    spoken = [Span(max(0, start - room), min(total, end + room)) for start, end in _spoken(probabilities)]
    joined: list[Span] = []
    for span in spoken:
        if joined and _belong_together(joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _belong_together(first: Span, second: Span) -> bool:
    if second.start <= first.end:
        return True
    together = second.end - first.start <= _MOST_SECONDS * RATE
    return together and second.start - first.end < _PAUSE_SECONDS * RATE


def _spoken(probabilities: Sequence[float]) -> list[Span]:
    found: list[Span] = []
    start: int | None = None
    for place, probability in enumerate([*probabilities, 0.0]):
        if start is None and probability >= _SPEECH:
            start = place
        elif start is not None and probability < _STILL:
            if (place - start) * BLOCK >= _LEAST_SECONDS * RATE:
                found.append(Span(start * BLOCK, place * BLOCK))
            start = None
    return found
