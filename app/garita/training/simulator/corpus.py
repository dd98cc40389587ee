"""Conversations by the thousand, reproducibly, and their JSON Lines file.

Every conversation has its own seed, derived from the corpus seed and its number, so any one can be made again alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from garita.roleplay.scenario import Scenario
from garita.training.simulator.play import Conversation, play
from garita.training.simulator.variation import vary


def conversation(scenario: Scenario, seed: int) -> Conversation:
    """One conversation in exactly this scenario; the same seed gives the same words on every machine."""
    return play(scenario, Random(seed))


def conversations(scenarios: Sequence[Scenario], count: int, seed: int) -> Iterator[Conversation]:
    """``count`` conversations over ``scenarios`` in turn, half of them with changed officers, rules and checklists."""
    for number in range(count):
        rng = Random(seed * 1_000_003 + number)
        yield play(vary(scenarios[number % len(scenarios)], rng), rng)


def write_jsonl(
    path: Path, scenarios: Sequence[Scenario], count: int, seed: int, progress: Callable[[int], None] = lambda _: None
) -> None:
    """One JSON object a line: ``scenario`` and ``messages`` (role, content). Written beside and renamed.

    ``progress`` gets the number of conversations written, every hundred and at the end.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            for number, talk in enumerate(conversations(scenarios, count, seed), start=1):
                messages = [{"role": message.role, "content": message.content} for message in talk.messages]
                file.write(json.dumps({"scenario": talk.scenario, "messages": messages}, ensure_ascii=False) + "\n")
                if number % 100 == 0 or number == count:
                    progress(number)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
