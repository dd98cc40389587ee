"""Remembers how the model itself spelled its answers in tokens.

The same text can be cut into tokens in several ways, and a model does not always write the way its tokenizer reads.
Read back from text, an answer would then differ from what stands in the cache and be computed again. So an answer that
returns in the history, or as the beginning of a message to go on with, keeps the tokens it was written in.
Pure: pieces are any (token, bytes) pairs.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

Piece = tuple[int, bytes]
_REMEMBERED = 64


class OwnAnswers:
    """The latest answers as (token, bytes) pieces."""

    def __init__(self) -> None:
        self._answers: deque[tuple[Piece, ...]] = deque(maxlen=_REMEMBERED)

    def remember(self, pieces: Sequence[Piece]) -> None:
        """Keep an answer, whole or broken off."""
        answer = tuple(pieces)
        if answer and answer not in self._answers:
            self._answers.append(answer)

    def spelling(self, text: str) -> tuple[list[int], str]:
        """The tokens in which the model wrote the longest known beginning of ``text``, and the rest of the text.

        A beginning counts when it is the whole text or ends before white space, where tokenizers cut anyway.
        """
        data = text.encode()
        best: list[int] = []
        best_end = 0
        for answer in self._answers:
            count, end = _agreement(answer, data)
            if end > best_end:
                best, best_end = [token for token, _ in answer[:count]], end
        return best, data[best_end:].decode()


def _agreement(answer: Sequence[Piece], data: bytes) -> tuple[int, int]:
    """How many pieces, and bytes, of ``answer`` begin ``data`` and end at a fit place."""
    place = fit_count = fit_place = 0
    for count, (_, piece) in enumerate(answer, 1):
        if not data.startswith(piece, place):
            break
        place += len(piece)
        if place == len(data) or data[place : place + 1].isspace():
            fit_count, fit_place = count, place
    return fit_count, fit_place
