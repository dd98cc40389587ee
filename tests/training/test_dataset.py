"""Batches hold every conversation whole, share system prompts, and can be continued from any position."""

from __future__ import annotations

from itertools import islice

import pytest

from garita.training import tokenizer as chat_tokens
from garita.training.dataset import Batch, Corpus, Position, make_batches
from garita.training.recipe import CorpusPlan
from garita.training.tokenizer import Encoded
from tests.training import toy

LEARNED = chat_tokens.learn((one.messages for one in toy.conversations(100, 1)), 400, 50)
END = chat_tokens.id_of(LEARNED, chat_tokens.END)
SAMPLES = [chat_tokens.encode(LEARNED, one.messages, 1024) for one in toy.conversations(30, 2)]


def _conversations(batch: Batch) -> list[Encoded]:
    """A batch taken apart again, from its spans and places alone."""
    told = dict(zip(batch.places, batch.targets, strict=True))
    found = []
    for span in batch.spans:
        if span.until > span.after:
            own = range(span.start, span.stop)
            ids = batch.ids[span.after : span.until] + [batch.ids[place] for place in own]
            officer = [False] * (span.until - span.after) + [place - 1 in told for place in own]
            assert all(batch.ids[place + 1] == told[place] for place in own if place in told)
            assert batch.positions[span.start] == span.until - span.after
            found.append(Encoded(ids, officer))
    return found


@pytest.mark.parametrize("size", [1, 300, 10_000])
def test_every_conversation_is_there_once_and_whole(size: int) -> None:
    batches = list(make_batches(SAMPLES, size, END))
    assert [sample for batch in batches for sample in _conversations(batch)] == SAMPLES
    assert sum(batch.tokens for batch in batches) == sum(len(sample.ids) for sample in SAMPLES)
    for batch in batches:
        assert len(batch.ids) <= size or len(_conversations(batch)) == 1
        assert sum(span.stop - span.start for span in batch.spans) == len(batch.ids) == len(batch.positions)


def test_neighbours_share_their_system_prompt() -> None:
    alike = sorted(SAMPLES, key=lambda sample: sample.ids)
    (batch,) = make_batches(alike, 10**6, END)
    assert sum(span.until == span.after for span in batch.spans) == 2  # the toy has two booths
    assert len(batch.ids) < batch.tokens


def _corpus(seed: int = 1) -> Corpus:
    plan = CorpusPlan(seed=seed, window=6, together=1, held_out=5)
    return Corpus(toy.conversations, LEARNED, plan, 1024, 400)


def test_a_position_continues_the_same_stream() -> None:
    stream = list(islice(_corpus().batches(Position()), 12))
    for number in (1, 4, 9):
        later = list(islice(_corpus().batches(stream[number - 1][0]), 12 - number))
        assert later == stream[number:]


def test_held_out_conversations_are_other_ones() -> None:
    held_out = {tuple(sample.ids) for batch in _corpus().held_out() for sample in _conversations(batch)}
    trained = {
        tuple(sample.ids) for _, batch in islice(_corpus().batches(Position()), 30) for sample in _conversations(batch)
    }
    assert len(held_out) == 5
    assert not held_out & trained
