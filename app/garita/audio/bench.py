"""What listening costs: voice activity and level, in CPU time. Numbers out, no words."""

from __future__ import annotations

import time

from garita.audio.echo_check import Detector
from garita.sound import BLOCK, RATE, Block, Samples, decibels

_ROUNDS = 12  # the machine is seldom quiet for long
_LEVEL_EVERY = 3  # blocks; the level is shown ten times a second


def listening_cost(samples: Samples, detector: Detector) -> float:
    """CPU seconds of this thread for a second of sound; the best of several rounds counts.

    ``samples`` (at RATE) should hold speech and silence, as a microphone does.
    """
    blocks = [Block(samples[at : at + BLOCK], at / RATE) for at in range(0, samples.size - BLOCK + 1, BLOCK)]
    return min(_round(blocks, detector) for _ in range(_ROUNDS)) / (len(blocks) * BLOCK / RATE)


def _round(blocks: list[Block], detector: Detector) -> float:
    detector.reset()
    began = time.thread_time()
    for number, block in enumerate(blocks):
        detector.probability(block)
        if number % _LEVEL_EVERY == 0:
            decibels(block.samples)
    return time.thread_time() - began
