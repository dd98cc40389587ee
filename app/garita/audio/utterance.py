"""The sound of one turn while it grows: handed out in pieces where it is quietest, so that memory stays small.

Knows blocks and which of them held speech; when a turn begins and ends is ``turns``'.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from garita.sound import BLOCK, RATE, Block, Samples

BLOCK_SECONDS = BLOCK / RATE
_PIECE = int(28 / BLOCK_SECONDS)  # blocks; a recogniser takes 30 seconds at most
_VALLEY = 7  # blocks (0.22 s) over which loudness is averaged to find a pause rather than a plosive
_TAIL = int(0.3 / BLOCK_SECONDS)  # blocks of silence kept after speech, for the last consonant to fade


class Rest(NamedTuple):
    """The end of a turn: what was not handed out yet, and the silent blocks after it that do not belong to it."""

    samples: Samples
    after: list[Block]


class Utterance:
    """Blocks of one turn. ``began`` and ``ended`` are monotonic seconds: its first sample, its last one of speech."""

    def __init__(self, blocks: Sequence[Block], speech: int) -> None:
        """Begin with ``blocks``, of which the last ``speech`` hold speech."""
        self._blocks = list(blocks)
        self._silent = 0 if speech else len(blocks)  # blocks since the last one of speech
        self.began = blocks[0].time - BLOCK_SECONDS
        self.ended = blocks[-1].time
        self.speech = speech  # blocks of speech in all pieces
        self.pieces = 0  # handed out so far

    @property
    def samples(self) -> Samples:
        """What was not handed out yet."""
        return _samples(self._blocks)

    def add(self, block: Block, *, speech: bool) -> None:
        """Take the next block."""
        self._blocks.append(block)
        if speech:
            self.speech += 1
            self._silent, self.ended = 0, block.time
        else:
            self._silent += 1

    def piece(self) -> tuple[Samples, float] | None:
        """The next piece and the second of its first sample, cut at the quietest point, once there is too much."""
        if len(self._blocks) < _PIECE:
            return None
        cut = _quietest(self._blocks)
        piece, self._blocks = self._blocks[:cut], self._blocks[cut:]
        self.pieces += 1
        return _samples(piece), piece[0].time - BLOCK_SECONDS

    def end(self) -> Rest:
        """All that is left, its silence cut short; all of it where no speech was noticed."""
        surplus = max(0, self._silent - _TAIL) if self.speech else 0
        keep = max(0, len(self._blocks) - surplus)
        return Rest(_samples(self._blocks[:keep]), self._blocks[keep:])


def _samples(blocks: Sequence[Block]) -> Samples:
    return np.concatenate([block.samples for block in blocks]) if blocks else np.zeros(0, np.float32)


def _quietest(blocks: Sequence[Block]) -> int:
    """Where to cut: the index of the block in the middle of the quietest stretch of the second half."""
    start = len(blocks) // 2
    power = [float(np.dot(block.samples, block.samples)) for block in blocks[start:]]
    valley = np.convolve(power, np.ones(_VALLEY), "valid")
    return start + int(np.argmin(valley)) + _VALLEY // 2
