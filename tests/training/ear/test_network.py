"""Losses of the network: which parts they teach, and what padding and silence do to them."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
import torch

from garita.training.ear import features, vocabulary
from garita.training.ear.features import MELS, Heard
from garita.training.ear.network import Ear
from garita.training.ear.vocabulary import Vocabulary
from tests.training.ear.tiny import RECIPE

TEXTS = ("vengo de méxico", "me llamo ana", "dos semanas")


@pytest.fixture(scope="module")
def ear() -> Ear:
    return Ear(RECIPE.model, Vocabulary(vocabulary.learn(TEXTS * 9, 300, 20)), seed=1)


def _heard(frames: int, written: str, seed: int = 1) -> Heard:
    return Heard(np.random.default_rng(seed).standard_normal((MELS, frames)).astype(np.float32), written)


def test_the_same_seed_gives_the_same_network(ear: Ear) -> None:
    again = Ear(RECIPE.model, ear.vocabulary, seed=1)
    assert all(torch.equal(one, other) for one, other in zip(ear.parameters(), again.parameters(), strict=True))


def test_silence_teaches_only_the_decoder_that_nobody_speaks(ear: Ear) -> None:
    losses = ear.losses(features.batch([_heard(80, "")]))
    assert losses.decoder.item() > 0.0
    assert losses.guide.item() == 0.0
    # every frame should be a blank, which is likely from the start
    assert losses.helper.item() / 40 < 0.6


def test_a_shorter_neighbour_costs_the_helper_nothing_beyond_its_own_frames(ear: Ear) -> None:
    alone = ear.losses(features.batch([_heard(120, TEXTS[0])])).helper.item()
    together = features.batch([_heard(120, TEXTS[0]), _heard(160, "", seed=2)])
    assert together.lengths == [120, 160]
    assert ear.losses(together).helper.item() > alone


def test_guided_heads_learn_to_look_where_the_helper_hears(ear: Ear) -> None:
    network = Ear(RECIPE.model, ear.vocabulary, seed=2)
    batch = features.batch([_heard(200, text, seed) for seed, text in enumerate(TEXTS)])
    optimiser = torch.optim.Adam(network.parameters(), lr=0.01)
    seen = []
    for _ in range(60):
        losses = network.losses(batch)
        (losses.decoder + losses.helper + losses.guide).backward()
        optimiser.step()
        optimiser.zero_grad()
        seen.append(losses.guide.item())
    guided = [loss for loss in seen if loss > 0.0]
    assert seen[0] == 0.0  # the helper knows nothing yet
    assert guided
    assert guided[-1] < 0.8 * guided[0]


def test_pieces_say_where_their_letters_are(ear: Ear) -> None:
    rng = Random(1)
    for _ in range(20):
        text = " ".join(rng.choice(TEXTS) for _ in range(3))
        spans = ear.vocabulary.spans(text)
        assert len(spans) == len(ear.vocabulary.text(text))
        assert spans[0][0] == 0
        assert spans[-1][1] == len(text)
        assert all(0 <= start <= end <= len(text) for start, end in spans)


def test_it_writes_something_of_bounded_length(ear: Ear) -> None:
    written = ear.write(features.batch([_heard(60, ""), _heard(100, "")]))
    assert len(written) == 2
