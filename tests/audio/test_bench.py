"""What listening costs is counted for a second of sound."""

from __future__ import annotations

import numpy as np

from garita.audio.bench import listening_cost
from garita.sound import BLOCK, RATE, Block


class Detector:
    """Works as long as it is told, and counts."""

    def __init__(self, work: int) -> None:
        self.work, self.blocks, self.resets = work, 0, 0

    def probability(self, block: Block) -> float:
        self.blocks += 1
        return float(sum(range(self.work)))

    def reset(self) -> None:
        self.resets += 1


def test_every_block_is_looked_at_and_more_work_costs_more() -> None:
    idle, busy = Detector(0), Detector(20_000)
    samples = np.zeros(RATE, np.float32)
    cheap, dear = listening_cost(samples, idle), listening_cost(samples, busy)
    assert idle.blocks == busy.blocks
    assert idle.blocks % (RATE // BLOCK) == 0
    assert idle.resets == idle.blocks // (RATE // BLOCK)
    assert 0 <= cheap < dear < 1
