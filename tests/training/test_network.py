"""The network's own attention and loss are the textbook's, computed conversation by conversation by transformers."""

from __future__ import annotations

import copy

import pytest
import torch

from garita.training import network
from garita.training import tokenizer as chat_tokens
from garita.training.dataset import Batch, make_batches
from garita.training.recipe import ModelSizes
from tests.training import toy

SIZES = ModelSizes(
    layers=2, width=32, feed_forward=48, heads=2, head_width=16, context=512, rope_theta=10000.0, norm_epsilon=1e-5
)
LEARNED = chat_tokens.learn((one.messages for one in toy.conversations(50, 1)), 265, 50)
END, PAD = (chat_tokens.id_of(LEARNED, token) for token in (chat_tokens.END, chat_tokens.PAD))


def _batch() -> Batch:
    samples = [chat_tokens.encode(LEARNED, one.messages, 512) for one in toy.conversations(10, 3)]
    (batch,) = make_batches(samples, 10**6, END)
    return batch


def _reference(model: torch.nn.Module, batch: Batch) -> torch.Tensor:
    """Mean loss with transformers' own attention, one conversation at a time."""
    told = dict(zip(batch.places, batch.targets, strict=True))
    losses = []
    for span in batch.spans:
        if span.until > span.after:
            ids = batch.ids[span.after : span.until] + batch.ids[span.start : span.stop]
            logits = model(input_ids=torch.tensor([ids])).logits[0]
            for place in range(span.start, span.stop):
                if place in told:
                    row = logits[place - span.start + span.until - span.after]
                    losses.append(torch.nn.functional.cross_entropy(row, torch.tensor(told[place])))
    return torch.stack(losses).mean()


def test_loss_and_gradients_equal_the_plain_computation() -> None:
    ours = network.build(SIZES, 265, END, PAD, seed=1)
    plain = copy.deepcopy(ours)
    plain.set_attn_implementation("sdpa")
    batch = _batch()
    assert max(span.stop - span.start for span in batch.spans) > 128  # several blocks of queries
    assert len(batch.targets) > 512  # several pieces of logits
    loss = network.learn(ours, batch, half=False)
    expected = _reference(plain, batch)
    expected.backward()
    assert loss == pytest.approx(expected.item(), rel=1e-5)
    assert network.measure(ours, [batch], half=False) == pytest.approx(expected.item(), rel=1e-5)
    for (name, weight), other in zip(ours.named_parameters(), plain.parameters(), strict=True):
        torch.testing.assert_close(weight.grad, other.grad, rtol=1e-3, atol=1e-6, msg=name)


def test_only_the_officers_tokens_count() -> None:
    """Changing what is predicted after a learner's token changes nothing; the officer's targets are all there is."""
    samples = [chat_tokens.encode(LEARNED, one.messages, 512) for one in toy.conversations(10, 3)]
    officer_tokens = sum(sum(sample.officer) for sample in samples)
    assert len(_batch().targets) == officer_tokens
    model = network.build(SIZES, 265, END, PAD, seed=1)
    with torch.no_grad():
        model.model.norm.weight.zero_()  # every logit 0: each counted token costs log(entries)
    assert network.measure(model, [_batch()], half=False) == pytest.approx(torch.tensor(265.0).log().item())


def test_same_seed_same_weights() -> None:
    first, second = (network.build(SIZES, 265, END, PAD, seed=5).state_dict() for _ in range(2))
    assert all(torch.equal(first[name], second[name]) for name in first)
