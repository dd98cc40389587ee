"""What a run will cost, before anything is sent: requests, tokens and money, estimated from letters.

The prompts are the real ones of some conversations; how long the messages to come will be is taken from those already
said, or assumed. How many letters make a token differs between tokenizers: 3.2 is on the dear side for Spanish. Every
request pays for its whole prompt (no cache of the server's is counted on), and every conversation is taken to run its
full length, so the truth is mostly below. Knows prices as numbers, no server's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from garita.roleplay.scenario import Scenario
from garita.training.generate import job as jobs
from garita.training.generate import talk
from garita.training.generate.job import Job
from garita.training.generate.store import Store, Tokens
from garita.training.generate.talk import Side

LETTERS_PER_TOKEN = 3.2
LETTERS_PER_MESSAGE = 110.0  # where nothing was said yet: a sentence or two
_NOTE_LETTERS = 60.0  # behind each of the traveller's messages, for the officer only
_LOOKED_AT = 200  # conversations; the others are taken to be like them


class Price(msgspec.Struct, frozen=True):
    """Per million tokens, in whatever currency."""

    prompt: float = 0.0
    completion: float = 0.0

    def of(self, tokens: Tokens) -> float:
        """What so many tokens cost."""
        return (tokens.prompt * self.prompt + tokens.completion * self.completion) / 1e6


class Estimate(msgspec.Struct, frozen=True):
    """What is still to be asked for."""

    conversations: int
    requests: int
    tokens: Tokens


def estimate(job: Job, scenarios: Sequence[Scenario], store: Store, numbers: Sequence[int]) -> Estimate:
    """What going on with these conversations will take."""
    by_id = {one.id: one for one in scenarios}
    step = max(1, len(numbers) // _LOOKED_AT)
    looked_at = numbers[::step]
    length = store.letters_per_message() or LETTERS_PER_MESSAGE
    found = [_of_talk(job, by_id, store.said(number), number, length) for number in looked_at]
    scale = len(numbers) / max(1, len(looked_at)) / LETTERS_PER_TOKEN
    requests = round(sum(one[0] for one in found) * len(numbers) / max(1, len(looked_at)))
    tokens = Tokens(round(sum(one[1] for one in found) * scale), round(sum(one[2] for one in found) * scale))
    return Estimate(len(numbers), requests, tokens)


def _of_talk(
    job: Job, scenarios: Mapping[str, Scenario], said: tuple[str, ...], number: int, length: float
) -> tuple[int, float, float]:
    """Requests, and letters to be read and written, until this conversation has run its full length."""
    meeting = jobs.meeting(job, scenarios, number)
    heads: dict[Side, float] = {}
    for one in ("officer", "traveller"):
        opening = () if one == "officer" else ("",)
        heads[talk.side_to_speak(opening)] = sum(len(message.content) for message in talk.prompt(meeting, opening))
    letters, read, steps = float(sum(map(len, said))), 0.0, range(len(said), 2 * job.turns - 1)
    for at in steps:
        notes = _NOTE_LETTERS * (at // 2) if at % 2 == 0 else 0.0
        read += heads["traveller" if at % 2 else "officer"] + letters + notes
        letters += length
    return len(steps), read, len(steps) * length
