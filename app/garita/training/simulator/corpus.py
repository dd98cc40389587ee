"""Conversations by the thousand, reproducibly, and their JSON Lines file.

Every conversation has its own seed, derived from the corpus seed and its number, so any one can be made again alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random

from garita.roleplay.scenario import Scenario
from garita.training.simulator.play import Conversation, play
from garita.training.simulator.rarity import rarest
from garita.training.simulator.variation import vary

# scenarios, count, seed -> conversations
Draw = Callable[[Sequence[Scenario], int, int], Iterator[Conversation]]


def conversation(scenario: Scenario, seed: int) -> Conversation:
    """One conversation in exactly this scenario; the same seed gives the same words on every machine."""
    return play(scenario, Random(seed))


def conversations(scenarios: Sequence[Scenario], count: int, seed: int) -> Iterator[Conversation]:
    """``count`` conversations over ``scenarios`` in turn, half of them with changed officers, rules and checklists."""
    return (draw() for draw in _booths(scenarios, count, seed))


def to_learn_from(scenarios: Sequence[Scenario], count: int, seed: int) -> Iterator[Conversation]:
    """``count`` conversations in the same booths, each the one of four with the rarest acts."""
    return (rarest(draw) for draw in _booths(scenarios, count, seed))


def _booths(scenarios: Sequence[Scenario], count: int, seed: int) -> Iterator[Callable[[], Conversation]]:
    """A booth for every conversation, which plays another one at every call."""
    for number in range(count):
        rng = Random(seed * 1_000_003 + number)
        yield partial(play, vary(scenarios[number % len(scenarios)], rng), rng)


def write_jsonl(
    path: Path,
    scenarios: Sequence[Scenario],
    count: int,
    seed: int,
    progress: Callable[[int], None] = lambda _: None,
    draw: Draw = conversations,
) -> None:
    """One JSON object a line: ``scenario`` and ``messages`` (role, content). Written beside and renamed.

    ``progress`` gets the number of conversations written, every hundred and at the end.
    """
    beside = path.with_name(path.name + ".partial")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            for number, talk in enumerate(draw(scenarios, count, seed), start=1):
                messages = [{"role": message.role, "content": message.content} for message in talk.messages]
                file.write(json.dumps({"scenario": talk.scenario, "messages": messages}, ensure_ascii=False) + "\n")
                if number % 100 == 0 or number == count:
                    progress(number)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
