"""Log-probabilities of candidate replies: all side by side after one prompt, in one call where they fit.

Knows tokens and a context; the prompt must stand in sequence 0 with its logits just read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from garita.engines.llamacpp import Context
from garita.errors import Cancelled
from garita.messages import CandidateScore


def score(context: Context, replies: Sequence[Sequence[int]], start: int, sequences: int) -> list[CandidateScore]:
    """Score ``replies`` after the ``start`` tokens of sequence 0, which is left as it was.

    Args:
        context: with room for the longest reply after the prompt.
        replies: token ids, the end-of-turn token included.
        start: length of the prompt.
        sequences: how many may stand side by side (numbers 1 to ``sequences``).

    Raises:
        Cancelled: the context's abort check said so.
    """
    first = log_softmax(context.logits(-1))
    scores: list[CandidateScore] = []
    for group in _groups(replies, sequences, context.length - start):
        scores += _score_group(context, first, group, start)
    return scores


def log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Natural-log probabilities, in double precision. Shape: vocabulary."""
    shifted = logits.astype(np.float64) - float(logits.max())
    result: NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum())
    return result


def _score_group(
    context: Context,
    first: NDArray[np.float64],
    replies: Sequence[Sequence[int]],
    start: int,
) -> list[CandidateScore]:
    context.begin_batch()
    rows: list[list[int]] = []
    for sequence, reply in enumerate(replies, 1):
        context.share(0, sequence)
        rows.append([context.add(token, start + at, sequence, True) for at, token in enumerate(reply[:-1])])
    try:
        if any(rows) and not context.run_batch():
            raise Cancelled
        return [_sum(context, first, reply, kept) for reply, kept in zip(replies, rows, strict=True)]
    finally:
        for sequence in range(1, len(replies) + 1):
            context.forget(sequence, 0)


def _sum(context: Context, first: NDArray[np.float64], reply: Sequence[int], rows: Sequence[int]) -> CandidateScore:
    total = float(first[reply[0]]) if reply else 0.0
    for token, row in zip(reply[1:], rows, strict=True):
        total += float(log_softmax(context.logits(row))[token])
    return CandidateScore(total, len(reply))


def _groups(replies: Sequence[Sequence[int]], most: int, room: int) -> Iterator[list[Sequence[int]]]:
    """Neighbouring replies that fit together: at most ``most`` of them, ``room`` tokens in all."""
    group: list[Sequence[int]] = []
    for reply in replies:
        if group and (len(group) == most or sum(map(len, group)) + len(reply) > room):
            yield group
            group = []
        group.append(reply)
    if group:
        yield group
