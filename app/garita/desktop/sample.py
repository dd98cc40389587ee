"""A journal with some weeks of practice in it, for screenshots. Simulated conversations, nobody's own words."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import msgspec

from garita.journal.journal import Journal, Who
from garita.roleplay import scenario_file
from garita.training.simulator.play import Conversation, play

_WEEKS = 5
_TALKS = 24
_A_TURN = (4.0, 15.0)  # seconds a turn of the student's takes, from and to
_WHO: dict[str, Who] = {"assistant": "officer", "user": "student"}


class _Clock:
    """Says the time that the sample wants it to be."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


def fill(path: Path, seed: int = 3) -> None:
    """Write conversations of the last weeks into the journal at ``path``, the newest of today."""
    rng, clock = Random(seed), _Clock()
    scenarios = scenario_file.load_all()
    start = clock.now - timedelta(weeks=_WEEKS)
    with closing(Journal(path, clock)) as journal:
        for number in range(_TALKS):
            clock.now = start + timedelta(weeks=_WEEKS) * (number / _TALKS) ** 0.8 + timedelta(hours=rng.uniform(0, 6))
            _write(journal, play(rng.choice(scenarios), rng), clock, rng, quickness=1 - number / (2 * _TALKS))


def _write(journal: Journal, talk: Conversation, clock: _Clock, rng: Random, quickness: float) -> None:
    scene = talk.scene
    number = journal.begin(scene.id, msgspec.json.encode(scene).decode(), "oficial-garita.gguf", 1)
    verdicts = {turn.message: next((act.verdict for act in turn.plan.acts if act.verdict), "") for turn in talk.turns}
    for index, message in enumerate(talk.history):
        clock.now += timedelta(seconds=rng.uniform(*_A_TURN) * quickness)
        row = journal.add_turn(number, _WHO[message.role], message.content, number=index)
        if message.role == "assistant":
            journal.update_turn(row, message.content, complete=True, verdict=verdicts.get(index, ""), replaced=0)
