"""When each letter of a known text was said: the likeliest path through CTC's chances (Viterbi), many at once.

Knows chances and texts, not where they come from.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_NEVER = np.float32(-1e9)

Chances = NDArray[np.float32]
Span = tuple[int, int]  # first and last encoder step


def letter_spans(chances: Chances, lengths: Sequence[int], texts: Sequence[Sequence[int]]) -> list[list[Span]]:
    """The steps in which each letter of each text is heard.

    ``chances`` [steps, utterances, letters + 1] are logarithms, the last column the blank's; of an utterance's steps
    the first ``lengths`` count. A text with more letters than steps gets no spans.
    """
    states, skips = _states(texts, chances.shape[2] - 1)
    steps, rows = len(chances), np.arange(len(texts))[:, None]
    best = np.full(states.shape, _NEVER, np.float32)
    best[:, :2] = chances[0][rows, states][:, :2]
    came = np.zeros((steps, *states.shape), np.int8)
    kept = [best]
    for step in range(1, steps):
        one = np.pad(best, ((0, 0), (1, 0)), constant_values=_NEVER)[:, :-1]
        two = np.where(skips, np.pad(best, ((0, 0), (2, 0)), constant_values=_NEVER)[:, :-2], _NEVER)
        came[step] = np.where(two > np.maximum(best, one), 2, one > best)
        best = np.maximum(np.maximum(best, one), two) + chances[step][rows, states]
        kept.append(best)
    return [
        _traced(came[:, row], kept[length - 1][row], length, len(text)) if 0 < len(text) <= length else []
        for row, (length, text) in enumerate(zip(lengths, texts, strict=True))
    ]


def _states(texts: Sequence[Sequence[int]], blank: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Blank, letter, blank, letter … blank for every text, and where the blank before a letter may be left out."""
    states = np.full((len(texts), 2 * max(map(len, texts), default=0) + 1), blank)
    for row, text in enumerate(texts):
        states[row, 1 : 2 * len(text) : 2] = text
    skips = np.zeros(states.shape, np.bool_)
    skips[:, 3::2] = states[:, 3::2] != states[:, 1:-2:2]
    return states, skips


def _traced(came: NDArray[np.int8], last: NDArray[np.float32], length: int, letters: int) -> list[Span]:
    """Back from the likelier of the two last states."""
    state = 2 * letters if last[2 * letters] > last[2 * letters - 1] else 2 * letters - 1
    spans: list[Span] = [(0, 0)] * letters
    for step in range(length - 1, -1, -1):
        if state % 2:
            letter = state // 2
            spans[letter] = (step, max(step, spans[letter][1]))
        state -= int(came[step, state])
    return spans
